import { closedReasons } from '../../channels/channel.ts'
import type { Tx } from '../../store/transaction.ts'

const closed: string[] = [...closedReasons]

/**
 * Brings what became of the messages back into the ledger. Sent, or not known whether it arrived: told. Not sent in its
 * time, or refused by a channel while the person has another: waits for the next beat. Otherwise unreachable, and the
 * next look hands over to the level above. What is no longer owed waits for nothing, although its message was under way when
 * that was decided. Flat when nothing waits.
 */
export async function takeResults(tx: Tx, now: Date): Promise<number> {
  const [done] = await tx.$queryRaw<{ count: number }[]>`
    WITH settled AS (UPDATE reminder r SET
      state = CASE WHEN o.state IN ('SENT', 'UNKNOWN') THEN 'SENT'::"ReminderState"
        WHEN o.state = 'EXPIRED' OR (o.state = 'UNREACHABLE' AND other.id IS NOT NULL) THEN 'PLANNED'::"ReminderState"
        ELSE 'UNREACHABLE'::"ReminderState" END,
      way = CASE WHEN o.state IN ('SENT', 'UNKNOWN') THEN COALESCE(o.way, o.channel) END,
      why = CASE o.state WHEN 'SENT' THEN o.why WHEN 'UNKNOWN' THEN 'unknown' WHEN 'EXPIRED' THEN 'channelDown'
        WHEN 'DEAD' THEN 'refused' ELSE CASE WHEN other.id IS NOT NULL THEN 'nextChannel'
          WHEN o.why = ANY(${closed}::text[]) THEN o.why ELSE 'noAccount' END END,
      at = COALESCE(o.sent_at, ${now})
    FROM outbox o LEFT JOIN account used ON used.id = o.account_id
      LEFT JOIN LATERAL (SELECT a.id FROM account a JOIN conversation c ON c.account_id = a.id
        WHERE used.state = 'INACTIVE' AND a.person_id = used.person_id AND a.state = 'ACTIVE' LIMIT 1) other ON true
    WHERE r.state = 'QUEUED' AND o.dedupe_key = r.outbox_key
      AND o.state IN ('SENT', 'UNKNOWN', 'EXPIRED', 'UNREACHABLE', 'DEAD')
    RETURNING r.obligation_id AS id, r.state),
    again AS (UPDATE obligation SET next_reminder_at = NULL WHERE id IN (SELECT id FROM settled WHERE state <> 'SENT') RETURNING id)
    SELECT (SELECT count(*) FROM settled)::int AS count, (SELECT count(*) FROM again) AS again`
  await tx.$executeRaw`
    UPDATE reminder r SET state = 'CANCELLED', why = lower(o.state::text), at = ${now}
    FROM obligation o WHERE o.id = r.obligation_id AND r.state = 'PLANNED' AND o.state IN ('MET', 'WITHDRAWN')`
  return done?.count ?? 0
}
