import { describe, expect, it } from 'vitest'
import { countBallots } from '../../../src/features/council/rules/count.ts'
import { rulesFor, rulesOf } from '../../../src/features/council/rules/rules.ts'
import { leastOf, reaches } from '../../../src/features/council/rules/share.ts'
import { defaultPlan } from '../../campaign/default-data.ts'

const { council } = defaultPlan().commendation
const share = (numerator: number, denominator: number) => ({ numerator, denominator, moreThan: false })

it('a sitting needs two thirds of all members, unless the plan says otherwise', () => {
  const { quorum } = rulesFor({ council }, null)
  expect([3, 4, 5, 6, 7, 9].map(members => leastOf(members, quorum))).toEqual([2, 3, 4, 4, 5, 6])
  const strict = rulesFor({ council: { ...council, quorum: share(80, 100) } }, null)
  expect([3, 4, 5, 6, 7, 9].map(members => leastOf(members, strict.quorum))).toEqual([3, 4, 4, 5, 6, 8])
})

it('a majority that is chosen for one sitting leaves its quorum as it is', () => {
  const { quorum, pass } = rulesFor({ council }, 1)
  expect([quorum, pass]).toEqual([council.quorum, council.presets[1]])
})

it('a sitting keeps the rules of the day it was prepared, whatever the plan says later', () => {
  const stored: unknown = JSON.parse(JSON.stringify(rulesFor({ council }, null)))
  expect(rulesOf({ rules: stored })).toEqual(rulesFor({ council }, null))
})

describe('ballots are counted', () => {
  const usual = { pass: council.pass, isWrittenOpinionCounted: true }
  const cast = (agree: number, disagree: number, blank = 0) =>
    [...Array(agree).fill('AGREE'), ...Array(disagree).fill('DISAGREE'), ...Array(blank).fill('BLANK')].map(
      (vote: 'AGREE' | 'DISAGREE' | 'BLANK') => ({ vote, isWritten: false }),
    )

  it.each([
    [3, 2, 5, 'AGREED'],
    [3, 0, 5, 'AGREED'],
    [2, 0, 5, 'NOT_AGREED'],
    [2, 2, 5, 'TIE'],
    [3, 3, 6, 'TIE'],
    [3, 2, 6, 'NOT_AGREED'],
    [4, 2, 6, 'AGREED'],
    [0, 0, 5, 'TIE'],
  ] as const)('%i for, %i against, of %i members: %s', (agree, disagree, members, verdict) => {
    expect(countBallots(cast(agree, disagree), members, usual).verdict).toBe(verdict)
  })

  it('against the share that was chosen, never below more than half', () => {
    const of = (numerator: number, agree: number) =>
      countBallots(cast(agree, 10 - agree), 10, { ...usual, pass: share(numerator, 100) }).verdict
    expect([of(80, 7), of(80, 8), of(90, 8), of(90, 9)]).toEqual(['NOT_AGREED', 'AGREED', 'NOT_AGREED', 'AGREED'])
    expect([of(40, 5), of(40, 6)]).toEqual(['TIE', 'AGREED'])
  })
})

it('a share is reached by as many as it says, or by more where more is asked for; of nobody it is never reached', () => {
  const half = share(1, 2)
  const moreThanHalf = { ...half, moreThan: true }
  expect([1, 2, 3].map(count => reaches(count, 4, half))).toEqual([false, true, true])
  expect([1, 2, 3].map(count => reaches(count, 4, moreThanHalf))).toEqual([false, false, true])
  expect(reaches(0, 0, half)).toBe(false)
})
