import { afterEach, expect, test } from 'vitest'
import type { FakeZalo } from 'zalo-api-client/testing'
import type { Store } from '../../../src/store/open.ts'
import { freshEmbedded } from '../../support/database.ts'
import { testSystem } from '../../support/test-system.ts'
import { botSecret, ZaloStage } from '../../support/zalo/stage.ts'

let store: Store
let stage: ZaloStage
const open = async (way: 'oa' | 'bot-webhook', settle?: () => Promise<unknown>) => {
  store = await freshEmbedded()
  stage = await ZaloStage.open(await testSystem(store), way, { isSilent: true, ...(settle ? { settle } : {}) })
}
afterEach(async () => {
  await stage.close()
  await store.close()
})

/** A small generator of its own, so that a failure comes again. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

const random = randomFrom(114)
const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map(one => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)

interface Call {
  rawBody: Buffer
  headers: Record<string, string>
}

/** So many texts of each person, a second apart, as the platform would deliver them. */
const writers: Record<'oa' | 'bot-webhook', (fake: FakeZalo, texts: number) => { account: string; calls: Call[] }> = {
  oa: (fake, texts) => {
    const account = fake.users.add().id
    const event = (n: number) => {
      const { timestamp, ...rest } = fake.people.writes(account, `tin ${n}`)
      return { ...rest, timestamp: String(Number(timestamp) + n * 1_000) }
    }
    return { account, calls: Array.from({ length: texts }, (_, n) => fake.oaWebhook.sign(event(n))) }
  },
  'bot-webhook': (fake, texts) => {
    const account = fake.bot.addChat()
    const call = (n: number): Call => {
      const { message, ...rest } = fake.bot.update(account, `tin ${n}`)
      const sent = message as { date: number }
      const body = { ...rest, message: { ...sent, date: sent.date + n * 1_000 } }
      return { rawBody: Buffer.from(JSON.stringify(body)), headers: { 'x-bot-api-secret-token': botSecret } }
    }
    return { account, calls: Array.from({ length: texts }, (_, n) => call(n)) }
  },
}

/** As Zalo does: what got no answer is delivered once more. */
async function post({ rawBody, headers }: Call, tries = 3): Promise<number> {
  const init = { method: 'POST', headers, body: new Uint8Array(rawBody) }
  const response = await fetch(`${stage.url}/webhooks/${stage.channel.name}`, init).catch(() => null)
  return response?.status ?? (tries > 1 ? post({ rawBody, headers }, tries - 1) : 0)
}

const textsOf = (account: string) =>
  stage.handled.flatMap(({ account: of, content }) => (of === account && content.type === 'text' ? [content.text] : []))

test.each(['oa', 'bot-webhook'] as const)(
  '1,000 events (%s), each twice, shuffled within their person: each is stored once, in the order of their time',
  async way => {
    let letGo: () => void = () => undefined
    const allAreHere = new Promise<void>(resolve => {
      letGo = resolve
    })
    await open(way, () => allAreHere)
    const people = Array.from({ length: 20 }, () => writers[way](stage.fake, 50))
    const calls = people.flatMap(({ calls }) => shuffled([...calls, ...calls]))
    const answers = Promise.all(calls.map(call => post(call)))
    while (stage.asked < calls.length) await new Promise(resolve => setTimeout(resolve, 5))
    letGo()
    expect(new Set(await answers)).toEqual(new Set([200]))
    expect(await store.prisma.inboundEvent.count({ where: { channel: stage.channel.name } })).toBe(1_000)
    const inOrder = Array.from({ length: 50 }, (_, n) => `tin ${n}`)
    for (const { account } of people) expect(textsOf(account)).toEqual(inOrder)
  },
  300_000,
)

test('events that come long after younger ones were answered are stored once, and none is answered after a younger one', async () => {
  await open('oa')
  const people = Array.from({ length: 5 }, () => writers.oa(stage.fake, 20))
  const calls = shuffled(people.flatMap(({ calls }) => [...calls, ...calls]))
  for (let from = 0; from < calls.length; from += 20)
    expect(new Set(await Promise.all(calls.slice(from, from + 20).map(call => post(call))))).toEqual(new Set([200]))
  expect(await store.prisma.inboundEvent.count({ where: { channel: 'zalo-oa' } })).toBe(100)
  for (const { account } of people) {
    const numbers = textsOf(account).map(text => Number(text.slice(4)))
    expect(numbers.length).toBeGreaterThan(0)
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  }
})
