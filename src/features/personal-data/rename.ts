import type { Erasure, PersonalData } from '../../people/personal-data.ts'
import { sameName } from '../../people/same-name.ts'
import { fold } from '../../reading/text.ts'
import { Prisma } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'
import { patternOf, withoutName, withoutNameIn } from './without-name.ts'

/**
 * Puts the pseudonym in the place of the name in every column that is declared as words of people, in all rows. Of people who are
 * called alike nothing is touched: their own rows, and the records of units where only they are.
 */
export async function replaceName(tx: Tx, parts: readonly PersonalData[], erasure: Erasure): Promise<void> {
  const columns = await columnsOf(tx)
  const namesakes = await namesakesOf(tx, erasure)
  for (const [table, says] of parts.flatMap(part => Object.entries(part.says))) {
    const written = Object.entries(says).flatMap(([column, fate]) => (fate === 'words' ? [column] : []))
    const types = columns.get(table)
    if (written.length > 0 && types) await replaceIn(tx, { table, written, types, namesakes }, erasure)
  }
}

interface Place {
  table: string
  written: readonly string[]
  /** Type of every column of the table. */
  types: ReadonlyMap<string, string>
  namesakes: Namesakes
}

async function replaceIn(tx: Tx, { table, written, types, namesakes }: Place, erasure: Erasure): Promise<void> {
  const named = Prisma.raw(`"${table}"`)
  const texts = written.map(column => Prisma.raw(`"${column}"::text`))
  const pattern = patternOf(erasure.fullName)
  const rows = await tx.$queryRaw<{ at: string; texts: (string | null)[] }[]>`
    SELECT ctid::text AS at, ARRAY[${Prisma.join(texts)}] AS texts FROM ${named}
    WHERE (${Prisma.join(
      texts.map(text => Prisma.sql`${text} ILIKE ${pattern}`),
      ' OR ',
    )}) ${notOf(types, namesakes)} FOR UPDATE`
  for (const { at, texts: values } of rows) {
    const changes = written.flatMap((column, index) => {
      const value = values[index] ?? null
      const type = types.get(column) ?? 'text'
      const changed = value === null ? null : replaced(value, column, type, erasure)
      return changed === value ? [] : [Prisma.sql`${Prisma.raw(`"${column}"`)} = ${changed}::${Prisma.raw(type)}`]
    })
    if (changes.length > 0) await tx.$executeRaw`UPDATE ${named} SET ${Prisma.join(changes)} WHERE ctid = ${at}::tid`
  }
}

function replaced(value: string, column: string, type: string, { fullName, pseudonym }: Erasure): string {
  if (type === 'jsonb') {
    const before: unknown = JSON.parse(value)
    const after = JSON.stringify(withoutNameIn(before, fullName, pseudonym))
    return after === JSON.stringify(before) ? value : after
  }
  const isFolded = column.endsWith('_folded') || column === 'search_text'
  return withoutName(value, fullName, isFolded ? fold(pseudonym) : pseudonym)
}

/** Living people of the same name. */
interface Namesakes {
  personIds: readonly string[]
  accountIds: readonly string[]
  /** Units where they hold or held a role and the erased person never did. */
  unitCodes: readonly string[]
}

async function namesakesOf(tx: Tx, { personId, fullName }: Erasure): Promise<Namesakes> {
  const people = await tx.person.findMany({
    where: { erasedAt: null, id: { not: personId } },
    select: { id: true, fullName: true },
  })
  const personIds = people.filter(person => sameName(person.fullName, fullName)).map(person => person.id)
  if (personIds.length === 0) return { personIds: [], accountIds: [], unitCodes: [] }
  const accounts = await tx.account.findMany({ where: { personId: { in: personIds } }, select: { id: true } })
  const roles = await tx.roleAssignment.findMany({
    where: { personId: { in: [personId, ...personIds] } },
    select: { personId: true, unitCode: true },
  })
  const own = new Set(roles.filter(role => role.personId === personId).map(role => role.unitCode))
  const unitCodes = roles.map(role => role.unitCode).filter(code => !own.has(code))
  return { personIds, accountIds: accounts.map(({ id }) => id), unitCodes }
}

function notOf(types: Place['types'], { personIds, accountIds, unitCodes }: Namesakes): Prisma.Sql {
  if (personIds.length === 0) return Prisma.empty
  const rules = [
    types.has('person_id')
      ? Prisma.sql`AND (person_id IS NULL OR person_id <> ALL(${[...personIds]}::uuid[]))`
      : Prisma.empty,
    types.has('account_id')
      ? Prisma.sql`AND (account_id IS NULL OR account_id <> ALL(${[...accountIds]}::uuid[]))`
      : Prisma.empty,
    types.has('draft_id')
      ? Prisma.sql`AND draft_id NOT IN (SELECT id FROM draft WHERE person_id = ANY(${[...personIds]}::uuid[]))`
      : Prisma.empty,
    types.has('unit_code') ? Prisma.sql`AND unit_code <> ALL(${[...unitCodes]}::text[])` : Prisma.empty,
  ]
  return Prisma.join(rules, ' ')
}

async function columnsOf(tx: Tx): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const columns = await tx.$queryRaw<{ table: string; column: string; type: string }[]>`
    SELECT table_name::text AS table, column_name::text AS column, udt_name::text AS type FROM information_schema.columns
    WHERE table_schema = current_schema()`
  const tables = new Map<string, Map<string, string>>()
  for (const { table, column, type } of columns) {
    const types = tables.get(table) ?? new Map<string, string>()
    tables.set(table, types.set(column, type))
  }
  return tables
}
