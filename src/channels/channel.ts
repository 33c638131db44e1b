/** Channels the system speaks. A new one is a new name here and a new folder beside this file. */
export type ChannelName = 'telegram' | 'zalo-oa' | 'zalo-bot' | 'web'

/** One event of a platform, in our words. The adapter claims nothing and decides nothing. */
export interface Inbound {
  channel: ChannelName
  /** Unique for ever within the channel: the second delivery of an event carries the same id. */
  eventId: string
  /** The platform's id of the person's account in this bot. */
  account: string
  /** What the platform calls the person, when it says; never used as the person's name without asking. */
  displayName?: string
  /** When the person acted, as told by the platform; where it tells nothing, the latest instant at which it can have been. */
  at: Date
  /** When the event was first seen here, where it has failed and comes again. */
  seenAt?: Date
  /** A time that nothing proves: a page's own clock, or the earliest instant of a press that carries none. */
  claimedAt?: Date
  content: InboundContent
}

export type InboundContent =
  /** `repliesTo`: the platform's id of the message of ours that this one quotes. */
  | { type: 'text'; text: string; repliesTo?: string }
  /**
   * A press on a button: the payload is `<prompt>:<number>` and nothing else. `typed`: the word of a notice was typed where it has no button;
   * a question that is open and understands the word comes first.
   */
  | { type: 'choice'; prompt: string; number: number; typed?: string }
  /** `album`: the same for all messages that the platform made of one sending. `asked`: the question that they answer, whichever is open. */
  | {
      type: 'files'
      files: IncomingFile[]
      caption?: string
      album?: string
      asked?: { draftId: string; field: string }
    }
  | { type: 'contact'; phone: string; isOwn: boolean }
  /** The person opened the chat (web page opened, follow). */
  | { type: 'opened' }
  /** The person blocked or left the bot; the account becomes inactive until it comes back. */
  | { type: 'left' }
  | { type: 'returned' }
  /**
   * Anything that is not an answer: sticker, voice, location, an edited message … `unseen`: a file or whatever else the platform
   * keeps from us.
   */
  | { type: 'other'; what: 'sticker' | 'voice' | 'location' | 'edited' | 'media' | 'unseen' | 'unknown' }

export interface IncomingFile {
  /** As the sender named it; not trusted. */
  name: string
  /** How the channel fetches it later; meaningless elsewhere. */
  ref: string
  /** Announced size in bytes, when the platform says. */
  size?: number
  /** The channel that has the file, where it is another than that of the event. */
  from?: ChannelName
}

/** What is to be said, without platform words. Plain text only: no markup reaches a channel. */
export interface OutboundMessage {
  /** A short heading, shown bold where the channel can. */
  title?: string
  text: string
  /** The numbered answers of this prompt, 1 first. */
  choices?: readonly string[]
  /** The choices are marked a, b, c instead: a number typed here is an answer, not a choice. */
  lettered?: true
  /** Always-available words worth a button («Quay lại»); their payload numbers follow those of the choices, and they are never numbered in the text. */
  words?: readonly string[]
  /** Id of the prompt that choices and words belong to; absent when there are neither. */
  prompt?: string
  links?: readonly { label: string; url: string }[]
  /** `isPicture`: shown in the chat itself, where the channel can. */
  attachments?: readonly { fileId: string; name: string; isPicture?: boolean }[]
  /** The same in the few fields of an approved template, for a platform that takes nothing else any more. */
  brief?: Brief
}

/** What a template has room for: the person's name, what is owed, the unit that owes it, the day as people read it. */
export interface Brief {
  name: string
  what: string
  unit: string
  due: string
}

/**
 * How a message went out where a channel has several ways of different cost: Zalo's consultation messages within its 48 h
 * and within its 7 days, its templates by account and by phone.
 */
export type SentWay = 'oaFree' | 'oaPaid' | 'zbsUser' | 'zbsPhone'

/** Why a channel is closed for a message; each has a sentence under `reminders.why`. */
export const closedReasons = [
  'outsideWindow',
  'paidOff',
  'notFollowing',
  'noUserTemplate',
  'badTemplate',
  'notOnZalo',
  'refusedKind',
  'quota',
  'billing',
] as const
export type ClosedWhy = (typeof closedReasons)[number]

export type SendResult =
  /** `why` this way, in one word, when it is not the ordinary one; `parts`: messages of the platform it took, 1 when absent. */
  | { result: 'sent'; externalId?: string; way?: SentWay; why?: string; parts?: number }
  /** Surely not delivered; may be repeated at `at`. */
  | { result: 'retryAt'; at: Date; why: string }
  /** It cannot be known whether it arrived. */
  | { result: 'unknown'; why: string; way?: SentWay }
  /** The platform will not deliver to this account: blocked, left, deactivated. */
  | { result: 'unreachable'; why: string }
  /**
   * The platform takes no such message to this account for the present, and the account is none the worse for it: the time in
   * which the bot may write is over (`outsideWindow`), a quota is spent. Another channel of the person may carry it; a reply,
   * which belongs to this chat, waits for `reopensAt` when that is known.
   */
  | { result: 'closed'; why: ClosedWhy; reopensAt?: Date }
  /** The message itself is refused; repeating it is of no use. */
  | { result: 'refused'; why: string }

/** What a channel can do; the renderer adapts to it. Everything is possible with plain text alone. */
export interface ChannelAbilities {
  /** Longest text of one message, in UTF-16 code units. */
  textLength: number
  /** Number of buttons a message can carry; 0: none. */
  buttons: number
  filesIn: boolean
  /** When the bot may write first. */
  proactive: 'always' | 'window' | 'template'
}

export interface Delivery {
  /** Stable over repeats of the same message. */
  key: string
  /** The platform's id of the recipient's account. */
  account: string
  message: OutboundMessage
  kind: 'REPLY' | 'NOTICE' | 'REMINDER' | 'BROADCAST'
}

export type FetchResult =
  | { result: 'fetched'; bytes: Uint8Array }
  | { result: 'tooLarge' }
  | { result: 'gone'; why: string }
  | { result: 'retry'; why: string }

/**
 * One chat platform. `send` delivers one message (splitting it if the platform needs that) and never throws;
 * `fetch` brings the bytes of a file announced earlier. Neither is ever called inside a database transaction.
 */
export interface Channel {
  readonly name: ChannelName
  readonly abilities: ChannelAbilities
  send(delivery: Delivery): Promise<SendResult>
  fetch(ref: string, maxBytes: number): Promise<FetchResult>
  /** Starts taking events in. */
  start(): Promise<void>
  /** Stops taking events in; resolves when the work in hand has ended. */
  stop(): Promise<void>
  /** For healthz and doctor: one word and a reason. */
  health(): { state: 'up' | 'down' | 'starting'; why?: string }
}
