import type { Tx } from '../store/transaction.ts'

/** What is about to be shown of something with a day: `shown` changes whenever that does. */
export interface AboutToShow {
  event: string
  shown: string
}

/** How often it has changed since it was first shown to this person, and when it last did. */
export interface Changes {
  sequence: number
  changedAt: Date
}

/**
 * Remembers what this person's calendar is shown, and tells of each how often it has changed (RFC 5545: SEQUENCE grows and LAST-MODIFIED
 * moves, or programs keep what they had). Writes nothing where nothing has changed.
 */
export async function changesOf(
  tx: Tx,
  personId: string,
  shown: readonly AboutToShow[],
  now: Date,
): Promise<ReadonlyMap<string, Changes>> {
  const rows = JSON.stringify(shown)
  await tx.$executeRaw`
    INSERT INTO calendar_event (person_id, event, shown, changed_at)
    SELECT ${personId}::uuid, e.event, e.shown, ${now} FROM jsonb_to_recordset(${rows}::jsonb) AS e(event text, shown text)
    ON CONFLICT (person_id, event) DO UPDATE
      SET shown = excluded.shown, sequence = calendar_event.sequence + 1, changed_at = excluded.changed_at
      WHERE calendar_event.shown <> excluded.shown`
  const where = { personId, event: { in: shown.map(({ event }) => event) } }
  const known = await tx.calendarEvent.findMany({ where })
  return new Map(known.map(({ event, sequence, changedAt }) => [event, { sequence, changedAt }]))
}
