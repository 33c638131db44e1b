import type { ChannelName, Inbound } from '../channels/channel.ts'
import { heldIfEndedSince, letterOf, type StoredLetter } from '../letters/dead-letter.ts'
import type { Person } from '../people/person.ts'
import { newId } from '../store/new-id.ts'
import type { Tx } from '../store/transaction.ts'
import type { PromptState } from './prompt-state.ts'
import type { Scene, StoredDraft } from './scene.ts'

interface Taken {
  accountId: string
  channel: ChannelName
  isActive: boolean
  promptNo: number
  prompt: PromptState | null
  person: Person | null
  draft: StoredDraft | null
  campaignId: string | null
  campaignsMark: string | null
  heldBy: StoredLetter | null
}

/**
 * Claims the event, locks its conversation until the transaction ends (the row of the conversation, and the person when one is
 * linked, because drafts belong to the person and may be open in two chats), and reads the scene. Null: the event was
 * handled before. One round trip: see prisma/functions/take_event.sql.
 */
export async function takeEvent(tx: Tx, inbound: Inbound, now: Date, today: string): Promise<Scene | null> {
  const [row] = await tx.$queryRaw<{ taken: Taken | null }[]>`
    SELECT take_event(${inbound.channel}::text, ${inbound.eventId}::text, ${inbound.account}::text,
      ${inbound.displayName ?? ''}::text, ${newId(now)}::uuid, ${now}::timestamptz, ${today}::text,
      ${heldIfEndedSince(inbound.at, now)}::timestamptz) AS taken`
  const taken = row?.taken
  if (!taken) return null
  const { accountId, channel, isActive, heldBy, ...scene } = taken
  return { ...scene, account: { id: accountId, channel, isActive }, heldBy: heldBy && letterOf(heldBy) }
}
