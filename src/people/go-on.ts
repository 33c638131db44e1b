import { Temporal } from 'temporal-polyfill'
import type { KeptTable } from '../store/kept-rows.ts'
import { newId } from '../store/new-id.ts'
import type { Tx } from '../store/transaction.ts'
import { writeAudit } from './audit.ts'

/**
 * Ends what a person holds at a unit with its last day and lets it go on at the unit that has taken its place, from the next day on.
 * Nothing is rewritten: who acted as what on an earlier day stands as it stood.
 */
export async function rolesGoOn(
  tx: Tx,
  personId: string,
  { from, to, lastDay }: { from: string; to: string; lastDay: string },
  now: Date,
): Promise<void> {
  const next = Temporal.PlainDate.from(lastDay).add({ days: 1 }).toString()
  const isOpen = { OR: [{ validTo: null }, { validTo: { gt: lastDay } }] }
  const held = await tx.roleAssignment.findMany({ where: { personId, unitCode: from, ...isOpen } })
  const already = await tx.roleAssignment.findMany({ where: { personId, unitCode: to, ...isOpen } })
  for (const { id, role, position, validFrom, validTo, inPlaceOf } of held) {
    await tx.roleAssignment.update({ where: { id }, data: { validTo: lastDay } })
    if (already.some(one => one.role === role)) continue
    // Who came after the last day, in a list that was late, was never there.
    const begins = [validFrom, next].sort().at(-1) ?? next
    await tx.roleAssignment.create({
      data: { id: newId(now), personId, unitCode: to, role, position, validFrom: begins, validTo, inPlaceOf },
    })
    const entry = { actorId: null, actorRole: 'SYSTEM' as const, subjectType: 'person' as const, subjectId: personId }
    await writeAudit(tx, { ...entry, action: 'role.goOn', from: `${role}@${from}`, to: `${role}@${to}` }, now)
  }
}

/** Ends what a person holds at a unit with its last day; nothing follows. */
export async function rolesStop(
  tx: Tx,
  personId: string,
  { from, lastDay }: { from: string; lastDay: string },
  now: Date,
): Promise<void> {
  const isOpen = { OR: [{ validTo: null }, { validTo: { gt: lastDay } }] }
  const held = await tx.roleAssignment.findMany({ where: { personId, unitCode: from, ...isOpen } })
  for (const { id, role } of held) {
    await tx.roleAssignment.update({ where: { id }, data: { validTo: lastDay } })
    const entry = { actorId: null, actorRole: 'SYSTEM' as const, subjectType: 'person' as const, subjectId: personId }
    await writeAudit(tx, { ...entry, action: 'role.end', from: `${role}@${from}` }, now)
  }
}

/** What of roles changes when people go on. */
export const roleDays: KeptTable = { table: 'role_assignment', key: ['id'], columns: ['id', 'unit_code', 'valid_to'] }
