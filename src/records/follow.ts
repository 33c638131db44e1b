import type { Ctx } from '../contract/feature.ts'
import { type AnyKind, waitsFor } from './kind.ts'
import { lockRecord } from './store.ts'
import { writeMove } from './write.ts'

/** The move by which a record goes where another one leads it. */
export const following = 'follow'

/**
 * Brings a record to the state that follows from another one (what was found is put right, and the check with it). It is nobody's
 * decision: the system makes the move, and that one that decides has decided on the other. Twice changes nothing.
 */
export async function follow(
  ctx: Pick<Ctx, 'tx' | 'now' | 'campaign'>,
  kind: AnyKind,
  id: string,
  state: string,
  reason = '',
): Promise<void> {
  const before = await lockRecord(ctx.tx, ctx.campaign.id, id)
  if (!before || before.state === state) return
  const data = { state, waitsFor: waitsFor(kind, state), decidedAt: ctx.now }
  const after = await ctx.tx.record.update({ where: { id }, data })
  await writeMove(ctx, before, after, { action: following, right: null, subject: {}, reason })
}
