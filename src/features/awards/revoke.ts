import type { Ctx } from '../../contract/feature.ts'
import { writeAudit } from '../../people/audit.ts'
import type { Award, Role } from '../../store/generated/client.ts'

/** From today the award counts no more, and whoever checks its certificate online is told; the row stays. A second time changes nothing. */
export async function revoke(ctx: Ctx, { id }: Pick<Award, 'id'>, reason: string, actorRole: Role): Promise<void> {
  const { tx, now, today, person } = ctx
  // The nomination is free for another decision.
  const data = { revokedOn: today.toString(), revokedWhy: reason, recordId: null }
  const { count } = await tx.award.updateMany({ where: { id, revokedOn: null }, data })
  const entry = {
    actorId: person.id,
    actorRole,
    action: 'award.revoke',
    subjectType: 'award',
    subjectId: id,
    reason,
  } as const
  if (count === 1) await writeAudit(tx, entry, now)
}
