import type { Inbound, OutboundMessage } from '../channels/channel.ts'
import type { Pending } from '../conversation/draft.ts'
import type { Json, Params } from '../conversation/field.ts'
import type { ClaimedRow } from '../outbox/claimed-row.ts'
import type { Lease } from '../outbox/place.ts'
import { Prisma } from '../store/generated/client.ts'
import { Ending } from '../store/transaction.ts'
import type { DraftOwner } from './beginning.ts'
import type { PromptState } from './prompt-state.ts'
import type { Scene, StoredDraft } from './scene.ts'
import type { Turn } from './turn.ts'

export interface DraftChange {
  id: string
  position: string
  pending: Pending | null
  params: Params
  formVersion: number
  ends: 'SUBMITTED' | 'CANCELLED' | 'WAITING' | null
  /** Of one that ends as WAITING: when and where it was confirmed, and the ids of the files that are on their way. */
  waits?: { confirmedAt: Date; claimedAt: Date | null; confirmedIn: string; files: readonly string[] }
  answers: readonly { field: string; value: Json; typed: string }[]
}

interface ConversationChange {
  accountId: string
  /** The platform's id of the account. */
  externalId: string
  personId: string | null
  channel: string
  draftId: string | null
  promptNo: number
  prompt: PromptState | null
  /** The campaign that the chat goes on with; without it, what was chosen stays. */
  campaignId?: string | null
}

type BegunDraft = StoredDraft & DraftOwner & { key: string }

/** What one event leaves behind. */
export interface Kept {
  talk: ConversationChange
  answers: readonly (DraftChange['answers'][number] & { draftId: string })[]
  changes: readonly Omit<DraftChange, 'answers'>[]
  begun: BegunDraft | null
  replies: readonly { key: string; body: { message: OutboundMessage; asks?: Turn['asks'] } }[]
}

export function keptOf(inbound: Inbound, { account, person }: Scene, turn: Turn): Kept {
  const { promptNo, prompt, draft, changes, asks, begins, place } = turn
  return {
    talk: {
      accountId: account.id,
      externalId: inbound.account,
      personId: person?.id ?? null,
      channel: account.channel,
      draftId: draft?.id ?? null,
      promptNo,
      prompt,
      ...(place ? { campaignId: place.chosen } : {}),
    },
    answers: changes.flatMap(({ id, answers }) => answers.map(answer => ({ draftId: id, ...answer }))),
    changes: changes.map(({ answers: _, ...change }) => change),
    begun: begins && { ...begins.draft, ...begins.owner, key: begins.key },
    replies: turn.messages.map((message, index) => ({
      key: replyKey(inbound, index),
      body: { message, ...(asks ? { asks } : {}) },
    })),
  }
}

/** Unique for ever: an event that is delivered again replies once. */
function replyKey(inbound: Inbound, index: number): string {
  return `reply:${inbound.channel}:${inbound.eventId}:${index}`
}

/** What became of it. */
export interface Saved {
  /** A draft of the same matter that is open already: only the changes were written. */
  openDraftId: string | null
  /** The reply that goes out from memory once the transaction is committed; null: the replies are queued, if there are any. */
  reply: ClaimedRow | null
}

/**
 * Writes what one event leaves behind: answers, drafts, the state of the chat, replies. When a draft should begin and an open one of the
 * same matter has answers, only the changes are written. One round trip: see prisma/functions/keep_turn.sql.
 */
export function saving(kept: Kept, lease: Lease | null, now: Date): Ending<Saved> {
  const sql = Prisma.sql`
    SELECT open_draft AS "openDraftId", born
    FROM keep_turn(${JSON.stringify(kept)}::jsonb, ${now}::timestamptz, ${lease && JSON.stringify(lease)}::jsonb)`
  return new Ending(sql, rows => {
    const [row] = rows as readonly { openDraftId: string | null; born: bigint | null }[]
    return { openDraftId: row?.openDraftId ?? null, reply: row?.born ? bornReply(kept, row.born) : null }
  })
}

function bornReply({ talk, replies: [reply] }: Kept, seq: bigint): ClaimedRow | null {
  if (!reply) return null
  const { accountId, externalId, personId } = talk
  return {
    ...{ seq, accountId, externalId, personId, dedupeKey: reply.key, body: reply.body },
    ...{ kind: 'REPLY', attempts: 1, why: null },
  }
}
