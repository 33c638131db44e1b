import type { Hono } from 'hono'
import type { Held } from '../backup/sending.ts'
import type { Inbound } from '../channels/channel.ts'
import type { Bell } from '../channels/web/bell.ts'
import type { Ctx, Feature } from '../contract/feature.ts'
import type { Health } from './health.ts'
import type { SignInRules } from './sign-in-rules.ts'
import type { Web, WebEnv } from './visit.ts'

/** What the web needs from the rest of the system; the assembly hands it over. */
export interface WebParts {
  /** Rings when an account has something new. */
  bell: Bell
  features: readonly Feature[]
  /** The officers' desk, handed over as a part. */
  desk?(web: Web): Hono<WebEnv>
  /** Takes one event in; when it throws, the page is told to send the same message again. */
  receive(inbound: Inbound): Promise<unknown>
  /** A message could not be stored before it came to `receive`; the health tells of it. */
  notStored?(): void
  health(): Promise<Health>
  /** What can be measured, for those who know the token; without a token for this machine alone. */
  metrics?: { read(): Promise<string>; token: string | undefined }
  /** Whether this person may download this file. Asked inside a transaction. */
  mayReadFile(ctx: Ctx, fileId: string): Promise<boolean>
  uploads: Uploads
  /** Without: the usual ones, and no second step. */
  signIn?: SignInRules
  /** Since when nothing is sent, in a restored copy; null: messages go out. */
  held?(): Promise<Held | null>
  demo?: Demo
  webhooks?: Partial<Record<WebhookName, (request: Request) => Promise<Response>>>
}

export interface Uploads {
  maxBytes: number
  /** For the file dialogue: «.pdf,.docx,…». What counts is `refusal`. */
  accept: string
  /** Why a file is not taken, told by its bytes; null when it is. */
  refusal(name: string, bytes: Uint8Array): Promise<UploadRefusal | null>
  /** Whether this sender has some left of what one person may send within a day. */
  isWithinQuota(sender: { accountId: string; personId: string | null }): Promise<boolean>
}

/** `notYet`: nothing is taken before one has joined; `quota`: enough for one day. */
export type UploadRefusal = 'empty' | 'tooLarge' | 'type' | 'notYet' | 'quota' | 'secretStamp' | 'secretIdentity'

export const webhookNames = ['telegram', 'zalo-oa', 'zalo-bot'] as const
export type WebhookName = (typeof webhookNames)[number]

/** The demonstration: made-up people that a visitor may act as. */
export interface Demo {
  personas: readonly Persona[]
  /** The person behind a persona. */
  enter(key: string): Promise<string>
  clock: DemoClock
}

/** The clock of the demonstration, which a visitor may put forward. */
export interface DemoClock {
  /** The days that it can be put forward to, nearest first: 'YYYY-MM-DD'. */
  ahead(): readonly string[]
  /** Begins to live until that day; nothing, when that is under way or the day does not lie ahead. */
  moveTo(day: string): void
  /** What is being lived, and how far it has come; null: nothing. */
  playing(): { day: string; done: number; total: number } | null
  /** The last time did not come to its end; the next one goes on from there. */
  hasFailed(): boolean
}

export interface Persona {
  /** Stands in addresses: letters, digits, hyphens. */
  key: string
  label: string
  unit: string
  /** What one can try as this persona, in one sentence. */
  what: string
}
