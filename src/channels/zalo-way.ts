import { after } from '../clock.ts'
import type { ClosedWhy, Delivery, SentWay } from './channel.ts'
import { isNightInVietnam, morningInVietnam } from './vietnam-night.ts'

/** What the office allows and has set up; the rest is Zalo's. */
export interface ZaloRules {
  /** Consultation messages between 48 hours and 7 days after the person last wrote, which Zalo may charge for. */
  mayPay: boolean
  /** An approved template for reminders. */
  hasTemplate: boolean
}

export interface ZaloSituation {
  kind: Delivery['kind']
  now: Date
  rules: ZaloRules
  /** When the person last wrote to the OA; null: never. */
  heardAt: Date | null
  /** The message can be said in the fields of the template. */
  hasBrief: boolean
  /** The person has given a number for reminders. */
  hasPhone: boolean
  /** Ways that Zalo has refused for this message, and why. */
  refused: ReadonlyMap<SentWay, ClosedWhy>
}

export type ZaloChoice =
  /** `why` this way; null: it is the ordinary one. */
  { way: SentWay; why: string | null } | { waitUntil: Date } | { closed: ClosedWhy }

/**
 * Which way a message goes to a person on the Official Account (zalo.md §5, §6, §12): free within 48 hours of the person's
 * last word; until 7 days as a consultation message that may cost, where the office allows it; else, reminders only, as a
 * template by account, then by the phone number that the person gave for it. A refusal of the person is not got round by
 * another way. Reminders, broadcasts and all templates rest between 22:00 and 6:00. Pure and total; never tries a way twice.
 */
export function zaloWay(situation: ZaloSituation): ZaloChoice {
  const { kind, now } = situation
  const choice = byDay(situation)
  if (!('way' in choice) || !isNightInVietnam(now)) return choice
  const isProactive = kind === 'REMINDER' || kind === 'BROADCAST'
  const isTemplate = choice.way === 'zbsUser' || choice.way === 'zbsPhone'
  return isProactive || isTemplate ? { waitUntil: morningInVietnam(now) } : choice
}

function byDay(situation: ZaloSituation): ZaloChoice {
  const { kind, rules, hasBrief, hasPhone, refused } = situation
  const window = windowOf(situation)
  if (window === 'free' && !refused.has('oaFree')) return { way: 'oaFree', why: null }
  if (window === 'paid' && rules.mayPay && !refused.has('oaPaid')) return { way: 'oaPaid', why: 'withinWeek' }
  const silent: ClosedWhy = window === 'paid' && !rules.mayPay ? 'paidOff' : 'outsideWindow'
  const because = refused.get('oaFree') ?? refused.get('oaPaid') ?? silent
  if (kind !== 'REMINDER' || !rules.hasTemplate || !hasBrief) return { closed: because }
  const byUser = refused.get('zbsUser')
  if (byUser === undefined) return { way: 'zbsUser', why: because }
  const byPhone = refused.get('zbsPhone')
  if (hasPhone && byPhone === undefined && mayTryPhone.has(byUser)) return { way: 'zbsPhone', why: byUser }
  return { closed: byPhone ?? byUser }
}

/** What says nothing of the person's wish: the template goes to no account, or the account takes no template. */
const mayTryPhone: ReadonlySet<ClosedWhy> = new Set<ClosedWhy>(['noUserTemplate', 'notFollowing', 'notOnZalo'])

function windowOf({ kind, heardAt, now }: ZaloSituation): 'free' | 'paid' | 'over' {
  // A reply answers something, even where the event itself could not be kept.
  if (heardAt === null) return kind === 'REPLY' ? 'free' : 'over'
  if (now < after(heardAt, FREE_MS - MARGIN_MS)) return 'free'
  return now < after(heardAt, PAID_MS - MARGIN_MS) ? 'paid' : 'over'
}

const FREE_MS = 48 * 3_600_000
const PAID_MS = 7 * 24 * 3_600_000
/** Zalo's clock and the way to it: nothing is sent as free in the last minutes. */
const MARGIN_MS = 5 * 60_000
