import type { Ctx } from '../../contract/feature.ts'
import { gaps } from './line.ts'
import { linesIn, type Opened } from './opened.ts'
import type { Sheet } from './sheet.ts'

/** Where the talk about a dossier stands. */
export interface Talk {
  /** The row that is asked for; null: the whole table is on the screen. */
  gap: string | null
  /** Rows that were left out of the asking. */
  skipped: readonly string[]
}

export const atTable: Talk = { gap: null, skipped: [] }

/** The next row that has to be asked for; the table when there is none. What was just answered and not understood is asked again. */
export function next(ctx: Ctx, dossier: Opened, sheet: Sheet, { skipped }: Talk): Talk {
  const open = gaps(linesIn(ctx, dossier, sheet)).find(({ row }) => !skipped.includes(row.topic))
  return open ? { gap: open.row.topic, skipped } : atTable
}
