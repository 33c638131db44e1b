import type { Ctx } from '../../contract/feature.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'

/** Makes the request follow its explanation: given, or given back and so open again. */
export async function followRequest({ tx }: Ctx, { id, key, state, sentAt }: StoredRecord): Promise<void> {
  const given = { state: 'EXPLAINED' as const, answeredAt: sentAt }
  const data = state === 'RETURNED' ? { state: 'OPEN' as const, answeredAt: null } : given
  await tx.explanationRequest.updateMany({ where: { id: key ?? '' }, data: { ...data, recordId: id } })
}
