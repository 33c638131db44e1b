import { afterEach, beforeEach, expect, test } from 'vitest'
import { BotClient } from '../src/bot/bot-client.ts'
import type { BotUpdate } from '../src/bot/bot-update.ts'
import { pollUpdates } from '../src/bot/poll-updates.ts'
import { FakeClock } from '../src/testing/fake-clock.ts'
import { type FakeWorld, failureOf, fakeWorld } from './fake-world.ts'

let world: FakeWorld
let client: BotClient
let chat: string
let stop: AbortController
const texts: string[] = []

const handle = async ({ content }: BotUpdate) => {
  if (content.kind === 'text') texts.push(content.text)
}

beforeEach(async () => {
  world = await fakeWorld(new FakeClock())
  const { fake, runtime } = world
  client = new BotClient({ token: fake.bot.token, botApiRoot: fake.roots.botApi, runtime })
  chat = fake.bot.addChat()
  stop = new AbortController()
  texts.length = 0
})

afterEach(() => world.fake.stop())

test('updates come one after another, the next only after the last is handled', async () => {
  const { fake, runtime } = world
  let handling = 0
  const polling = pollUpdates({
    client,
    runtime,
    signal: stop.signal,
    handle: async update => {
      handling += 1
      expect(handling).toBe(1)
      await new Promise(resolve => setImmediate(resolve))
      handling -= 1
      await handle(update)
    },
  })
  for (let n = 0; n < 20; n += 1) await fake.bot.sends(chat, String(n))
  await expect.poll(() => texts).toEqual(Array.from({ length: 20 }, (_, n) => String(n)))
  stop.abort()
  await polling
})

test('an idle answer is not a failure', async () => {
  const { fake, runtime, clock } = world
  const failures: unknown[] = []
  const onFailure = (error: unknown) => failures.push(error)
  const polling = pollUpdates({ client, runtime, signal: stop.signal, handle, onFailure, timeoutSeconds: 30 })
  for (let n = 0; n < 5; n += 1) await clock.advance(31_000)
  await fake.bot.sends(chat, 'sau khi chờ')
  await expect.poll(() => texts).toEqual(['sau khi chờ'])
  expect(failures).toEqual([])
  stop.abort()
  await polling
})

test('a busy host, a lost answer and a used-up quota are waited out', async () => {
  const { fake, runtime, clock } = world
  const classes: string[] = []
  fake.faults.add('bot', { kind: 'code', code: 403 })
  fake.faults.add('bot', { kind: 'drop-before' })
  fake.faults.add('bot', { kind: 'code', code: 429 })
  await fake.bot.sends(chat, 'vẫn đến')
  const onFailure = ({ errorClass }: { errorClass: string }) => classes.push(errorClass)
  const polling = pollUpdates({ client, runtime, signal: stop.signal, handle, onFailure })
  await expect
    .poll(async () => {
      await clock.advance(60_000)
      return texts
    })
    .toEqual(['vẫn đến'])
  expect(classes).toEqual(['wait', 'ambiguous', 'quota'])
  stop.abort()
  await polling
})

test('a used-up quota is waited out for seconds, then a minute, then a quarter of an hour; other failures do not count', async () => {
  const { fake, clock } = world
  for (const code of [403, 429, 403, 429, 429, 429]) fake.faults.add('bot', { kind: 'code', code })
  await fake.bot.sends(chat, 'vẫn đến')
  const pauses: number[] = []
  const runtime = {
    ...world.runtime,
    sleep: async (ms: number) => {
      pauses.push(ms)
    },
  }
  const polling = pollUpdates({ client, runtime, signal: stop.signal, handle })
  await expect.poll(() => texts).toEqual(['vẫn đến'])
  expect(pauses).toEqual([1_000, 5_000, 2_000, 60_000, 900_000, 900_000])
  stop.abort()
  await clock.advance(60_000)
  await polling
})

test('a set webhook and a wrong token end the polling', async () => {
  const { fake, runtime } = world
  await client.setWebhook('https://thidua.example/hook', 'secret-secret')
  const blocked = pollUpdates({ client, runtime, signal: stop.signal, handle })
  expect(await failureOf(blocked)).toMatchObject({ code: 400, errorClass: 'payload' })
  const stranger = new BotClient({ token: '1:wrong', botApiRoot: fake.roots.botApi, runtime })
  const refused = pollUpdates({ client: stranger, runtime, signal: stop.signal, handle })
  expect(await failureOf(refused)).toMatchObject({ code: 401, errorClass: 'configuration' })
})

test('the signal ends a waiting poll at once', async () => {
  const polling = pollUpdates({ client, runtime: world.runtime, signal: stop.signal, handle })
  setImmediate(() => stop.abort())
  await polling
})

test('what the handler throws ends the polling: nothing is fetched that was not stored', async () => {
  const { fake, runtime } = world
  await fake.bot.sends(chat, 'một')
  await fake.bot.sends(chat, 'hai')
  const broken = async () => {
    throw new Error('disk full')
  }
  await expect(pollUpdates({ client, runtime, signal: stop.signal, handle: broken })).rejects.toThrow('disk full')
  expect(fake.bot.pendingUpdates).toBe(1)
})
