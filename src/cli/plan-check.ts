import { readPlan } from '../campaign/plan-file.ts'
import { Complaint } from '../complaint.ts'
import type { Translate } from '../texts.ts'
import { problemLines } from './problem-lines.ts'

/** `plan check FILE [--year Y]`: needs no database; every problem with file, line and fix. */
export async function planCheck(file: string, options: Readonly<Record<string, string>>, t: Translate): Promise<void> {
  const plan = readPlan(file, options.year === undefined ? {} : { year: Number(options.year) })
  if (!plan.ok) throw new Complaint(...problemLines(plan.problems, t))
  const { identity, targets, duties } = plan.value
  process.stdout.write(
    `${t('cli.planOk', { file, name: identity.title, targets: targets.length, duties: duties.length })}\n`,
  )
}
