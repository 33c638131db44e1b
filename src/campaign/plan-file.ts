import { fillYear } from './campaign-date.ts'
import { type LocatedFile, parseLocated, readLocated } from './located-file.ts'
import type { Plan } from './plan.ts'
import { referenceProblems } from './plan-references.ts'
import { planSchema } from './plan-schema.ts'
import { placeholderProblems, senseProblems } from './plan-sense.ts'
import { type Checked, inFileOrder, type Problem } from './problem.ts'
import { schemaProblems } from './schema-problems.ts'

export interface PlanOptions {
  /** Loads the plan for this year instead of the one it was written for, see `Plan.redatedFrom`. */
  year?: number
}

/**
 * Reads and checks a plan file. All problems at once, in the order of the file, each with its line and a sentence that names the
 * mend; a plan with a problem is not returned. Whether references hold and days make sense is asked once the form is right. Codes of units are not checked here: the file does not hold the units.
 */
export function readPlan(file: string, options: PlanOptions = {}): Checked<Plan> {
  return check(readLocated(file), options)
}

/** The same for a text at hand; `file` is only what problems are told with. */
export function parsePlan(file: string, text: string, options: PlanOptions = {}): Checked<Plan> {
  return check(parseLocated(file, text), options)
}

function check(located: Checked<LocatedFile>, options: PlanOptions): Checked<Plan> {
  if (!located.ok) return located
  const file = located.value
  const writtenFor = yearOf(file.data)
  // Without a year of its own the file cannot be dated; the schema says so.
  const year = options.year ?? writtenFor ?? 2000
  const schema = planSchema(year)
  const parsed = schema.safeParse(filled(file.data, year))
  const unfilled = placeholderProblems(file)
  if (!parsed.success) return failed([...schemaProblems(file, parsed.error.issues, schema), ...unfilled])
  const { draftFrom, ...whole } = parsed.data
  const data = { ...whole, year }
  const problems = [...referenceProblems(data, file), ...senseProblems(data, file), ...unfilled]
  if (problems.length > 0) return failed(problems)
  return { ok: true, value: { ...data, redatedFrom: writtenFor === year ? draftFrom : writtenFor } }
}

function yearOf(data: unknown): number | null {
  if (typeof data !== 'object' || data === null || !('year' in data)) return null
  return typeof data.year === 'number' && Number.isInteger(data.year) ? data.year : null
}

function filled(value: unknown, year: number): unknown {
  if (typeof value === 'string') return fillYear(value, year)
  if (Array.isArray(value)) return value.map(item => filled(item, year))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, year)]))
}

function failed(problems: readonly Problem[]): Checked<Plan> {
  return { ok: false, problems: inFileOrder(problems) }
}
