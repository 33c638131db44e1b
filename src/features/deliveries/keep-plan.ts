import type { Ctx } from '../../contract/feature.ts'
import { storeBytes } from '../../files/store-bytes.ts'
import { writeAudit } from '../../people/audit.ts'
import { givingRole } from '../../people/may.ts'
import { makePaper } from '../papers/rights.ts'

/** Keeps the plan as it was signed, which everybody may open from then on. Null: done; else the sentence that says why not. */
export async function keepPlan(ctx: Ctx, given: unknown): Promise<string | null> {
  const { tx, t, now, campaign, person, account } = ctx
  if (!(given instanceof File) || given.size === 0) return t('papers.problems.file')
  const bytes = new Uint8Array(await given.arrayBuffer())
  const stored = await storeBytes(tx, { name: given.name, bytes, accountId: account.id, channel: 'web' }, now)
  if ('refused' in stored) return t(`web.upload.${stored.refused}`)
  const data = { fileId: stored.id, loadedAt: now }
  const campaignId = campaign.id
  await tx.planDocument.upsert({ where: { campaignId }, create: { campaignId, ...data }, update: data })
  const actorRole = givingRole(person, makePaper, {})?.role ?? 'GUEST'
  const entry = {
    actorId: person.id,
    actorRole,
    action: 'paper.plan',
    subjectType: 'paper',
    subjectId: campaignId,
  } as const
  await writeAudit(tx, { ...entry, to: given.name.slice(0, 200) }, now)
  return null
}
