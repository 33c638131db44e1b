import type { Pending } from '../conversation/draft.ts'
import type { Json, Params } from '../conversation/field.ts'
import type { Tx } from '../store/transaction.ts'
import type { DraftOwner } from './beginning.ts'
import type { StoredDraft } from './scene.ts'

/** An open draft of this owner, or null. */
export async function readDraft(tx: Tx, id: string, owner: DraftOwner): Promise<StoredDraft | null> {
  const draft = await tx.draft.findFirst({ where: { id, ...owner, state: 'OPEN' }, include: { answers: true } })
  if (!draft) return null
  return {
    id: draft.id,
    form: draft.form,
    formVersion: draft.formVersion,
    params: draft.params as Params,
    position: draft.position,
    pending: draft.pending as Pending | null,
    revision: draft.revision,
    answers: Object.fromEntries(draft.answers.map(answer => [answer.field, answer.value as Json])),
  }
}
