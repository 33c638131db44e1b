import type { Delivery, OutboundMessage } from '../channels/channel.ts'
import type { Go } from './go.ts'

/** An account that could not carry the message, and why; it is not tried again for this message. */
export interface Left {
  accountId: string
  why: string
}

/** An outbox row that this instance sends now. */
export interface ClaimedRow {
  seq: bigint
  dedupeKey: string
  accountId: string
  /** The platform's id of the account. */
  externalId: string
  personId: string | null
  kind: Delivery['kind']
  /** This attempt counted. */
  attempts: number
  body: { message: OutboundMessage; go?: readonly Go[]; left?: readonly Left[]; isBound?: boolean }
  why: string | null
}

/** The message as the channel gets it. The buttons of a message that opens something carry its own prompt id. */
export function deliveryOf(row: ClaimedRow): Delivery {
  const { message, go } = row.body
  const own = go && go.length > 0 ? { ...message, prompt: `n${row.seq}` } : message
  return { key: row.dedupeKey, account: row.externalId, message: own, kind: row.kind }
}
