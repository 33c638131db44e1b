import { calendarNotes } from '../campaign/calendar-notes.ts'
import { readPlan } from '../campaign/plan-file.ts'
import { Complaint } from '../complaint.ts'
import { loadPlan } from '../loading/load-plan.ts'
import { inTransaction } from '../store/transaction.ts'
import { presentCampaign } from './present-campaign.ts'
import { problemLines } from './problem-lines.ts'
import type { Work } from './work.ts'

/** `plan load FILE [--year Y]`: shows what changes; twice changes nothing; what was collected stays. */
export const planLoadWork: Work = async (system, args) => {
  const t = system.texts(system.defaultLocale)
  const plan = readPlan(args.file ?? '', args.year === undefined ? {} : { year: Number(args.year) })
  if (!plan.ok) throw new Complaint(...problemLines(plan.problems, t))
  const now = system.clock.now()
  const loaded = await inTransaction(system.prisma, tx => loadPlan(tx, plan.value, now))
  const key = loaded.isChanged ? 'cli.planLoaded' : 'cli.planUnchanged'
  const { calendar } = await presentCampaign(system, system.prisma)
  const notes = calendarNotes(calendar, [plan.value.year], t)
  const lines = [
    ...loaded.changes,
    t(key, { code: plan.value.code, year: plan.value.year, ...loaded.counts }),
    ...notes,
  ]
  return { output: `${lines.join('\n')}\n` }
}
