import type { Temporal } from 'temporal-polyfill'
import type { WorkingCalendar } from './calendar.ts'
import type { Plan } from './plan.ts'
import type { CampaignState } from './writable.ts'

export interface CampaignUnit {
  code: string
  name: string
  kind: string
  parentCode: string | null
  validFrom: string | null
  validTo: string | null
  /** When `validTo` was written down; null: it has none, or nobody knows. */
  endKnownAt: Date | null
  /** Units that take its place from the day after `validTo`; of a divided one the larger part first. */
  successors: readonly string[]
}

/** The campaign that a chat or a page talks about, read once and kept until one is loaded anew. */
export interface ActiveCampaign {
  id: string
  code: string
  year: number
  plan: Plan
  planHash: string
  calendar: WorkingCalendar
  timeZone: string
  startsOn: Temporal.PlainDate
  endsOn: Temporal.PlainDate
  /** Those that exist within the campaign, and whoever takes their place later. */
  units: ReadonlyMap<string, CampaignUnit>
  state: CampaignState
  /** False: it is closed, to be read only (`mayBeWritten`). */
  isWritable: boolean
  /** Stands in the codes of its records: SK-2025-001. Empty in the first campaign of the house; no two have the same. */
  codeMark: string
  /** What it is called beside others: «Đẩy mạnh cải cách hành chính 2025»; null while it is the only open one: then nobody names it. */
  shownAs: string | null
  /** It and all others. */
  among: Campaigns
}

/** All campaigns of the house. */
export interface Campaigns {
  /** Changes whenever one of them does. */
  mark: string
  /** The one that is meant where nobody has chosen: of the open ones the last. */
  main: ActiveCampaign
  /** In which people work, in the order of their beginning. */
  open: readonly ActiveCampaign[]
  /** To be read only, the last first. */
  closed: readonly ActiveCampaign[]
}

/** The campaign of that id, open or closed. */
export function campaignOf({ open, closed }: Campaigns, id: string | null): ActiveCampaign | undefined {
  return [...open, ...closed].find(campaign => campaign.id === id)
}

/** Where something of a campaign is kept under a name: the first campaign's names carry nothing. */
export function keyIn({ codeMark }: Pick<ActiveCampaign, 'codeMark'>, name: string): string {
  return codeMark === '' ? name : `${name}:${codeMark}`
}
