import type { OutboundMessage } from '../channels/channel.ts'
import type { OutboxKind, Prisma } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import type { Go } from './go.ts'

export interface Notice {
  /** For ever unique: the same reason never speaks twice. */
  dedupeKey: string
  kind: Exclude<OutboxKind, 'REPLY'>
  message: OutboundMessage
  /** What the words (buttons) of the message open, in their order. */
  go?: readonly Go[]
  notBefore?: Date
  expiresAt?: Date
  /** For the account that the person prefers and no other: it ends there when it cannot be sent there. */
  isBound?: boolean
}

/**
 * Queues a message to a person on the preferred reachable channel, in the caller's transaction.
 * False: the person has no reachable chat account (nothing is queued).
 */
export async function enqueueTo(tx: Tx, personId: string, notice: Notice, now: Date): Promise<boolean> {
  const account = notice.isBound ? await preferredOf(tx, personId) : await accountFor(tx, personId)
  if (!account) return false
  await enqueueToAccount(tx, account, notice, now)
  return true
}

/** Queues a message to one chat account, whoever it belongs to, in the caller's transaction. */
export async function enqueueToAccount(
  tx: Tx,
  account: { id: string; channel: string },
  notice: Notice,
  now: Date,
): Promise<void> {
  const body: Prisma.InputJsonObject = JSON.parse(
    JSON.stringify({ message: notice.message, go: notice.go, ...(notice.isBound ? { isBound: true } : {}) }),
  )
  await tx.outbox.createMany({
    data: [
      {
        dedupeKey: notice.dedupeKey,
        accountId: account.id,
        channel: account.channel,
        kind: notice.kind,
        body,
        notBefore: notice.notBefore ?? now,
        expiresAt: notice.expiresAt ?? null,
        createdAt: now,
      },
    ],
    skipDuplicates: true,
  })
}

/** The preferred account when it can be reached, else the one the person used last; none of those that are `left` out. */
export async function accountFor(
  tx: Tx,
  personId: string,
  left: readonly string[] = [],
): Promise<{ id: string; channel: string } | null> {
  const [account] = await tx.$queryRaw<{ id: string; channel: string }[]>`
    SELECT a.id, a.channel FROM account a JOIN person p ON p.id = a.person_id JOIN conversation c ON c.account_id = a.id
    WHERE a.person_id = ${personId}::uuid AND a.state = 'ACTIVE' AND NOT (a.id = ANY(${left as string[]}::uuid[]))
    ORDER BY a.id = p.preferred_account_id DESC NULLS LAST, c.last_inbound_at DESC NULLS LAST LIMIT 1`
  return account ?? null
}

/** The account that the person prefers, or used last where none was chosen; null when just this one cannot be reached. */
async function preferredOf(tx: Tx, personId: string): Promise<{ id: string; channel: string } | null> {
  const [account] = await tx.$queryRaw<{ id: string; channel: string; isActive: boolean }[]>`
    SELECT a.id, a.channel, a.state = 'ACTIVE' AS "isActive"
    FROM account a JOIN person p ON p.id = a.person_id JOIN conversation c ON c.account_id = a.id
    WHERE a.person_id = ${personId}::uuid
    ORDER BY a.id = p.preferred_account_id DESC NULLS LAST, c.last_inbound_at DESC NULLS LAST LIMIT 1`
  return account?.isActive ? { id: account.id, channel: account.channel } : null
}
