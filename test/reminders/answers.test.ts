import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx, Screen } from '../../src/contract/feature.ts'
import { reminders } from '../../src/features/reminders/feature.ts'
import { beat } from '../../src/reminders/round/beat.ts'
import type { Store } from '../../src/store/open.ts'
import { freshEmbedded } from '../support/database.ts'
import { asPerson } from './as-person.ts'
import { deliverAll, type Season, storedSeason } from './stored-season.ts'

let store: Store
let season: Season
let key: string

beforeEach(async () => {
  store = await freshEmbedded()
  season = await storedSeason(store, ['A'])
  season.clock.set('2024-03-22T01:00:00Z')
  await beat(season.system, 'one')
  await deliverAll(season)
  await beat(season.system, 'one')
  const row = await store.prisma.reminder.findFirst({
    where: { personId: season.person['clerk-A'] ?? '', state: 'SENT' },
  })
  key = row?.outboxKey ?? ''
})
afterEach(() => store.close())

const as = <T>(name: string, work: (ctx: Ctx) => Promise<T>) => asPerson(season, name, work)

async function press(name: string, route: string, args: Record<string, string> = { key }): Promise<Screen> {
  const outcome = await as(name, ctx => reminders.routes?.[route]?.(ctx, args) ?? Promise.reject(new Error(route)))
  if (!('text' in outcome)) throw new Error('a screen was expected')
  return outcome
}

async function fill(form: string, answers: Record<string, unknown>): Promise<Screen> {
  const entry = reminders.forms?.find(one => one.form.id === form)
  const params = {
    obligation: season.obligation.A ?? '',
    key,
    what: '',
    due: '',
    today: '2024-03-22',
    latest: '2024-05-01',
  }
  const outcome = await as(
    'clerk-A',
    ctx => entry?.submit(ctx, { answers, params, draftId: '' }) ?? Promise.reject(new Error(form)),
  )
  if (!('text' in outcome)) throw new Error('a screen was expected')
  return outcome
}

const sentTo = (name: string) =>
  store.prisma.outbox.findMany({ where: { accountId: season.account[name] ?? '' }, orderBy: { seq: 'asc' } })

describe('an answer to a reminder', () => {
  test('«đã nhận» is kept in the ledger and offers the form', async () => {
    const screen = await press('clerk-A', 'reminders.ack')
    expect(screen.choices?.[0]?.go).toEqual({ to: 'launch', args: { unit: 'A' } })
    expect(await store.prisma.reminder.count({ where: { state: 'ACKNOWLEDGED' } })).toBe(1)
  })

  test('nobody answers the reminder of another', async () => {
    expect((await press('head-A', 'reminders.alreadySent')).text).toContain('không còn hiệu lực')
    await press('head-A', 'reminders.ack')
    expect(await store.prisma.reminder.count({ where: { state: 'ACKNOWLEDGED' } })).toBe(0)
  })

  test('«đã gửi rồi» tells what is missing, and what has been received', async () => {
    expect((await press('clerk-A', 'reminders.alreadySent')).text).toContain('hệ thống chưa nhận được')
    await store.prisma.obligation.updateMany({ data: { state: 'MET', metAt: new Date('2024-03-22T02:05:00Z') } })
    expect((await press('clerk-A', 'reminders.alreadySent')).text).toContain('đã nhận lúc 22/03/2024 09:05')
  })

  test('a promised day is held: silence before it, one reminder on it, and the head sees it', async () => {
    const screen = await fill('reminders.promise', { day: '2024-03-27' })
    expect(screen.text).toContain('27/03/2024')
    season.clock.set('2024-03-26T01:00:00Z')
    await beat(season.system, 'one')
    expect(await sentTo('clerk-A')).toHaveLength(1)
    expect(JSON.stringify((await sentTo('head-A')).map(row => row.body))).toContain('clerk-A hẹn gửi ngày 27/03')
    season.clock.set('2024-03-27T01:00:00Z')
    await beat(season.system, 'one')
    expect(JSON.stringify((await sentTo('clerk-A')).at(-1)?.body)).toContain('hẹn hôm nay gửi')
  })

  test('«không phải việc của tôi» goes to the head, who gets the ladder from then on', async () => {
    const screen = await fill('reminders.notMine', { who: 'Trần Thị Hoa' })
    expect(screen.text).toContain('Họ head-A')
    expect(JSON.stringify((await sentTo('head-A')).at(-1)?.body)).toContain('Trần Thị Hoa')
    season.clock.set('2024-03-28T01:00:00Z')
    await beat(season.system, 'one')
    expect(await sentTo('clerk-A')).toHaveLength(1)
    const head = await store.prisma.reminder.findFirst({
      where: { personId: season.person['head-A'] ?? '', step: '-1@2024-03-31' },
    })
    expect(head?.state).toBe('QUEUED')
  })
})

describe('«hẹn ngày 5/4», typed at once', () => {
  const kept = () => store.prisma.reminderOrder.findMany({ where: { kind: 'PROMISE' } })

  test('is held without another question', async () => {
    const screen = await press('clerk-A', 'promise', { day: '5/4' })
    expect(screen.text).toContain('05/04/2024')
    expect((await kept()).map(({ value }) => value)).toEqual(['2024-04-05'])
  })

  test('on a day off says on which day the reminder comes', async () => {
    expect((await press('clerk-A', 'promise', { day: 'thứ Bảy tuần sau' })).text).toContain('thứ Hai 01/04/2024')
  })

  test('that cannot be held is asked for again', async () => {
    for (const day of ['1/1', '30/2', '5/12']) {
      const outcome = await as(
        'clerk-A',
        ctx => reminders.routes?.promise?.(ctx, { day }) ?? Promise.reject(new Error('')),
      )
      expect(outcome, day).toMatchObject({ start: 'reminders.promise' })
    }
    expect(await kept()).toEqual([])
  })
})

test('an answer typed without a button is an answer to the latest reminder', async () => {
  expect((await press('clerk-A', 'reminders.alreadySent', {})).text).toContain('hệ thống chưa nhận được')
})

test('a promise in the past or too far away is refused with what is expected', () => {
  const check = reminders.forms?.find(one => one.form.id === 'reminders.promise')?.form.checks[0]
  const params = { today: '2024-03-22', latest: '2024-05-01' }
  expect(check?.problem({ day: '2024-03-21' }, params)).toEqual({ name: 'past' })
  expect(check?.problem({ day: '2024-06-01' }, params)).toEqual({ name: 'tooFar', params: { latest: '01/05/2024' } })
  expect(check?.problem({ day: '2024-03-25' }, params)).toBeNull()
})
