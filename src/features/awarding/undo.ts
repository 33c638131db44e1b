import type { Ctx } from '../../contract/feature.ts'
import { writeAudit } from '../../people/audit.ts'
import type { AnyKind } from '../../records/kind.ts'
import type { AwardDecision, Role } from '../../store/generated/client.ts'
import { revoke } from '../awards/revoke.ts'
import { reopenAll } from './reopen-all.ts'

/**
 * Takes a decision back as a whole, with the reason: its awards count no more, and every nomination waits again where it waited. Not
 * once a certificate was handed over, or a nomination has gone on since: what stands against it, in words; null: it is done.
 */
export async function undo(
  ctx: Ctx,
  kind: AnyKind,
  decision: AwardDecision & { choices: readonly { recordId: string }[] },
  reason: string,
  role: Role,
): Promise<string | null> {
  const { tx, now, person, t } = ctx
  const awards = await tx.award.findMany({ where: { decisionId: decision.id, revokedOn: null } })
  const handed = awards.filter(({ handedOn }) => handedOn !== null)
  if (handed.length > 0) return t('awarding.undo.handed', { count: handed.length })
  const records = await tx.record.findMany({ where: { id: { in: decision.choices.map(({ recordId }) => recordId) } } })
  const gone = records.filter(({ state }) => !['AWARDED', 'NOT_AWARDED', 'SENT_TO_PROVINCE'].includes(state))
  if (gone.length > 0) return t('awarding.undo.gone', { codes: gone.map(({ code }) => code).join(', ') })
  await tx.awardDecision.update({ where: { id: decision.id }, data: { state: 'UNDONE' } })
  for (const award of awards) await revoke(ctx, award, reason, role)
  await reopenAll(ctx, kind, records, reason)
  const subject = { subjectType: 'award-decision', subjectId: decision.id, reason }
  await writeAudit(tx, { actorId: person.id, actorRole: role, action: 'awarding.undo', ...subject }, now)
  return null
}
