import { spanOf } from '../../campaign/report-period.ts'
import type { Ctx } from '../../contract/feature.ts'
import { applyingTo } from '../progress/owed.ts'
import { type Line, linesOf } from './line.ts'
import type { Row } from './row.ts'
import { rowsOf } from './rows.ts'
import type { Sheet } from './sheet.ts'
import { lockSheet, readSheet, type StoredSheet } from './store.ts'

/** A unit's dossier of a period as it stands in this transaction. */
export interface Opened {
  unit: string
  period: string
  rows: readonly Row[]
  /** Codes of all targets that apply to the unit, or may. */
  applies: ReadonlySet<string>
  stored: StoredSheet
}

/** To be looked at. */
export async function opened(ctx: Ctx, unit: string, period: string): Promise<Opened> {
  return around(ctx, unit, period, await readSheet(ctx, { unit, period }))
}

/** To be changed: nobody else changes it until the transaction ends. */
export async function lockedDossier(ctx: Ctx, unit: string, period: string): Promise<Opened> {
  return around(ctx, unit, period, await lockSheet(ctx, { unit, period }))
}

/** The dossier around its sheet. */
export async function around(ctx: Ctx, unit: string, period: string, stored: StoredSheet): Promise<Opened> {
  const applying = await applyingTo(ctx, unit)
  return { unit, period, rows: await rowsOf(ctx, unit, period, applying), applies: new Set(applying.keys()), stored }
}

export function linesIn(ctx: Pick<Ctx, 't' | 'sentOn'>, { rows }: Pick<Opened, 'rows'>, sheet: Sheet): Line[] {
  return linesOf(rows, sheet, { t: ctx.t, today: ctx.sentOn })
}

/** Why there is no dossier of this period now; null: there is one. */
export function whyNoPeriod(ctx: Ctx, period: string): 'unknown' | 'notBegun' | 'outside' | null {
  const span = spanOf(period)
  if (!span) return 'unknown'
  if (span.to < ctx.campaign.startsOn.toString() || span.from > ctx.campaign.endsOn.toString()) return 'outside'
  return span.from > ctx.today.toString() ? 'notBegun' : null
}
