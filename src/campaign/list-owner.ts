import type { Plan } from './plan.ts'
import type { Target, TargetList } from './target.ts'

/** A target that is kept by a list of its own. */
export type ListTarget = Target & { list: TargetList }

/** The target whose list a target is counted from: itself, or the one it is a part of; null: neither has a list. */
export function listOwner({ targets }: Pick<Plan, 'targets'>, { code, partOf }: Target): ListTarget | null {
  return (
    listTargets({ targets }).find(one => one.code === code) ??
    listTargets({ targets }).find(one => one.code === partOf) ??
    null
  )
}

/** The targets that are kept by lists. */
export function listTargets({ targets }: Pick<Plan, 'targets'>): ListTarget[] {
  return targets.filter((target): target is ListTarget => target.list !== null)
}
