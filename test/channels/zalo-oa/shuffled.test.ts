import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../../src/store/open.ts'
import { freshEmbedded } from '../../support/database.ts'
import { testSystem } from '../../support/test-system.ts'
import { ZaloStage } from '../../support/zalo/stage.ts'

let store: Store
let stage: ZaloStage
beforeAll(async () => {
  store = await freshEmbedded()
  stage = await ZaloStage.open(await testSystem(store), 'oa', { isSilent: true })
})
afterAll(async () => {
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

test('1,000 events, each twice, in any order: every one is stored once, and none is answered after a younger one', async () => {
  const { fake, system } = stage
  const users = Array.from({ length: 20 }, () => fake.users.add().id)
  const events = users.flatMap(user => Array.from({ length: 50 }, (_, n) => fake.people.writes(user, `tin ${n}`)))
  const random = randomFrom(114)
  const order = [...events, ...events].map(event => ({ event, at: random() })).sort((a, b) => a.at - b.at)
  // As Zalo does: what got no answer is delivered once more.
  const post = async (event: (typeof events)[number], tries = 3): Promise<number> => {
    const { rawBody, headers } = fake.oaWebhook.sign(event)
    const init = { method: 'POST', headers, body: new Uint8Array(rawBody) }
    const response = await fetch(`${stage.url}/webhooks/zalo-oa`, init).catch(() => null)
    return response?.status ?? (tries > 1 ? post(event, tries - 1) : 0)
  }
  const answers = new Set<number>()
  for (let from = 0; from < order.length; from += 100)
    for (const status of await Promise.all(order.slice(from, from + 100).map(({ event }) => post(event))))
      answers.add(status)
  expect([...answers]).toEqual([200])
  expect(await system.prisma.inboundEvent.count({ where: { channel: 'zalo-oa' } })).toBe(1_000)
  expect(await system.prisma.account.count({ where: { channel: 'zalo-oa' } })).toBe(20)
  for (const user of users) {
    const answered = stage.handled.filter(({ account, content }) => account === user && content.type === 'text')
    const times = answered.map(({ at }) => at.getTime())
    expect(times.length).toBeGreaterThan(0)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  }
}, 300_000)
