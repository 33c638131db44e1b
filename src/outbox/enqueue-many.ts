import type { Prisma } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import type { Notice } from './enqueue.ts'

export interface Addressed {
  account: { id: string; channel: string }
  notice: Notice
}

/** For each person who can be reached: the account that `accountFor` would choose. One statement for all of them. */
export async function accountsFor(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, { id: string; channel: string }>> {
  const rows = await tx.$queryRaw<{ id: string; channel: string; person_id: string }[]>`
    SELECT DISTINCT ON (a.person_id) a.person_id, a.id, a.channel
    FROM account a JOIN person p ON p.id = a.person_id JOIN conversation c ON c.account_id = a.id
    WHERE a.person_id = ANY(${personIds as string[]}::uuid[]) AND a.state = 'ACTIVE'
    ORDER BY a.person_id, a.id = p.preferred_account_id DESC NULLS LAST, c.last_inbound_at DESC NULLS LAST`
  return new Map(rows.map(({ person_id, id, channel }) => [person_id, { id, channel }]))
}

/** Queues many messages in the caller's transaction; a key that was queued before is left as it is. */
export async function enqueueMany(tx: Tx, messages: readonly Addressed[], now: Date): Promise<void> {
  for (let from = 0; from < messages.length; from += BATCH) {
    const data = messages.slice(from, from + BATCH).map(({ account, notice }) => ({
      dedupeKey: notice.dedupeKey,
      accountId: account.id,
      channel: account.channel,
      kind: notice.kind,
      body: bodyOf(notice),
      notBefore: notice.notBefore ?? now,
      expiresAt: notice.expiresAt ?? null,
      createdAt: now,
    }))
    await tx.outbox.createMany({ data, skipDuplicates: true })
  }
}

function bodyOf({ message, go }: Notice): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify({ message, go }))
}

const BATCH = 500
