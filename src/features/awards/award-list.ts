import { nearestOf } from '../../campaign/nearest.ts'
import { existsOn, type UnitRow } from '../../campaign/unit.ts'
import { readDayCell } from '../../office-files/day-cell.ts'
import type { FileProblem, Read } from '../../office-files/file-problem.ts'
import type { List, ListRow } from '../../office-files/list-rows.ts'
import { formatDate } from '../../reading/format.ts'
import { codePointLength, fold, normalise } from '../../reading/text.ts'
import type { Translate } from '../../texts.ts'
import type { AwardColumn } from './award-columns.ts'
import { codeIn, kindIn, levelIn } from './award-words.ts'
import { awardForms, purposes } from './codes.ts'
import type { KnownAward } from './write.ts'

export interface AwardKnowledge {
  units: readonly UnitRow[]
  today: string
  /** The words of forms, purposes and levels, as officers write them. */
  t: Translate
}

/** As the list says it: the person of an account is looked for afterwards. */
export type ListedAward = Omit<KnownAward, 'personId'>

type Row = ListRow<AwardColumn>
type Say = (row: Row, column: AwardColumn, code: string, params?: FileProblem['params']) => null

/** The awards of a list. Every problem at once, each with its cell; a list is right only as a whole. */
export function awardsIn(list: List<AwardColumn>, knowledge: AwardKnowledge): Read<ListedAward[]> {
  const problems: FileProblem[] = []
  const say: Say = (row, column, code, params = {}) => {
    problems.push({ file: list.file, sheet: list.sheet, cell: row.cellOf(column), code, params })
    return null
  }
  const read = list.rows.flatMap(row => {
    const award = awardIn(row, knowledge, say)
    return award ? [{ row, award }] : []
  })
  checkTogether(read, say)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: read.map(({ award }) => award) }
}

function awardIn(row: Row, knowledge: AwardKnowledge, say: Say): ListedAward | null {
  const { t } = knowledge
  const words = (name: AwardColumn) => normalise(row.cells[name] ?? '')
  const honoreeKind = kindIn(words('kind')) ?? wrong(row, 'kind', 'awardKind', words('kind'), say)
  const name = nameIn(row, honoreeKind === 'INDIVIDUAL', say)
  const form =
    codeIn(words('form'), awardForms, 'awards.forms', t) ??
    wrong(row, 'form', 'awardForm', words('form'), say, allowed(awardForms, 'awards.forms', t))
  const purpose = words('purpose') === '' ? 'KHAC' : codeIn(words('purpose'), purposes, 'awards.purposes', t)
  if (purpose === null)
    say(row, 'purpose', 'awardPurposeWrong', { value: words('purpose'), ...allowed(purposes, 'awards.purposes', t) })
  const decisionNumber = /\d/.test(words('decision')) ? words('decision') : null
  if (decisionNumber === null) wrong(row, 'decision', 'awardDecision', words('decision'), say)
  const decidedOn = dayIn(row, knowledge, say)
  const unit = unitIn(row, honoreeKind, name ?? '', decidedOn, knowledge, say)
  const authority = words('authority')
  const level = levelIn(words('level'), authority, form, t)
  if (level === null)
    say(row, 'level', words('level') === '' ? 'awardLevelEmpty' : 'awardLevelWrong', { value: words('level') })
  const golden = numberIn(row, 'golden', /^\d{1,4}$/, 'awardGoldenWrong', say)
  const prize = numberIn(row, 'prize', /^\d{1,3}(?:[. ]?\d{3}){0,4}(?: ?(?:đ|đồng))?$/i, 'awardPrizeWrong', say)
  if (golden === undefined || prize === undefined || !purpose || !unit) return null
  if (!honoreeKind || !name || !form || !level || !decisionNumber || !decidedOn) return null
  return {
    ...{ honoreeKind, name, ...unit, position: words('position'), form, purpose, level, authority },
    ...{ achievement: words('achievement'), decisionNumber, decidedOn },
    golden: golden === null ? null : Number(golden),
    prizeVnd: prize === null ? null : BigInt(prize),
  }
}

/** «…Empty» for an empty cell, «…Wrong» for one that means nothing. */
function wrong(
  row: Row,
  column: AwardColumn,
  code: string,
  value: string,
  say: Say,
  params: FileProblem['params'] = {},
) {
  return say(row, column, `${code}${value === '' ? 'Empty' : 'Wrong'}`, { value, ...params })
}

function allowed(codes: readonly string[], branch: string, t: Translate) {
  return { allowed: codes.map(code => t(`${branch}.${code}`)).join(', ') }
}

function nameIn(row: Row, isPerson: boolean, say: Say): string | null {
  const value = normalise(row.cells.name ?? '')
  if (value === '') return say(row, 'name', 'awardNameEmpty')
  if (!/\p{L}/u.test(value)) return say(row, 'name', 'awardNameWrong', { value })
  if (codePointLength(value) > 200) return say(row, 'name', 'awardNameLong')
  if (isPerson && /[;,]| và /.test(value)) return say(row, 'name', 'awardNameSeveral', { value })
  return value
}

function dayIn(row: Row, { today }: AwardKnowledge, say: Say): string | null {
  const value = row.cells.decided_on ?? ''
  if (value === '') return say(row, 'decided_on', 'dayEmpty')
  const day = readDayCell(value)
  if (day === null) return say(row, 'decided_on', 'wrongDay', { value })
  return day > today ? say(row, 'decided_on', 'awardFuture', { value: formatDate(day) }) : day
}

/** By code or by name, of the day; a name that is near none of ours is kept as it stands: offices of the past need not be known. */
function unitIn(
  row: Row,
  kind: string | null,
  name: string,
  day: string | null,
  { units }: AwardKnowledge,
  say: Say,
): { unitCode: string | null; unitName: string } | null {
  const written = normalise(row.cells.unit ?? '')
  if (written === '' && kind === 'INDIVIDUAL') return say(row, 'unit', 'personUnitEmpty')
  const value = written === '' ? name : written
  const byCode = units.filter(({ code }) => code === value.toUpperCase())
  const named = byCode.length > 0 ? byCode : units.filter(unit => fold(unit.name) === fold(value))
  const acting = named.filter(unit => day === null || existsOn(unit, day))
  const [unit] = acting.length > 0 ? acting : named
  if (acting.length > 1)
    return say(row, 'unit', 'personUnitTwice', { value, codes: acting.map(({ code }) => code).join(', ') })
  if (unit) return { unitCode: unit.code, unitName: unit.name }
  if (written === '') return { unitCode: null, unitName: '' }
  const nearest = nearestOf(
    fold(value),
    units.map(one => fold(one.name)),
  )
  const meant = units.find(one => fold(one.name) === nearest)
  return meant && isSlip(fold(meant.name), fold(value))
    ? say(row, 'unit', 'rankingUnitNear', { value, nearest: meant.name })
    : { unitCode: null, unitName: value }
}

/** The same but for two letters in one place. */
function isSlip(one: string, other: string): boolean {
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  let end = 0
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++
  return Math.max(one.length, other.length) - start - end <= 2
}

/** Null: empty; undefined: told. */
function numberIn(
  row: Row,
  column: 'golden' | 'prize',
  form: RegExp,
  code: string,
  say: Say,
): string | null | undefined {
  const value = normalise(row.cells[column] ?? '')
  if (value === '') return null
  if (form.test(value)) return value.replace(/\D/g, '')
  say(row, column, code, { value })
  return undefined
}

interface ReadRow {
  row: Row
  award: ListedAward
}

/** What no row shows by itself: the same award twice, one decision of two days, one number of the golden book twice. */
function checkTogether(read: readonly ReadRow[], say: Say): void {
  const first = new Map<string, ReadRow>()
  const seen = (key: string, one: ReadRow) => {
    const before = first.get(key)
    if (!before) first.set(key, one)
    return before
  }
  for (const one of read) {
    const { row, award } = one
    const year = award.decidedOn.slice(0, 4)
    const twice = seen(`award ${awardKey(award)}`, one)
    if (twice) say(row, 'name', 'awardTwice', { name: award.name, first: twice.row.cellOf('name') })
    const decision = seen(`decision ${fold(award.decisionNumber)} ${year} ${award.authority}`, one)
    if (decision && decision.award.decidedOn !== award.decidedOn)
      say(row, 'decided_on', 'awardDecisionDays', {
        ...{ number: award.decisionNumber, day: formatDate(award.decidedOn) },
        ...{ first: decision.row.cellOf('decided_on'), other: formatDate(decision.award.decidedOn) },
      })
    if (award.golden === null) continue
    const golden = seen(`golden ${fold(award.decisionNumber)} ${award.decidedOn} ${award.golden}`, one)
    if (golden && !twice)
      say(row, 'golden', 'awardGoldenTwice', { golden: award.golden, first: golden.row.cellOf('golden') })
  }
}

/** What makes two lines the same award. */
export function awardKey({
  name,
  unitCode,
  unitName,
  form,
  decisionNumber,
  decidedOn,
}: Pick<KnownAward, 'name' | 'unitCode' | 'unitName' | 'decisionNumber' | 'decidedOn'> & { form: string }): string {
  return [fold(name), unitCode ?? fold(unitName), form, fold(decisionNumber), decidedOn].join('|')
}
