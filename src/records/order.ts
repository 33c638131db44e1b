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

/** The order of a list of a kind, of the versions that this person sees; without a wish the latest come first. */
export function orderOf(kind: AnyKind, sort: DeskSort | undefined, version: Prisma.Sql): Prisma.Sql {
  const latest = Prisma.sql`r.sent_at DESC, r.number DESC`
  if (!sort) return latest
  const direction = sort.isDescending ? Prisma.sql`DESC` : Prisma.sql`ASC`
  // In the order of the index that the latest first are read from.
  if (sort.column === 'sentAt') return Prisma.sql`r.sent_at ${direction}, r.number ${direction}`
  return Prisma.sql`${wanted(kind, sort.column, version)} ${direction} NULLS LAST, ${latest}`
}

function wanted(kind: AnyKind, column: string, version: Prisma.Sql): Prisma.Sql {
  switch (column) {
    case 'code':
      return Prisma.sql`r.number`
    case 'unit':
      return Prisma.sql`u.name_folded`
    case 'author':
      return Prisma.sql`(SELECT p.full_name FROM person p WHERE p.id = r.author_id)`
    case stateColumn:
      return Prisma.sql`array_position(${Object.keys(kind.states)}::text[], r.state)`
    default:
      // Of numbers and of words alike.
      return Prisma.sql`(SELECT v.answers->${column}::text->'value' FROM record_version v
        WHERE v.record_id = r.id AND v.version = ${version})`
  }
}
