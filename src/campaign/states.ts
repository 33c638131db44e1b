import type { CampaignState } from './writable.ts'

/** The life of a campaign, in its order (plan-114 §9.1). */
export const campaignStates: readonly CampaignState[] = [
  ...(['DRAFT', 'LAUNCHED', 'RUNNING', 'SUMMARISING', 'AWARDED', 'ARCHIVED'] as const),
]

export type CampaignStep = 'on' | 'back'

/** Where a move leads: to the next state, or back to the one before; null: there is none. No state is left out. */
export function stateAfter(state: CampaignState, move: CampaignStep): CampaignState | null {
  return campaignStates[campaignStates.indexOf(state) + (move === 'on' ? 1 : -1)] ?? null
}

interface Standing {
  state: CampaignState
  stateSince: Date | null
}

const underWay: ReadonlySet<CampaignState> = new Set(['LAUNCHED', 'RUNNING', 'SUMMARISING'])

/** Units hand in and are reminded: it has been launched, and what it awards has not been decided. */
export function isUnderWay({ state }: Pick<Standing, 'state'>): boolean {
  return underWay.has(state)
}

/**
 * Whether something new that was sent at that time is taken in. What was sent before the campaign ceased to take it is; what was handed
 * in then may be corrected as long as the campaign may be written in.
 */
export function takesNew(campaign: Standing, sentAt: Date): boolean {
  return isUnderWay(campaign) || (campaign.stateSince !== null && sentAt < campaign.stateSince)
}
