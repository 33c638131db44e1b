import { readDayCell } from '../office-files/day-cell.ts'
import { type FileProblem, fileProblem, type Read } from '../office-files/file-problem.ts'
import type { List, ListRow } from '../office-files/list-rows.ts'
import { fold, normalise } from '../reading/text.ts'
import { nearestOf } from './nearest.ts'
import type { RankingColumn } from './ranking-columns.ts'
import { existsWithin, type UnitRow } from './unit.ts'

/** The rank of a unit among those of its group in one year's index (C21, CR3, OP-03). */
export interface RankingEntry {
  unitCode: string
  group: string
  rank: number
  scoreThousandths: number | null
  /** Number of the decision that announced the index. */
  decision: string
  decidedOn: string | null
}

export interface RankingKnowledge {
  year: number
  units: readonly UnitRow[]
  groups: readonly { code: string; name: string; unitKinds: readonly string[] }[]
  /** Of the whole list, where no column says it. */
  decision: string
}

type Row = ListRow<RankingColumn>
type Say = (row: Row, column: RankingColumn, code: string, params?: FileProblem['params']) => void
interface Ranked {
  row: Row
  entry: RankingEntry
}

/** The ranks of a list. Every problem at once, each with its cell; a list is right only as a whole. */
export function rankingIn(list: List<RankingColumn>, knowledge: RankingKnowledge): Read<RankingEntry[]> {
  const problems: FileProblem[] = []
  const say: Say = (row, column, code, params = {}) =>
    problems.push({ file: list.file, sheet: list.sheet, cell: row.cellOf(column), code, params })
  const first = new Map<string, string>()
  // The number of the decision stands in the first row, or over several.
  let decision = knowledge.decision
  let decidedOn: string | null = null
  const ranked = list.rows.flatMap((row): Ranked[] => {
    const unit = unitIn(row, knowledge, say)
    const rank = rankIn(row, say)
    const scoreThousandths = scoreIn(row, say)
    const group = groupIn(row, unit, knowledge, say)
    decision = normalise(row.cells.decision ?? '') || decision
    decidedOn = dayIn(row, say) ?? decidedOn
    if (!unit || rank === null || group === null) return []
    const before = first.get(unit.code)
    if (before !== undefined) say(row, 'unit', 'rankingTwice', { unit: unit.name, first: before })
    else first.set(unit.code, row.cellOf('unit'))
    return [{ row, entry: { unitCode: unit.code, group, rank, scoreThousandths, decision, decidedOn } }]
  })
  if (decision === '') problems.push(fileProblem(list.file, 'rankingNoDecision'))
  if (problems.length === 0) checkOrder(ranked, say)
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: ranked.map(({ entry }) => ({ ...entry, decision: entry.decision || decision })) }
}

/** By code or by name; of several of the same name, the one of that year. */
function unitIn(row: Row, { units, year }: RankingKnowledge, say: Say): UnitRow | null {
  const value = normalise(row.cells.unit ?? '')
  const tell = (code: string, params: FileProblem['params'] = {}): null => {
    say(row, 'unit', code, { value, ...params })
    return null
  }
  if (value === '') return tell('personUnitEmpty')
  const byCode = units.filter(({ code }) => code === value.toUpperCase())
  const named = byCode.length > 0 ? byCode : units.filter(({ name }) => fold(name) === fold(value))
  const acting = named.filter(unit => existsWithin(unit, `${year}-01-01`, `${year}-12-31`))
  const [unit] = acting
  if (unit && acting.length === 1) return unit
  if (acting.length > 1) return tell('personUnitTwice', { codes: acting.map(({ code }) => code).join(', ') })
  if (named.length > 0) return tell('rankingUnitNotThen', { year })
  const nearest = nearestOf(
    value,
    units.map(({ name }) => name),
  )
  return nearest ? tell('rankingUnitNear', { nearest }) : tell('personUnitUnknown')
}

/** «6», «Hạng 6», «thứ 6/19». */
function rankIn(row: Row, say: Say): number | null {
  const value = normalise(row.cells.rank ?? '')
  const [, digits] = /^(?:hang |thu |xep thu |xep hang )?0*(\d{1,3})(?: ?\/ ?\d{1,3})?$/.exec(fold(value)) ?? []
  const rank = Number(digits)
  if (rank >= 1) return rank
  say(row, 'rank', value === '' ? 'rankingRankEmpty' : 'rankingRankWrong', { value })
  return null
}

/** A decimal sign is a comma or, as spreadsheets store it, a dot. */
function scoreIn(row: Row, say: Say): number | null {
  const value = normalise(row.cells.score ?? '').replace(/ ?%$/, '')
  if (value === '') return null
  const [, whole, part = ''] = /^(\d{1,3})(?:[.,](\d{1,15}))?$/.exec(value) ?? []
  if (whole !== undefined) return Math.round(Number(`${whole}.${part}`) * 1_000)
  say(row, 'score', 'rankingScoreWrong', { value })
  return null
}

/** What the column says, else the group of the plan that the unit belongs to. */
function groupIn(row: Row, unit: UnitRow | null, { groups }: RankingKnowledge, say: Say): string | null {
  const value = normalise(row.cells.group ?? '')
  const found =
    value === ''
      ? groups.find(({ unitKinds }) => unitKinds.some(kind => kind === unit?.kind))
      : groups.find(({ code, name }) => code === value.toUpperCase() || fold(name) === fold(value))
  if (found || !unit) return found?.code ?? null
  const allowed = groups.map(({ code, name }) => `${code} (${name})`).join('; ')
  if (value === '') say(row, 'unit', 'rankingGroupMissing', { unit: unit.name, allowed })
  else say(row, 'group', 'rankingGroupUnknown', { value, allowed })
  return null
}

function dayIn(row: Row, say: Say): string | null {
  const value = row.cells.decided_on ?? ''
  if (value === '') return null
  const day = readDayCell(value)
  if (day === null) say(row, 'decided_on', 'wrongDay', { value })
  return day
}

/** In a group, a rank tells how many are better: a gap is a row that is missing or a slip, and scores must agree. */
function checkOrder(ranked: readonly Ranked[], say: Say): void {
  for (const { row, entry } of ranked) {
    const group = ranked.filter(other => other.entry.group === entry.group)
    const better = group.filter(other => other.entry.rank < entry.rank)
    if (better.length !== entry.rank - 1) {
      say(row, 'rank', 'rankingGap', { rank: entry.rank, better: better.length })
      continue
    }
    const against = group.find(
      ({ entry: other }) =>
        other.scoreThousandths !== null &&
        entry.scoreThousandths !== null &&
        (other.rank < entry.rank
          ? other.scoreThousandths < entry.scoreThousandths
          : other.rank === entry.rank && other.scoreThousandths > entry.scoreThousandths),
    )
    if (against) say(row, 'rank', 'rankingOrder', { other: against.row.cellOf('rank') })
  }
}
