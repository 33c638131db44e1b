import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { remindersPage } from '../../src/features/reminders/page/page.ts'
import { beat } from '../../src/reminders/round/beat.ts'
import type { Store } from '../../src/store/open.ts'
import { freshEmbedded } from '../support/database.ts'
import { asPerson } from './as-person.ts'
import { deliverAll, type Season, storedSeason } from './stored-season.ts'

let store: Store
let season: Season

beforeAll(async () => {
  store = await freshEmbedded()
})
beforeEach(async () => {
  await store.prisma.$executeRawUnsafe(
    'TRUNCATE campaign, unit, person, account, outbox, audit, lease, setting RESTART IDENTITY CASCADE',
  )
  season = await storedSeason(store, ['A', 'B'])
})
afterAll(() => store.close())

async function live(instant: string): Promise<void> {
  season.clock.set(instant)
  await beat(season.system, 'one')
  await deliverAll(season)
  await beat(season.system, 'one')
}

const board = (filters: Record<string, string> = {}) =>
  asPerson(season, 'officer', ctx => remindersPage.rows(ctx, { q: '', filters, page: 1, size: 25 }))
const detail = (unit: string) =>
  asPerson(season, 'officer', ctx => remindersPage.detail(ctx, season.obligation[unit] ?? ''))
const act = (unit: string, action: string, reason = 'Đơn vị đã gọi điện') =>
  asPerson(season, 'officer', ctx => remindersPage.act(ctx, season.obligation[unit] ?? '', action, reason))
const skipOf = async (unit: string) =>
  (await detail(unit))?.actions.find(({ name }) => name.startsWith('SKIP'))?.name ?? ''

describe('the overdue board', () => {
  test('lists the longest overdue first, by how many working days, with who was told when at each level', async () => {
    await live('2024-03-22T01:00:00Z')
    await live('2024-03-26T01:00:00Z')
    await store.prisma.obligation.update({ where: { id: season.obligation.A ?? '' }, data: { dueOn: '2024-04-02' } })
    season.clock.set('2024-04-05T01:00:00Z')
    const { rows } = await board({ state: 'overdue' })
    expect(rows.map(({ cells }) => [cells[0], cells[2]])).toEqual([
      ['Phường B', '31/03/2024\nquá 5 ngày làm việc'],
      ['Phường A', '02/04/2024\nquá 3 ngày làm việc'],
    ])
    expect(rows[0]?.cells[3]?.split('\n')).toEqual(['Họ clerk-B (đầu mối) 26/03', 'Họ head-B (thủ trưởng) 26/03'])
    expect(rows[0]?.state).toEqual({ label: 'Quá hạn', tone: 'bad' })
  })

  test('shows a promised day and a stopped ladder with its reason, and finds them', async () => {
    season.clock.set('2024-04-05T01:00:00Z')
    const order = {
      at: season.clock.now(),
      byId: season.person['clerk-A'] ?? '',
      personId: season.person['clerk-A'] ?? '',
    }
    await store.prisma.reminderOrder.create({
      data: { ...order, id: order.byId, obligationId: season.obligation.A ?? '', kind: 'PROMISE', value: '2024-04-08' },
    })
    await act('B', 'STOP', 'Đơn vị đang sáp nhập')
    expect((await board({ state: 'promised' })).rows.map(({ state }) => state.label)).toEqual([
      'Quá hạn · hẹn gửi 08/04/2024',
    ])
    expect((await board({ state: 'stopped' })).rows.map(({ state }) => state.label)).toEqual([
      'Quá hạn · dừng nhắc: Đơn vị đang sáp nhập',
    ])
    expect((await board({ viec: 'D02:' })).total).toBe(2)
    expect((await board({ viec: 'D05:' })).total).toBe(0)
  })

  test('is for officers only', async () => {
    await asPerson(season, 'head-A', async ctx => {
      expect(remindersPage.mayOpen(ctx.person)).toBe(false)
      expect(await remindersPage.detail(ctx, season.obligation.A ?? '')).toBeNull()
      expect((await remindersPage.act(ctx, season.obligation.A ?? '', 'STOP', 'không được')).ok).toBe(false)
    })
    expect(await store.prisma.reminderOrder.count()).toBe(0)
  })
})

describe('an officer’s order', () => {
  test('to leave out the next reminder leaves out that one alone, however often it is pressed', async () => {
    await live('2024-03-22T01:00:00Z')
    const name = await skipOf('A')
    expect(name).toContain('2024-03-26')
    expect((await act('A', name)).say).toContain('thứ Ba 26/03/2024')
    await act('A', name)
    expect(await store.prisma.reminderOrder.count({ where: { kind: 'SKIP' } })).toBe(1)
    expect(await store.prisma.audit.count({ where: { action: 'reminder.skip', reason: 'Đơn vị đã gọi điện' } })).toBe(1)
    expect(await skipOf('A')).toContain('2024-03-28')
    const told = () =>
      store.prisma.reminder.count({ where: { obligationId: season.obligation.A ?? '', state: 'SENT' } })
    const before = await told()
    await live('2024-03-26T01:00:00Z')
    expect(await told()).toBe(before)
    await live('2024-03-28T01:00:00Z')
    expect(await told()).toBeGreaterThan(before)
  })

  test('to remind now sends within the office hours, and says when it must wait', async () => {
    season.clock.set('2024-03-23T03:00:00Z')
    expect((await act('A', 'HASTEN')).say).toBe('Ngoài giờ gửi tin; lời nhắc sẽ đi lúc 08:00, thứ Hai 25/03/2024.')
    await act('A', 'HASTEN')
    expect(await store.prisma.reminderOrder.count({ where: { kind: 'HASTEN' } })).toBe(1)
    await live('2024-03-25T01:00:00Z')
    const rows = await store.prisma.reminder.findMany({ where: { step: 'hasten@2024-03-23', state: 'SENT' } })
    expect(rows).toHaveLength(2)
  })

  test('needs a reason, and an obligation that is still open', async () => {
    expect((await act('A', 'STOP', ' ')).ok).toBe(false)
    await store.prisma.obligation.updateMany({ data: { state: 'MET' } })
    expect((await act('A', 'STOP')).ok).toBe(false)
    expect((await detail('A'))?.actions).toEqual([])
  })
})
