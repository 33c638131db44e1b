import { columnName, stateColumn } from '../contract/columns.ts'
import type { DeskSort } from '../contract/desk-page.ts'
import { Prisma } from '../store/generated/client.ts'
import type { AnyKind } from './kind.ts'

/** The columns by which a list of this kind is sorted, by their names in addresses. */
export function sortsOf(kind: AnyKind): readonly string[] {
  const answered = kind.cells ? [] : kind.columns
  return [
    'code',
    'unit',
    ...answered,
    ...(kind.rights.edit ? ['author'] : []),
    columnName('records.page.sentAt'),
    stateColumn,
  ]
}

/** Where a sorted list of a kind is read from, and its order. */
export interface Ordered {
  /** Records as `r`, their units as `u`, and by what they are sorted. */
  from: Prisma.Sql
  order: Prisma.Sql
}

/** The order of a list of a kind, of the versions that this person sees; without a wish the latest come first. */
export function orderOf(kind: AnyKind, sort: DeskSort | undefined, version: Prisma.Sql): Ordered {
  if (!sort) return { from: plain, order: latest }
  const direction = sort.isDescending ? Prisma.sql`DESC` : Prisma.sql`ASC`
  // In the order of the index that the latest first are read from.
  if (sort.column === 'sentAt') return { from: plain, order: Prisma.sql`r.sent_at ${direction}, r.number ${direction}` }
  const { from = plain, by } = wanted(kind, sort.column, version, direction)
  const keys = by.map(key => Prisma.sql`${key} ${direction} NULLS LAST`)
  return { from, order: Prisma.join([...keys, latest]) }
}

const latest = Prisma.sql`r.sent_at DESC, r.number DESC`
/** A unit is looked up only where its name is asked for. */
const plain = Prisma.sql`record r LEFT JOIN unit u ON u.code = r.unit_code`

/** What a list is sorted by, and from where where that is not the record itself. */
interface Wanted {
  from?: Prisma.Sql
  by: readonly Prisma.Sql[]
}

function wanted(kind: AnyKind, column: string, version: Prisma.Sql, direction: Prisma.Sql): Wanted {
  switch (column) {
    case 'code':
      return { by: [Prisma.sql`r.number`] }
    case 'unit':
      return byUnit(direction)
    case 'author':
      return byAuthor
    case stateColumn:
      return { by: [Prisma.sql`array_position(${Object.keys(kind.states)}::text[], r.state)`] }
    default:
      return byAnswer(column, version)
  }
}

/** Every record has a unit: the units are put in order first, and their records are read unit by unit as far as the page goes. */
function byUnit(direction: Prisma.Sql): Wanted {
  const units = Prisma.sql`SELECT code, ${spelled(Prisma.sql`name`)} AS spelled FROM unit ORDER BY 2 ${direction} NULLS LAST OFFSET 0`
  return { from: Prisma.sql`(${units}) u JOIN record r ON r.unit_code = u.code`, by: [Prisma.sql`u.spelled`] }
}

/** People are far fewer than their records: each name is spelled once. */
const byAuthor: Wanted = {
  from: Prisma.sql`${plain}
    LEFT JOIN (SELECT id, ${spelled(Prisma.sql`full_name`)} AS spelled FROM person OFFSET 0) p ON p.id = r.author_id`,
  by: [Prisma.sql`p.spelled`],
}

/** Numbers by what they are worth, words as they are spelled, long ones that begin alike by all of them. */
function byAnswer(question: string, version: Prisma.Sql): Wanted {
  const answer = Prisma.sql`SELECT v.record_id, v.version, v.answers->${question}::text->'value' AS value FROM record_version v`
  const words = Prisma.sql`CASE jsonb_typeof(a.value) WHEN 'string' THEN a.value #>> '{}' END`
  return {
    from: Prisma.sql`${plain} LEFT JOIN (${answer}) a ON a.record_id = r.id AND a.version = ${version}`,
    by: [
      Prisma.sql`CASE WHEN jsonb_typeof(a.value) NOT IN ('string', 'null') THEN a.value END`,
      spelled(words),
      Prisma.sql`${words} COLLATE "C"`,
    ],
  }
}

function spelled(words: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`in_vietnamese_order(${words}) COLLATE "C"`
}
