import { describe, expect, it } from 'vitest'
import { applicability } from '../../src/campaign/applicability.ts'
import { diffObligations, materialise, type ObligationDraft } from '../../src/obligations/obligations.ts'
import { defaultCalendar, defaultPlan, defaultUnits } from '../campaign/default-data.ts'

const [plan, units, calendar] = [defaultPlan(), defaultUnits(), defaultCalendar()]
const owed = materialise(plan, units, applicability(plan, units), calendar)
const of = (duty: string, unit: string) =>
  owed.filter(({ dutyCode, unitCode }) => dutyCode === duty && unitCode === unit)

describe('what a unit owes', () => {
  it('opens with the campaign, or so many days before it is due, never before the campaign', () => {
    expect(of('D02', 'UB-NV').map(({ opensOn }) => opensOn)).toEqual(['2024-03-15'])
    expect(of('D03', 'UB-P-VD').map(({ opensOn, dueOn }) => [opensOn, dueOn])).toEqual([['2024-09-23', '2024-09-30']])
    const early = plan.duties.map(duty => ({ ...duty, opensDaysBefore: 365 }))
    const all = materialise({ ...plan, duties: early }, units, applicability(plan, units), calendar)
    expect(new Set(all.map(({ opensOn }) => opensOn))).toEqual(new Set(['2024-03-15']))
    const just = plan.duties.map(duty => ({ ...duty, opensDaysBefore: duty.code === 'D02' ? 16 : null }))
    const onTheDay = materialise({ ...plan, duties: just }, units, applicability(plan, units), calendar)
    expect(onTheDay.find(({ dutyCode }) => dutyCode === 'D02')?.opensOn).toBe('2024-03-15')
  })

  it('by a trait is the default for its targets: where people decided on the target, that holds', () => {
    const [target] = of('D03', 'UB-P-VD')
    expect(target?.targetCodes).toEqual(['C13'])
    // Without a target the trait alone decides.
    const duties = plan.duties.map(duty =>
      duty.code === 'D03' ? { ...duty, metBy: { kind: 'initiative' as const } } : duty,
    )
    const all = materialise({ ...plan, duties }, units, applicability(plan, units), calendar)
    const owing = all.filter(({ dutyCode }) => dutyCode === 'D03')
    expect(owing.map(({ unitCode }) => unitCode)).toEqual(
      owed.filter(({ dutyCode }) => dutyCode === 'D03').map(({ unitCode }) => unitCode),
    )
    expect(owing.every(({ targetCodes }) => targetCodes.length === 0)).toBe(true)
  })

  it('is all of a duty’s targets that apply to it, and nothing where none does', () => {
    const only = (codes: string[]) =>
      materialise(
        plan,
        units.filter(({ code }) => code === 'UB-NV'),
        codes.map(targetCode => ({ unitCode: 'UB-NV', targetCode, state: 'APPLIES' as const })),
        calendar,
      )
    const quarter = (codes: string[]) => only(codes).filter(({ dutyCode }) => dutyCode === 'D09')
    expect(quarter(['C07', 'C09']).map(({ period, targetCodes }) => [period, targetCodes])).toEqual([
      ['2024-Q2', ['C07', 'C09']],
      ['2024-Q3', ['C07', 'C09']],
    ])
    expect(quarter(['C01'])).toEqual([])
    expect(quarter([])).toEqual([])
  })

  it('is a kind of units’ own, whatever target applies beside it; the managing office’s even where nobody competes', () => {
    const wards = plan.duties.map(duty =>
      duty.code === 'D09' ? { ...duty, owedBy: { kind: 'unitKinds' as const, unitKinds: ['ward' as const] } } : duty,
    )
    const all = materialise({ ...plan, duties: wards }, units, applicability(plan, units), calendar)
    const owing = all.filter(({ dutyCode }) => dutyCode === 'D09').map(({ unitCode }) => unitCode)
    expect([owing.includes('UB-P-VD'), owing.includes('UB-NV')]).toEqual([true, false])
    const nobody = { ...plan, participants: { ...plan.participants, collectives: [] } }
    expect(materialise(nobody, units, [], calendar).map(({ key }) => key)).toEqual(['D07:UB-NV:'])
  })
})

describe('loading a plan again', () => {
  const [draft] = of('D09', 'UB-NV')
  if (!draft) throw new Error('the default plan owes it')
  const stored = (change: object = {}) => ({ ...draft, targets: draft.targetCodes, state: 'OPEN' as const, ...change })
  const placeOf = (row: ReturnType<typeof stored>, wanted: readonly ObligationDraft[] = [draft]) =>
    Object.entries(diffObligations([row], wanted)).flatMap(([name, list]) => (list.length > 0 ? [name] : []))

  it('moves what has another day of any kind, or other targets', () => {
    expect(placeOf(stored())).toEqual(['keep'])
    const [first = '', ...rest] = draft.targetCodes
    for (const change of [
      { dueOn: '2024-07-01' },
      { opensOn: '2024-06-01' },
      { remindBy: '2024-06-27' },
      { targets: rest },
      { targets: [...draft.targetCodes, 'C04'] },
      { targets: ['C04', ...rest] },
    ])
      expect([change, placeOf(stored(change))]).toEqual([change, ['redate']])
    expect(placeOf(stored({ targets: [...rest, first] }))).toEqual(['keep'])
  })

  it('finds a row by duty, unit and period', () => {
    for (const change of [{ dutyCode: 'D10' }, { unitCode: 'UB-GDDT' }, { period: '2024-Q3' }])
      expect(placeOf(stored(change))).toEqual(['create', 'withdraw'])
  })

  it('leaves a withdrawn one that is not owed, and takes back one that is', () => {
    expect(placeOf(stored({ state: 'WITHDRAWN' }))).toEqual(['restore'])
    expect(placeOf(stored({ state: 'WITHDRAWN' }), [])).toEqual(['keep'])
    expect(placeOf(stored({ state: 'MET', dueOn: '2024-07-01' }))).toEqual(['keep'])
    expect(placeOf(stored({ state: 'WITH_HEAD' }), [])).toEqual(['withdraw'])
  })
})
