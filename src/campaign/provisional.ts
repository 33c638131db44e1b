import type { Deadline, Duty } from './duty.ts'
import type { Plan } from './plan.ts'

/** Whether the day of a duty is only «dự kiến» (OP-16): its deadline, or one it is counted back from, has not been set. */
export function isProvisional({ deadlines }: Pick<Plan, 'deadlines'>, { due }: Pick<Duty, 'due'>): boolean {
  const byCode = new Map(deadlines.map(deadline => [deadline.code, deadline]))
  let at = due.kind === 'once' ? byCode.get(due.deadline) : undefined
  // A checked plan has no circle; the count of its deadlines ends one all the same.
  for (let left = deadlines.length; at && left > 0; left--) {
    if (at.isProvisional) return true
    at = before(at, byCode)
  }
  return false
}

/** Codes of the duties whose day has not been set. */
export function provisionalDuties(plan: Pick<Plan, 'deadlines' | 'duties'>): string[] {
  return plan.duties.filter(duty => isProvisional(plan, duty)).map(({ code }) => code)
}

function before({ day }: Deadline, byCode: ReadonlyMap<string, Deadline>): Deadline | undefined {
  return day && 'workingDaysBefore' in day ? byCode.get(day.workingDaysBefore.deadline) : undefined
}
