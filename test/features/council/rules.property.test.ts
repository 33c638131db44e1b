import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Share } from '../../../src/campaign/commendation-plan.ts'
import { conflictFound } from '../../../src/features/council/rules/conflict.ts'
import { countBallots } from '../../../src/features/council/rules/count.ts'
import { leastOf, reaches } from '../../../src/features/council/rules/share.ts'
import { runs } from '../../support/runs.ts'

const half: Share = { numerator: 1, denominator: 2, moreThan: true }
const share = fc
  .record({
    numerator: fc.integer({ min: 1, max: 100 }),
    denominator: fc.integer({ min: 1, max: 100 }),
    moreThan: fc.boolean(),
  })
  .filter(({ numerator, denominator }) => numerator <= denominator)
const vote = fc.constantFrom('AGREE', 'DISAGREE', 'BLANK', null)
const ballot = fc.record({ vote, isWritten: fc.boolean() })
/** A council and what was cast in it: never more ballots than members. */
const sitting = fc
  .integer({ min: 3, max: 60 })
  .chain(members => fc.tuple(fc.constant(members), fc.array(ballot, { maxLength: members })))

describe('the quorum', () => {
  it('is two thirds of all members, rounded up', () => {
    const thirds: Share = { numerator: 2, denominator: 3, moreThan: false }
    for (const [all, least] of [
      [3, 2],
      [4, 3],
      [5, 4],
      [6, 4],
      [7, 5],
      [9, 6],
      [10, 7],
      [30, 20],
    ] as const)
      expect(leastOf(all, thirds)).toBe(least)
    expect(leastOf(10, { numerator: 80, denominator: 100, moreThan: false })).toBe(8)
  })

  it('is the least number that reaches the share, and one fewer does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), share, (all, wanted) => {
        const least = leastOf(all, wanted)
        if (least === null) return !reaches(all, all, wanted)
        return reaches(least, all, wanted) && (least === 0 || !reaches(least - 1, all, wanted))
      }),
      { numRuns: runs(500) },
    )
  })
})

describe('the count', () => {
  it('has each ballot once', () => {
    fc.assert(
      fc.property(sitting, share, fc.boolean(), ([members, ballots], pass, isWrittenOpinionCounted) => {
        const count = countBallots(ballots, members, { pass, isWrittenOpinionCounted })
        return count.agree + count.disagree + count.blank + count.aside + count.unreadable === ballots.length
      }),
      { numRuns: runs(500) },
    )
  })

  it('passes with more than half of all members and with nothing less, whatever share was chosen', () => {
    fc.assert(
      fc.property(sitting, share, ([members, ballots], pass) => {
        const { agree, verdict } = countBallots(ballots, members, { pass, isWrittenOpinionCounted: true })
        const isMost = agree * 2 > members
        return verdict === 'AGREED'
          ? isMost && reaches(agree, members, pass)
          : !(isMost && reaches(agree, members, pass))
      }),
      { numRuns: runs(500) },
    )
    const even = Array.from({ length: 10 }, (_, at) => ({ vote: at < 5 ? ('AGREE' as const) : null, isWritten: false }))
    expect(countBallots(even, 10, { pass: half, isWrittenOpinionCounted: true }).verdict).toBe('NOT_AGREED')
    const loose: Share = { numerator: 1, denominator: 2, moreThan: false }
    expect(countBallots(even, 10, { pass: loose, isWrittenOpinionCounted: true }).verdict).toBe('NOT_AGREED')
  })

  it('leaves as many for as against to people', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), (each, blank) => {
        const of = (vote: 'AGREE' | 'DISAGREE' | 'BLANK', count: number) =>
          Array.from({ length: count }, () => ({ vote, isWritten: false }))
        const ballots = [...of('AGREE', each), ...of('DISAGREE', each), ...of('BLANK', blank)]
        return (
          countBallots(ballots, ballots.length + 1, { pass: half, isWrittenOpinionCounted: true }).verdict === 'TIE'
        )
      }),
      { numRuns: runs(200) },
    )
  })

  it('is of all members: a ballot that is taken out helps neither side', () => {
    fc.assert(
      fc.property(sitting, share, ([members, ballots], pass) => {
        const rules = { pass, isWrittenOpinionCounted: true }
        const before = countBallots(ballots, members, rules)
        const without = countBallots(ballots.slice(1), members, rules)
        return without.agree <= before.agree && (without.verdict !== 'AGREED' || before.verdict === 'AGREED')
      }),
      { numRuns: runs(500) },
    )
  })

  it('has written opinions aside where the rules do not count them', () => {
    const ballots = [true, true, false].map(isWritten => ({ vote: 'AGREE' as const, isWritten }))
    expect(countBallots(ballots, 3, { pass: half, isWrittenOpinionCounted: true })).toMatchObject({
      agree: 3,
      aside: 0,
    })
    const present = countBallots(ballots, 3, { pass: half, isWrittenOpinionCounted: false })
    expect(present).toMatchObject({ agree: 1, aside: 2, verdict: 'NOT_AGREED' })
  })
})

describe('a conflict', () => {
  const nominee = { unitCode: 'U1', nomineeId: null, isCollective: true }
  it('is found for the nominee in person, whatever the plan says', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.boolean(), (one, other, isOwnUnitConflict) => {
        const about = { unitCode: 'U1', nomineeId: one, isCollective: false }
        const own = conflictFound({ personId: one, units: [] }, about, { isOwnUnitConflict })
        const others = conflictFound({ personId: other, units: ['U1'] }, about, { isOwnUnitConflict })
        return own === 'OWN' && (one === other || others === null)
      }),
      { numRuns: runs(200) },
    )
  })

  it('is found for a collective of the own unit only where the plan says so', () => {
    const member = { personId: 'p', units: ['U0', 'U1'] }
    expect(conflictFound(member, nominee, { isOwnUnitConflict: true })).toBe('UNIT')
    expect(conflictFound(member, nominee, { isOwnUnitConflict: false })).toBeNull()
    expect(conflictFound({ ...member, units: ['U2'] }, nominee, { isOwnUnitConflict: true })).toBeNull()
  })
})
