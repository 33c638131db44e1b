import type { ActiveCampaign } from '../../campaign/active.ts'
import { deadlineDay } from '../../campaign/due-days.ts'
import type { PilotLight, Target } from '../../campaign/target.ts'
import { codesServedBy } from '../../obligations/met-by.ts'

/** One share of the plan that has to be reached by a day. */
export interface Milestone {
  /** Code of the target. */
  code: string
  /** Whole percent. */
  percent: number
  /** 'YYYY-MM-DD' */
  dueOn: string
  asksFrom: string
}

/** Targets with a pilot light that one reported sum serves, and what the sum is held against, nearest first. */
export interface Pilot {
  /** Code of the first target: what the pilot is called by. */
  code: string
  codes: readonly string[]
  countsFrom: string
  yearEnd: PilotLight['yearEnd']
  milestones: readonly Milestone[]
}

type Planned = Pick<ActiveCampaign, 'plan' | 'calendar'>

/** The pilots of the campaign's plan, in its order; none when no target has a pilot light. */
export function pilotsOf({ plan, calendar }: Planned): Pilot[] {
  const pilots: Pilot[] = []
  for (const target of plan.targets) {
    if (!target.pilotLight || pilots.some(pilot => pilot.codes.includes(target.code))) continue
    const codes = codesServedBy(plan, target.code)
    const milestones = plan.targets
      .filter(({ code }) => codes.includes(code))
      .flatMap(one => milestoneOf(one, deadlineDay(plan, one.deadline, calendar)?.toString()))
      .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.percent - b.percent)
    const { countsFrom, yearEnd } = target.pilotLight
    if (milestones.length > 0) pilots.push({ code: target.code, codes, countsFrom, yearEnd, milestones })
  }
  return pilots
}

/** The pilot that the target belongs to. */
export function pilotOf(campaign: Planned, code: string): Pilot | undefined {
  return pilotsOf(campaign).find(pilot => pilot.codes.includes(code))
}

function milestoneOf({ code, measure, pilotLight }: Target, dueOn: string | undefined): Milestone[] {
  if (!pilotLight || dueOn === undefined || measure.kind !== 'PERCENT' || measure.threshold === null) return []
  return [{ code, percent: measure.threshold, dueOn, asksFrom: pilotLight.asksFrom }]
}
