import { expect, test } from 'vitest'
import { createAttempts } from '../../src/people/attempts.ts'

const at = (minute: number) => new Date(Date.UTC(2024, 2, 20, 8, minute))
const limits = { each: 3, windowMilliseconds: 15 * 60_000 }

test('who has used its tries up waits for its own window; a thousand others who guess close the door for nobody else', () => {
  const attempts = createAttempts(limits)
  for (let guess = 0; guess < 3; guess++) attempts.count('guesser', at(0))
  for (let other = 0; other < 1_000; other++) attempts.count(`other ${other}`, at(1))
  expect(attempts.mayTry('guesser', at(14))).toBe(false)
  expect(attempts.mayTry('somebody else', at(14))).toBe(true)
  expect(attempts.mayTry('guesser', at(15))).toBe(true)
})

test('a clock that is set back makes nobody wait longer than one window', () => {
  const attempts = createAttempts(limits)
  for (let guess = 0; guess < 3; guess++) attempts.count('guesser', at(50))
  expect(attempts.mayTry('guesser', at(30))).toBe(true)
})

test('every door lets twenty wrong codes pass in a quarter of an hour, and not one more', () => {
  const attempts = createAttempts()
  for (let guess = 0; guess < 20; guess++) {
    expect(attempts.mayTry('guesser', at(guess % 10))).toBe(true)
    attempts.count('guesser', at(guess % 10))
  }
  expect(attempts.mayTry('guesser', at(10))).toBe(false)
  expect(attempts.mayTry('guesser', at(16))).toBe(true)
})
