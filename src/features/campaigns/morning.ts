import { stateAfter } from '../../campaign/states.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { MorningLine } from '../../contract/morning.ts'
import { may } from '../../people/may.ts'
import { stepCampaign } from './rights.ts'

/** The day has come on which the campaign begins, or ends, and it still stands where it stood. */
export async function stepThisMorning({ campaign, today, person, t }: Ctx): Promise<MorningLine[]> {
  if (!may(person, stepCampaign)) return []
  const [day, { state }] = [today.toString(), campaign]
  const isTime =
    (state === 'LAUNCHED' && day >= campaign.startsOn.toString()) ||
    (state === 'RUNNING' && day > campaign.endsOn.toString())
  const to = stateAfter(state, 'on')
  if (!isTime || to === null) return []
  const words = t('campaigns.state.morning', { to: t(`campaigns.states.${to}`) })
  return [{ part: 'late', words, count: null, page: 'tinh-trang-phong-trao' }]
}
