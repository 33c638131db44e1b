import { expect, it } from 'vitest'
import {
  addDays,
  addWorkingDays,
  workingDayAt,
  workingDays,
  workingDaysBetween,
} from '../../../src/reminders/plan/working-days.ts'

/** Friday 22/03/2024 and Monday 25/03 work, the days between do not. */
const calendar = workingDays(day => day.dayOfWeek <= 5)

it('a day is asked of the calendar once', () => {
  const asked: string[] = []
  const counting = workingDays(day => {
    asked.push(day.toString())
    return day.toString() === '2024-03-22'
  })
  expect(['2024-03-22', '2024-03-22', '2024-03-23', '2024-03-23'].map(counting.isWorking)).toEqual([
    ...[true, true, false, false],
  ])
  expect(asked).toEqual(['2024-03-22', '2024-03-23'])
})

it('days are counted over the ends of months and years, forwards and backwards', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2024-12-31', 1)).toBe('2025-01-01')
  expect(addDays('2024-01-01', -1)).toBe('2023-12-31')
  expect(addDays('2024-03-31', 0)).toBe('2024-03-31')
  expect(addDays('2024-01-01', 366)).toBe('2025-01-01')
})

it('a working day is itself; a day off is the nearest one in the direction', () => {
  expect(workingDayAt('2024-03-22', 1, calendar)).toBe('2024-03-22')
  expect(workingDayAt('2024-03-23', 1, calendar)).toBe('2024-03-25')
  expect(workingDayAt('2024-03-24', -1, calendar)).toBe('2024-03-22')
})

it('a calendar without working days is told, not searched for ever; thirty days of rest are believed', () => {
  const from = (first: string) => ({ isWorking: (day: string) => day >= first })
  expect(workingDayAt('2024-01-01', 1, from('2024-01-30'))).toBe('2024-01-30')
  expect(() => workingDayAt('2024-01-01', 1, from('2024-01-31'))).toThrow(
    'no working day within 30 days of 2024-01-01: the calendar is wrong',
  )
})

it('working days away: the start is not counted', () => {
  expect(addWorkingDays('2024-03-21', 1, calendar)).toBe('2024-03-22')
  expect(addWorkingDays('2024-03-22', 1, calendar)).toBe('2024-03-25')
  expect(addWorkingDays('2024-03-22', 6, calendar)).toBe('2024-04-01')
  expect(addWorkingDays('2024-03-25', -1, calendar)).toBe('2024-03-22')
  expect(addWorkingDays('2024-03-23', 0, calendar)).toBe('2024-03-23')
})

it('working days between two days: after the first, with the last, negative backwards', () => {
  expect(workingDaysBetween('2024-03-22', '2024-03-22', calendar)).toBe(0)
  expect(workingDaysBetween('2024-03-22', '2024-03-24', calendar)).toBe(0)
  expect(workingDaysBetween('2024-03-22', '2024-03-25', calendar)).toBe(1)
  expect(workingDaysBetween('2024-03-18', '2024-03-22', calendar)).toBe(4)
  expect(workingDaysBetween('2024-03-25', '2024-03-22', calendar)).toBe(-1)
})
