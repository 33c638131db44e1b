import type { Plan } from '../../campaign/plan.ts'
import type { Target } from '../../campaign/target.ts'

/** Whose results: of staff, confirmed by their head; of heads, confirmed by the managing office (plan §4.2). */
export type Whose = 'staff' | 'heads'

const staff = 'N1'
const heads = 'N1h'

/** What a person is judged by: heads by their own targets and by those of all staff. */
export function targetsOf({ targets }: Pick<Plan, 'targets'>, whose: Whose): Target[] {
  const groups = whose === 'heads' ? [heads, staff] : [staff]
  return groups.flatMap(group =>
    targets.filter(
      ({ judges, appliesTo }) =>
        judges === 'INDIVIDUAL' && appliesTo.kind === 'people' && appliesTo.groups.some(code => code === group),
    ),
  )
}

/** What the form is started with: the one question that the target asks, in the words of the plan. */
export function askedOf({ code, name, measure }: Target): Record<string, string> {
  const asked = { target: code, targetName: name, measure: measure.kind }
  switch (measure.kind) {
    case 'PERCENT':
      return {
        ...{ ...asked, numerator: measure.numerator, denominator: measure.denominator },
        threshold: String(measure.threshold ?? 0),
      }
    case 'YES_NO':
      return { ...asked, question: measure.question }
    case 'COUNT':
      // Of what there should be none, only the number is told: cases have their own register, and no place in a chat.
      return { ...asked, label: measure.label, isListed: measure.comparison === 'lte' ? 'no' : 'yes' }
    default:
      return { ...asked, label: measure.label }
  }
}
