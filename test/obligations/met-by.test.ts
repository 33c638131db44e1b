import { describe, expect, it } from 'vitest'
import { codesServedBy, dutiesMetBy } from '../../src/obligations/met-by.ts'
import { defaultPlan } from '../campaign/default-data.ts'

const plan = defaultPlan()
const report = (code: string) => dutiesMetBy(plan, { kind: 'target', code, period: '2024-Q2' })

describe('what is handed in counts towards', () => {
  it('the duties that ask for just this', () => {
    expect(dutiesMetBy(plan, { kind: 'launchDocument' })).toEqual(['D02'])
    expect(dutiesMetBy(plan, { kind: 'initiative' })).toEqual(['C15'])
  })

  it('the summary of a unit or of the campaign, each the one duty that asks for it', () => {
    expect(dutiesMetBy(plan, { kind: 'summary', of: 'UNIT' })).toEqual(['D06'])
    expect(dutiesMetBy(plan, { kind: 'summary', of: 'CAMPAIGN' })).toEqual(['D07'])
  })

  it('for a figure every duty with its target, at the end of a period and at the end of the year', () => {
    expect(report('C07')).toEqual(['D09', 'D10'])
    expect(report('C04')).toEqual(['D10'])
    expect(report('C19')).toEqual([])
  })

  it('for one sum of disbursement both its thresholds and its months', () => {
    expect(report('C13')).toEqual(['D03', 'D04', 'D09M'])
    expect(report('C14')).toEqual(report('C13'))
  })
})

describe('one report serves', () => {
  it('its target alone, where it is no sum of money or not in the plan', () => {
    expect(codesServedBy(plan, 'C07')).toEqual(['C07'])
    // Counted against the same denominator, and yet another question.
    expect(codesServedBy(plan, 'C10a')).toEqual(['C10a'])
    expect(codesServedBy(plan, 'C15')).toEqual(['C15'])
    expect(codesServedBy(plan, 'Z99')).toEqual(['Z99'])
  })

  it('all targets that hold the same sums of money, and no other sum', () => {
    expect(codesServedBy(plan, 'C14')).toEqual(['C13', 'C14'])
    const targets = plan.targets.map(target =>
      target.code === 'C14' && target.measure.kind === 'PERCENT'
        ? { ...target, measure: { ...target.measure, denominator: 'tổng chi' } }
        : target,
    )
    expect(codesServedBy({ ...plan, targets }, 'C13')).toEqual(['C13'])
    const counted = plan.targets.map(target =>
      target.code === 'C14' && target.measure.kind === 'PERCENT'
        ? { ...target, measure: { ...target.measure, unit: 'count' as const } }
        : target,
    )
    expect(codesServedBy({ ...plan, targets: counted }, 'C13')).toEqual(['C13'])
  })
})
