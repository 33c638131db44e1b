import type { ClosedWhy } from '../channels/channel.ts'
import { type ZaloRules, zaloWay } from '../channels/zalo-way.ts'

/** A chat of a person, as far as it matters for writing there first. */
export interface Contact {
  channel: string
  /** When the person last wrote there; null: never. */
  heardAt: Date | null
  /** The person has given a number for reminders. */
  hasPhone: boolean
}

/** Why a reminder could not go to this chat by the clock and the settings alone; null when it could. Pure. */
export function closedFor({ channel, heardAt, hasPhone }: Contact, rules: ZaloRules, now: Date): ClosedWhy | null {
  if (channel !== 'zalo-oa') return null
  const choice = zaloWay({ kind: 'REMINDER', now, rules, heardAt, hasBrief: true, hasPhone, refused: new Map() })
  return 'closed' in choice ? choice.closed : null
}

/** Why no reminder reaches a person; null when some chat takes it. */
export function unreachableWhy(
  contacts: readonly Contact[],
  rules: ZaloRules,
  now: Date,
): ClosedWhy | 'noAccount' | null {
  const closed = contacts.map(contact => closedFor(contact, rules, now))
  return closed.includes(null) ? null : (closed[0] ?? 'noAccount')
}
