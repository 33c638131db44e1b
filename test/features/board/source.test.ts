import { describe, expect, it } from 'vitest'
import type { Measure, Target } from '../../../src/campaign/target.ts'
import { leagueOf } from '../../../src/features/board/league.ts'
import type { BoardRow } from '../../../src/features/board/matrix.ts'
import { type Facts, sourceOf } from '../../../src/features/board/source.ts'
import type { CellState } from '../../../src/figures/cell.ts'
import { initiativesEffective, subUnitsRegistered } from '../../../src/figures/computed.ts'
import { noFigure } from '../../../src/figures/figure.ts'
import type { ReportStanding } from '../../../src/figures/standing.ts'
import { measureOfSum, sumOver } from '../../../src/figures/sum.ts'

const percent: Measure = {
  ...{ kind: 'PERCENT', unit: 'count', numerator: 'a', denominator: 'b', comparison: 'gte', threshold: 100 },
}
const rank: Measure = { kind: 'RANK', label: 'r', comparison: 'lte', threshold: 5, ofYear: 2023 }
const yesNo: Measure = { kind: 'YES_NO', question: '?' }

const target = (measure: Measure, more: Partial<Target> = {}) =>
  ({ code: 'C', measure, computed: null, aggregate: null, ...more }) as Target
const ratio = (numerator: number, denominator: number) => ({
  ...{ ...noFigure, numerator: BigInt(numerator), denominator: BigInt(denominator) },
})
const report = (unitCode: string, figure: ReportStanding['figure']): ReportStanding => ({
  ...{ recordId: unitCode, unitCode, targetCode: 'C', period: '2024-Q2', state: 'SUBMITTED', isWithHead: false },
  ...{ figure, asOf: '2024-05-02', version: 1 },
})
const facts = (more: Partial<Facts> = {}): Facts => ({
  ...{
    to: '2024-06-30',
    countedOn: '2024-06-30',
    reports: new Map(),
    register: new Map(),
    rankings: [],
    former: new Map(),
    below: new Map(),
  },
  ...{ before: new Map(), sentAt: new Map() },
  ...{ lists: new Map(), owners: new Map() },
  ...more,
})
const given = (...reports: ReportStanding[]) => new Map(reports.map(one => [one.unitCode, new Map([['C', one]])]))
const merged = new Map([['NEW', ['A', 'B']]])
const ended = (code: string) => ({ code, lastDay: '2024-05-10', knownAt: null })
const before = new Map([['NEW', ['A', 'B'].map(ended)]])

describe('a unit that took the place of others', () => {
  it('has the sum of what counted, with the reports that make it', () => {
    const reports = given(report('A', ratio(3, 4)), report('B', ratio(5, 6)))
    const { figure, source } = sourceOf(target(percent), 'NEW', facts({ reports, former: merged, before }))
    expect(figure).toEqual(ratio(8, 10))
    expect(source?.kind === 'reports' && source.reports.map(({ unitCode }) => unitCode)).toEqual(['A', 'B'])
  })

  it('has what it says itself as soon as it does; what it said before it took others in stands beside theirs', () => {
    const own = (asOf: string) => given(report('A', ratio(3, 4)), { ...report('NEW', ratio(9, 9)), asOf })
    const shown = (asOf: string) =>
      sourceOf(target(percent), 'NEW', facts({ reports: own(asOf), former: merged, before })).figure
    expect(shown('2024-05-11')).toEqual(ratio(9, 9))
    expect(shown('2024-05-10')).toEqual(ratio(12, 13))
  })

  it('is not spoken for by who could not know that the others had ended', () => {
    const knownAt = new Date('2024-05-20T03:00:00Z')
    const late = new Map([['NEW', ['A', 'B'].map(code => ({ ...ended(code), knownAt }))]])
    const reports = given(report('A', ratio(3, 4)), { ...report('NEW', ratio(9, 9)), asOf: '2024-05-20' })
    const shown = (sent: string) =>
      sourceOf(
        target(percent),
        'NEW',
        facts({ reports, before: late, sentAt: new Map([['NEW', new Date(`2024-05-20T${sent}Z`)]]) }),
      ).figure
    expect(shown('02:59:59')).toEqual(ratio(12, 13))
    expect(shown('03:00:00')).toEqual(ratio(9, 9))
  })

  it('has the sum of a whole chain, and what one of it said for those before is not added again', () => {
    const chain = new Map([
      ['LAST', [{ code: 'MID', lastDay: '2024-06-10', knownAt: null }]],
      ['MID', ['A', 'B'].map(ended)],
    ])
    const reports = (...more: ReportStanding[]) => given(report('A', ratio(3, 4)), report('B', ratio(5, 6)), ...more)
    const shown = (...more: ReportStanding[]) =>
      sourceOf(target(percent), 'LAST', facts({ reports: reports(...more), before: chain })).figure
    expect(shown()).toEqual(ratio(8, 10))
    expect(shown({ ...report('MID', ratio(9, 10)), asOf: '2024-05-20' })).toEqual(ratio(9, 10))
  })

  it('has «có» only where all had it, and no rank', () => {
    const said = (unitCode: string, isDone: boolean) => report(unitCode, { ...noFigure, isDone })
    const both = (b: boolean) => facts({ reports: given(said('A', true), said('B', b)), former: merged, before })
    expect(sourceOf(target(yesNo), 'NEW', both(true)).figure?.isDone).toBe(true)
    expect(sourceOf(target(yesNo), 'NEW', both(false)).figure?.isDone).toBe(false)
    const entry = { year: 2023, unitCode: 'A', group: 'G4', rank: 2, scoreThousandths: null, decision: '12/QĐ-UBND' }
    const rankings = [{ ...entry, decidedOn: '2024-04-01', loadedAt: new Date(0) }]
    const ranked = target(rank, { computed: 'ranking' })
    expect(sourceOf(ranked, 'A', facts({ rankings })).figure?.numerator).toBe(2n)
    expect(sourceOf(ranked, 'NEW', facts({ rankings, former: merged, before })).figure).toBeNull()
    expect(sourceOf(ranked, 'A', facts({ rankings, to: '2024-03-31' })).figure).toBeNull()
  })
})

describe('what is computed', () => {
  const register = new Map([
    ['A', { unitCode: 'A', registered: 4, effective: 1 }],
    ['B', { unitCode: 'B', registered: 0, effective: 0 }],
  ])

  it('tells the sub-units that have registered, and the names of those that have not', () => {
    const { figure, missing } = subUnitsRegistered(['A', 'B', 'D'], register)
    expect([figure.numerator, figure.denominator, missing]).toEqual([1n, 3n, ['B', 'D']])
  })

  it('tells what took effect of what was registered; its parts add up to it', () => {
    const { figure, parts } = initiativesEffective(['A', 'B'], register)
    expect([figure.numerator, figure.denominator]).toEqual([1n, 4n])
    expect(parts).toEqual([{ unitCode: 'A', numerator: 1n, denominator: 4n }])
  })
})

describe('a sum over units', () => {
  const cell = (unitCode: string, state: CellState, figure = ratio(1, 2)) => ({ unitCode, state, figure })

  it('adds what the units gave; those to which it does not apply have no part', () => {
    const sum = sumOver(target(percent), [cell('A', 'REACHED'), cell('B', 'BEHIND'), cell('D', 'NOT_APPLICABLE')])
    expect([sum.figure, sum.missing]).toEqual([ratio(2, 4), ['B']])
  })

  it('of «có» and «chưa» and of an aggregate is the share of the units, with the names of the others', () => {
    const cells = [cell('A', 'REACHED'), cell('B', 'NO_FIGURE'), cell('D', 'ON_PACE')]
    for (const of of [target(yesNo), target(yesNo, { aggregate: percent })]) {
      expect([sumOver(of, cells).figure, sumOver(of, cells).missing]).toEqual([ratio(1, 3), ['B', 'D']])
      expect(measureOfSum(of)).toMatchObject({ kind: 'PERCENT', threshold: 100 })
    }
  })
})

describe('the league of a group', () => {
  it('goes by the share in whole numbers; equal shares have one place, who has reached nothing has none yet, and who has no target does not stand there', () => {
    const row = (unitName: string, ...states: CellState[]) =>
      ({ unitName, unitCode: unitName, group: 'G', cells: states.map(state => ({ state })) }) as unknown as BoardRow
    const placed = leagueOf([
      row('C', 'REACHED', 'BEHIND'),
      row('A', 'REACHED', 'NOT_APPLICABLE'),
      row('B', 'REACHED', 'REACHED', 'BEHIND', 'BEHIND'),
      row('D', 'NOT_APPLICABLE'),
      row('E', 'BEHIND'),
    ])
    expect(placed.map(({ row: { unitName }, place }) => [unitName, place])).toEqual([
      ['A', 1],
      ['B', 2],
      ['C', 2],
      ['E', null],
    ])
  })
})
