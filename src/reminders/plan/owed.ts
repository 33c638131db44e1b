import type { Ladder } from '../../campaign/duty.ts'
import { returnedLadder } from './ladder.ts'
import type { Duty } from './recipients.ts'
import type { Deadline } from './steps.ts'
import { addDays, type WorkingDays, workingDayAt } from './working-days.ts'

/** What the planner knows of one open obligation. */
export interface Owed {
  id: string
  unitCode: string
  state: 'OPEN' | 'WITH_HEAD'
  /** The legal date. */
  dueOn: string
  /** Set by a return: the day by which the corrected item is expected; it takes the place of `dueOn`. */
  returnedOn: string | null
  /** Name of its ladder. */
  ladder: string
  focalAgencies: readonly string[]
}

/** The date reminders count to. A deadline on a day off keeps its legal date and reminds for the working day before. */
export function deadlineOf(owed: Owed, calendar: WorkingDays): Deadline {
  const dueOn = owed.returnedOn ?? owed.dueOn
  return { dueOn, remindBy: workingDayAt(dueOn, -1, calendar) }
}

export function dutyOf(owed: Owed): Duty {
  return { unitCode: owed.unitCode, isWithHead: owed.state === 'WITH_HEAD', focalAgencies: owed.focalAgencies }
}

/** What was returned has a short ladder of its own. */
export function ladderOf(owed: Owed, ladders: Readonly<Record<string, Ladder>>): { name: string; ladder: Ladder } {
  if (owed.returnedOn !== null) return { name: 'returned', ladder: ladders.returned ?? returnedLadder }
  const ladder = ladders[owed.ladder]
  if (!ladder) throw new Error(`the plan has no ladder ${owed.ladder}`)
  return { name: owed.ladder, ladder }
}

/** Whether its ladder has told the officers by a day: from then on the unit has been urged enough by everything else. */
export function isEscalated(owed: Owed, day: string, ladders: Readonly<Record<string, Ladder>>): boolean {
  const { ladder } = ladderOf(owed, ladders)
  const step = ladder.steps.find(({ audience }) => audience.includes('officer'))
  if (step === undefined || owed.state === 'WITH_HEAD') return false
  return day >= addDays(owed.returnedOn ?? owed.dueOn, step.days)
}
