import type { ActiveCampaign } from '../../campaign/active.ts'
import { dayOf } from '../../clock.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Running } from '../../contract/running.ts'
import type { Params } from '../../conversation/field.ts'
import type { AnyKind } from '../../records/kind.ts'
import { Prisma } from '../../store/generated/client.ts'
import { inTransaction } from '../../store/transaction.ts'

/**
 * Open drafts of the unit's work go to who has taken the place for good; what a person begins of their own (an initiative) stays with
 * them. The chat that was in the middle of one lets it go. Twice changes nothing.
 */
export async function draftsGoOver(
  { tx, now }: Pick<Ctx, 'tx' | 'now'>,
  kinds: readonly AnyKind[],
  { from, to, unitCode }: { from: string; to: string; unitCode: string },
): Promise<number> {
  const forms = kinds
    .filter(isOfTheUnit)
    .flatMap(kind => [kind.form.id, ...(kind.otherForms ?? []).map(({ id }) => id)])
  const open = await tx.draft.findMany({ where: { personId: { in: [from, to] }, state: 'OPEN', form: { in: forms } } })
  const own = open.filter(({ personId }) => personId === to)
  const going = open.filter(
    ({ personId, form, key, campaignId, params }) =>
      personId === from &&
      (params as Params).unit === unitCode &&
      !own.some(other => other.form === form && other.key === key && other.campaignId === campaignId),
  )
  const ids = going.map(({ id }) => id)
  if (ids.length === 0) return 0
  const free = { draftId: null, prompt: Prisma.DbNull, promptNo: { increment: 1 } }
  await tx.conversation.updateMany({ where: { draftId: { in: ids } }, data: free })
  await tx.draft.updateMany({ where: { id: { in: ids } }, data: { personId: to, updatedAt: now } })
  return ids.length
}

/** What only those may write who act for the unit is the work of their role, and not their own. */
function isOfTheUnit({ rights }: AnyKind): boolean {
  return rights.write.powers.OFFICIAL === undefined && rights.write.powers.PRESS === undefined
}

/** Places that are taken from today on, as was settled before: the drafts go over now. */
export async function comingOverToday(
  system: Running,
  campaign: ActiveCampaign,
  now: Date,
  goesOn: () => Promise<boolean>,
  kinds: readonly AnyKind[],
): Promise<void> {
  const today = dayOf(now, campaign.timeZone)
  const lately = today.subtract({ days: 7 }).toString()
  const taken = await system.prisma.roleAssignment.findMany({
    where: { inPlaceOf: { not: null }, validFrom: { lte: today.toString(), gte: lately } },
  })
  for (const { personId, inPlaceOf, unitCode, role } of taken) {
    if (!(await goesOn())) return
    await inTransaction(system.prisma, async tx => {
      const still = {
        personId: inPlaceOf ?? '',
        unitCode,
        role,
        OR: [{ validTo: null }, { validTo: { gte: today.toString() } }],
      }
      const isOnlyStoodInFor = (await tx.roleAssignment.count({ where: still })) > 0
      if (!isOnlyStoodInFor) await draftsGoOver({ tx, now }, kinds, { from: inPlaceOf ?? '', to: personId, unitCode })
    })
  }
}
