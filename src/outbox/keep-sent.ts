import type { SendResult } from '../channels/channel.ts'
import type { PrismaClient } from '../store/generated/client.ts'
import type { ClaimedRow } from './claimed-row.ts'

/** A row that has surely gone out. */
export interface SentRow {
  row: ClaimedRow
  result: Extract<SendResult, { result: 'sent' }>
  at: Date
}

/** Writes down rows that went out, in one statement; those that another instance has taken over in the meantime are left to it. */
export async function keepSent(prisma: PrismaClient, sent: readonly SentRow[], owner: string): Promise<void> {
  const ends = sent.map(({ row, result, at }) => ({
    seq: String(row.seq),
    at,
    id: result.externalId ?? null,
    way: result.way ?? null,
    parts: result.parts ?? 1,
    why: result.why ?? row.body.left?.at(-1)?.why ?? null,
  }))
  await prisma.$executeRaw`
    UPDATE outbox o SET state = 'SENT', sent_at = e.at, external_id = e.id, way = e.way, parts = e.parts, why = e.why,
      lease_owner = NULL, lease_until = NULL
    FROM jsonb_to_recordset(${JSON.stringify(ends)}::jsonb)
      AS e(seq bigint, at timestamptz, id text, way text, parts int, why text)
    WHERE o.seq = e.seq AND o.state = 'SENDING' AND o.lease_owner = ${owner}`
}
