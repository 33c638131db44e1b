import { hasEnded, successorsOn } from '../campaign/acting-unit.ts'
import type { ActiveCampaign } from '../campaign/active.ts'
import type { Translate } from '../texts.ts'

/** That a unit has ended, and who has taken its place, in a sentence; null: it has not. */
export function endedInWords(
  t: Translate,
  campaign: Pick<ActiveCampaign, 'units'>,
  code: string,
  day: string,
): string | null {
  const unit = campaign.units.get(code)
  if (!unit?.validTo || !hasEnded(unit, day)) return null
  const successors = successorsOn(campaign, code, day).map(({ code: to, name }) => `${name} (${to})`)
  const said = { unit: unit.name, day: unit.validTo.split('-').reverse().join('/'), successors: successors.join('; ') }
  return t(successors.length > 0 ? 'succession.ended' : 'succession.endedAlone', said)
}
