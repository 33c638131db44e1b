import type { Temporal } from 'temporal-polyfill'
import type { WorkingCalendar } from './calendar.ts'
import type { Plan } from './plan.ts'

export interface CampaignUnit {
  code: string
  name: string
  kind: string
  parentCode: string | null
  validFrom: string | null
  validTo: string | null
  /** Units that take its place from the day after `validTo`; of a divided one the larger part first. */
  successors: readonly string[]
}

/** The campaign that the chat talks about, read once and kept until it is loaded anew. */
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
}
