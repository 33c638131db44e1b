import type { Ctx } from '../../contract/feature.ts'
import { writeAudit } from '../../people/audit.ts'
import type { Award, Role } from '../../store/generated/client.ts'

/** Notes that certificates were handed over today; one that was handed over before keeps its day. */
export async function noteHandOver(ctx: Ctx, awards: readonly Award[], note: string, actorRole: Role): Promise<number> {
  const { tx, now, today, person } = ctx
  let count = 0
  for (const { id } of awards) {
    const data = { handedOn: today.toString(), handedNote: note }
    const done = await tx.award.updateMany({ where: { id, handedOn: null, revokedOn: null }, data })
    if (done.count === 0) continue
    count += 1
    const actor = { actorId: person.id, actorRole }
    await writeAudit(tx, { ...actor, action: 'award.handOver', subjectType: 'award', subjectId: id, to: note }, now)
  }
  return count
}
