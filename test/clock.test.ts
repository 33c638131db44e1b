import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, localTime, zoned } from '../src/clock.ts'

const zones = ['Asia/Ho_Chi_Minh', 'UTC', 'Asia/Kathmandu', 'Pacific/Chatham', 'America/St_Johns', 'America/Asuncion']

test('the day of an instant is the day on the wall, whatever was asked before', () => {
  const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  const asked = fc.tuple(instant, fc.constantFrom(...zones), fc.integer({ min: -1_000_000, max: 1_000_000 }))
  fc.assert(
    fc.property(asked, ([at, zone, later]) => {
      const near = new Date(at.getTime() + later)
      for (const one of [at, near, at])
        expect(dayOf(one, zone).toString()).toBe(zoned(one, zone).toPlainDate().toString())
    }),
    { numRuns: 2_000 },
  )
})

test('a day ends at midnight, to the millisecond', () => {
  const midnight = Date.parse('2024-03-14T17:00:00Z')
  const days = [midnight - 1, midnight].map(at => dayOf(new Date(at), 'Asia/Ho_Chi_Minh').toString())
  expect(days).toEqual(['2024-03-14', '2024-03-15'])
})

test('an instant is told by the clocks of the place, on days when these are changed too', () => {
  const told = (at: string, zone: string) => localTime(new Date(at), zone)
  expect(told('2024-03-31T16:59:59Z', 'Asia/Ho_Chi_Minh')).toBe('31/03/2024 23:59')
  expect(told('2024-03-31T17:00:00Z', 'Asia/Ho_Chi_Minh')).toBe('01/04/2024 00:00')
  expect(told('2024-03-31T00:59:59Z', 'Europe/Berlin')).toBe('31/03/2024 01:59')
  expect(told('2024-03-31T01:00:00Z', 'Europe/Berlin')).toBe('31/03/2024 03:00')
})
