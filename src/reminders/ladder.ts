/** Who a step speaks to. `owner` is the person who owes it; for what a unit owes that is its focal point. */
export type Audience = 'owner' | 'focalPoint' | 'head' | 'officer' | 'focalAgency'

/** One rung: how far from the deadline, to whom. */
export interface LadderStep {
  /** Days from the deadline: negative before, 0 on the day, positive after it. */
  days: number
  /** What `days` counts. */
  count: 'calendar' | 'working'
  /** Local hour 'HH:mm' from which it may be sent. */
  hour: string
  audience: readonly Audience[]
  /** Working days after its own day on which it may still be sent; later it is not sent at all. */
  lateBy: number
}

/** Reminders of one kind of duty, as data of the plan. */
export interface Ladder {
  steps: readonly LadderStep[]
  /** After the last step: again every so many calendar days, until so many days after the deadline. */
  repeat?: { everyDays: number; untilDays: number; audience: readonly Audience[] }
}

/** When the bot may write first, and how much. Source of the default: calendar.md §1. */
export interface ReminderRules {
  /** Local hours on working days, 'HH:mm' each; the end is not included. */
  windows: readonly { from: string; to: string }[]
  /** Messages of this kind a person gets on one day, at most. */
  messagesPerDay: number
  /** A deadline that is a day off is also reminded of on that very day. */
  isDueDayOffAllowed: boolean
}

export const defaultRules: ReminderRules = {
  windows: [
    { from: '08:00', to: '11:30' },
    { from: '13:30', to: '16:30' },
  ],
  messagesPerDay: 2,
  isDueDayOffAllowed: false,
}

const below: readonly Audience[] = ['owner', 'focalPoint']
const both: readonly Audience[] = ['owner', 'focalPoint', 'head']
const all: readonly Audience[] = ['owner', 'focalPoint', 'head', 'officer']

/** The offsets of plan-114.md §5 (a default, not in the plan), climbing the line of command as the deadline comes near. */
export const defaultLadder: Ladder = {
  steps: [
    step(-30, below),
    step(-14, below),
    step(-7, below),
    step(-3, both),
    step(-1, both),
    step(0, both),
    step(1, both),
    step(3, both),
    step(7, all),
  ],
  repeat: { everyDays: 7, untilDays: 63, audience: all },
}

/** What was returned for correction: a short ladder to the day the return names. */
export const returnedLadder: Ladder = {
  steps: [step(-3, below), step(-1, below), step(0, both), step(1, both), step(3, both), step(7, all)],
  repeat: { everyDays: 7, untilDays: 63, audience: all },
}

function step(days: number, audience: readonly Audience[]): LadderStep {
  return { days, count: 'calendar', hour: '08:00', audience, lateBy: 5 }
}
