import type { WorkingCalendar } from '../../campaign/calendar.ts'
import { storedPlan } from '../../campaign/stored-plan.ts'
import { dayOf } from '../../clock.ts'
import type { Tx } from '../../store/transaction.ts'

/** Opinions that were asked for on one day and got another last day. Days 'YYYY-MM-DD'. */
export interface RedatedAppraisals {
  askedOn: string
  from: string
  to: string
  /** How many opinions. */
  count: number
}

interface Change {
  before: WorkingCalendar
  after: WorkingCalendar
  timeZone: string
}

/**
 * Moves the last day of the opinions that are still asked for in the open campaigns, where the calendar has changed; a day that was not
 * counted by it stays.
 */
export async function redateAppraisals(tx: Tx, change: Change): Promise<readonly RedatedAppraisals[]> {
  const campaigns = await tx.campaign.findMany({ where: { isActive: true }, orderBy: { startsOn: 'asc' } })
  const moved = []
  for (const { id, plan } of campaigns)
    moved.push(...(await redateIn(tx, change, id, storedPlan(plan).timeLimits.appraise)))
  return moved
}

async function redateIn(
  tx: Tx,
  { before, after, timeZone }: Change,
  campaignId: string,
  days: number,
): Promise<readonly RedatedAppraisals[]> {
  const open = { openedAt: null, record: { campaignId } }
  const asked = await tx.appraisal.findMany({
    where: open,
    orderBy: [{ askedAt: 'asc' }, { recordId: 'asc' }, { agency: 'asc' }],
    select: { askedAt: true, dueOn: true },
    distinct: ['askedAt', 'dueOn'],
  })
  const moved = new Map<string, RedatedAppraisals>()
  for (const { askedAt, dueOn: from } of asked) {
    const day = dayOf(askedAt, timeZone)
    const to = after.addWorkingDays(day, days).toString()
    if (to === from || before.addWorkingDays(day, days).toString() !== from) continue
    const where = { ...open, askedAt, dueOn: from }
    const { count } = await tx.appraisal.updateMany({ where, data: { dueOn: to } })
    const key = `${day} ${from}`
    moved.set(key, { askedOn: day.toString(), from, to, count: count + (moved.get(key)?.count ?? 0) })
  }
  return [...moved.values()]
}
