import { readFileSync } from 'node:fs'
import { readDayCell } from '../office-files/day-cell.ts'
import { type FileProblem, fileProblem, type Read } from '../office-files/file-problem.ts'
import type { List, ListRow } from '../office-files/list-rows.ts'
import { readTextList } from '../office-files/read-list.ts'
import { fold, normalise } from '../reading/text.ts'
import { nearestOf } from './nearest.ts'
import type { UnitRow } from './unit.ts'
import { type UnitColumn, unitColumns } from './unit-columns.ts'
import { type UnitKind, unitKinds } from './unit-kind.ts'

/** What a list of units is read against. */
export interface UnitKnowledge {
  /** Units that the database has; the file may hold a part of them. */
  known: readonly UnitRow[]
  /** Kinds by the words that people write, without accents; the codes themselves are always known. */
  kinds: ReadonlyMap<string, UnitKind>
}

/** Reads the units that come with the program (CSV), against nothing. */
export function readUnits(file: string): Read<UnitRow[]> {
  try {
    return parseUnits(file, readFileSync(file))
  } catch {
    return { ok: false, problems: [fileProblem(file, 'fileMissing', { file })] }
  }
}

/** The same, of bytes at hand. */
export function parseUnits(file: string, bytes: Uint8Array): Read<UnitRow[]> {
  const list = readTextList(file, bytes, unitColumns)
  return list.ok ? unitsIn(list.value, { known: [], kinds: new Map() }) : list
}

/**
 * The units of a list. Parents and successors may stand in the file or in the database; what a column says is so, an empty cell
 * too; a column that the file does not have leaves known units as they are. Every problem at once, each with its cell.
 */
export function unitsIn(list: List<UnitColumn>, knowledge: UnitKnowledge): Read<UnitRow[]> {
  const known = new Map(knowledge.known.map(unit => [unit.code, unit]))
  const problems: FileProblem[] = []
  const say: Say = (row, column, code, params = {}) => {
    const unit = row.cells.code ?? ''
    problems.push({ file: list.file, sheet: list.sheet, cell: row.cellOf(column), code, params: { unit, ...params } })
  }
  const units = list.rows.map(row => unitOf(row, known.get(row.cells.code ?? ''), knowledge.kinds, say))
  checkTree(list.rows, units, known, say)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: units }
}

type Row = ListRow<UnitColumn>
type Say = (row: Row, column: UnitColumn, code: string, params?: FileProblem['params']) => void

function unitOf(row: Row, before: UnitRow | undefined, kinds: UnitKnowledge['kinds'], say: Say): UnitRow {
  const { cells } = row
  const code = cells.code ?? ''
  if (code === '') say(row, 'code', 'unitCodeEmpty')
  else if (!/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(code)) say(row, 'code', 'unitCodeWrong', { value: code })
  const name = normalise(cells.name ?? '')
  if (name === '') say(row, 'name', 'unitNameEmpty')
  else if (name.includes('?')) say(row, 'name', 'question', { word: name })
  const validFrom = dayOf(row, 'valid_from', before?.validFrom ?? null, say)
  const validTo = dayOf(row, 'valid_to', before?.validTo ?? null, say)
  if (validFrom && validTo && validTo < validFrom)
    say(row, 'valid_to', 'unitEndsBeforeStart', { from: validFrom, to: validTo })
  return {
    code,
    name,
    kind: kindOf(row, before, kinds, say),
    parentCode: cells.parent_code === undefined ? (before?.parentCode ?? null) : cells.parent_code || null,
    validFrom,
    validTo,
    successors: cells.successors === undefined ? (before?.successors ?? []) : codesIn(cells.successors),
    notes: cells.notes ?? before?.notes ?? '',
  }
}

/** A row with an unknown kind has a problem, and no unit of the file is used then. */
function kindOf(row: Row, before: UnitRow | undefined, kinds: UnitKnowledge['kinds'], say: Say): UnitKind {
  const given = row.cells.kind
  if (given === undefined && before) return before.kind
  const kind = unitKinds.find(known => known === given) ?? kinds.get(fold(given ?? ''))
  if (kind) return kind
  const allowed = kinds.size > 0 ? [...new Set(kinds.keys())].join(', ') : unitKinds.join(', ')
  const nearest = given ? nearestOf(given, [...unitKinds, ...kinds.keys()]) : null
  const params = { value: given ?? '', allowed: unitKinds.join(', ') }
  if (given === undefined) say(row, 'name', 'unitKindMissing', { allowed })
  else if (nearest) say(row, 'kind', 'unitKindUnknownNear', { ...params, nearest })
  else say(row, 'kind', 'unitKindUnknown', params)
  return 'department'
}

function dayOf(row: Row, column: 'valid_from' | 'valid_to', before: string | null, say: Say): string | null {
  const given = row.cells[column]
  if (given === undefined) return before
  if (given === '') return null
  const day = readDayCell(given)
  if (day === null) say(row, column, 'wrongDay', { value: given })
  return day
}

function codesIn(cell: string): string[] {
  return [...new Set(cell.split(/[;,\n]/).map(code => code.trim()))].filter(code => code !== '')
}

function checkTree(
  rows: readonly Row[],
  units: readonly UnitRow[],
  known: ReadonlyMap<string, UnitRow>,
  say: Say,
): void {
  const parents = new Map([...known.values(), ...units].map(({ code, parentCode }) => [code, parentCode]))
  const first = new Map<string, Row>()
  for (const [at, unit] of units.entries()) {
    const row = rows[at]
    if (!row || unit.code === '') continue
    const before = first.get(unit.code)
    if (before) {
      say(row, 'code', 'unitCodeTwice', { first: before.cellOf('code') })
      continue
    }
    first.set(unit.code, row)
    const unknown = (column: UnitColumn, code: string, value: string) => {
      const nearest = nearestOf(value, parents.keys()) ?? ''
      say(row, column, nearest ? `${code}Near` : code, { value, nearest })
    }
    for (const code of unit.successors) if (!parents.has(code)) unknown('successors', 'unitSuccessorUnknown', code)
    if (unit.successors.includes(unit.code)) say(row, 'successors', 'unitSucceedsItself')
    else if (
      unit.successors.length > 0 &&
      unit.validTo === null &&
      !row.cells.valid_to &&
      unit.successors.every(code => parents.has(code))
    )
      say(row, 'successors', 'unitSuccessorNoEnd')
    if (unit.parentCode !== null && !parents.has(unit.parentCode))
      unknown('parent_code', 'unitParentUnknown', unit.parentCode)
    const cycle = cycleFrom(unit.code, parents)
    if (cycle) say(row, 'parent_code', 'unitCycle', { cycle: cycle.join(' → ') })
  }
}

/** The way from a unit up to itself, null when it ends at a root. */
function cycleFrom(start: string, parents: ReadonlyMap<string, string | null>): string[] | null {
  const way = [start]
  for (let at = parents.get(start) ?? null; at !== null; at = parents.get(at) ?? null) {
    if (at === start) return [...way, start]
    // A cycle further up is reported at the units in it.
    if (way.includes(at)) return null
    way.push(at)
  }
  return null
}
