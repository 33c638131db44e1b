import type { Plan } from './plan.ts'
import { longestName } from './target.ts'

/**
 * A plan as it was stored, possibly by an older release: what that did not know yet is filled in as its schema would, and a target
 * without a name of its own is called by the beginning of the plan's words. Loading the plan anew brings the names.
 */
export function storedPlan(json: unknown): Plan {
  // It was checked when it was loaded and is written by nothing else.
  const plan = json as Plan
  const { participants, roleDuties, targets, deadlines, workTopics } = plan
  return {
    ...plan,
    participants: {
      ...participants,
      collectives: participants.collectives.map(group => ({ ...newGroup, ...group })),
    },
    roleDuties: roleDuties.map(duty => ({ ...newDuty, ...duty })),
    targets: targets.map(target => ({ ...newTarget, ...target, name: target.name ?? beginningOf(target.shortName) })),
    deadlines: deadlines.map(deadline => ({ ...newDeadline, ...deadline })),
    workTopics: workTopics.map(topic => ({ ...newTopic, ...topic })),
  }
}

const newGroup = { isInvited: false, owingUnits: [] }
const newDuty = { how: [] }
const newTarget = { field: null, list: null }
const newDeadline = { isProvisional: false }
const newTopic = { target: null }

function beginningOf(words: string): string {
  const characters = [...words]
  return characters.length > longestName ? `${characters.slice(0, longestName - 1).join('')}…` : words
}
