import { describe, expect, it } from 'vitest'
import type { Measure } from '../../src/campaign/target.ts'
import { type CellFacts, type CellState, cellState } from '../../src/figures/cell.ts'

const percent = (threshold: number | null, comparison: 'gte' | 'lte' = 'gte'): Measure => ({
  ...{ kind: 'PERCENT', unit: 'count', numerator: 'a', denominator: 'b', comparison, threshold },
})
const yesNo: Measure = { kind: 'YES_NO', question: '?' }
const rank: Measure = { kind: 'RANK', label: 'r', comparison: 'lte', threshold: 5, ofYear: 2024 }
const count: Measure = { kind: 'COUNT', label: 'c', comparison: 'gte', threshold: 10 }
const paper: Measure = { kind: 'DOCUMENT', label: 'd', document: 'DOC01' }
const words: Measure = { kind: 'QUALITATIVE', label: 'q' }

const figure = (numerator: number | null, denominator: number | null = null, isDone: boolean | null = null) => ({
  ...{ numerator: numerator === null ? null : BigInt(numerator), isDone },
  denominator: denominator === null ? null : BigInt(denominator),
})

// A campaign of 200 days to its target's day: at the end of the second quarter 92 of them are gone.
const q1 = { from: '2024-01-01', to: '2024-03-31' }
const q2 = { from: '2024-04-01', to: '2024-06-30' }
const q3 = { from: '2024-07-01', to: '2024-09-30' }
const q4 = { from: '2024-10-01', to: '2024-12-31' }
const plain: CellFacts = {
  ...{ measure: percent(80), targetDay: '2024-10-16', campaignFrom: '2024-03-30', span: q2, today: '2024-07-10' },
  ...{ isThere: true, applies: 'APPLIES', figure: null, isVerified: false, isWithHead: false },
}

/** Written by hand from the rule of the board: what is so, and the state. */
const table: readonly [string, Partial<CellFacts>, CellState][] = [
  ['a unit that ended before the period did', { isThere: false, figure: figure(9, 10) }, 'NOT_APPLICABLE'],
  ['a target that does not apply', { applies: 'NOT_APPLICABLE' }, 'NOT_APPLICABLE'],
  ['a target that nobody has said anything of', { applies: null }, 'NOT_APPLICABLE'],
  ['nothing arose', { figure: figure(0, 0) }, 'NOT_APPLICABLE'],
  ['nothing arose, even where it was not settled', { applies: 'PENDING', figure: figure(0, 0) }, 'NOT_APPLICABLE'],
  ['not settled and nothing reported', { applies: 'PENDING' }, 'UNSETTLED'],
  ['not settled but reported', { applies: 'PENDING', figure: figure(9, 10) }, 'REACHED'],
  ['the period has not begun', { span: q4 }, 'NOT_DUE'],
  ['the period has not begun, with a figure', { span: q4, figure: figure(9, 10) }, 'NOT_DUE'],
  ['the period runs and nothing is there', { today: '2024-06-30' }, 'NOT_DUE'],
  ['the day after the period', { today: '2024-07-01' }, 'NO_FIGURE'],
  ['a version with the head', { isWithHead: true }, 'WITH_HEAD'],
  ['a version with the head while the period runs', { isWithHead: true, today: '2024-05-01' }, 'WITH_HEAD'],
  [
    'a newer version with the head does not hide the approved one',
    { isWithHead: true, figure: figure(8, 10) },
    'REACHED',
  ],
  ['exactly the threshold', { figure: figure(80, 100) }, 'REACHED'],
  ['79.996 % is not 80 %', { figure: figure(79_996, 100_000) }, 'ON_PACE'],
  // 80 % × 92/200 = 36.8 %.
  ['a share on the line of the pace', { figure: figure(368, 1000) }, 'ON_PACE'],
  ['a share just below it', { figure: figure(3679, 10_000) }, 'BEHIND'],
  ['the first quarter asks for a two-hundredth', { span: q1, figure: figure(4, 1000) }, 'ON_PACE'],
  ['not missed on the target’s day itself', { span: q4, today: '2024-10-16', figure: figure(7, 10) }, 'BEHIND'],
  ['missed the day after', { span: q4, today: '2024-10-17', figure: figure(7, 10) }, 'MISSED'],
  [
    'a past period before the day keeps its pace',
    { span: q3, today: '2024-12-01', figure: figure(79, 100) },
    'ON_PACE',
  ],
  ['an upper bound that is kept', { measure: percent(5, 'lte'), figure: figure(5, 100) }, 'REACHED'],
  ['an upper bound that is not', { measure: percent(5, 'lte'), figure: figure(6, 100) }, 'BEHIND'],
  ['no threshold in the plan', { measure: percent(null), figure: figure(6, 100) }, 'REPORTED'],
  ['yes', { measure: yesNo, figure: figure(null, null, true) }, 'REACHED'],
  ['«chưa» before the day', { measure: yesNo, figure: figure(null, null, false) }, 'ON_PACE'],
  [
    '«chưa» on the day',
    { measure: yesNo, span: q4, today: '2024-10-16', figure: figure(null, null, false) },
    'ON_PACE',
  ],
  [
    '«chưa» after the day',
    { measure: yesNo, span: q4, today: '2024-10-17', figure: figure(null, null, false) },
    'MISSED',
  ],
  ['a rank that is good enough', { measure: rank, figure: figure(5) }, 'REACHED'],
  ['a rank that is not, before the day', { measure: rank, figure: figure(6) }, 'BEHIND'],
  ['a count on its pace', { measure: count, figure: figure(5) }, 'ON_PACE'],
  ['a count behind it', { measure: count, figure: figure(4) }, 'BEHIND'],
  ['a paper that nobody has verified', { measure: paper, figure: figure(null) }, 'REPORTED'],
  ['a paper that somebody has', { measure: paper, figure: figure(null), isVerified: true }, 'REACHED'],
  ['words', { measure: words, figure: figure(null), isVerified: true }, 'REPORTED'],
]

describe('a cell of the board', () => {
  it.each(table)('%s', (_, facts, state) => {
    expect(cellState({ ...plain, ...facts })).toBe(state)
  })
})
