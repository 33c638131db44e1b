import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { gapOf, judge } from '../../../src/campaign/measure.ts'
import type { Plan } from '../../../src/campaign/plan.ts'
import { periodAround } from '../../../src/campaign/report-period.ts'
import type { Measure } from '../../../src/campaign/target.ts'
import { type Figure, fell, noFigure } from '../../../src/features/progress/figure.ts'
import {
  isOpenTo,
  mayCorrect,
  mayMove,
  maySee,
  type ReportAction,
  reportActions,
  type Standing,
  successionOf,
} from '../../../src/features/progress/rules.ts'
import { isReported, reportKind, targetOf } from '../../../src/features/progress/targets.ts'
import type { HeldRole, Person } from '../../../src/people/person.ts'
import { smallPlan } from '../initiatives/small-plan.ts'

const plan = smallPlan as Plan
const of = (numerator: bigint, denominator: bigint | null = null): Figure => ({ ...noFigure, numerator, denominator })
const percent = (threshold: number | null): Measure => ({
  kind: 'PERCENT',
  unit: 'count',
  numerator: '',
  denominator: '',
  comparison: 'gte',
  threshold,
})

describe('judging a figure', () => {
  it('never takes 79,996 % for 80 %', () => {
    expect(judge(percent(80), of(79_996n, 100_000n))).toBe('FAIL')
    expect(judge(percent(80), of(4n, 5n))).toBe('PASS')
  })

  it('calls nothing to measure neither reached nor missed', () => {
    expect(judge(percent(100), of(0n, 0n))).toBe('NOT_APPLICABLE')
  })

  it('leaves words, documents and targets without a threshold to people', () => {
    expect(judge({ kind: 'QUALITATIVE', label: '' }, noFigure)).toBe('NEEDS_HUMAN')
    expect(judge(percent(null), of(1n, 2n))).toBe('NEEDS_HUMAN')
  })

  it('takes rank 5 and not rank 6 for top 5', () => {
    const rank: Measure = { kind: 'RANK', label: '', comparison: 'lte', threshold: 5, ofYear: 2023 }
    expect([5n, 6n].map(value => judge(rank, of(value)))).toEqual(['PASS', 'FAIL'])
  })

  it('names a gap that just reaches the threshold', () => {
    const whole = fc.bigInt({ min: 1n, max: 10n ** 15n })
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 1, max: 100 }), (a, b, threshold) => {
        const [numerator, denominator] = a <= b ? [a, b] : [b, a]
        const gap = gapOf(percent(threshold), of(numerator, denominator)) ?? -1n
        expect(gap).toBeGreaterThanOrEqual(0n)
        expect(judge(percent(threshold), of(numerator + gap, denominator))).toBe('PASS')
        if (gap > 0n) expect(judge(percent(threshold), of(numerator + gap - 1n, denominator))).toBe('FAIL')
      }),
    )
  })
})

describe('a cumulative figure that falls', () => {
  it('is noticed when fewer are done, when the share is smaller, and when a yes becomes a no', () => {
    expect(fell(of(17n, 20n), of(16n, 20n))).toBe(true)
    expect(fell(of(17n, 20n), of(17n, 25n))).toBe(true)
    expect(fell({ ...noFigure, isDone: true }, { ...noFigure, isDone: false })).toBe(true)
    expect(fell(of(17n, 20n), of(0n, 0n))).toBe(true)
  })

  it('is not seen where there was none before, or where it grew or stayed', () => {
    expect(fell(noFigure, of(1n, 20n))).toBe(false)
    expect(fell(of(17n, 20n), of(17n, 20n))).toBe(false)
    expect(fell(of(17n, 20n), of(18n, 20n))).toBe(false)
    expect(fell(of(0n, 0n), of(0n, 5n))).toBe(false)
  })
})

const person = (id: string, role: HeldRole['role'], unitCode: string): Person => ({
  ...{ id, fullName: id, givenName: id, locale: 'vi' },
  roles: [{ role, unitCode, position: '' }],
})

describe('states of a report (plan §9.4)', () => {
  const at = (state: Standing['state'], awaitingHead = false): Standing => ({
    ...{ state, awaitingHead, unitCode: 'P1', senderId: 'clerk' },
  })
  const open = (standing: Standing) => reportActions.filter(action => isOpenTo(standing, action))

  it('moves only along the arrows of the plan', () => {
    expect(open(at('DRAFT'))).toEqual([])
    expect(open(at('DRAFT', true))).toEqual(['approve', 'sendBack'])
    expect(open(at('SUBMITTED'))).toEqual(['verify', 'return'])
    expect(open(at('VERIFIED'))).toEqual(['lock'])
    for (const state of ['RETURNED', 'LOCKED'] as const) expect(open(at(state))).toEqual([])
  })

  it('lets the head approve, the managing office and the focal agency of the field verify, and nobody else', () => {
    const may = (who: Person, action: ReportAction) => mayMove(who, at('SUBMITTED'), action, ['TCKH'])
    expect(may(person('h', 'HEAD', 'P1'), 'approve')).toBe(true)
    expect(may(person('h', 'HEAD', 'P2'), 'approve')).toBe(false)
    expect(may(person('clerk', 'CLERK', 'P1'), 'approve')).toBe(false)
    expect(may(person('o', 'PNV', 'NV'), 'verify')).toBe(true)
    expect(may(person('f', 'FOCAL', 'TCKH'), 'verify')).toBe(true)
    expect(may(person('f', 'FOCAL', 'TP'), 'verify')).toBe(false)
    expect(may(person('h', 'HEAD', 'P1'), 'verify')).toBe(false)
    expect(may(person('clerk', 'PNV', 'NV'), 'verify')).toBe(false)
    expect(may(person('o', 'PNV', 'NV'), 'lock')).toBe(true)
    expect(may(person('f', 'FOCAL', 'TCKH'), 'lock')).toBe(false)
    expect(may(person('clerk', 'PNV', 'NV'), 'lock')).toBe(false)
  })

  it('keeps what is not handed in inside the unit', () => {
    const officer = person('o', 'PNV', 'NV')
    expect(maySee(officer, at('DRAFT', true), [])).toBe(false)
    expect(maySee(officer, at('SUBMITTED'), [])).toBe(true)
    expect(maySee(person('h', 'HEAD', 'P1'), at('DRAFT', true), [])).toBe(true)
    expect(maySee(person('c', 'CLERK', 'P2'), at('SUBMITTED'), [])).toBe(false)
  })

  it('offers a correction only of what came back', () => {
    const clerk = person('clerk', 'CLERK', 'P1')
    expect(mayCorrect(clerk, at('RETURNED'))).toBe(true)
    expect(mayCorrect(clerk, at('DRAFT'))).toBe(true)
    expect(mayCorrect(clerk, at('DRAFT', true))).toBe(false)
    expect(mayCorrect(clerk, at('VERIFIED'))).toBe(false)
  })

  it('keeps every version that was handed in, and wants a reason after verification', () => {
    expect(successionOf(null)).toEqual({ is: 'next', version: 1, needsReason: false })
    expect(successionOf({ state: 'DRAFT', version: 1 })).toEqual({ is: 'rewrite', version: 1 })
    expect(successionOf({ state: 'RETURNED', version: 1 })).toEqual({ is: 'next', version: 2, needsReason: false })
    expect(successionOf({ state: 'VERIFIED', version: 2 })).toEqual({ is: 'next', version: 3, needsReason: true })
    expect(successionOf({ state: 'LOCKED', version: 2 })).toEqual({ is: 'next', version: 3, needsReason: true })
  })
})

describe('what units report', () => {
  it('leaves out what is computed, what the launch document or a registration meets, and what people are judged by', () => {
    const codes = plan.targets.filter(target => isReported(plan, target)).map(target => target.code)
    expect(codes).toEqual(['C05', 'C09', 'C11', 'C13', 'C14', 'C16', 'C21', 'C04'])
  })

  it('has a form for every measure', () => {
    const kinds = plan.targets.map(target => reportKind(target))
    expect(new Set(kinds)).toEqual(new Set(['document', 'text', 'percent', 'money', 'count', 'yesNo', 'rank']))
  })

  it('counts disbursement by month, everything else by quarter', () => {
    const day = Temporal.PlainDate.from('2024-09-12')
    const period = (code: string) => {
      const target = targetOf(plan, code)
      return target && periodAround(target, day)
    }
    expect([period('C13'), period('C09')]).toEqual(['2024-09', '2024-Q3'])
  })
})
