import type { Inbound } from '../../src/channels/channel.ts'
import { webhookNames } from '../../src/web/web-parts.ts'
import { SECRET, TelegramWorld } from '../channels/telegram/telegram-world.ts'
import { BotWorld } from '../channels/zalo-bot/bot-world.ts'
import { OaWorld } from '../channels/zalo-oa/oa-world.ts'
import { textUpdate } from '../support/telegram/updates.ts'

/** One person on one channel, whose platform does what it does with events that are not acknowledged. */
export interface Line {
  /** The person types all this at once; resolves when the platform has every acknowledgement. */
  types(...texts: string[]): Promise<void>
  close(): Promise<void>
}

export type Receive = (inbound: Inbound) => Promise<unknown>

/** Deliveries of one event, after which a test gives up: far more than any case needs. */
const MOST_DELIVERIES = 50

export const lines: Readonly<Record<string, (receive: Receive) => Promise<Line>>> = {
  'Telegram polling': async receive => {
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

  'Telegram webhook': async receive => {
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

  'Zalo OA': async receive => {
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

  'Zalo Bot': async receive => {
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
