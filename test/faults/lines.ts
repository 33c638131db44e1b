import { randomUUID } from 'node:crypto'
import type { Inbound } from '../../src/channels/channel.ts'
import { createBell } from '../../src/channels/web/bell.ts'
import { features } from '../../src/features/list.ts'
import type { System } from '../../src/intake/system.ts'
import { createWeb } from '../../src/web/server.ts'
import { webhookNames } from '../../src/web/web-parts.ts'
import { SECRET, TelegramWorld } from '../channels/telegram/telegram-world.ts'
import { BotWorld } from '../channels/zalo-bot/bot-world.ts'
import { OaWorld } from '../channels/zalo-oa/oa-world.ts'
import { textUpdate } from '../support/telegram/updates.ts'
import { csrfOf, openBrowser } from '../support/web-driver.ts'

/** One person on one channel, whose platform does what it does with events that are not acknowledged. */
export interface Line {
  /** The person types all this at once; resolves when the platform has every acknowledgement. */
  types(...texts: string[]): Promise<void>
  close(): Promise<void>
}

export type Receive = (inbound: Inbound) => Promise<unknown>

export interface Behind {
  receive: Receive
  system: System
  /** A request was refused before it came to the intake. */
  refused(): Promise<void>
  notStored(): void
}

/** Deliveries of one event, after which a test gives up: far more than any case needs. */
const MOST_DELIVERIES = 50

export const lines: Readonly<Record<string, (behind: Behind) => Promise<Line>>> = {
  'Telegram polling': async ({ receive }) => {
    const world = await TelegramWorld.open()
    const channel = world.channel({ kind: 'polling' }, { receive })
    await channel.start()
    const user = nextNumber()
    return {
      types: async (...texts) => {
        const updates = texts.map(text => textUpdate(nextNumber(), user, text))
        world.telegram.deliver(...updates)
        await until(() => updates.every(({ update_id }) => world.telegram.confirmed.includes(update_id)))
      },
      close: () => channel.stop(),
    }
  },

  'Telegram webhook': async ({ receive }) => {
    const world = await TelegramWorld.open()
    const mode = {
      kind: 'webhook',
      url: `https://thidua.example.vn/webhooks/${webhookNames[0]}`,
      secret: SECRET,
    } as const
    const channel = world.channel(mode, { receive })
    await channel.start()
    const user = nextNumber()
    const post = async (update: object) => {
      const headers = { 'X-Telegram-Bot-Api-Secret-Token': SECRET }
      const request = new Request('https://x/', { method: 'POST', headers, body: JSON.stringify(update) })
      return (await channel.handleWebhook(request)).status
    }
    return {
      // Telegram brings the updates of a chat one after the other.
      types: async (...texts) => {
        for (const text of texts) {
          const update = textUpdate(nextNumber(), user, text)
          await acknowledged([() => post(update)])
        }
      },
      close: () => channel.stop(),
    }
  },

  'Zalo OA': async ({ receive }) => {
    const world = await zaloOa()
    current = receive
    const user = world.writer()
    return {
      // Zalo brings everything again that was refused, in any order: here the youngest first.
      types: async (...texts) => {
        const posts = texts.map(text => {
          world.clock.advance(1_000)
          const event = world.fake.oaWebhook.sign(world.fake.people.writes(user, text))
          return () => world.post(event)
        })
        const refused = []
        for (const post of posts) if ((await post()) !== 200) refused.push(post)
        await acknowledged(refused.reverse())
      },
      close: async () => undefined,
    }
  },

  'Zalo Bot': async ({ receive }) => {
    let stored = 0
    const counting: Receive = async inbound => {
      const received = await receive(inbound)
      stored += 1
      return received
    }
    const world = await BotWorld.open('polling', { receive: counting })
    const chat = world.fake.bot.addChat()
    await world.channel.start()
    return {
      types: async (...texts) => {
        const before = stored
        for (const text of texts) await world.fake.bot.sends(chat, text)
        await until(() => stored === before + texts.length)
      },
      close: () => world.close(),
    }
  },

  'web chat': async ({ receive, system, refused, notStored }) => {
    const bell = createBell()
    const app = createWeb(system, {
      bell,
      features,
      receive,
      notStored,
      health: async () => ({ status: 'ok', parts: {} }),
      mayReadFile: async () => false,
      uploads: { maxBytes: 1_000, accept: '.pdf', refusal: async () => 'type', isWithinQuota: async () => true },
    })
    const browser = openBrowser({ url: 'http://localhost:3000', fetch: request => app.fetch(request) })
    let token = ''
    const post = async (id: string, text: string) => {
      const headers = { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-Token': token }
      const body = JSON.stringify({ id, text })
      const { status } = await browser.send('/chat/messages', { method: 'POST', headers, body })
      if (status >= 500) await refused()
      return status
    }
    return {
      types: async (...texts) => {
        const code = /^\/start (.*)/.exec(texts[0] ?? '')?.[1]
        if (code !== undefined) {
          const entered = await browser.submitFrom('/', '/tham-gia', { code })
          token = csrfOf(entered.html)
          return
        }
        // The page sends one after the other, each until it is taken.
        for (const text of texts) {
          const id = randomUUID()
          await acknowledged([() => post(id, text)])
        }
      },
      close: async () => bell.close(),
    }
  },
}

/** One fake Zalo for all cases: another would give the same numbers to its people and messages. */
let oaWorld: Promise<OaWorld> | null = null
let current: Receive = async () => undefined

function zaloOa(): Promise<OaWorld> {
  oaWorld ??= OaWorld.open({ receive: inbound => current(inbound) })
  return oaWorld
}

export async function closeLines(): Promise<void> {
  await (await oaWorld)?.close()
}

/** Repeats what is not answered with 200, round after round, in the given order. */
export async function acknowledged(posts: readonly (() => Promise<number>)[]): Promise<void> {
  let open = [...posts]
  for (let round = 0; open.length > 0; round += 1) {
    if (round > MOST_DELIVERIES) throw new Error('an event was never acknowledged')
    const refused = []
    for (const post of open) if ((await post()) !== 200) refused.push(post)
    open = refused
  }
}

let lastNumber = 1_000

function nextNumber(): number {
  lastNumber += 1
  return lastNumber
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise(resolve => setTimeout(resolve, 2))
}
