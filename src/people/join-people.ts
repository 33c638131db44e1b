import type { Tx } from '../store/transaction.ts'
import { writeAudit } from './audit.ts'
import { endRole } from './end-role.ts'
import { type Acting, giveRole } from './give-role.ts'
import { dayBefore } from './period.ts'

/**
 * Two rows were one human: chats, calendar address, roles from today on, consents and requests go to `kept`. What was done before
 * stays under the other row, which takes part no more; its sessions and its second step end.
 */
export async function joinPeople(tx: Tx, kept: string, other: string, acting: Acting): Promise<void> {
  const { now, today, by } = acting
  const ids = [kept, other].sort()
  for (const id of ids) await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${id}::uuid FOR UPDATE`
  await tx.account.updateMany({ where: { personId: other }, data: { personId: kept } })
  await tx.webSession.deleteMany({ where: { personId: other } })
  await tx.oneTimeLink.deleteMany({ where: { personId: other } })
  await tx.secondStep.deleteMany({ where: { personId: other } })
  await tx.consent.updateMany({ where: { personId: other }, data: { personId: kept } })
  await tx.dataRequest.updateMany({ where: { personId: other }, data: { personId: kept } })
  if ((await tx.reminderPhone.count({ where: { personId: kept } })) > 0)
    await tx.reminderPhone.deleteMany({ where: { personId: other } })
  else await tx.reminderPhone.updateMany({ where: { personId: other }, data: { personId: kept } })
  if ((await tx.calendarFeed.count({ where: { personId: kept } })) === 0)
    await tx.calendarFeed.updateMany({ where: { personId: other }, data: { personId: kept } })
  await rolesGo(tx, kept, other, acting)
  await choicesGo(tx, kept, other)
  await tx.person.updateMany({ where: { joinedInto: other }, data: { joinedInto: kept } })
  await tx.person.update({ where: { id: other }, data: { joinedInto: kept, preferredAccountId: null } })
  const actor = { actorId: by?.id ?? null, actorRole: by?.role ?? ('SYSTEM' as const) }
  const subject = { subjectType: 'person' as const, subjectId: kept }
  await writeAudit(tx, { ...actor, ...subject, action: 'person.merge', from: other, to: kept }, now)
  await writeAudit(tx, { ...actor, ...subject, subjectId: other, action: 'person.merge', from: other, to: today }, now)
}

/** What the row that stays has not chosen for itself. */
async function choicesGo(tx: Tx, kept: string, other: string): Promise<void> {
  const select = { preferredAccountId: true, quietFrom: true, quietTo: true } as const
  const own = await tx.person.findUniqueOrThrow({ where: { id: kept }, select })
  const { preferredAccountId, quietFrom, quietTo } = await tx.person.findUniqueOrThrow({ where: { id: other }, select })
  const data = {
    ...(own.preferredAccountId === null ? { preferredAccountId } : {}),
    ...(own.quietFrom === null ? { quietFrom, quietTo } : {}),
  }
  await tx.person.update({ where: { id: kept }, data })
}

async function rolesGo(tx: Tx, kept: string, other: string, acting: Acting): Promise<void> {
  const { today } = acting
  const open = await tx.roleAssignment.findMany({
    where: { personId: other, OR: [{ validTo: null }, { validTo: { gte: today } }] },
  })
  for (const { id, unitCode, role, position, validFrom, validTo, inPlaceOf } of open) {
    const from = [validFrom, today].sort().at(-1) ?? today
    const place = inPlaceOf === null ? {} : { inPlaceOf }
    await giveRole(tx, { personId: kept, unitCode, role, from, to: validTo, position, ...place }, acting)
    await endRole(tx, id, dayBefore(from), acting)
  }
  await tx.roleAssignment.updateMany({ where: { inPlaceOf: other }, data: { inPlaceOf: kept } })
}
