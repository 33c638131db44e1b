import type { Ctx, Outcome } from '../../contract/feature.ts'
import { handInRecord } from '../../records/hand-in.ts'
import { anyKind } from '../../records/kind.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'
import { listForm } from './form.ts'
import type { Item } from './item.ts'
import { list } from './kind.ts'
import { type Place, paramsOf } from './started.ts'

/**
 * Hands a list in that was filled in elsewhere than in its form: on a page, in a file, by one tap. `basedOn`: the version that the person
 * had before them; what others have changed since stays.
 */
export async function handInItems(
  ctx: Ctx,
  place: Place,
  { record, basedOn, items }: { record: StoredRecord | null; basedOn: number; items: readonly Item[] },
): Promise<Outcome> {
  const params = { ...(await paramsOf(ctx, place, record)), basedOn, items: null }
  const draftId = newId(ctx.now)
  await ctx.tx.draft.create({
    data: {
      ...{ id: draftId, personId: ctx.person.id, form: listForm.id, formVersion: listForm.version },
      ...{ key: `${place.unit}:${place.target}`, params, position: 'review', state: 'SUBMITTED' },
      ...{ createdAt: ctx.now, updatedAt: ctx.now },
    },
  })
  const answers = { items: { items: [...items], unread: [] }, evidence: null }
  return handInRecord(ctx, anyKind(list), listForm, { answers, params, draftId })
}
