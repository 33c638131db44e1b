import type { CalendarData } from '../campaign/calendar.ts'
import type { CalendarYears } from '../campaign/calendar-list.ts'
import type { Plan } from '../campaign/plan.ts'
import { calendarKey, NoCampaign } from '../campaign/source.ts'
import type { Prisma } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import { loadPlan } from './load-plan.ts'
import { owedDays, type Redated, redatedBetween } from './redated.ts'

export interface CalendarLoaded {
  before: CalendarData
  after: CalendarData
  /** How many of all that is owed got another day. */
  countRedated: number
  /** What got another day, and nothing else, by the plan that asks for it. */
  redated: readonly (Redated & { plan: Plan })[]
}

/** Puts years in the place of those that the database has, and lets what is owed follow. Other years stay. @throws NoCampaign */
export async function loadCalendar(
  tx: Tx,
  years: CalendarYears,
  plans: readonly Plan[],
  now: Date,
): Promise<CalendarLoaded> {
  const before = await storedCalendar(tx)
  const after = { ...before, years: { ...before.years, ...years } }
  const value: Prisma.InputJsonObject = JSON.parse(JSON.stringify(after))
  await tx.setting.update({ where: { key: calendarKey }, data: { value } })
  const redated: (Redated & { plan: Plan })[] = []
  let countRedated = 0
  for (const plan of plans) {
    const owed = await owedDays(tx, plan)
    countRedated += (await loadPlan(tx, plan, now)).counts.redated
    redated.push(...redatedBetween(owed, await owedDays(tx, plan)).map(one => ({ ...one, plan })))
  }
  return { before, after, countRedated, redated }
}

/** The calendar in the database; it began as the one that comes with the program. @throws NoCampaign */
export async function storedCalendar(tx: Pick<Tx, 'setting'>): Promise<CalendarData> {
  const stored = await tx.setting.findUnique({ where: { key: calendarKey } })
  if (!stored) throw new NoCampaign()
  // Checked when it was loaded and written by nothing else.
  return stored.value as unknown as CalendarData
}
