import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { deadlineInstant, monthEnd, quarterEnd, workingCalendar } from '../../src/campaign/calendar.ts'
import { defaultCalendar } from './default-data.ts'

const calendar = defaultCalendar()
const day = (iso: string) => Temporal.PlainDate.from(iso)

describe('working-day arithmetic gives what the official calendar gives', () => {
  it.each([
    ['2024-03-15', 10, '2024-03-29'],
    ['2024-04-12', 10, '2024-05-02'],
    ['2024-04-12', 12, '2024-05-04'],
    ['2024-08-29', 5, '2024-09-09'],
    ['2025-01-24', 2, '2025-02-04'],
    ['2025-04-25', 3, '2025-04-29'],
    ['2026-02-13', 1, '2026-02-23'],
    ['2026-08-21', 5, '2026-08-27'],
    ['2026-04-24', 1, '2026-04-28'],
    ['2024-12-31', -10, '2024-12-17'],
  ])('%s %i working days → %s', (start, count, end) => {
    expect(calendar.addWorkingDays(day(start), count).toString()).toBe(end)
    expect(calendar.workingDaysBetween(day(start), day(end))).toBe(count)
  })

  it.each([
    [2024, 251],
    [2025, 250],
    [2026, 250],
    [2027, 250],
    [2028, 249],
  ])('the year %i has %i working days', (year, count) => {
    expect(calendar.workingDaysBetween(day(`${year - 1}-12-31`), day(`${year}-12-31`))).toBe(count)
  })

  it.each([
    [2024, ['2024-03-29', '2024-06-28', '2024-09-30', '2024-12-31']],
    [2025, ['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31']],
    [2026, ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31']],
    [2027, ['2027-03-31', '2027-06-30', '2027-09-30', '2027-12-31']],
    [2028, ['2028-03-31', '2028-06-30', '2028-09-29', '2028-12-29']],
  ])('the last working days of the quarters of %i', (year, expected) => {
    const last = [1, 2, 3, 4].map(quarter => calendar.lastWorkingDayOnOrBefore(quarterEnd(year, quarter)).toString())
    expect(last).toEqual(expected)
  })
})

it('a deadline ends at the last millisecond of its local day', () => {
  expect(deadlineInstant(day('2024-09-30'), 'Asia/Ho_Chi_Minh').toString()).toBe('2024-09-30T16:59:59.999Z')
})

it('a month ends on its last day, leap years too', () => {
  expect(monthEnd(2024, 2).toString()).toBe('2024-02-29')
  expect(monthEnd(2025, 2).toString()).toBe('2025-02-28')
  expect(() => monthEnd(2025, 13)).toThrow()
})

it('names the day off, and a plain weekend has no name', () => {
  expect(calendar.holidayName(day('2024-04-18'))).toBe('Giỗ Tổ Hùng Vương')
  expect(calendar.holidayName(day('2024-03-30'))).toBeNull()
})

it('a year that nobody has entered has weekends only, and says so', () => {
  expect(calendar.knowsYear(2024)).toBe(true)
  expect(calendar.knowsYear(2031)).toBe(false)
  expect(calendar.isWorkingDay(day('2031-01-01'))).toBe(true)
})

it('a calendar without any working day is refused aloud instead of searched for ever', () => {
  const never = workingCalendar({
    timeZone: 'UTC',
    weekend: ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'],
    years: {},
  })
  expect(() => never.addWorkingDays(day('2024-01-01'), 1)).toThrow(/calendar is wrong/)
})

describe('for any day from 2023 to 2029', () => {
  const anyDay = fc.integer({ min: 0, max: 2500 }).map(days => day('2023-01-01').add({ days }))
  const anyCount = fc.integer({ min: -300, max: 300 })

  it('adding lands on a working day, and counting gives the number back', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (start, count) => {
        const end = calendar.addWorkingDays(start, count)
        if (count !== 0) expect(calendar.isWorkingDay(end)).toBe(true)
        if (count >= 0 || calendar.isWorkingDay(start)) expect(calendar.workingDaysBetween(start, end)).toBe(count)
      }),
    )
  })

  it('there and back is the same working day', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (some, count) => {
        const start = calendar.firstWorkingDayOnOrAfter(some)
        const back = calendar.addWorkingDays(calendar.addWorkingDays(start, count), -count)
        expect(back.toString()).toBe(start.toString())
      }),
    )
  })

  it('the last working day on or before is the nearest one', () => {
    fc.assert(
      fc.property(anyDay, some => {
        const last = calendar.lastWorkingDayOnOrBefore(some)
        expect(calendar.isWorkingDay(last)).toBe(true)
        expect(calendar.workingDaysBetween(last, some)).toBe(0)
      }),
    )
  })
})
