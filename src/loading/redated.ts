import type { Plan } from '../campaign/plan.ts'
import type { Tx } from '../store/transaction.ts'

/** The day on which something is due, and the last working day before it, to which reminders count. */
export interface OwedDays {
  dueOn: string
  remindBy: string
}

/** What gets another day with a calendar: one duty of one period, for so many units. */
export interface Redated {
  dutyCode: string
  period: string
  from: OwedDays
  to: OwedDays
  units: number
}

type OwedDay = OwedDays & { id: string; dutyCode: string; period: string }

/** Every day that is owed by the plan's campaign, by obligation. */
export async function owedDays(tx: Tx, { code }: Pick<Plan, 'code'>): Promise<ReadonlyMap<string, OwedDay>> {
  const owed = await tx.obligation.findMany({
    where: { campaign: { code }, state: { not: 'WITHDRAWN' } },
    select: { id: true, dutyCode: true, period: true, dueOn: true, remindBy: true },
    orderBy: [{ dueOn: 'asc' }, { dutyCode: 'asc' }, { id: 'asc' }],
  })
  return new Map(owed.map(one => [one.id, one]))
}

/** Exactly what has another day than before, by duty and period. Pure. */
export function redatedBetween(
  before: ReadonlyMap<string, OwedDay>,
  after: ReadonlyMap<string, OwedDay>,
): readonly Redated[] {
  const redated = new Map<string, Redated>()
  for (const [id, now] of after) {
    const then = before.get(id)
    if (!then || (then.dueOn === now.dueOn && then.remindBy === now.remindBy)) continue
    const from = { dueOn: then.dueOn, remindBy: then.remindBy }
    const to = { dueOn: now.dueOn, remindBy: now.remindBy }
    const key = JSON.stringify([now.dutyCode, now.period, from, to])
    const units = (redated.get(key)?.units ?? 0) + 1
    redated.set(key, { dutyCode: now.dutyCode, period: now.period, from, to, units })
  }
  return [...redated.values()]
}
