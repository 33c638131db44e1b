import type { Tx } from '../../store/transaction.ts'

/** Of these obligations the ones noted as received, and not taken back, just before an instant (null: now), with the day of receipt. */
export async function receivedBefore(
  tx: Tx,
  obligationIds: readonly string[],
  before: Date | null,
): Promise<ReadonlyMap<string, string>> {
  const at = before ? { at: { lt: before } } : {}
  const decided = await tx.audit.findMany({
    where: {
      ...{ subjectType: 'obligation', subjectId: { in: [...obligationIds] }, action: { startsWith: 'received.' } },
      ...at,
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { subjectId: true, action: true },
  })
  const stands = new Map(decided.map(({ subjectId, action }) => [subjectId, meeting.includes(action)]))
  const notes = await tx.receivedNote.findMany({
    where: { obligationId: { in: [...stands].flatMap(([id, isMet]) => (isMet ? [id] : [])) }, ...at },
    orderBy: { at: 'asc' },
    select: { obligationId: true, receivedOn: true },
  })
  return new Map(notes.map(({ obligationId, receivedOn }) => [obligationId, receivedOn]))
}

/** What makes it met: an officer's own note, or the claim of a unit that an officer has confirmed. */
const meeting = ['received.note', 'received.confirm']
