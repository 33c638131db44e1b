import { readFileSync } from 'node:fs'
import { CsvError, type Info, parse } from 'csv-parse/sync'
import { isIsoDay } from './iso-day.ts'
import { nearestOf } from './nearest.ts'
import { type Checked, inFileOrder, type Problem } from './problem.ts'
import type { UnitRow } from './unit.ts'
import { unitKindOf, unitKinds } from './unit-kind.ts'

const needed = ['code', 'name', 'kind', 'parent_code'] as const
const optional = ['valid_from', 'valid_to', 'successors', 'notes'] as const
type Column = (typeof needed)[number] | (typeof optional)[number]

interface Row {
  cells: Partial<Record<Column, string>>
  line: number
}

/**
 * Reads a units file: CSV, UTF-8, first line the column names; parents in any order. Several successors are parted by «;». Every
 * problem at once, each with its line; nothing is loaded from a file that has one.
 */
export function readUnits(file: string): Checked<UnitRow[]> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return failed([problem(file, null, '', isMissing ? 'fileMissing' : 'fileUnreadable', { file })])
  }
  return parseUnits(file, text)
}

export function parseUnits(file: string, text: string): Checked<UnitRow[]> {
  let header: string[] = []
  let records: { record: Record<string, string>; info: Info }[]
  try {
    records = parse<{ record: Record<string, string>; info: Info }>(text.normalize('NFC'), {
      bom: true,
      columns: (names: string[]) => {
        header = names.map(name => name.trim())
        return header
      },
      info: true,
      skip_empty_lines: true,
      trim: true,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { lines } = error
    return failed([problem(file, typeof lines === 'number' ? lines : null, '', 'csvSyntax', { detail: error.message })])
  }
  const headerProblems = columnProblems(file, header)
  if (headerProblems.length > 0) return failed(headerProblems)
  if (records.length === 0) return failed([problem(file, null, '', 'fileEmpty', { file })])

  // `info.lines` is the last line of the record; a quoted cell may span several.
  const rows = records.map(({ record, info }): Row => {
    const broken = Object.values(record).reduce((count, cell) => count + (cell.match(/\n/g)?.length ?? 0), 0)
    return { cells: record, line: info.lines - broken }
  })
  const units = rows.map(row => unitOf(row))
  const problems = [...rows.flatMap(row => cellProblems(file, row)), ...treeProblems(file, rows, units)]
  return problems.length > 0 ? failed(problems) : { ok: true, value: units }
}

function columnProblems(file: string, header: readonly string[]): Problem[] {
  const known: readonly string[] = [...needed, ...optional]
  const missing = needed.filter(name => !header.includes(name))
  return [
    ...missing.map(name => problem(file, 1, name, 'columnMissing', { column: name, allowed: known.join(', ') })),
    ...header
      .filter(name => !known.includes(name))
      .map(name => problem(file, 1, name, 'columnUnknown', { column: name, allowed: known.join(', ') })),
  ]
}

function unitOf({ cells }: Row): UnitRow {
  return {
    code: cells.code ?? '',
    name: cells.name ?? '',
    // A row with an unknown kind has a problem, and no unit of the file is used then.
    kind: unitKindOf(cells.kind ?? '') ?? 'department',
    parentCode: cells.parent_code || null,
    validFrom: cells.valid_from || null,
    validTo: cells.valid_to || null,
    successors: (cells.successors ?? '').split(';').flatMap(code => (code.trim() === '' ? [] : [code.trim()])),
    notes: cells.notes ?? '',
  }
}

function cellProblems(file: string, { cells, line }: Row): Problem[] {
  const problems: Problem[] = []
  const say = (column: Column, code: string, params: Problem['params'] = {}) =>
    problems.push(problem(file, line, column, code, { unit: cells.code ?? '', ...params }))
  if (!cells.code) say('code', 'unitCodeEmpty')
  else if (!/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(cells.code)) say('code', 'unitCodeWrong', { value: cells.code })
  if (!cells.name) say('name', 'unitNameEmpty')
  const kind = cells.kind ?? ''
  if (unitKindOf(kind) === null) {
    const allowed = unitKinds.join(', ')
    const nearest = nearestOf(kind, unitKinds)
    if (nearest) say('kind', 'unitKindUnknownNear', { value: kind, allowed, nearest })
    else say('kind', 'unitKindUnknown', { value: kind, allowed })
  }
  for (const column of ['valid_from', 'valid_to'] as const) {
    const value = cells[column]
    if (value && !isIsoDay(value)) say(column, 'wrongIsoDate', { value })
  }
  if (cells.valid_from && cells.valid_to && cells.valid_to < cells.valid_from) {
    say('valid_to', 'unitEndsBeforeStart', { from: cells.valid_from, to: cells.valid_to })
  }
  return problems
}

function treeProblems(file: string, rows: readonly Row[], units: readonly UnitRow[]): Problem[] {
  const firstLine = new Map<string, number>()
  const parents = new Map(units.map(unit => [unit.code, unit.parentCode]))
  return units.flatMap((unit, index) => {
    const line = rows[index]?.line ?? null
    const before = firstLine.get(unit.code)
    if (unit.code === '') return []
    if (before !== undefined) {
      return [problem(file, line, 'code', 'unitCodeTwice', { unit: unit.code, first: before })]
    }
    firstLine.set(unit.code, line ?? 0)
    const unknown = (column: Column, code: string, value: string) => {
      const nearest = nearestOf(value, parents.keys()) ?? ''
      return problem(file, line, column, nearest ? `${code}Near` : code, { unit: unit.code, value, nearest })
    }
    const problems = unit.successors
      .filter(code => !parents.has(code))
      .map(code => unknown('successors', 'unitSuccessorUnknown', code))
    if (unit.parentCode !== null && !parents.has(unit.parentCode)) {
      problems.push(unknown('parent_code', 'unitParentUnknown', unit.parentCode))
    }
    const cycle = cycleFrom(unit.code, parents)
    if (cycle)
      problems.push(problem(file, line, 'parent_code', 'unitCycle', { unit: unit.code, cycle: cycle.join(' → ') }))
    return problems
  })
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

function problem(file: string, line: number | null, path: string, code: string, params: Problem['params']): Problem {
  return { file, line, column: null, path, code, params }
}

function failed(problems: readonly Problem[]): Checked<never> {
  return { ok: false, problems: inFileOrder(problems) }
}
