import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, zoned } from '../src/clock.ts'

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
