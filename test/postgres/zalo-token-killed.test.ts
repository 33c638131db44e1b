import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { FakeZalo } from 'zalo-api-client/testing'
import { killPoints } from '../../packages/zalo-api-client/test/rotation/kill-point.ts'
import { freshPostgres } from '../support/database.ts'
import { killedAt, spentPair, tokensOver, whatIsLeft } from '../support/zalo-tokens/killed.tsx'

let store: Awaited<ReturnType<typeof freshPostgres>>
let fake: FakeZalo
beforeAll(async () => {
  store = await freshPostgres()
})
beforeEach(async () => {
  fake = await FakeZalo.start()
  await spentPair(store.prisma, fake)
})
afterAll(() => store.close())

// Zalo has rotated and the new pair was in the dead process only: nothing but a new consent can help.
const lost = ['after-rotation', 'before-save']
const either = ['during-save']

test.each(killPoints)(
  'killed %s: the next process has a working pair, or doctor and desk ask for a new consent',
  async point => {
    await killedAt(point, store.databaseUrl, fake)
    await store.prisma.$executeRaw`UPDATE channel_token SET lease_until = clock_timestamp()`
    const left = await whatIsLeft(store, fake)
    if (!either.includes(point)) expect(left).toBe(lost.includes(point) ? 'needs-consent' : 'working')
    if (left === 'needs-consent') {
      await tokensOver(store.prisma, fake).exchangeCode(fake.oauth.consent())
      expect(await whatIsLeft(store, fake)).toBe('working')
    } else expect(Math.max(0, ...fake.oauth.presented.values())).toBeLessThanOrEqual(1)
    await fake.stop()
  },
)
