import { withFormer } from '../../campaign/acting-unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import { listKindName } from '../../figures/listed.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import type { Place } from './started.ts'

/** The list of a unit and a target; of a unit that has taken the place of others, its own before theirs. */
export async function listAt(ctx: Ctx, { unit, target }: Place): Promise<StoredRecord | null> {
  const units = withFormer(ctx.campaign, [unit], ctx.today.toString())
  const where = { campaignId: ctx.campaign.id, kind: listKindName, unitCode: unit }
  const keys = units.map(code => `${code}:${target}`)
  const found = await ctx.tx.record.findMany({ where: { ...where, key: { in: keys } } })
  return found.find(({ key }) => key === keys[0]) ?? found[0] ?? null
}
