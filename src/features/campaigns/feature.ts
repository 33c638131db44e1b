import type { Feature } from '../../contract/feature.ts'

/** Several campaigns at once: the person says which one is meant. The choice itself is the chat's (intake/which-campaign.ts). */
export const campaigns: Feature = {
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
}
