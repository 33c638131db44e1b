import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type WorkingCalendar, workingCalendar } from '../../src/campaign/calendar.ts'
import { readCalendar } from '../../src/campaign/calendar-file.ts'
import type { Plan } from '../../src/campaign/plan.ts'
import { readPlan } from '../../src/campaign/plan-file.ts'
import type { Problem } from '../../src/campaign/problem.ts'
import type { UnitRow } from '../../src/campaign/unit.ts'
import { readUnits } from '../../src/campaign/units-file.ts'
import { problemLines } from '../../src/cli/problem-lines.ts'
import type { FileProblem } from '../../src/office-files/file-problem.ts'
import { projectRoot } from '../../src/project-root.ts'
import { loadTexts } from '../../src/texts.ts'

const planFile = join(projectRoot, 'prisma/plans/114-kh-ubnd-2024.yaml')
export const unitsFile = join(projectRoot, 'prisma/units/uong-bi-2024.csv')
export const calendarFile = join(projectRoot, 'prisma/calendar/vn.json')
export const planText = readFileSync(planFile, 'utf8')

/** One of one's own, which may be changed. */
export function defaultPlan(year?: number): Plan {
  const known = plans.get(year) ?? mustHold(readPlan(planFile, year === undefined ? {} : { year }))
  plans.set(year, known)
  return structuredClone(known)
}

/** To read one takes as long as most tests that look at it. */
const plans = new Map<number | undefined, Plan>()

export function defaultUnits(): UnitRow[] {
  return mustHold(readUnits(unitsFile))
}

export function defaultCalendar(): WorkingCalendar {
  return workingCalendar(mustHold(readCalendar(calendarFile)))
}

function mustHold<T>(checked: { ok: true; value: T } | { ok: false; problems: readonly (Problem | FileProblem)[] }): T {
  if (checked.ok) return checked.value
  throw new Error(problemLines(checked.problems, loadTexts('en')).join('\n'))
}
