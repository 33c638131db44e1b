import type { Plan } from '../../campaign/plan.ts'
import type { Target } from '../../campaign/target.ts'
import type { ReportKind } from './answered.ts'

/**
 * Whether units report the target themselves. Not those the system counts, not what is met by the launch document or by
 * registering initiatives, not what individuals are judged by.
 */
export function isReported(plan: Plan, target: Target): boolean {
  return (
    target.judges === 'COLLECTIVE' &&
    target.computed === null &&
    target.checklist.length === 0 &&
    !isLaunchDocument(plan, target)
  )
}

/** A target that is a document owed by the same deadline as the launch document is the launch document. */
function isLaunchDocument(plan: Plan, target: Target): boolean {
  return (
    target.measure.kind === 'DOCUMENT' &&
    plan.duties.some(
      ({ metBy, due }) => metBy.kind === 'launchDocument' && due.kind === 'once' && due.deadline === target.deadline,
    )
  )
}

export function targetOf(plan: Plan, code: string): Target | undefined {
  return plan.targets.find(target => target.code === code)
}

export function reportKind({ measure }: Pick<Target, 'measure'>): ReportKind {
  switch (measure.kind) {
    case 'PERCENT':
      return measure.unit === 'money' ? 'money' : 'percent'
    case 'YES_NO':
      return 'yesNo'
    case 'RANK':
      return 'rank'
    case 'COUNT':
      return 'count'
    case 'DOCUMENT':
      return 'document'
    case 'QUALITATIVE':
      return 'text'
  }
}
