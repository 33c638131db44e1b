import type { Plan } from './plan.ts'

/** A unit and those that have taken its place; a unit may be told several times. */
export interface Successors {
  code: string
  successors: readonly string[]
}

/**
 * The plan as it holds after reorganisations: where it names a unit (the managing office, an agency of a field, a unit of a trait), it
 * also names whoever has taken its place. Which of them acts is a question of the day.
 */
export function withSuccessors(plan: Plan, units: readonly Successors[]): Plan {
  const next = new Map<string, string[]>()
  for (const { code, successors } of units) next.set(code, [...(next.get(code) ?? []), ...successors])
  if (units.every(({ successors }) => successors.length === 0)) return plan
  const whole = (codes: readonly string[]) => withNext(next, codes)
  return {
    ...plan,
    managingOffices: whole(plan.managingOffices),
    targets: plan.targets.map(target => ({ ...target, focalAgencies: whole(target.focalAgencies) })),
    participants: {
      ...plan.participants,
      collectives: plan.participants.collectives.map(group => ({ ...group, owingUnits: whole(group.owingUnits) })),
    },
    traits: plan.traits.map(trait => {
      const inherited = Object.entries(trait.units).flatMap(([code, state]) =>
        whole([code]).map(one => [one, state] as const),
      )
      return { ...trait, units: { ...Object.fromEntries(inherited), ...trait.units } }
    }),
  }
}

/** These, and after them whoever followed, however often. */
function withNext(next: ReadonlyMap<string, readonly string[]>, codes: readonly string[]): string[] {
  const all = new Set(codes)
  for (const code of all) for (const to of next.get(code) ?? []) all.add(to)
  return [...all]
}
