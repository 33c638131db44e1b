import type { Ctx, Outcome } from '../contract/feature.ts'
import { review } from '../conversation/draft.ts'
import { firstOpen } from '../conversation/form.ts'
import type { Go } from '../outbox/go.ts'
import { newId } from '../store/new-id.ts'
import { beginRecord } from './begin.ts'
import type { AnyKind } from './kind.ts'

/**
 * Begins a record of which some answers are known: they stand in the draft, are not asked, and can be changed at the summary. An open
 * draft of the same answers goes on. `again`: the way here, for whoever must say first for which unit.
 */
export async function beginKnowing(
  ctx: Ctx,
  kind: AnyKind,
  args: Readonly<Record<string, string>>,
  known: Readonly<Record<string, string>>,
  again: Go,
): Promise<Outcome> {
  const begun = await beginRecord(ctx, kind, { ...args, new: 'yes' }, again)
  if (!('start' in begun)) return begun
  const { form } = kind
  const key = [begun.key ?? '', ...Object.values(known)].join(':')
  const open = await ctx.tx.draft.findFirst({
    where: { ...{ personId: ctx.person.id, campaignId: ctx.campaign.id }, form: form.id, key, state: 'OPEN' },
    select: { id: true },
  })
  if (open) return { resume: open.id }
  const id = newId(ctx.now)
  await ctx.tx.draft.create({
    data: {
      ...{ id, personId: ctx.person.id, campaignId: ctx.campaign.id, form: form.id, formVersion: form.version, key },
      params: { ...begun.params },
      position: firstOpen(form, known, begun.params) ?? review,
      ...{ createdAt: ctx.now, updatedAt: ctx.now },
      answers: {
        create: Object.entries(known).map(([field, value]) => ({ field, value, typed: value, at: ctx.now })),
      },
    },
  })
  return { resume: id }
}
