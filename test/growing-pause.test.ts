import { expect, test } from 'vitest'
import { growingPause } from '../src/growing-pause.ts'

test('a pause doubles with every failure in a row, up to the longest, however many there were', () => {
  expect([1, 2, 3, 4, 5].map(failures => growingPause(failures, 1_000, 10_000))).toEqual([
    1_000, 2_000, 4_000, 8_000, 10_000,
  ])
  expect(growingPause(5_000, 1_000, 10_000)).toBe(10_000)
})
