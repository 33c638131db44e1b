import { join } from 'node:path'
import type { FileProblem } from '../office-files/file-problem.ts'
import { projectRoot } from '../project-root.ts'
import type { CalendarData } from './calendar.ts'
import { readCalendar } from './calendar-file.ts'
import type { Plan } from './plan.ts'
import { readPlan } from './plan-file.ts'
import type { Problem } from './problem.ts'
import type { UnitRow } from './unit.ts'
import { readUnits } from './units-file.ts'

/** What a new installation begins with. */
export interface CampaignFiles {
  plan: Plan
  units: readonly UnitRow[]
  calendar: CalendarData
}

const folder = join(projectRoot, 'prisma')
const defaultPlan = join(folder, 'plans', '114-kh-ubnd-2024.yaml')

/** Reads plan, units and calendar; all problems of all files at once. Touches no database. */
export function readCampaignFiles(
  file: string | undefined,
  year: number | undefined,
): { ok: true; value: CampaignFiles } | { ok: false; problems: readonly (Problem | FileProblem)[] } {
  const plan = readPlan(file ?? defaultPlan, year === undefined ? {} : { year })
  const units = readUnits(join(folder, 'units', 'uong-bi-2024.csv'))
  const calendar = readCalendar(join(folder, 'calendar', 'vn.json'))
  if (plan.ok && units.ok && calendar.ok)
    return { ok: true, value: { plan: plan.value, units: units.value, calendar: calendar.value } }
  return {
    ok: false,
    problems: [plan, units, calendar].flatMap((read): readonly (Problem | FileProblem)[] =>
      read.ok ? [] : read.problems,
    ),
  }
}
