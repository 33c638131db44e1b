import { z } from 'zod'
import type { Tx } from '../store/transaction.ts'
import type { Deadline } from './duty.ts'
import type { Plan } from './plan.ts'

/** Days that officers have set for deadlines whose day the plan does not name (OP-16), by the code of the deadline. */
export type SetDays = Readonly<Record<string, SetDay>>

/** Both 'YYYY-MM-DD': the day that holds, and the day on which it was set. */
export interface SetDay {
  on: string
  setOn: string
}

const stored = z.record(z.string(), z.object({ on: z.string(), setOn: z.string() }))

/** Where they are kept: beside the plan, so that loading the plan anew does not lose them. */
const keyOf = (campaignCode: string) => `deadlines:${campaignCode}`

export async function setDaysOf(tx: Pick<Tx, 'setting'>, campaignCode: string): Promise<SetDays> {
  const setting = await tx.setting.findUnique({ where: { key: keyOf(campaignCode) } })
  return setting ? stored.parse(setting.value) : {}
}

export async function keepSetDays(tx: Pick<Tx, 'setting'>, campaignCode: string, days: SetDays): Promise<void> {
  const key = keyOf(campaignCode)
  const value = stored.parse(days)
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
}

/** The plan as it holds: a day that was set is a deadline like those that the plan names. What the plan names stays. */
export function withSetDays(plan: Plan, days: SetDays): Plan {
  return { ...plan, deadlines: plan.deadlines.map(deadline => dated(deadline, days[deadline.code])) }
}

function dated(deadline: Deadline, set: SetDay | undefined): Deadline {
  if (!set || !deadline.isProvisional) return deadline
  return { ...deadline, day: { on: set.on }, isProvisional: false, setOn: set.setOn }
}
