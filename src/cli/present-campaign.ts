import type { ActiveCampaign } from '../campaign/active.ts'
import type { Plan } from '../campaign/plan.ts'
import { NoCampaign } from '../campaign/source.ts'
import { storedPlan } from '../campaign/stored-plan.ts'
import type { System } from '../intake/system.ts'
import type { Tx } from '../store/transaction.ts'

/** The campaign as the database has it now: what a running server remembers may be older than the last load. @throws NoCampaign */
export async function presentCampaign(system: System, tx: Tx): Promise<ActiveCampaign> {
  const row = await tx.campaign.findFirst({ where: { isActive: true }, select: { planHash: true } })
  if (!row) throw new NoCampaign()
  return system.campaign(tx, row.planHash)
}

/** The plan as it was loaded, without the days that officers have set: what is loaded again. @throws NoCampaign */
export async function loadedPlan(tx: Tx): Promise<Plan> {
  const row = await tx.campaign.findFirst({ where: { isActive: true }, select: { plan: true } })
  if (!row) throw new NoCampaign()
  return storedPlan(row.plan)
}
