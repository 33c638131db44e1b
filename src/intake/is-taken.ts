import { takesNew } from '../campaign/states.ts'
import type { GuestCtx } from '../contract/feature.ts'
import type { Params } from '../conversation/field.ts'
import type { Registry } from './registry.ts'

/** Whether what this form brings can still be taken in: nothing is by a closed campaign, nothing new by one that is not under way. */
export function isTaken(
  ctx: GuestCtx,
  registry: Registry,
  { form, params }: { form: string; params: Params },
): boolean {
  if (registry.isAbove(form)) return true
  if (!ctx.campaign.isWritable) return false
  return registry.form(form)?.isNew?.(params) !== true || takesNew(ctx.campaign, ctx.sentAt)
}
