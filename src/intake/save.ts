import type { Inbound, OutboundMessage } from '../channels/channel.ts'
import type { Pending } from '../conversation/draft.ts'
import type { Json, Params } from '../conversation/field.ts'
import type { Tx } from '../store/transaction.ts'
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
  channel: string
  draftId: string | null
  promptNo: number
  prompt: PromptState | null
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

export function keptOf(inbound: Inbound, { account }: Scene, turn: Turn): Kept {
  const { promptNo, prompt, draft, changes, asks, begins } = turn
  return {
    talk: { accountId: account.id, channel: account.channel, draftId: draft?.id ?? null, promptNo, prompt },
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

/**
 * Writes what one event leaves behind: answers, drafts, the state of the chat, replies. When a draft should begin and an open one of the
 * same matter has answers, only the changes are written, and the id of that one is returned. One round trip: see `keep_turn` in
 * the migrations.
 */
export async function save(tx: Tx, kept: Kept, now: Date): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ open: string | null }[]>`
    SELECT keep_turn(${JSON.stringify(kept)}::jsonb, ${now}::timestamptz) AS open`
  return row?.open ?? null
}
