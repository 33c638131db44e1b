import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RoomAnswer } from '../../src/contract/desk-page.ts'
import { calendarRoom } from '../../src/features/reminders/calendar-room.tsx'
import { beat } from '../../src/reminders/round/beat.ts'
import { calendarOf, spanAround } from '../../src/reminders/round/calendar.ts'
import { preview } from '../../src/reminders/round/preview.ts'
import { previewStored } from '../../src/reminders/round/preview-store.ts'
import { SeasonAhead } from '../../src/reminders/round/season-ahead.ts'
import type { Store } from '../../src/store/open.ts'
import { freshEmbedded } from '../support/database.ts'
import { aWorld, owed } from './a-world.ts'
import { asPerson } from './as-person.ts'
import { deliverAll, type Season, storedSeason } from './stored-season.ts'

describe('the days ahead', () => {
  test('are the same whether they are lived at once or as far as each page of the calendar asks', async () => {
    const world = () => aWorld([owed('D02', 'A', '2024-03-31'), owed('D03', 'B', '2024-04-15')])
    const whole = preview(world(), '2024-03-15', '2024-05-31')
    const season = new SeasonAhead(world(), '2024-03-15')
    const [april, march] = await Promise.all([
      season.between('2024-04-01', '2024-05-31'),
      season.between('2024-03-15', '2024-03-31'),
    ])
    expect([...march, ...april]).toEqual(whole)
    expect(await season.between('2024-03-01', '2024-03-14')).toEqual([])
  })

  test('let the program do other things between two days', async () => {
    const season = new SeasonAhead(aWorld([owed('D02', 'A', '2024-03-31')]), '2024-03-15')
    let turns = 0
    const other = setInterval(() => turns++, 0)
    await season.between('2024-03-15', '2024-06-30')
    clearInterval(other)
    expect(turns).toBeGreaterThan(3)
  })
})

describe('a calendar', () => {
  test('counts messages by day, and people by duty and level', () => {
    const world = aWorld([
      owed('D02', 'A', '2024-03-31'),
      owed('x', 'A', '2024-03-31'),
      owed('D02b', 'B', '2024-03-31'),
    ])
    const days = calendarOf(preview(world, '2024-03-22', '2024-03-26'), world.subjects)
    expect(days.get('2024-03-22')).toEqual({
      messages: 3,
      digests: 1,
      weeklies: 0,
      duties: [
        { what: 'Việc D02', told: { focalPoint: 1 }, people: 1 },
        { what: 'Việc x', told: { focalPoint: 1 }, people: 1 },
        { what: 'Việc D02b', told: { focalPoint: 1 }, people: 1 },
      ],
    })
    expect(days.get('2024-03-26')?.duties[0]).toEqual({
      what: 'Việc D02',
      told: { focalPoint: 1, head: 1 },
      people: 2,
    })
    expect(days.has('2024-03-23')).toBe(false)
  })

  test('shows whole weeks from Monday', () => {
    const march = spanAround('2024-03-26', 'month')
    expect([march.from, march.to, march.days[0], march.days.at(-1)]).toEqual([
      '2024-03-01',
      '2024-03-31',
      '2024-02-26',
      '2024-03-31',
    ])
    const week = spanAround('2024-03-31', 'week')
    expect([week.from, week.to, week.days.length]).toEqual(['2024-03-25', '2024-03-31', 7])
  })
})

describe('the calendar on the desk', () => {
  let store: Store
  let season: Season
  const room = calendarRoom()

  beforeAll(async () => {
    store = await freshEmbedded()
  })
  beforeEach(async () => {
    await store.prisma.$executeRawUnsafe(
      'TRUNCATE campaign, unit, person, account, outbox, audit, lease, setting RESTART IDENTITY CASCADE',
    )
    season = await storedSeason(store, ['A', 'B'])
    season.clock.set('2024-03-22T01:00:00Z')
  })
  afterAll(() => store.close())

  const ask = (rest: string, search = '') =>
    asPerson(season, 'officer', ctx =>
      room.answer(ctx, { rest, search: new URLSearchParams(search), form: null, address: '/lich', csrf: '' }),
    )
  async function htmlOf(answer: RoomAnswer | null): Promise<string> {
    if (!answer || !('body' in answer)) throw new Error('a page was expected')
    return String(await answer.body())
  }
  const messagesOf = (html: string, day: string) =>
    Number(new RegExp(`/lich/${day}"[^>]*>(\\d+) tin`).exec(html)?.[1] ?? 0)

  test('tells for each day what `reminders preview` tells, and what the beat then sends', async () => {
    const html = await htmlOf(await ask(''))
    const told = await previewStored(season.system, store.prisma, season.campaign, '2024-03-22', '2024-03-31')
    const days = [...new Set(told.map(({ day }) => day))]
    expect(days).toContain('2024-03-26')
    for (const day of days) expect(messagesOf(html, day), day).toBe(told.filter(one => one.day === day).length)
    const expected = told.filter(({ day }) => day <= '2024-03-26')
    for (const day of ['2024-03-22', '2024-03-25', '2024-03-26']) {
      season.clock.set(`${day}T01:00:00Z`)
      await beat(season.system, 'one')
      await deliverAll(season)
      await beat(season.system, 'one')
    }
    const sent = (await store.prisma.outbox.findMany({ where: { kind: 'REMINDER' } })).map(({ body }) =>
      JSON.stringify(body),
    )
    expect(sent).toHaveLength(expected.length)
    // The digest of a day also counts what only that day's records can tell.
    for (const { message, content } of expected.filter(one => !one.content.digest))
      expect(
        sent.some(body => body.includes(JSON.stringify(message.text))),
        JSON.stringify(content),
      ).toBe(true)
  })

  test('forgets what it has counted as soon as a unit hands in, and does not tell again what has gone out today', async () => {
    expect(messagesOf(await htmlOf(await ask('')), '2024-03-26')).toBe(5)
    await store.prisma.obligation.update({ where: { id: season.obligation.A ?? '' }, data: { state: 'MET' } })
    expect(messagesOf(await htmlOf(await ask('')), '2024-03-26')).toBe(3)
    expect(messagesOf(await htmlOf(await ask('')), '2024-03-22')).toBe(2)
    await beat(season.system, 'one')
    await deliverAll(season)
    const html = await htmlOf(await ask(''))
    expect(messagesOf(html, '2024-03-22')).toBe(0)
    expect(html).toContain('Đã gửi 2 tin')
  })

  test('opens a day with every message as it would be written, found by name or words', async () => {
    const html = await htmlOf(await ask('2024-03-29'))
    expect(html).toContain('Họ clerk-A, Phường A')
    expect(html).toContain('hôm nay là ngày làm việc cuối cùng trước hạn')
    const found = await htmlOf(await ask('2024-03-29', 'q=phuong%20b'))
    expect(found).toContain('Họ clerk-B')
    expect(found).not.toContain('Họ clerk-A')
  })

  test('knows no day that is none, nor one of another century', async () => {
    expect(await ask('2024-02-30')).toBeNull()
    expect(await ask('2124-03-29')).toBeNull()
    expect(await htmlOf(await ask('', 'ngay=2124-01-01'))).toContain('Tháng 3/2024')
  })
})
