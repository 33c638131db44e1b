import { Prisma } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'

/**
 * Stops what is planned or waiting to be sent for these obligations, in the caller's transaction, and lets the beat look
 * at them again. A message that also speaks of something else is taken back as a whole; what it said of the rest is
 * written anew by the next beat. What a channel has already been given cannot be taken back and is recorded as sent.
 */
export async function cancelFor(tx: Tx, obligationIds: readonly string[], why: string, now: Date): Promise<void> {
  if (obligationIds.length === 0) return
  const ids = Prisma.sql`${obligationIds as string[]}::uuid[]`
  const keys = await tx.$queryRaw<{ key: string }[]>`
    UPDATE outbox SET state = 'EXPIRED', why = ${why} WHERE state = 'QUEUED' AND dedupe_key IN (
      SELECT outbox_key FROM reminder WHERE obligation_id = ANY(${ids}) AND state = 'QUEUED' AND outbox_key IS NOT NULL)
    RETURNING dedupe_key AS key`
  const taken = keys.map(row => row.key)
  await tx.$executeRaw`
    UPDATE reminder SET state = 'CANCELLED', why = ${why}, at = ${now}
    WHERE obligation_id = ANY(${ids}) AND (state = 'PLANNED' OR (state = 'QUEUED' AND outbox_key = ANY(${taken}::text[])))`
  await writtenAnew(tx, taken, now)
  await lookAgain(tx, obligationIds)
}

/** Lets the next beat look at these obligations whatever the day: a deadline, a person or the calendar has changed. */
export async function lookAgain(tx: Tx, obligationIds: readonly string[]): Promise<void> {
  await tx.obligation.updateMany({ where: { id: { in: [...obligationIds] } }, data: { nextReminderAt: null } })
}

/** What else the messages taken back have said waits for the next beat. */
async function writtenAnew(tx: Tx, keys: readonly string[], now: Date): Promise<void> {
  if (keys.length === 0) return
  const rest = await tx.$queryRaw<{ id: string }[]>`
    UPDATE reminder SET state = 'PLANNED', why = 'writtenAnew', at = ${now}, outbox_key = NULL
    WHERE state = 'QUEUED' AND outbox_key = ANY(${keys as string[]}::text[]) RETURNING obligation_id AS id`
  await lookAgain(
    tx,
    rest.map(row => row.id),
  )
}
