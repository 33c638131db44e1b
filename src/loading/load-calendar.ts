import type { CalendarData } from '../campaign/calendar.ts'
import type { CalendarYears } from '../campaign/calendar-list.ts'
import type { Plan } from '../campaign/plan.ts'
import { calendarKey, NoCampaign } from '../campaign/source.ts'
import type { Prisma } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import { loadPlan, type PlanLoaded } from './load-plan.ts'
import { owedDays, type Redated, redatedBetween } from './redated.ts'

export interface CalendarLoaded {
  before: CalendarData
  after: CalendarData
  counts: PlanLoaded['counts']
  /** What got another day, and nothing else. */
  redated: readonly Redated[]
}

/** Puts years in the place of those that the database has, and lets what is owed follow. Other years stay. @throws NoCampaign */
export async function loadCalendar(tx: Tx, years: CalendarYears, plan: Plan, now: Date): Promise<CalendarLoaded> {
  const before = await storedCalendar(tx)
  const after = { ...before, years: { ...before.years, ...years } }
  const value: Prisma.InputJsonObject = JSON.parse(JSON.stringify(after))
  await tx.setting.update({ where: { key: calendarKey }, data: { value } })
  const owed = await owedDays(tx, plan)
  const { counts } = await loadPlan(tx, plan, now)
  return { before, after, counts, redated: redatedBetween(owed, await owedDays(tx, plan)) }
}

/** The calendar in the database; it began as the one that comes with the program. @throws NoCampaign */
export async function storedCalendar(tx: Pick<Tx, 'setting'>): Promise<CalendarData> {
  const stored = await tx.setting.findUnique({ where: { key: calendarKey } })
  if (!stored) throw new NoCampaign()
  // Checked when it was loaded and written by nothing else.
  return stored.value as unknown as CalendarData
}
