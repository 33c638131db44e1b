import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { applicability } from '../../src/campaign/applicability.ts'
import { groupOf } from '../../src/campaign/competing.ts'
import { deadlineDay } from '../../src/campaign/due-days.ts'
import type { UnitRow } from '../../src/campaign/unit.ts'
import { unitKinds } from '../../src/campaign/unit-kind.ts'
import {
  diffObligations,
  materialise,
  type ObligationDraft,
  type StoredObligation,
} from '../../src/obligations/obligations.ts'
import { defaultCalendar, defaultPlan, defaultUnits } from './default-data.ts'

const calendar = defaultCalendar()
const units = defaultUnits()
const plan = defaultPlan()

function owedIn(year: number): ObligationDraft[] {
  const plan = defaultPlan(year)
  return materialise(plan, units, applicability(plan, units), calendar)
}

describe('what is owed in 2024', () => {
  const owed = owedIn(2024)
  const of = (duty: string) => owed.filter(draft => draft.dutyCode === duty)

  it('every unit that is ordered to owes the launch document by Sunday 31/03, reminded for Friday 29/03', () => {
    expect(of('D02')).toHaveLength(31)
    expect(of('D02')[0]).toEqual({
      key: `D02:${of('D02')[0]?.unitCode}:`,
      dutyCode: 'D02',
      unitCode: of('D02')[0]?.unitCode,
      period: '',
      targetCodes: ['C01'],
      dueOn: '2024-03-31',
      opensOn: '2024-03-15',
      remindBy: '2024-03-29',
      legalDueText: 'trong Quý I/2024',
    })
  })

  it('only units with a capital plan owe the disbursement', () => {
    expect(of('D03')).toHaveLength(11)
    expect(of('D03').every(draft => draft.dueOn === '2024-09-30' && draft.targetCodes.join() === 'C13')).toBe(true)
    expect(of('D04').map(draft => draft.unitCode)).toEqual(of('D03').map(draft => draft.unitCode))
  })

  it('progress is owed each quarter, disbursement each month, told in words', () => {
    const told = (duty: string) => [
      ...new Set(of(duty).map(draft => `${draft.period} ${draft.legalDueText} ${draft.dueOn}`)),
    ]
    expect(told('D09')).toEqual(['2024-Q2 Quý II/2024 2024-06-30', '2024-Q3 Quý III/2024 2024-09-30'])
    expect(told('D09M')).toHaveLength(7)
    expect(told('D09M')[0]).toBe('2024-04 tháng 4/2024 2024-04-30')
  })

  it('the targets of a progress report are those that apply to the unit', () => {
    const ofSchool = of('D09').find(draft => draft.unitCode === 'UB-GDTX')?.targetCodes
    expect(ofSchool).toContain('C10a')
    expect(ofSchool).not.toContain('C07')
    expect(of('D09').find(draft => draft.unitCode === 'UB-P-VD')?.targetCodes).toContain('C07')
  })

  it('the summary of the city is owed by Phòng Nội vụ alone, dossiers by nobody', () => {
    expect(of('D07').map(draft => draft.unitCode)).toEqual(['UB-NV'])
    expect(of('D08')).toEqual([])
  })

  it('units that are only invited owe nothing, until one of them is named as owing (OP-15)', () => {
    const invited = units.filter(unit => ['G1', 'G2', 'G5'].includes(groupOf(plan, unit) ?? '')).map(unit => unit.code)
    expect(invited.length).toBeGreaterThan(10)
    expect(owed.filter(draft => invited.includes(draft.unitCode))).toEqual([])
    const [one = ''] = invited
    const collectives = plan.participants.collectives.map(group => ({ ...group, owingUnits: [one] }))
    const named = { ...plan, participants: { ...plan.participants, collectives } }
    const now = materialise(named, units, applicability(named, units), calendar)
    expect(now.some(draft => draft.key === `D02:${one}:`)).toBe(true)
  })

  it('a day counted back in working days follows the calendar', () => {
    expect(deadlineDay(defaultPlan(), 'D08', calendar)?.toString()).toBe('2024-12-17')
    expect(deadlineDay(defaultPlan(), 'D05', calendar)).toBeNull()
  })
})

describe('other years', () => {
  it('in 2026 the wards of the two-tier government owe', () => {
    const owed = owedIn(2026)
    expect(new Set(owed.map(draft => draft.unitCode)).size).toBe(15)
    expect(owed.find(draft => draft.key === 'D03:QN-P-UB:')).toMatchObject({ dueOn: '2026-09-30' })
  })

  it('in 2025 the old units owe what falls due before they end, the new ones what falls due after', () => {
    const owed = owedIn(2025)
    expect(owed.some(draft => draft.key === 'D02:UB-P-VD:')).toBe(true)
    expect(owed.some(draft => draft.key === 'D03:UB-P-VD:')).toBe(false)
    expect(owed.some(draft => draft.key === 'D02:QN-P-VD:')).toBe(false)
    expect(owed.some(draft => draft.key === 'D03:QN-P-VD:')).toBe(true)
  })
})

describe('decisions of people hold', () => {
  const withDecision = (unitCode: string, targetCode: string, state: 'APPLIES' | 'PENDING' | 'NOT_APPLICABLE') => {
    const rest = applicability(plan, units).filter(
      entry => entry.unitCode !== unitCode || entry.targetCode !== targetCode,
    )
    const owed = materialise(plan, units, [...rest, { unitCode, targetCode, state }], calendar)
    return owed.filter(draft => draft.unitCode === unitCode)
  }

  it('a unit confirmed for disbursement owes it, a pending one does not', () => {
    expect(withDecision('UB-GDDT', 'C13', 'APPLIES').some(draft => draft.dutyCode === 'D03')).toBe(true)
    expect(withDecision('UB-GDDT', 'C13', 'PENDING').some(draft => draft.dutyCode === 'D03')).toBe(false)
  })

  it('a unit released from a target owes nothing for it', () => {
    expect(withDecision('UB-P-VD', 'C13', 'NOT_APPLICABLE').some(draft => draft.dutyCode === 'D03')).toBe(false)
    expect(withDecision('UB-NV', 'C01', 'NOT_APPLICABLE').some(draft => draft.dutyCode === 'D02')).toBe(false)
  })
})

describe('for any units and any year from 2024 to 2028', () => {
  const anyDay = fc
    .integer({ min: 0, max: 1900 })
    .map(days => Temporal.PlainDate.from('2024-01-01').add({ days }).toString())
  const anyUnits = fc.uniqueArray(
    fc.record({
      code: fc.stringMatching(/^[A-Z]{1,4}$/),
      kind: fc.constantFrom(...unitKinds),
      validFrom: fc.option(anyDay),
      validTo: fc.option(anyDay),
      parentCode: fc.constant(null),
    }),
    { selector: unit => unit.code, maxLength: 12 },
  )
  const plans = [2024, 2025, 2026, 2027, 2028].map(year => defaultPlan(year))

  it('keys are unique, reminders aim at a working day not after the legal day, nobody owes out of their time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...plans), anyUnits, (plan, some) => {
        const owed = materialise(plan, some, applicability(plan, some), calendar)
        expect(new Set(owed.map(draft => draft.key)).size).toBe(owed.length)
        for (const draft of owed) {
          const remindBy = Temporal.PlainDate.from(draft.remindBy)
          const dueOn = Temporal.PlainDate.from(draft.dueOn)
          expect(calendar.isWorkingDay(remindBy)).toBe(true)
          expect(calendar.workingDaysBetween(remindBy, dueOn)).toBe(0)
          expect(draft.remindBy <= draft.dueOn && draft.opensOn <= draft.dueOn).toBe(true)
          expect(draft.dueOn >= plan.startsOn && draft.dueOn <= plan.endsOn).toBe(true)
          const unit = some.find(known => known.code === draft.unitCode)
          expect((unit?.validFrom ?? '') <= draft.dueOn && draft.dueOn <= (unit?.validTo ?? '9999')).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('loading a plan again', () => {
  const wanted = owedIn(2024)
  const stored = (draft: ObligationDraft, change: Partial<StoredObligation> = {}): StoredObligation => ({
    ...draft,
    targets: draft.targetCodes,
    state: 'OPEN',
    ...change,
  })
  const counts = (diff: ReturnType<typeof diffObligations>) =>
    Object.fromEntries(Object.entries(diff).map(([name, list]) => [name, list.length]))

  it('twice changes nothing', () => {
    const diff = diffObligations(
      wanted.map(draft => stored(draft)),
      wanted,
    )
    expect(counts(diff)).toEqual({ create: 0, redate: 0, restore: 0, withdraw: 0, keep: wanted.length })
  })

  it('creates what is new, moves what moved, withdraws what is owed no longer, takes back what was withdrawn', () => {
    const [moved, withdrawn, , gone] = wanted
    if (!moved || !withdrawn || !gone) throw new Error('the default plan owes something')
    const existing = [
      stored(moved, { dueOn: '2024-04-10' }),
      stored(withdrawn, { state: 'WITHDRAWN' }),
      stored({ ...gone, unitCode: 'NOBODY' }, { state: 'WITH_HEAD' }),
    ]
    const diff = diffObligations(existing, wanted)
    expect(counts(diff)).toEqual({ create: wanted.length - 2, redate: 1, restore: 1, withdraw: 1, keep: 0 })
    expect(diff.redate[0]).toMatchObject({ existing: { dueOn: '2024-04-10' }, wanted: { dueOn: '2024-03-31' } })
  })

  it('never touches what was met, and puts each stored row in exactly one list', () => {
    const anyRow = fc
      .record({
        draft: fc.constantFrom(...wanted),
        unitCode: fc.option(fc.constant('NOBODY')),
        dueOn: fc.option(fc.constant('2024-04-10')),
        state: fc.constantFrom('OPEN', 'WITH_HEAD', 'MET', 'WITHDRAWN'),
      })
      .map(({ draft, unitCode, dueOn, state }) =>
        stored(draft, { state, unitCode: unitCode ?? draft.unitCode, dueOn: dueOn ?? draft.dueOn }),
      )
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 20 }), existing => {
        const diff = diffObligations(existing, wanted)
        const lists = [diff.keep, diff.withdraw, [...diff.redate, ...diff.restore].map(pair => pair.existing)].flat()
        expect(lists).toHaveLength(existing.length)
        for (const row of existing) {
          expect(lists.includes(row)).toBe(true)
          if (row.state === 'MET') expect(diff.keep.includes(row)).toBe(true)
        }
        for (const row of diff.withdraw) expect(['OPEN', 'WITH_HEAD']).toContain(row.state)
      }),
    )
  })
})

it('plain rows of a units file are units', () => {
  const row: UnitRow | undefined = units[0]
  expect(row && materialise(defaultPlan(), [row], [], calendar)).toEqual([])
})
