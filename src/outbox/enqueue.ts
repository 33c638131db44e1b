import type { OutboundMessage } from '../channels/channel.ts'
import type { OutboxKind, Prisma } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import { type Address, accountFor, preferredOf } from './address.ts'
import type { Go } from './go.ts'
import { sayOf } from './say-of.ts'

export interface Notice {
  /** For ever unique: the same reason never speaks twice. */
  dedupeKey: string
  kind: Exclude<OutboxKind, 'REPLY'>
  /** The campaign that it speaks of: its buttons open there, and where several are open it says which. Null: it speaks of none. */
  campaign: { id: string; shownAs: string | null } | null
  message: OutboundMessage
  /** What the words (buttons) of the message open, in their order. */
  go?: readonly Go[]
  notBefore?: Date
  expiresAt?: Date
  /** For the account that the person prefers and no other: it ends there when it cannot be sent there. */
  isBound?: boolean
}

export interface Addressed {
  account: Address
  notice: Notice
}

/**
 * Queues a message to a person on the preferred reachable channel, in the caller's transaction.
 * False: the person has no reachable chat account (nothing is queued).
 */
export async function enqueueTo(tx: Tx, personId: string, notice: Notice, now: Date): Promise<boolean> {
  const account = notice.isBound ? await preferredOf(tx, personId) : await accountFor(tx, personId)
  if (!account) return false
  await enqueueMany(tx, [{ account, notice }], now)
  return true
}

/** Queues a message to one chat account, whoever it belongs to, in the caller's transaction. */
export function enqueueToAccount(tx: Tx, account: Address, notice: Notice, now: Date): Promise<void> {
  return enqueueMany(tx, [{ account, notice }], now)
}

/** Queues messages in the caller's transaction; a key that was queued before is left as it is. */
export async function enqueueMany(tx: Tx, messages: readonly Addressed[], now: Date): Promise<void> {
  for (let from = 0; from < messages.length; from += BATCH) {
    const data = messages.slice(from, from + BATCH).map(({ account, notice }) => ({
      dedupeKey: notice.dedupeKey,
      accountId: account.id,
      channel: account.channel,
      kind: notice.kind,
      campaignId: notice.campaign?.id ?? null,
      body: bodyOf(notice),
      notBefore: notice.notBefore ?? now,
      expiresAt: notice.expiresAt ?? null,
      createdAt: now,
    }))
    await tx.outbox.createMany({ data, skipDuplicates: true })
  }
}

function bodyOf({ message, go, isBound, campaign }: Notice): Prisma.InputJsonObject {
  const named = { ...message, text: sayOf(campaign?.shownAs ?? null, message.text) }
  return JSON.parse(JSON.stringify({ message: named, go, ...(isBound ? { isBound } : {}) }))
}

const BATCH = 500
