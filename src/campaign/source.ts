import { Temporal } from 'temporal-polyfill'
import type { Campaign as CampaignRow } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import type { ActiveCampaign, Campaigns, CampaignUnit } from './active.ts'
import { type Alone, campaignsAmong } from './among.ts'
import { type CalendarData, workingCalendar } from './calendar.ts'
import { mainFirst } from './main-first.ts'
import { defaultRetention } from './retention.ts'
import { setDaysOf, withSetDays } from './set-days.ts'
import { storedPlan } from './stored-plan.ts'
import { withSuccessors } from './with-successors.ts'
import { mayBeWritten } from './writable.ts'

/** No plan has been loaded yet. */
export class NoCampaign extends Error {
  override readonly name = 'NoCampaign'
}

type Reading = Pick<Tx, 'campaign' | 'unit' | 'setting' | '$queryRaw'>

export type CampaignSource = (tx: Reading, mark?: string | null) => Promise<ActiveCampaign>

/**
 * Keeps the campaigns in memory and gives the main one, which knows the others. A caller that has just read their mark in the database
 * passes it; when it differs, they are read anew. @throws NoCampaign
 */
export function campaignSource(): CampaignSource {
  let known: Campaigns | null = null
  return async (tx, mark) => {
    if (known === null || (mark !== undefined && mark !== known.mark)) known = await readCampaigns(tx)
    return known.main
  }
}

/** The mark of the campaigns as the database has them now; null: there is none. */
export async function campaignsMark(tx: Pick<Tx, '$queryRaw'>): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ mark: string | null }[]>`SELECT campaigns_mark() AS mark`
  return row?.mark ?? null
}

/** Where the calendar of days off is kept among the settings. */
export const calendarKey = 'calendar'

async function readCampaigns(tx: Reading): Promise<Campaigns> {
  const mark = await campaignsMark(tx)
  const calendar = await tx.setting.findUnique({ where: { key: calendarKey } })
  if (mark === null || !calendar) throw new NoCampaign()
  // It was checked when it was loaded and is written by nothing else.
  const data = calendar.value as unknown as CalendarData
  const rows = await tx.campaign.findMany()
  const alone: Alone[] = []
  for (const row of rows) alone.push(await readOne(tx, row, data))
  const campaigns = campaignsAmong(mark, alone)
  if (!campaigns) throw new NoCampaign()
  return campaigns
}

async function readOne(tx: Reading, row: CampaignRow, data: CalendarData): Promise<Alone> {
  const plan = withSetDays(storedPlan(row.plan), await setDaysOf(tx, row.code))
  // A plan that an older release stored says nothing of it.
  const retention = { ...defaultRetention, ...plan.retention }
  const stored = await tx.unit.findMany({
    where: { OR: [{ validTo: null }, { validTo: { gte: row.startsOn } }] },
    orderBy: { code: 'asc' },
    select: {
      ...{ code: true, name: true, kind: true, parentCode: true, validFrom: true, validTo: true, endKnownAt: true },
      successors: { select: { toCode: true }, orderBy: mainFirst },
    },
  })
  const known = stored.map(({ successors, ...unit }) => ({
    ...unit,
    successors: successors.map(({ toCode }) => toCode),
  }))
  const later = new Set(known.flatMap(unit => unit.successors))
  const units = known.filter(({ code, validFrom }) => (validFrom ?? '') <= row.endsOn || later.has(code))
  return {
    id: row.id,
    code: row.code,
    year: row.year,
    plan: withSuccessors({ ...plan, retention }, known),
    planHash: row.planHash,
    calendar: workingCalendar(data),
    timeZone: data.timeZone,
    startsOn: Temporal.PlainDate.from(row.startsOn),
    endsOn: Temporal.PlainDate.from(row.endsOn),
    units: new Map<string, CampaignUnit>(units.map(unit => [unit.code, unit])),
    state: row.state,
    isWritable: mayBeWritten(row),
    codeMark: row.codeMark,
  }
}
