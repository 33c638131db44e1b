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

/** The unit that answers today for what was begun at another: itself, or its successor; of several, the first by code, as for reminders. */
export function actingUnit(campaign: Known, code: string, day: string): string {
  const [first] = successorsOn(campaign, code, day)
    .map(unit => unit.code)
    .sort()
  return first ?? code
}

/** These units and the ended ones for which they answer today: whose records they see and whose open duties they owe. */
export function withFormer(campaign: Known, codes: readonly string[], day: string): string[] {
  const former = [...campaign.units.values()].filter(
    unit => hasEnded(unit, day) && codes.includes(actingUnit(campaign, unit.code, day)),
  )
  return [...new Set([...codes, ...former.map(({ code }) => code)])]
}
