import type { OutboundMessage } from '../channel.ts'

/** What one line of the web chat's transcript holds. Kept in the database, so plain data. */
export type ChatLineBody =
  | { message: OutboundMessage; kind: 'REPLY' | 'NOTICE' | 'REMINDER' | 'BROADCAST' }
  /** What the person typed. */
  | { text: string }
  /** The label of the button that the person pressed. */
  | { pressed: string }
  /** The name of the file that the person sent. */
  | { file: string }

export interface ChatLine {
  /** Order within one account; grows with every line that becomes visible. */
  seq: bigint
  key: string
  fromBot: boolean
  body: ChatLineBody
  at: Date
}
