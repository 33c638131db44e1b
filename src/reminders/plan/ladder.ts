import type { Audience, Ladder, LadderStep, Tone } from '../../campaign/duty.ts'

const below: readonly Audience[] = ['owner', 'focalPoint']
const both: readonly Audience[] = ['owner', 'focalPoint', 'head']
const all: readonly Audience[] = ['owner', 'focalPoint', 'head', 'officer']

/** What was returned for correction, where the plan has no ladder `returned`: a short one to the day the return names. */
export const returnedLadder: Ladder = {
  steps: [
    step(-3, below, 'notice'),
    step(-1, below, 'reminder'),
    step(0, both, 'urgent'),
    step(1, both, 'overdue'),
    step(3, both, 'overdue'),
    step(7, all, 'overdue'),
  ],
  repeat: { everyDays: 7, untilDays: 63, audience: all, tone: 'overdue' },
  stopsWhen: 'MET',
  channels: 'preferredThenNext',
}

function step(days: number, audience: readonly Audience[], tone: Tone): LadderStep {
  return { days, count: 'calendar', hour: '08:00', audience, tone, lateBy: 5 }
}
