import type { Ctx } from '../../contract/feature.ts'
import { writeAudit } from '../../people/audit.ts'
import type { Role } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'
import { keepPublicDays, publicDaysOf, publicList } from './live.ts'
import type { Choice } from './rules.ts'
import type { Scope } from './scope.ts'

/** Makes a list public for the days that are set. What was public before of this scope is replaced; its objections stay with it. */
export async function publish(ctx: Ctx, scope: Scope, choices: readonly Choice[], actorRole: Role): Promise<string> {
  const { tx, now, today, campaign, person } = ctx
  const days = await publicDaysOf(tx, scope)
  const publicUntil = today.add({ days }).toString()
  const before = await publicList(ctx, scope)
  const id = before?.id ?? newId(now)
  const data = { publicOn: today.toString(), publicUntil }
  if (before) await tx.awardDecision.update({ where: { id }, data })
  else
    await tx.awardDecision.create({
      data: { id, campaignId: campaign.id, ...scope, state: 'PUBLIC', ...data, byId: person.id, createdAt: now },
    })
  await keepChoices(ctx, id, choices)
  const entry = {
    actorId: person.id,
    actorRole,
    action: 'awarding.publish',
    subjectType: 'award-decision',
    subjectId: id,
  }
  await writeAudit(tx, { ...entry, to: publicUntil }, now)
  return publicUntil
}

export async function keepChoices({ tx }: Ctx, decisionId: string, choices: readonly Choice[]): Promise<void> {
  await tx.awardChoice.deleteMany({ where: { decisionId } })
  await tx.awardChoice.createMany({
    data: choices.map(({ recordId, isAwarded, reason }) => ({
      ...{ decisionId, recordId, isAwarded },
      reason: isAwarded ? '' : reason,
    })),
  })
}

/** Sets how long the lists of a scope are public from now on. */
export async function changePublicDays(ctx: Ctx, scope: Scope, days: number, actorRole: Role): Promise<void> {
  const { tx, now, person } = ctx
  await keepPublicDays(tx, scope, days)
  const subject = { subjectType: 'award-decision', subjectId: scope.unitCode ?? scope.level, to: String(days) }
  await writeAudit(tx, { actorId: person.id, actorRole, action: 'awarding.publicDays', ...subject }, now)
}
