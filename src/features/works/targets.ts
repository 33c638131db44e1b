import type { Plan } from '../../campaign/plan.ts'
import type { WorkParams } from './form.ts'

/** The targets that works are counted for, in the order of the plan. */
export function worksTargets({ targets, workTopics }: Pick<Plan, 'targets' | 'workTopics'>) {
  const named = new Set(workTopics.map(({ target }) => target))
  return targets.filter(({ code }) => named.has(code))
}

/** The targets that a work with these topics is counted for, each once. */
export function targetsOfTopics(
  known: readonly { code: string; target: string | null }[],
  topics: readonly string[],
): string[] {
  const found = known.flatMap(({ code, target }) => (target !== null && topics.includes(code) ? [target] : []))
  return [...new Set(found)]
}

/** The one under which it is listed: that of its first topic that has one. */
export function targetOfTopics({ topics: known }: WorkParams, topics: readonly string[]): string | null {
  return targetsOfTopics(known, topics)[0] ?? null
}
