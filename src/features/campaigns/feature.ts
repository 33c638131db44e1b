import type { Feature } from '../../contract/feature.ts'
import { stepThisMorning } from './morning.ts'
import { stepCampaign } from './rights.ts'
import { stateRoomWith } from './room.tsx'

/**
 * Several campaigns at once: the person says which one is meant, the choice itself is the chat's (intake/which-campaign.ts); and the life
 * of each, which officers move on. `handedIn`: what brings something new into a campaign.
 */
export function campaignsWith(handedIn: readonly Feature[]): Feature {
  const entries = handedIn.flatMap(({ forms = [] }) => forms)
  const newForms = new Map(entries.flatMap(({ form, isNew }) => (isNew ? [[form.id, isNew] as const] : [])))
  return {
    name: 'campaigns',
    isAboveCampaigns: true,
    commands: [
      {
        to: 'campaign.change',
        says: 'campaigns.command',
        words: ['(đổi|chọn|chuyển) phong trào|phong trào khác|change campaign'],
        offeredTo: 'everybody',
        isOfSeveral: true,
        isHelped: true,
      },
    ],
    routes: {
      'campaign.change': () => Promise.resolve({ campaign: null, next: null }),
      'campaign.choose': (_, { id = '', to, args }) =>
        Promise.resolve({ campaign: id, next: to ? { to, args: JSON.parse(args ?? '{}') } : null }),
    },
    rights: [stepCampaign],
    audits: { campaign: ['campaign.on', 'campaign.back'] },
    morning: stepThisMorning,
    rooms: [stateRoomWith(newForms)],
  }
}
