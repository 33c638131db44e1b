import type { Tx } from '../store/transaction.ts'

/** What a file that did not come in was part of. */
export interface LeftDraft {
  id: string
  form: string
  /** It was confirmed and waited for this file; now it is open again, at the question of the file. */
  isReopened: boolean
  /** Nothing is left under the question: it is open again. */
  isEmpty: boolean
}

/**
 * Locks the chat and its person in the order of the intake, so that no step of a form and no submission falls between. Held until
 * the transaction ends.
 */
export async function lockChat(tx: Tx, accountId: string): Promise<void> {
  await tx.$executeRaw`SELECT FROM conversation WHERE account_id = ${accountId}::uuid FOR UPDATE`
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(person_id::text, 0)) FROM account
    WHERE id = ${accountId}::uuid AND person_id IS NOT NULL`
}

/**
 * Takes a file out of the answers of every draft that is not sent. All other answers and files stay. A draft that was confirmed
 * and waited is open again at the question of the file, and the chat in which it was confirmed goes on with it when
 * it is about nothing else. Call with the chat locked.
 */
export async function leaveAnswers(tx: Tx, fileId: string): Promise<LeftDraft[]> {
  const holding = await tx.$queryRaw<
    { id: string; form: string; state: string; field: string; left: number; confirmedIn: string | null }[]
  >`
    SELECT d.id, d.form, d.state::text AS state, a.field, jsonb_array_length(a.value) - 1 AS left, d.confirmed_in AS "confirmedIn"
    FROM draft d JOIN answer a ON a.draft_id = d.id
    WHERE d.state IN ('OPEN', 'WAITING') AND jsonb_typeof(a.value) = 'array'
      AND a.value @> jsonb_build_array(jsonb_build_object('id', ${fileId}::text))
    ORDER BY d.id`
  for (const { id, field, left, state, confirmedIn } of holding) {
    if (left === 0) await tx.answer.delete({ where: { draftId_field: { draftId: id, field } } })
    else
      await tx.$executeRaw`
        UPDATE answer SET value = (SELECT jsonb_agg(f ORDER BY nth)
          FROM jsonb_array_elements(value) WITH ORDINALITY AS files(f, nth) WHERE f->>'id' <> ${fileId}::text)
        WHERE draft_id = ${id}::uuid AND field = ${field}`
    if (state === 'WAITING') await reopen(tx, id, field, confirmedIn)
  }
  return holding.map(({ id, form, state, left }) => ({
    id,
    form,
    isReopened: state === 'WAITING',
    isEmpty: left === 0,
  }))
}

async function reopen(tx: Tx, id: string, field: string, chat: string | null): Promise<void> {
  await tx.$executeRaw`
    UPDATE draft SET state = 'OPEN', position = ${field}, pending = NULL, revision = revision + 1, confirmed_at = NULL,
      claimed_at = NULL, confirmed_in = NULL, waits_for = '{}' WHERE id = ${id}::uuid`
  if (chat === null) return
  // Another chat of the person may be in the middle of a turn, and waits for the lock that is held here.
  await tx.$executeRaw`
    UPDATE conversation SET draft_id = ${id}::uuid, prompt = NULL
    WHERE draft_id IS NULL AND account_id IN (
      SELECT account_id FROM conversation WHERE account_id = ${chat}::uuid FOR UPDATE SKIP LOCKED)`
}
