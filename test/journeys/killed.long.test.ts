import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OutboundMessage } from '../../src/channels/channel.ts'
import { openStore } from '../../src/store/open.ts'
import { botApiServer } from '../support/bot-api-server.ts'
import { silentLog } from '../support/database.ts'
import { readScript } from '../support/journey.ts'
import { runCommand, type SpawnedServer, spawnServer } from '../support/spawned-server.ts'
import { firstStart, startedFolder } from '../support/started-folder.ts'
import { storedOutcome } from '../support/stored-outcome.ts'
import { messageUpdate, pressUpdate, textUpdate } from '../support/telegram/updates.ts'

const secret = 'a-secret-of-the-webhook'
let bot: Awaited<ReturnType<typeof botApiServer>>
beforeAll(async () => {
  bot = await botApiServer()
})
afterAll(() => bot.stop())

/** The journey as the webhook requests that Telegram would send; buttons are found in what the bot has sent. */
class TelegramPerson {
  readonly #ids = new Map<string, number>()
  #update = 1

  update(who: string, line: { does: string; text?: string; button?: string; name?: string }): { update_id: number } {
    const id = this.#ids.get(who) ?? 1000 + this.#ids.size
    this.#ids.set(who, id)
    this.#update += 1
    if (line.does === 'type') return textUpdate(this.#update, id, line.text ?? '')
    if (line.does === 'press') return pressUpdate(this.#update, id, this.#data(id, line.button ?? ''))
    const document = { file_id: line.name, file_unique_id: line.name, file_name: line.name, file_size: 100 }
    return messageUpdate(this.#update, id, { document })
  }

  #data(id: number, button: string): string {
    const buttons =
      bot.sent.findLast(message => message.chat === String(id) && message.buttons.length > 0)?.buttons ?? []
    const found = /^\d+$/.test(button)
      ? buttons.find(({ data }) => data.endsWith(`:${button}`))
      : buttons.find(({ text }) => text.replace(/^\d+\. /, '').startsWith(button))
    if (!found) throw new Error(`no button «${button}» among ${JSON.stringify(buttons)}`)
    return found.data
  }
}

async function waitFor(isDone: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await isDone()) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('waited in vain')
}

/** Whether everything queued has been sent and every announced file is here. */
async function isDrained(url: string): Promise<boolean> {
  const health = (await (await fetch(`${url}/healthz`)).json()) as {
    parts: { database: { outbox: { waiting: number }; files: { waiting: number } } }
  }
  const { outbox, files } = health.parts.database
  return outbox.waiting === 0 && files.waiting === 0
}

/** The simulated clock goes on over a restart, as a real one does. */
function clockGoingOn(): () => string {
  const [begin, began] = [Temporal.Instant.from(firstStart), performance.now()]
  return () => begin.add({ milliseconds: Math.round(performance.now() - began) }).toString()
}

function textOf(reply: { body: unknown }): string {
  return (reply.body as { message: OutboundMessage }).message.text
}

async function play(scripts: readonly string[], isKilled: boolean) {
  const dataDir = await mkdtemp(join(tmpdir(), 'thidua-killed-'))
  await startedFolder(dataDir, 'real')
  bot.sent.length = 0
  const clock = clockGoingOn()
  const env = {
    DATA_DIR: dataDir,
    TELEGRAM_BOT_TOKEN: '123456:TEST',
    TELEGRAM_API_ROOT: bot.root,
    TELEGRAM_MODE: 'webhook',
    TELEGRAM_WEBHOOK_SECRET: secret,
  }
  const spawn = () => spawnServer({ ...env, CLOCK_START: clock() })
  let server: SpawnedServer = await spawn()
  const post = (update: object) =>
    fetch(`${server.url}/webhooks/telegram`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body: JSON.stringify(update),
    })
  const people = new TelegramPerson()
  let [who, n] = ['', 0]
  for (const script of scripts) {
    for (const line of readScript(script)) {
      if (line.does === 'as') who = line.who
      if (line.does === 'as' || line.does === 'hear') continue
      const invited = line.does === 'type' ? /\{invite (\S+) (\S+)\}/.exec(line.text) : null
      let text = line.does === 'type' ? line.text : undefined
      if (invited) {
        const made = await runCommand(['invite', '--unit', invited[2] ?? '', '--role', invited[1] ?? '', '--json'], {
          ...env,
          CLOCK_START: clock(),
        })
        text = text?.replace(invited[0], (JSON.parse(made.stdout) as { code: string }).code)
      }
      const update = people.update(who, { ...line, ...(text === undefined ? {} : { text }) })
      if (isKilled) {
        // Before, in the middle of, or after the work: the moment moves from event to event.
        const sending = post(update).catch(() => null)
        await new Promise(resolve => setTimeout(resolve, [0, 4, 15, 40, 120][n % 5]))
        await server.kill()
        await sending
        server = await spawn()
      }
      expect((await post(update)).status).toBe(200)
      await waitFor(() => isDrained(server.url))
      n += 1
    }
  }
  await waitFor(() => isDrained(server.url))
  await server.terminate()
  const store = await openStore({ dataDir, log: silentLog })
  try {
    const replies = await store.prisma.outbox.findMany({ where: { kind: 'REPLY' }, orderBy: { seq: 'asc' } })
    return {
      outcome: await storedOutcome(store.prisma),
      replies: replies.length,
      unsent: replies.filter(reply => reply.state !== 'SENT').length,
      unheard: replies.map(textOf).filter(text => !bot.sent.some(message => message.text.includes(text))),
      sendings: Math.max(...replies.map(reply => reply.attempts)),
    }
  } finally {
    await store.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

it('killed during or after every event, the database ends as if nothing had happened', {
  timeout: 600_000,
}, async () => {
  const scripts = ['handed-in']
  const undisturbed = await play(scripts, false)
  const killed = await play(scripts, true)
  expect(killed.outcome).toEqual(undisturbed.outcome)
  expect(killed.replies).toBe(undisturbed.replies)
  expect(killed.unsent).toBe(0)
  expect(bot.problems).toEqual([])
  // Each reply reached the person; once where nothing was in doubt, and never a third time.
  expect([undisturbed.unheard, killed.unheard]).toEqual([[], []])
  expect(undisturbed.sendings).toBe(1)
  expect(killed.sendings).toBeLessThanOrEqual(2)
})
