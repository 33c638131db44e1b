/** The life of a campaign (plan-114 §9.1). */
export type CampaignState = 'DRAFT' | 'LAUNCHED' | 'RUNNING' | 'SUMMARISING' | 'AWARDED' | 'ARCHIVED'

/**
 * Whether anything may still be written in a campaign: until it is archived. One that an earlier release put aside for another is
 * closed, too. The one place that says so; everything else asks `ActiveCampaign.isWritable`.
 */
export function mayBeWritten({ state, isActive }: { state: CampaignState; isActive: boolean }): boolean {
  return isActive && state !== 'ARCHIVED'
}
