import { afterEach, beforeEach, expect, test } from 'vitest'
import { beat } from '../../src/reminders/round/beat.ts'
import { dueForALook, loadRound } from '../../src/reminders/round/load-round.ts'
import { planRound } from '../../src/reminders/round/round.ts'
import { Outdated, rememberLooks, writeMessages } from '../../src/reminders/round/write-round.ts'
import type { Store } from '../../src/store/open.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { freshEmbedded } from '../support/database.ts'
import { type Season, storedSeason } from './stored-season.ts'

let store: Store
let season: Season
const now = new Date('2024-03-22T01:00:00Z')

beforeEach(async () => {
  store = await freshEmbedded()
  season = await storedSeason(store, ['A'])
})
afterEach(() => store.close())

async function decided() {
  const rows = await dueForALook(store.prisma, season.campaign, now, '2024-03-22')
  const input = await loadRound(store.prisma, season.system, season.campaign, rows, now, null)
  return { round: planRound(input), seen: new Map(input.owed.map(owed => [owed.id, owed])) }
}

test('what is handed in between deciding and writing is not reminded of', async () => {
  const { round, seen } = await decided()
  expect(round.messages.length).toBeGreaterThan(0)
  await store.prisma.obligation.updateMany({ data: { state: 'MET' } })
  const writing = inTransaction(store.prisma, tx => writeMessages(tx, round.messages, season.campaign, seen, now, now))
  await expect(writing).rejects.toThrow(Outdated)
  expect(await store.prisma.reminder.count()).toBe(0)
  expect(await store.prisma.outbox.count()).toBe(0)
})

test('what another instance has written meanwhile is not written again', async () => {
  const { round, seen } = await decided()
  season.clock.set(now.toISOString())
  await beat(season.system, 'other')
  const before = await store.prisma.outbox.count()
  const writing = inTransaction(store.prisma, tx => writeMessages(tx, round.messages, season.campaign, seen, now, now))
  await expect(writing).rejects.toThrow(Outdated)
  expect(await store.prisma.outbox.count()).toBe(before)
})

test('a look that was planned for what has changed since is not remembered', async () => {
  const { round, seen } = await decided()
  await store.prisma.obligation.updateMany({ data: { returnedOn: '2024-03-27' } })
  await rememberLooks(store.prisma, round.lookAt, seen)
  expect(await store.prisma.obligation.count({ where: { nextReminderAt: null } })).toBe(1)
})
