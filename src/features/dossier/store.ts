import type { Ctx } from '../../contract/feature.ts'
import { newId } from '../../store/new-id.ts'
import { emptySheet, type Sheet, sheetIn } from './sheet.ts'

export interface StoredSheet {
  sheet: Sheet
  /** 0: nobody has put anything in yet. */
  revision: number
  changedById: string | null
}

interface Place {
  unit: string
  period: string
}

/** What the unit has put in so far. */
export async function readSheet(ctx: Ctx, { unit, period }: Place): Promise<StoredSheet> {
  const { tx, campaign } = ctx
  const where = { campaignId_unitCode_period: { campaignId: campaign.id, unitCode: unit, period } }
  const stored = await tx.figureSheet.findUnique({ where })
  if (!stored) return { sheet: emptySheet, revision: 0, changedById: null }
  return { sheet: sheetIn(stored.content), revision: stored.revision, changedById: stored.changedById }
}

/** The same, held until the transaction ends: two people of the unit who fill it in come one after the other. */
export async function lockSheet(ctx: Ctx, { unit, period }: Place): Promise<StoredSheet> {
  const [row] = await ctx.tx.$queryRaw<{ content: unknown; revision: number; changedById: string | null }[]>`
    INSERT INTO figure_sheet (id, campaign_id, unit_code, period, content, changed_at)
    VALUES (${newId(ctx.now)}::uuid, ${ctx.campaign.id}::uuid, ${unit}, ${period}, '{}', ${ctx.now})
    ON CONFLICT (campaign_id, unit_code, period) DO UPDATE SET period = excluded.period
    RETURNING content, revision, changed_by_id AS "changedById"`
  if (!row) return { sheet: emptySheet, revision: 0, changedById: null }
  return { sheet: sheetIn(row.content), revision: row.revision, changedById: row.changedById }
}

/** Keeps what is put in now; the revision that it has from now on. Nothing changed: nothing is written. */
export async function keepSheet(ctx: Ctx, { unit, period }: Place, before: StoredSheet, sheet: Sheet): Promise<number> {
  if (sheet === before.sheet || JSON.stringify(sheet) === JSON.stringify(before.sheet)) return before.revision
  const revision = before.revision + 1
  await ctx.tx.$executeRaw`
    UPDATE figure_sheet SET content = ${JSON.stringify(sheet)}::jsonb, revision = ${revision}::int,
      changed_by_id = ${ctx.person.id}::uuid, changed_at = ${ctx.now}
    WHERE campaign_id = ${ctx.campaign.id}::uuid AND unit_code = ${unit} AND period = ${period}`
  return revision
}
