import type { CampaignFiles } from '../campaign/files.ts'
import { calendarKey } from '../campaign/source.ts'
import type { PrismaClient } from '../store/generated/client.ts'
import { inTransaction } from '../store/transaction.ts'
import { loadPlan } from './load-plan.ts'
import { loadUnits } from './load-units.ts'

/**
 * Loads plan, units and calendar into a database that has none, and a plan that was named in the settings at every start.
 * All or nothing; of several instances that start together one loads, the others find it done.
 */
export async function ensureCampaign(
  prisma: PrismaClient,
  files: CampaignFiles,
  isNamed: boolean,
  now: Date,
): Promise<void> {
  await inTransaction(prisma, async tx => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('thidua.campaign', 0))`
    const active = await tx.campaign.findFirst({ where: { isActive: true }, select: { id: true } })
    if (active && !isNamed) return
    if (!active) {
      await loadUnits(tx, files.units, now)
      const calendar = JSON.parse(JSON.stringify(files.calendar))
      await tx.setting.upsert({
        where: { key: calendarKey },
        create: { key: calendarKey, value: calendar },
        update: { value: calendar },
      })
    }
    await loadPlan(tx, files.plan, now)
  })
}
