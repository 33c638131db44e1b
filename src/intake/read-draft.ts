import type { Pending } from '../conversation/draft.ts'
import type { Json, Params } from '../conversation/field.ts'
import type { Tx } from '../store/transaction.ts'
import type { DraftOwner } from './beginning.ts'
import type { StoredDraft } from './scene.ts'

/** A draft of this owner that is in this state, or null. */
export async function readDraft(
  tx: Tx,
  id: string,
  owner: DraftOwner,
  state: 'OPEN' | 'WAITING' = 'OPEN',
): Promise<StoredDraft | null> {
  const draft = await tx.draft.findFirst({ where: { id, ...owner, state }, include: { answers: true } })
  if (!draft) return null
  return {
    id: draft.id,
    form: draft.form,
    formVersion: draft.formVersion,
    params: draft.params as Params,
    position: draft.position,
    pending: draft.pending as Pending | null,
    revision: draft.revision,
    campaignId: draft.campaignId,
    answers: Object.fromEntries(draft.answers.map(answer => [answer.field, answer.value as Json])),
  }
}
