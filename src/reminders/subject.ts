import type { Duty } from '../campaign/duty.ts'
import type { Subject } from './wording.ts'

/** How a duty of one unit and period is named, and which form hands it in. */
export function subjectOf(
  duty: Duty,
  of: { unitCode: string; unitName: string; period: string; targets: readonly string[] },
): Subject {
  const [target, ...others] = of.targets
  return {
    what: duty.name,
    unitCode: of.unitCode,
    unitName: of.unitName,
    how: howOf(duty),
    target: target !== undefined && others.length === 0 ? target : null,
  }
}

function howOf(duty: Duty): Subject['how'] {
  switch (duty.metBy.kind) {
    case 'launchDocument':
      return 'launch'
    case 'initiative':
      return 'initiative'
    case 'targetReport':
    case 'periodicReport':
      return 'report'
    case 'summary':
    case 'dossier':
      return 'other'
  }
}
