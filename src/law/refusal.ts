import type { Basis } from './law-schema.ts'

/** Why no rule is told. Words: `law.why.<code>`. */
export type Refusal =
  /** Not a day that exists. */
  | { code: 'unknownDay'; day: string }
  /** The second day lies before the first. */
  | { code: 'daysReversed'; from: string; to: string }
  /** Before the first basis that is held. */
  | { code: 'beforeFirst'; day: string; first: string }
  /** It rests on a basis that has ended and whose successor is not known. */
  | { code: 'lapsed'; day: string; basis: string; to: string }
  /** It came to an end, by the law. */
  | { code: 'ended'; day: string; to: string }
  /** The law changed in between, and no rule says which one is followed. */
  | { code: 'acrossChange'; from: string; to: string; change: string }
  /** Nothing of the kind is held. */
  | { code: 'notHeld' }
  /** Working days of a year whose days off are not known. */
  | { code: 'yearUnknown'; year: number }

export interface Refused {
  held: false
  why: Refusal
}

/** What must be told beside a rule. Words: `law.cautions.<code>`. */
export type Caution =
  /** The law that it rests on has been amended, and the amendment has not been read. */
  | { code: 'amendmentUnread'; basis: string; from: string }
  /** It rests on a basis that ends within 90 days without a known successor. */
  | { code: 'lapsesSoon'; basis: string; on: string }
  | { code: 'calendarProvisional'; year: number }

/** One way to read the law of a dossier that was received before a change and is decided after it. */
export interface Reading {
  text: 'ONLY' | 'OLD' | 'NEW'
  bases: readonly Basis[]
  /** The words of the transition rule that leaves two readings. */
  rule: string | null
}

/** What is told with every rule: what it rests on, how sure it is, what to beware of. */
export interface Grounds {
  bases: readonly Basis[]
  confidence: Basis['confidence']
  note: string | null
  cautions: readonly Caution[]
  /** One, or both where a transition leaves two; the one that applies unless the other is more favourable stands first. */
  readings: readonly Reading[]
}

export type Held<T> = ({ held: true } & T) | Refused

export function refused(why: Refusal): Refused {
  return { held: false, why }
}
