import type { Audience } from '../../campaign/duty.ts'
import type { Orders } from './order.ts'
import type { Duty, Level, RecipientBook } from './recipients.ts'
import type { DatedStep } from './steps.ts'
import { type WorkingDays, workingDayAt } from './working-days.ts'

/** A step whose day has come, for one person. */
export interface Due {
  step: DatedStep
  level: Level
}

/**
 * The steps whose day has come, by person, oldest first, and the first step that is still ahead. Beside the ladder stand
 * the day a person has promised, and the days on which an officer wants a reminder out of turn.
 */
export function dueSteps(input: {
  duty: Duty
  steps: readonly DatedStep[]
  orders: Orders
  recipients: RecipientBook
  calendar: WorkingDays
  today: string
}): { byPerson: ReadonlyMap<string, Due[]>; nextStep: DatedStep | undefined } {
  const { duty, steps, orders, recipients, calendar, today } = input
  const levels = new Map<readonly Audience[], ReadonlyMap<string, Level>>()
  const byPerson = new Map<string, Due[]>()
  const later: DatedStep[] = []
  const put = (step: DatedStep, personId: string, level: Level): void => {
    const own = byPerson.get(personId)
    if (own) own.push({ step, level })
    else byPerson.set(personId, [{ step, level }])
  }

  for (const step of withHastened(steps, orders)) {
    if (step.day > today) {
      later.push(step)
      break
    }
    const told = levels.get(step.audience) ?? recipients.audience(duty, step.audience, orders)
    levels.set(step.audience, told)
    for (const [personId, level] of told) put(step, personId, level)
  }

  for (const [personId, own] of byPerson) {
    const promised = orders.promisedBy(personId)
    const level = own.at(-1)?.level
    if (promised === undefined || level === undefined) continue
    const step = outOfTurn(`promise@${promised}`, workingDayAt(promised, 1, calendar))
    if (step.day > today) later.push(step)
    else own.splice(own.findLastIndex(due => due.step.day <= step.day) + 1, 0, { step, level })
  }
  return { byPerson, nextStep: later.toSorted((a, b) => (a.day < b.day ? -1 : 1))[0] }
}

/** A step that is not of the ladder: neither a promise nor a stop holds it back. */
export function isOutOfTurn(step: DatedStep): boolean {
  return step.key.startsWith('promise@') || step.key.startsWith('hasten@')
}

function withHastened(steps: readonly DatedStep[], orders: Orders): readonly DatedStep[] {
  const days = orders.hastened
  if (days.length === 0) return steps
  const hastened = days.map(day => outOfTurn(`hasten@${day}`, day))
  return [...steps, ...hastened].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

function outOfTurn(key: string, day: string): DatedStep {
  return { key, day, hour: '08:00', audience: unitAudience, tone: 'reminder', lateBy: 5 }
}

const unitAudience: readonly Audience[] = ['owner', 'focalPoint', 'head']
