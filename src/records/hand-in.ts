import type { Ctx, Outcome, Submission } from '../contract/feature.ts'
import type { Answers } from '../conversation/field.ts'
import type { Form } from '../conversation/form.ts'
import type { AnyKind } from './kind.ts'
import { receipt } from './receipt.ts'
import { takeIn } from './take-in.ts'
import { tellGate } from './tell.ts'

/**
 * Takes a confirmed form in and tells the heads for whom it waits: see `takeIn`.
 */
export async function handInRecord(
  ctx: Ctx,
  kind: AnyKind,
  form: Form,
  submission: Submission<Answers>,
): Promise<Outcome> {
  const { draftId } = submission
  const rows = await ctx.tx.answer.findMany({ where: { draftId }, select: { field: true, typed: true } })
  const typed = new Map(rows.map(row => [row.field, row.typed]))
  const [taken] = await takeIn(ctx, kind, [{ ...submission, form, typed }])
  if (!taken) throw new Error('what was handed in has no answer')
  if ('instead' in taken) return taken.instead
  const { record, isWithHead, params } = taken
  const gate = isWithHead ? await tellGate(ctx, kind, record) : null
  const known = { ...submission, params }
  return kind.receipt?.(ctx, record, gate && gate.heads, known) ?? receipt(ctx, kind, record, gate)
}
