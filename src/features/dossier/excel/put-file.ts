import type { Ctx } from '../../../contract/feature.ts'
import type { Opened } from '../opened.ts'
import { type Sheet, withEntry } from '../sheet.ts'
import { meantBy } from '../take.ts'

/** The sheet with what was put in cell by cell, on a page or in a file; an empty cell takes nothing away. */
export function putFile(
  ctx: Pick<Ctx, 't' | 'person'>,
  { rows, stored }: Opened,
  values: ReadonlyMap<string, { typed: string; reason: string }>,
): Sheet {
  return rows.reduce((sheet, row) => {
    const value = values.get(row.topic)
    if (!value || value.typed.trim() === '') return sheet
    const before = sheet.entries[row.topic]
    if (before?.typed === value.typed && before.reason === value.reason) return sheet
    const entry = {
      typed: meantBy(row, value.typed, ctx),
      reason: value.reason,
      basedOn: row.sent?.version ?? 0,
      by: ctx.person.id,
    }
    return withEntry(sheet, row.topic, entry)
  }, stored.sheet)
}
