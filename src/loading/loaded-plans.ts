import type { Plan } from '../campaign/plan.ts'
import { NoCampaign } from '../campaign/source.ts'
import { storedPlan } from '../campaign/stored-plan.ts'
import { mayBeWritten } from '../campaign/writable.ts'
import type { Tx } from '../store/transaction.ts'

/** The plans of the open campaigns as they were loaded, without the days that officers have set: what is loaded again. @throws NoCampaign */
export async function loadedPlans(tx: Tx): Promise<readonly Plan[]> {
  const rows = await tx.campaign.findMany({
    where: { isActive: true },
    orderBy: [{ startsOn: 'asc' }, { code: 'asc' }],
  })
  if (rows.length === 0) throw new NoCampaign()
  return rows.filter(mayBeWritten).map(row => storedPlan(row.plan))
}
