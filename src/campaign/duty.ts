import type { AppliesTo } from './target.ts'

/** A day the plan names or needs. */
export interface Deadline {
  code: string
  name: string
  who: string
  /** null: relative to each case (D05) or not known. */
  day: DeadlineDay | null
  /** How the plan says it: «trong Quý I/2024». */
  legalText: string
  /**
   * YES: a date stands in the plan. RELATIVE: «trong thời hạn quy định». EVENT_ONLY: the event is named, the day is a default.
   * IMPLIED: follows from «năm …». NO: a default only.
   */
  stated: 'YES' | 'RELATIVE' | 'EVENT_ONLY' | 'IMPLIED' | 'NO'
  /** The day is a planning aid of the office and no deadline (OP-16): nobody is late for it or reminded of it until it has been set. */
  isProvisional: boolean
  /** The day on which an officer set it; the plan does not name it. */
  setOn?: string
  note: string | null
}

/** A plain date 'YYYY-MM-DD', or so many working days before another deadline. */
export type DeadlineDay = { on: string } | { workingDaysBefore: { deadline: string; days: number } }

/** What is owed, by whom, when, and what meets it. One obligation for each unit and period follows from it. */
export interface Duty {
  code: string
  name: string
  /** How it is called in a list and on a button, its period in it: «Báo cáo giải ngân tháng {month}/2024». Left out: by its name. */
  brief?: string
  owedBy: AppliesTo
  /** The target that the duty serves: who is not judged by it owes nothing. null: `metBy` names the targets, or there is none. */
  target: string | null
  metBy: MetBy
  due: DutyDue
  /** How the time is told to people; «{quarter}» and «{month}» stand for the period. */
  legalText: string
  /** Calendar days before the due day from which its period is the one to report; null: from the start of the campaign. */
  opensDaysBefore: number | null
  /** Key of `Plan.ladders`. */
  ladder: string
  /** Nobody owes it: whoever wants to take part must keep the day (D08). No obligations follow. */
  isVoluntary: boolean
  section: string
}

export type DutyDue =
  | { kind: 'once'; deadline: string }
  /** Due on the last day of each named quarter (1–4). */
  | { kind: 'quarterly'; quarters: readonly number[] }
  /** Due on the last day of each named month (1–12). */
  | { kind: 'monthly'; months: readonly number[] }
  /** Each item by its own day: what is owed comes with a list or a check and not with the plan. */
  | { kind: 'perItem' }

export type MetBy =
  | { kind: 'launchDocument' }
  /** At least one registered initiative of the unit. */
  | { kind: 'initiative' }
  /** A report of each of these targets that applies to the unit. */
  | { kind: 'targetReport'; targets: readonly string[] }
  /** The same, for the period of the obligation. */
  | { kind: 'periodicReport'; targets: readonly string[] }
  | { kind: 'summary'; of: 'UNIT' | 'CAMPAIGN' }
  | { kind: 'dossier' }
  /** An item of the list of this target is done. */
  | { kind: 'listItem'; target: string }
  /** What a check of the unit has found is put right; each check by the day that it sets. */
  | { kind: 'checkRemedy' }

/** Who a step speaks to. `owner` owes it; for what a unit owes that is its focal point. */
export const audiences = ['owner', 'focalPoint', 'head', 'officer', 'focalAgency'] as const
export type Audience = (typeof audiences)[number]

export const tones = ['notice', 'reminder', 'urgent', 'overdue'] as const
export type Tone = (typeof tones)[number]

/** One rung: how far from the deadline, to whom, how. */
export interface LadderStep {
  /**
   * Days from the deadline. Negative: before the last working day on or before it. 0: on that working day. Positive: after the legal
   * day.
   */
  days: number
  count: 'calendar' | 'working'
  /** Local hour 'HH:mm' from which it may be sent. */
  hour: string
  audience: readonly Audience[]
  tone: Tone
  /** Working days after its own day on which it may still be sent; later it is not sent at all. */
  lateBy: number
}

/** Reminders of one kind of duty (plan §5; the default offsets are not in the plan). */
export interface Ladder {
  steps: readonly LadderStep[]
  /** After the last step: again every so many calendar days, until so many days after the deadline. */
  repeat?: { everyDays: number; untilDays: number; audience: readonly Audience[]; tone: Tone }
  /** What ends it: reaching the managing office, or already the focal point's hand-over to the head. */
  stopsWhen: 'MET' | 'WITH_HEAD'
  /** `preferredThenNext`: falls back to the person's next reachable channel. */
  channels: 'preferred' | 'preferredThenNext'
}

/** When the bot may write first, and how much (calendar.md §1; a default, not in the plan). */
export interface ReminderRules {
  /** Local hours of working days, 'HH:mm'; the end is not included. */
  windows: readonly { from: string; to: string }[]
  messagesPerDay: number
  /** A deadline that is a day off is also reminded of on that very day. */
  isDueDayOffAllowed: boolean
}
