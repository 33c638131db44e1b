import type { Ctx } from '../../contract/feature.ts'
import { reportKindName } from '../../figures/counted.ts'
import { reportRights } from '../../figures/rights.ts'
import { may } from '../../people/may.ts'
import { anyKind } from '../../records/kind.ts'
import { makeMove, subjectOf } from '../../records/move.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { report } from '../progress/kind.ts'
import { applyingTo } from '../progress/owed.ts'
import { questionOf } from './cell.ts'
import type { Row } from './row.ts'
import { rowsOf } from './rows.ts'
import { tellDecided } from './tell-decided.ts'

/** Who decides: the head lets through, the officer verifies. */
export type Deciding = 'approve' | 'verify'

/** The rows of a dossier that wait for this person. */
export interface Waits {
  as: Deciding
  rows: readonly (Row & { sent: NonNullable<Row['sent']> })[]
}

const kind = anyKind(report)

/** What waits for this person in a unit's dossier: as its head first; null: nothing does. */
export async function waitingRows(ctx: Ctx, unit: string, period: string): Promise<Waits | null> {
  const records = await ctx.tx.record.findMany({
    where: { campaignId: ctx.campaign.id, kind: reportKindName, unitCode: unit, period, waitsFor: { not: null } },
  })
  const at = (as: Deciding) => records.filter(record => isOpen(ctx, record, as)).map(({ id }) => id)
  const [approve, verify] = [at('approve'), at('verify')]
  const [as, ids] = approve.length > 0 ? (['approve', approve] as const) : (['verify', verify] as const)
  if (ids.length === 0) return null
  const rows = await rowsOf(ctx, unit, period, await applyingTo(ctx, unit))
  return {
    as,
    rows: rows.flatMap(row => (row.sent && ids.includes(row.sent.recordId) ? [{ ...row, sent: row.sent }] : [])),
  }
}

function isOpen(ctx: Ctx, record: StoredRecord, as: Deciding): boolean {
  const right = reportRights[as]
  return record.waitsFor === right.name && may(ctx.person, right, subjectOf(ctx, kind, record))
}

export interface Decided {
  /** Rows that were decided on. */
  done: readonly Row[]
  /** Why others were not. */
  not: readonly string[]
}

/**
 * Decides on rows of a dossier in one transaction, one after the other in the order of their ids: a move and a line of the history for
 * each, one message to everybody concerned. A row of which a newer version has come since it was shown is left as it is.
 */
export async function decideRows(
  ctx: Ctx,
  place: { unit: string; period: string },
  { as, rows }: Waits,
  back: { reason: string } | null,
): Promise<Decided> {
  const action = back === null ? as : as === 'approve' ? 'sendBack' : 'return'
  const [done, not, moves, concerned]: [Row[], string[], string[], Set<string>] = [[], [], [], new Set()]
  for (const row of rows.toSorted((a, b) => (a.sent.recordId < b.sent.recordId ? -1 : 1))) {
    const marks = back === null ? [] : [{ field: questionOf(row), reason: back.reason }]
    const made = await makeMove(ctx, kind, row.sent.recordId, { action, reason: '', marks })
    if (!made.ok) {
      not.push(ctx.t('dossier.decided.not', { n: row.n, name: row.name, why: made.say }))
      continue
    }
    done.push(row)
    moves.push(made.moveId)
    for (const id of await concernedBy(ctx, made.record)) concerned.add(id)
  }
  const byNumber = done.toSorted((a, b) => a.n - b.n)
  if (done.length > 0)
    await tellDecided(ctx, place, {
      action,
      rows: byNumber,
      reason: back?.reason ?? '',
      key: moves[0] ?? '',
      to: concerned,
    })
  return { done: byNumber, not }
}

/** Whose it is, who handed it in, who approved it; not who decides now. */
async function concernedBy(ctx: Ctx, { id, version, authorId }: StoredRecord): Promise<string[]> {
  const [handed, approvals] = [
    await ctx.tx.recordVersion.findUnique({
      where: { recordId_version: { recordId: id, version } },
      select: { authorId: true },
    }),
    await ctx.tx.recordMove.findMany({ where: { recordId: id, version, action: 'approve' }, select: { byId: true } }),
  ]
  const all = [authorId, ...(handed ? [handed.authorId] : []), ...approvals.flatMap(({ byId }) => byId ?? [])]
  return all.filter(one => one !== ctx.person.id)
}
