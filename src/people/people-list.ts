import type { FileProblem, Read } from '../office-files/file-problem.ts'
import type { List, ListRow } from '../office-files/list-rows.ts'
import { fold, normalise } from '../reading/text.ts'
import type { Role } from '../store/generated/client.ts'
import type { PeopleColumn } from './people-columns.ts'

/** What is known of a unit, for those who list its people. Plain days, both inclusive. */
export interface ListedUnit {
  code: string
  name: string
  kind: string
  validFrom: string | null
  validTo: string | null
  successors: readonly string[]
}

export interface PeopleKnowledge {
  units: readonly ListedUnit[]
  today: string
  /** The role of a word at a unit of a kind. */
  roleOf: (word: string, unitKind: string) => Role | null
  /** Names of the roles, for those who must choose one. */
  roleNames: string
}

export interface ListedPerson {
  fullName: string
  unit: ListedUnit
  role: Role
  /** The cell of the name. */
  cell: string
}

/** The people of a list, each with the unit and the role; nobody where anything is wrong. Every problem at once, each with its cell. */
export function peopleIn(list: List<PeopleColumn>, knowledge: PeopleKnowledge): Read<ListedPerson[]> {
  const { people, problems } = listedIn(list, knowledge)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: people }
}

/** The same for those who look before they invite: the rows that are right, and what is wrong with the others. */
export function listedIn(
  list: List<PeopleColumn>,
  knowledge: PeopleKnowledge,
): { people: ListedPerson[]; problems: FileProblem[] } {
  const problems: FileProblem[] = []
  const say: Say = (row, column, code, params = {}) =>
    problems.push({ file: list.file, sheet: list.sheet, cell: row.cellOf(column), code, params })
  const first = new Map<string, string>()
  const people = list.rows.flatMap((row): ListedPerson[] => {
    const before = problems.length
    const unit = unitIn(row, knowledge, say)
    const fullName = nameIn(row, say)
    const role = roleIn(row, unit?.kind ?? '', fullName, knowledge, say)
    if (!unit || !role || fullName === '') return []
    const key = `${unit.code} ${role} ${fold(fullName)}`
    const twin = first.get(key)
    const cell = row.cellOf('name')
    if (twin !== undefined) say(row, 'name', 'personTwice', { first: twin })
    else first.set(key, cell)
    return problems.length > before ? [] : [{ fullName, unit, role, cell }]
  })
  return { people, problems }
}

type Row = ListRow<PeopleColumn>
type Say = (row: Row, column: PeopleColumn, code: string, params?: FileProblem['params']) => void

/** By code or by name; of several of the same name, the one that acts today. */
function unitIn(row: Row, { units, today }: PeopleKnowledge, say: Say): ListedUnit | null {
  const value = normalise(row.cells.unit ?? '')
  if (value === '') return tell(say, row, 'personUnitEmpty', {})
  const byCode = units.filter(({ code }) => code === value.toUpperCase())
  const named = byCode.length > 0 ? byCode : units.filter(({ name }) => fold(name) === fold(value))
  const acting = named.filter(unit => startsBy(unit, today) && !hasEnded(unit, today))
  const [unit] = acting
  if (unit && acting.length === 1) return unit
  if (acting.length > 1)
    return tell(say, row, 'personUnitTwice', { value, codes: acting.map(({ code }) => code).join(', ') })
  const [past] = named
  if (!past) return tell(say, row, 'personUnitUnknown', { value })
  const day = (iso: string | null) => (iso ?? '').split('-').reverse().join('/')
  if (!hasEnded(past, today)) return tell(say, row, 'personUnitLater', { value, day: day(past.validFrom) })
  const successors = units
    .filter(({ code }) => past.successors.includes(code))
    .map(({ code, name }) => `${code} – ${name}`)
  const who = successors.length > 0 ? `: ${successors.join('; ')}` : ''
  return tell(say, row, 'personUnitEnded', { value, day: day(past.validTo), successors: who })
}

function tell(say: Say, row: Row, code: string, params: FileProblem['params']): null {
  say(row, 'unit', code, params)
  return null
}

/** One person's name; a form of address before it goes, capitals become those of a name. */
function nameIn(row: Row, say: Say): string {
  const given = normalise(row.cells.name ?? '')
  const name = given.replace(/^(?:(?:đ\/c|đồng chí|ông|bà)\.?:? )/iu, '')
  if (name === '') say(row, 'name', 'personNameEmpty')
  else if (name.includes('?')) say(row, 'name', 'question', { word: name })
  else if (!/^\p{L}[\p{L}\p{M}'’. -]*$/u.test(name) || name.split(' ').length > 8)
    say(row, 'name', 'personNameWrong', { value: given })
  const isCapitals = name.includes(' ') && name === name.toUpperCase()
  return isCapitals ? name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, letter => letter.toUpperCase()) : name
}

/** A list without roles says them by its posts. */
function roleIn(row: Row, unitKind: string, name: string, knowledge: PeopleKnowledge, say: Say): Role | null {
  const column = row.cells.role ? 'role' : 'position'
  const value = normalise(row.cells[column] ?? '')
  const role = value === '' ? null : knowledge.roleOf(value, unitKind)
  if (value === '')
    say(row, row.cells.role === undefined ? 'name' : 'role', 'personRoleEmpty', { name, roles: knowledge.roleNames })
  else if (role === null) say(row, column, 'personRoleUnknown', { value, roles: knowledge.roleNames })
  return role
}

function startsBy({ validFrom }: ListedUnit, day: string): boolean {
  return validFrom === null || validFrom <= day
}

function hasEnded({ validTo }: ListedUnit, day: string): boolean {
  return validTo !== null && validTo < day
}
