import { Temporal } from 'temporal-polyfill'
import type { Tx } from '../store/transaction.ts'
import type { ActiveCampaign, CampaignUnit } from './active.ts'
import { type CalendarData, workingCalendar } from './calendar.ts'
import { mainFirst } from './main-first.ts'
import { defaultRetention } from './retention.ts'
import { setDaysOf, withSetDays } from './set-days.ts'
import { storedPlan } from './stored-plan.ts'
import { withSuccessors } from './with-successors.ts'

/** No plan has been loaded yet. */
export class NoCampaign extends Error {
  override readonly name = 'NoCampaign'
}

export type CampaignSource = (
  tx: Pick<Tx, 'campaign' | 'unit' | 'setting'>,
  hash?: string | null,
) => Promise<ActiveCampaign>

/**
 * Keeps the active campaign in memory. A caller that has just read its hash in the database passes it; when it differs,
 * the campaign is read anew. @throws NoCampaign
 */
export function campaignSource(): CampaignSource {
  let known: ActiveCampaign | null = null
  return async (tx, hash) => {
    if (known === null || (hash !== undefined && hash !== known.planHash)) known = await readActive(tx)
    return known
  }
}

/** Where the calendar of days off is kept among the settings. */
export const calendarKey = 'calendar'

async function readActive(tx: Pick<Tx, 'campaign' | 'unit' | 'setting'>): Promise<ActiveCampaign> {
  const row = await tx.campaign.findFirst({ where: { isActive: true } })
  const calendar = await tx.setting.findUnique({ where: { key: calendarKey } })
  if (!row || !calendar) throw new NoCampaign()
  const plan = withSetDays(storedPlan(row.plan), await setDaysOf(tx, row.code))
  // It was checked when it was loaded and is written by nothing else.
  // A plan that an older release stored says nothing of it.
  const retention = { ...defaultRetention, ...plan.retention }
  const data = calendar.value as unknown as CalendarData
  const stored = await tx.unit.findMany({
    where: { OR: [{ validTo: null }, { validTo: { gte: row.startsOn } }] },
    orderBy: { code: 'asc' },
    select: {
      ...{ code: true, name: true, kind: true, parentCode: true, validFrom: true, validTo: true },
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
  }
}
