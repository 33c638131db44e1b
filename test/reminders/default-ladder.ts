import type { Audience, Ladder } from '../../src/campaign/duty.ts'

const below: readonly Audience[] = ['owner', 'focalPoint']
const both: readonly Audience[] = ['owner', 'focalPoint', 'head']
const all: readonly Audience[] = ['owner', 'focalPoint', 'head', 'officer']

/** The offsets of plan-114.md §5, climbing from three days before on. */
export const defaultLadder: Ladder = {
  steps: [-30, -14, -7, -3, -1, 0, 1, 3, 7].map(days => ({
    days,
    count: 'calendar',
    hour: '08:00',
    audience: days >= 7 ? all : days >= -3 ? both : below,
    tone: days > 0 ? 'overdue' : 'reminder',
    lateBy: 5,
  })),
  repeat: { everyDays: 7, untilDays: 63, audience: all, tone: 'overdue' },
  stopsWhen: 'MET',
  channels: 'preferredThenNext',
}

/** calendar.md §1 */
export const defaultRules = {
  windows: [
    { from: '08:00', to: '11:30' },
    { from: '13:30', to: '16:30' },
  ],
  messagesPerDay: 2,
  isDueDayOffAllowed: false,
}
