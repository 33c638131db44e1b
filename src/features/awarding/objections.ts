import type { Ctx } from '../../contract/feature.ts'
import { writeAudit } from '../../people/audit.ts'
import type { Role } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'
import type { PublicList } from './live.ts'

/**
 * Keeps an objection to a public list, of whoever objects; sent twice, it stands once. After the list's last day nothing more is heard:
 * false.
 */
export async function keepObjection(
  ctx: Ctx,
  list: PublicList,
  { recordId, objector, text }: { recordId: string | null; objector: string; text: string },
  actorRole: Role,
): Promise<boolean> {
  const { tx, now, today, person } = ctx
  if (today.toString() > (list.publicUntil ?? '')) return false
  // Of two that come at the same moment the second one sees the first.
  await tx.$queryRaw`SELECT 1 FROM award_decision WHERE id = ${list.id}::uuid FOR UPDATE`
  const said = { decisionId: list.id, objector, text, recordId, byId: person.id }
  if (await tx.objection.findFirst({ where: { ...said, answeredAt: null } })) return true
  await tx.objection.create({ data: { id: newId(now), ...said, receivedOn: today.toString(), createdAt: now } })
  const entry = { actorId: person.id, actorRole, action: 'awarding.object', subjectType: 'award-decision' }
  await writeAudit(tx, { ...entry, subjectId: list.id }, now)
  return true
}

/** Answers an objection once. False: it was answered before, or is one's own. */
export async function answer(ctx: Ctx, list: PublicList, id: string, words: string, actorRole: Role): Promise<boolean> {
  const { tx, now, person } = ctx
  const data = { answer: words, answeredAt: now, answeredById: person.id }
  const { count } = await tx.objection.updateMany({ where: { id, decisionId: list.id, answeredAt: null }, data })
  const entry = { actorId: person.id, actorRole, action: 'awarding.answer', subjectType: 'award-decision' }
  if (count === 1) await writeAudit(tx, { ...entry, subjectId: list.id }, now)
  return count === 1
}
