import { loadPlan } from '../campaign/load-plan.ts'
import { loadUnits } from '../campaign/load-units.ts'
import { readUnits } from '../campaign/units-file.ts'
import { Complaint } from '../complaint.ts'
import { inTransaction } from '../store/transaction.ts'
import { problemLines } from './problem-lines.ts'
import type { Work } from './work.ts'

/** `units load FILE`: new units come in, known ones change, none is removed; what the campaign asks of them follows. */
export const unitsLoadWork: Work = async (system, args) => {
  const t = system.texts(system.defaultLocale)
  const units = readUnits(args.file ?? '')
  if (!units.ok) throw new Complaint(...problemLines(units.problems, t))
  const now = system.clock.now()
  const { plan } = await system.campaign(system.prisma)
  const loaded = await inTransaction(system.prisma, async tx => {
    const done = await loadUnits(tx, units.value)
    await loadPlan(tx, plan, now)
    return done
  })
  return { output: `${t('cli.unitsLoaded', { ...loaded })}\n` }
}
