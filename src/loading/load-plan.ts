import { createHash } from 'node:crypto'
import { type CalendarData, workingCalendar } from '../campaign/calendar.ts'
import type { Plan } from '../campaign/plan.ts'
import { planChanges } from '../campaign/plan-diff.ts'
import { setDaysOf, withSetDays } from '../campaign/set-days.ts'
import { settleApplicability } from '../campaign/settle-applicability.ts'
import { calendarKey, NoCampaign } from '../campaign/source.ts'
import { withSuccessors } from '../campaign/with-successors.ts'
import { settleObligations } from '../obligations/settle-obligations.ts'
import { cancelFor, lookAgain } from '../reminders/round/cancel.ts'
import type { Prisma } from '../store/generated/client.ts'
import { newId } from '../store/new-id.ts'
import type { Tx } from '../store/transaction.ts'

export interface PlanLoaded {
  isChanged: boolean
  /** The campaign is closed: nothing was written. */
  isClosed: boolean
  /** What differs from the plan that was loaded before, in words. */
  changes: readonly string[]
  counts: { created: number; redated: number; withdrawn: number; kept: number }
}

/**
 * Opens the plan's campaign, beside those that are open: stores it, settles which targets apply to which unit and what each unit owes.
 * Loading twice changes nothing. What was collected stays; what is owed no longer is withdrawn, what was decided by a person stays. A
 * campaign that is archived stays as it is.
 */
export async function loadPlan(tx: Tx, plan: Plan, now: Date): Promise<PlanLoaded> {
  const stored = await tx.setting.findUnique({ where: { key: calendarKey } })
  if (!stored) throw new NoCampaign()
  const calendar = workingCalendar(stored.value as unknown as CalendarData)
  const units = await tx.unit.findMany({ orderBy: { code: 'asc' } })
  const successions = await tx.unitSuccession.findMany({ orderBy: [{ fromCode: 'asc' }, { toCode: 'asc' }] })
  const before = await tx.campaign.findUnique({ where: { code: plan.code } })
  if (before?.state === 'ARCHIVED') return { ...unchanged, isClosed: true }
  const id = before?.id ?? newId(now)
  const json: Prisma.InputJsonObject = JSON.parse(JSON.stringify(plan))
  const days = await setDaysOf(tx, plan.code)
  const planHash = createHash('sha256')
    .update(JSON.stringify([json, units, successions, stored.value, ...(Object.keys(days).length > 0 ? [days] : [])]))
    .digest('hex')
  const data = {
    year: plan.year,
    name: plan.identity.name,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    plan: json,
    planHash,
    isActive: true,
  }
  const codeMark = before ? before.codeMark : await markFor(tx, plan)
  if (!before) await tx.campaign.create({ data: { id, code: plan.code, codeMark, ...data, loadedAt: now } })
  else if (before.planHash !== planHash || !before.isActive)
    await tx.campaign.update({ where: { id }, data: { ...data, loadedAt: now } })
  else return unchanged

  const holding = withSuccessors(
    withSetDays(plan, days),
    successions.map(({ fromCode, toCode }) => ({ code: fromCode, successors: [toCode] })),
  )
  await settleApplicability(tx, id, holding, units)
  const { counts, withdrawn, changed } = await settleObligations(tx, id, holding, units, calendar, now)
  await cancelFor(tx, withdrawn, 'withdrawn', now)
  await lookAgain(tx, changed)
  const changes = before ? planChanges(before.plan as unknown as Plan, plan) : []
  return { isChanged: true, isClosed: false, changes, counts }
}

const unchanged: PlanLoaded = {
  ...{ isChanged: false, isClosed: false, changes: [] },
  counts: { created: 0, redated: 0, withdrawn: 0, kept: 0 },
}

/** The first campaign's codes carry nothing, later ones the year, and a letter where the year has several: 2025, 2025B. */
async function markFor(tx: Tx, { year }: Plan): Promise<string> {
  const taken = (await tx.campaign.findMany({ select: { codeMark: true } })).map(({ codeMark }) => codeMark)
  if (taken.length === 0) return ''
  const letters = ['', ...'BCDEFGHIJKLMNOPQRSTUVWXYZ']
  const mark = letters.map(letter => `${year}${letter}`).find(one => !taken.includes(one))
  if (mark === undefined) throw new Error(`the year ${year} has more campaigns than letters`)
  return mark
}
