import type { Role } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import { writeAudit } from './audit.ts'
import type { Acting } from './give-role.ts'
import { dayAfter } from './period.ts'

/** Without a holder of these nobody could let anybody in again. */
const neverWithout: readonly Role[] = ['ADMIN', 'PNV']

/** Ends a role with a day. Nothing is rewritten: who acted as what on an earlier day stands. `last`: it is the last of its kind, and stays. */
export async function endRole(
  tx: Tx,
  assignmentId: string,
  lastDay: string,
  { now, by }: Acting,
  reason?: string,
): Promise<'ended' | 'last' | 'gone'> {
  const held = await tx.roleAssignment.findUnique({ where: { id: assignmentId } })
  if (!held || (held.validTo !== null && held.validTo <= lastDay)) return 'gone'
  if (await isLast(tx, held, lastDay)) return 'last'
  await tx.roleAssignment.update({ where: { id: assignmentId }, data: { validTo: lastDay } })
  const actor = { actorId: by?.id ?? null, actorRole: by?.role ?? ('SYSTEM' as const) }
  const subject = { subjectType: 'person' as const, subjectId: held.personId }
  const from = `${held.role}@${held.unitCode}`
  await writeAudit(
    tx,
    { ...actor, ...subject, action: 'role.end', from, to: lastDay, ...(reason ? { reason } : {}) },
    now,
  )
  return 'ended'
}

/**
 * Whether nobody else who can be reached would hold the role from the next day on, without an end. Asked one at a time, so that two who end each
 * other's at once are not both let.
 */
async function isLast(
  tx: Tx,
  held: { id: string; role: Role; personId: string; validTo: string | null },
  lastDay: string,
): Promise<boolean> {
  if (!neverWithout.includes(held.role) || held.validTo !== null) return false
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('thidua.last-holder', 0))`
  return !(await isHeldByOthers(tx, held.role, held.personId, lastDay))
}

async function isHeldByOthers(tx: Tx, role: Role, personId: string, lastDay: string): Promise<boolean> {
  const others = await tx.roleAssignment.count({
    where: {
      role,
      validFrom: { lte: dayAfter(lastDay) },
      validTo: null,
      person: { id: { not: personId }, erasedAt: null, accounts: { some: { state: 'ACTIVE' } } },
    },
  })
  return others > 0
}

/** The role of which this person is the last holder, so that they may not go before another has it; null: none. */
export async function lastHeld(tx: Tx, personId: string, today: string): Promise<Role | null> {
  const held = await tx.roleAssignment.findMany({
    where: { personId, role: { in: [...neverWithout] }, validFrom: { lte: today }, validTo: null },
  })
  if (held.length === 0) return null
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('thidua.last-holder', 0))`
  for (const { role } of held) if (!(await isHeldByOthers(tx, role, personId, today))) return role
  return null
}
