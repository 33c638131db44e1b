import type { ActiveCampaign } from '../../src/campaign/active.ts'
import { type Alone, campaignsAmong } from '../../src/campaign/among.ts'

/** The one campaign of a house: running, without a mark, beside no other. */
export function onlyCampaign(one: Omit<Alone, 'state' | 'stateSince' | 'isWritable' | 'codeMark'>): ActiveCampaign {
  const campaigns = campaignsAmong('', [{ ...one, state: 'RUNNING', stateSince: null, isWritable: true, codeMark: '' }])
  if (!campaigns) throw new Error('there is no campaign')
  return campaigns.main
}
