import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initiativesEffective, subUnitsRegistered } from '../../src/campaign/initiative-shares.ts'
import { gapOf, judge } from '../../src/campaign/measure.ts'
import type { Measure } from '../../src/campaign/target.ts'
import { defaultPlan } from './default-data.ts'

const nothing = { numerator: null, denominator: null, isDone: null }
const ratio = (numerator: bigint, denominator: bigint) => ({ numerator, denominator, isDone: null })

function measureOf(code: string): Measure {
  const target = defaultPlan().targets.find(known => known.code === code)
  if (!target) throw new Error(`no target ${code}`)
  return target.measure
}

describe('a figure is judged with whole numbers', () => {
  it('79,996 % is not 80 %, and what is missing is told to the đồng', () => {
    const c13 = measureOf('C13')
    expect(judge(c13, ratio(79_996n, 100_000n))).toBe('FAIL')
    expect(gapOf(c13, ratio(79_996n, 100_000n))).toBe(4n)
    expect(judge(c13, ratio(80_000n, 100_000n))).toBe('PASS')
    expect(gapOf(c13, ratio(80_001n, 100_000n))).toBe(0n)
  })

  it('nothing to measure is neither reached nor missed', () => {
    expect(judge(measureOf('C07'), ratio(0n, 0n))).toBe('NOT_APPLICABLE')
    expect(gapOf(measureOf('C07'), ratio(0n, 0n))).toBeNull()
  })

  it('100 % means all', () => {
    expect(judge(measureOf('C07'), ratio(999n, 1000n))).toBe('FAIL')
    expect(judge(measureOf('C07'), ratio(1000n, 1000n))).toBe('PASS')
  })

  it('rank 5 is in the top 5, rank 6 is not', () => {
    expect(judge(measureOf('C21'), { ...nothing, numerator: 5n })).toBe('PASS')
    expect(judge(measureOf('C21'), { ...nothing, numerator: 6n })).toBe('FAIL')
    expect(gapOf(measureOf('C21'), { ...nothing, numerator: 6n })).toBeNull()
  })

  it('counts: at least one initiative, no case of harassment', () => {
    expect(judge(measureOf('C15'), { ...nothing, numerator: 0n })).toBe('FAIL')
    expect(gapOf(measureOf('C15'), { ...nothing, numerator: 0n })).toBe(1n)
    expect(judge(measureOf('H03'), { ...nothing, numerator: 0n })).toBe('PASS')
    expect(judge(measureOf('H03'), { ...nothing, numerator: 1n })).toBe('FAIL')
  })

  it('yes, no, document', () => {
    expect(judge(measureOf('C16'), { ...nothing, isDone: true })).toBe('PASS')
    expect(judge(measureOf('C16'), { ...nothing, isDone: false })).toBe('FAIL')
    expect(judge(measureOf('C01'), { ...nothing, isDone: true })).toBe('PASS')
  })

  it('what people judge, what has no threshold and what is not there needs a human', () => {
    expect(judge(measureOf('C05'), nothing)).toBe('NEEDS_HUMAN')
    expect(judge(measureOf('C10c'), ratio(3n, 10n))).toBe('NEEDS_HUMAN')
    for (const code of ['C01', 'C07', 'C15', 'C16', 'C21']) expect(judge(measureOf(code), nothing)).toBe('NEEDS_HUMAN')
  })

  it('for any sums: what is missing is the smallest amount that reaches the target', () => {
    const c13 = measureOf('C13')
    fc.assert(
      fc.property(fc.bigInt(1n, 9n * 10n ** 15n), fc.nat(100), (plan, percent) => {
        const figure = ratio((plan * BigInt(percent)) / 100n, plan)
        const gap = gapOf(c13, figure) ?? -1n
        expect(judge(c13, { ...figure, numerator: figure.numerator + gap })).toBe('PASS')
        if (gap > 0n) expect(judge(c13, { ...figure, numerator: figure.numerator + gap - 1n })).toBe('FAIL')
        else expect(judge(c13, figure)).toBe('PASS')
      }),
    )
  })
})

describe('C20 at its boundary', () => {
  const register = (states: Record<string, number>) =>
    Object.entries(states).flatMap(([state, count]) => Array.from({ length: count }, () => ({ unitCode: 'A', state })))

  it.each([
    ['1 of 10', { REGISTERED: 9, EFFECT_CONFIRMED: 1 }, 'PASS'],
    ['1 of 11', { REGISTERED: 10, EFFECT_CONFIRMED: 1 }, 'FAIL'],
    ['0 of 0', {}, 'NOT_APPLICABLE'],
    ['2 of 19', { RECOGNISED: 17, EFFECT_CONFIRMED: 1, REPLICATED: 1 }, 'PASS'],
    ['1 of 11 with one rejected', { REGISTERED: 9, REJECTED: 1, EFFECT_CONFIRMED: 1 }, 'PASS'],
    [
      'the sample register',
      { REGISTERED: 9, RECOGNISED: 5, APPLIED: 4, EFFECT_CONFIRMED: 2, REPLICATED: 1, REJECTED: 1 },
      'PASS',
    ],
  ])('%s', (_, states, expected) => {
    expect(judge(measureOf('C20'), initiativesEffective(register(states)))).toBe(expected)
  })

  it('counts 3 of 21 in the sample register; drafts and withdrawn ones nowhere, ineffective ones in the base', () => {
    const sample = { REGISTERED: 9, RECOGNISED: 5, APPLIED: 4, EFFECT_CONFIRMED: 2, REPLICATED: 1, REJECTED: 1 }
    expect(initiativesEffective(register(sample))).toMatchObject({ numerator: 3n, denominator: 21n })
    const others = { DRAFT: 2, WITHDRAWN: 3, NOT_EFFECTIVE: 1, EFFECT_CONFIRMED: 1 }
    expect(initiativesEffective(register(others))).toMatchObject({ numerator: 1n, denominator: 2n })
  })
})

it('C19 counts sub-units with a registered initiative, once each', () => {
  const initiatives = [
    { unitCode: 'A', state: 'REGISTERED' },
    { unitCode: 'A', state: 'APPLIED' },
    { unitCode: 'B', state: 'REJECTED' },
    { unitCode: 'X', state: 'REGISTERED' },
  ]
  expect(subUnitsRegistered(['A', 'B'], initiatives)).toMatchObject({ numerator: 1n, denominator: 2n })
  expect(judge(measureOf('C19'), subUnitsRegistered(['A'], initiatives))).toBe('PASS')
  expect(judge(measureOf('C19'), subUnitsRegistered([], initiatives))).toBe('NOT_APPLICABLE')
})
