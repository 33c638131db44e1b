import type { CampaignUnit } from '../../campaign/active.ts'
import { formatDate } from '../../reading/format.ts'
import type { Translate } from '../../texts.ts'
import type { Ended } from './go-on.ts'

export function goneOnInWords(t: Translate, { unit, lastDay }: Ended, to: CampaignUnit): string {
  return t('succession.told', { from: unit.name, to: to.name, day: formatDate(lastDay) })
}

export function whichIn(t: Translate, { unit, lastDay, successors }: Ended): string {
  const names = successors.map(({ name }) => name).join('; ')
  return t('succession.which', { from: unit.name, names, day: formatDate(lastDay) })
}
