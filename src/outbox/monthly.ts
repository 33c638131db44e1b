import type { OutboxKind } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'

/** How many messages went out in one month, one way, for one purpose. */
export interface MonthlyCount {
  /** 'YYYY-MM' by the time of the campaign. */
  month: string
  /** A channel, or one of its ways where these cost differently. */
  way: string
  kind: OutboxKind
  messages: number
  /** Messages of the platform that these took; what it charges for. */
  parts: number
  /** Of `messages`: it is not known whether they arrived; the platform may have charged for them. */
  doubtful: number
}

/** What was sent, by month (the latest first), way and purpose: the basis of what the platforms charge. */
export function monthlyCounts(tx: Tx, timeZone: string, month?: string): Promise<MonthlyCount[]> {
  return tx.$queryRaw<MonthlyCount[]>`
    SELECT * FROM (
      SELECT to_char(COALESCE(sent_at, created_at) AT TIME ZONE ${timeZone}, 'YYYY-MM') AS month,
        COALESCE(way, channel) AS way, kind::text AS kind, count(*)::int AS messages, sum(parts)::int AS parts,
        (count(*) FILTER (WHERE state = 'UNKNOWN'))::int AS doubtful
      FROM outbox WHERE state IN ('SENT', 'UNKNOWN') GROUP BY 1, 2, 3) counted
    WHERE ${month ?? null}::text IS NULL OR month = ${month ?? null}::text
    ORDER BY month DESC, way, kind`
}
