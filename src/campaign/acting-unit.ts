import type { ActiveCampaign, CampaignUnit } from './active.ts'

type Known = Pick<ActiveCampaign, 'units'>

/** Its last day is over. */
export function hasEnded(unit: Pick<CampaignUnit, 'validTo'> | undefined, day: string): boolean {
  return unit !== undefined && unit.validTo !== null && unit.validTo < day
}

/**
 * The units that have taken the place of an ended one and act on that day: one after a merger or a new name, several after a division,
 * none while it exists itself or when it was dissolved.
 */
export function successorsOn({ units }: Known, code: string, day: string): CampaignUnit[] {
  const unit = units.get(code)
  if (!unit || !hasEnded(unit, day)) return []
  const next = unit.successors.flatMap(to => {
    const successor = units.get(to)
    if (!successor || successor.code === code || (successor.validFrom ?? '') > day) return []
    return hasEnded(successor, day) ? successorsOn({ units }, to, day) : [successor]
  })
  return [...new Map(next.map(one => [one.code, one])).values()]
}

/**
 * The unit that answers today for what was begun at another: itself, or its successor; of a divided one the larger part, or the first by
 * code where none was named.
 */
export function actingUnit({ units }: Known, code: string, day: string): string {
  const seen = new Set<string>()
  let acting = code
  for (let next = nextUnit({ units }, code, day); next && !seen.has(next); next = nextUnit({ units }, next, day)) {
    seen.add(next)
    acting = next
  }
  return acting
}

/** Who took the place of a unit that has ended, itself perhaps ended since; null: it is there, or nobody did. */
export function nextUnit({ units }: Known, code: string, day: string): string | null {
  const unit = units.get(code)
  if (!unit || !hasEnded(unit, day)) return null
  return unit.successors.find(to => (units.get(to)?.validFrom ?? '') <= day && units.has(to)) ?? null
}

/** These units and the ended ones for which they answer today: whose records they see and whose open duties they owe. */
export function withFormer(campaign: Known, codes: readonly string[], day: string): string[] {
  const former = [...campaign.units.values()].filter(
    unit => hasEnded(unit, day) && codes.includes(actingUnit(campaign, unit.code, day)),
  )
  return [...new Set([...codes, ...former.map(({ code }) => code)])]
}
