import { right } from '../../people/right.ts'

/** Who moves a campaign from one state to the next (plan-114 §9.1: the year-end is opened by Phòng Nội vụ). */
export const stepCampaign = right('campaign.step', { PNV: 'all' })
