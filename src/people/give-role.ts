import type { Role } from '../store/generated/client.ts'
import { newId } from '../store/new-id.ts'
import type { Tx } from '../store/transaction.ts'

interface GivenRole {
  personId: string
  unitCode: string
  role: Role
  position: string
  from: string
  to: string | null
}

/** Gives a person a role at a unit for a period; one that is held already until then stays as it is. */
export async function giveRole(tx: Tx, given: GivenRole, now: Date): Promise<void> {
  const { personId, unitCode, role, position, from, to } = given
  const held = await tx.roleAssignment.findFirst({
    where: {
      ...{ personId, unitCode, role, validFrom: { lte: from } },
      OR: [{ validTo: null }, ...(to === null ? [] : [{ validTo: { gte: to } }])],
    },
  })
  if (held) return
  const key = { personId, unitCode, role, validFrom: from }
  await tx.roleAssignment.upsert({
    where: { personId_unitCode_role_validFrom: key },
    create: { id: newId(now), ...key, position, validTo: to },
    update: { validTo: to },
  })
}

/** Ends what is held of a role at a unit with its last day. */
export async function takeRole(
  tx: Tx,
  { personId, unitCode, role, lastDay }: Pick<GivenRole, 'personId' | 'unitCode' | 'role'> & { lastDay: string },
): Promise<void> {
  await tx.roleAssignment.updateMany({
    where: { personId, unitCode, role, OR: [{ validTo: null }, { validTo: { gt: lastDay } }] },
    data: { validTo: lastDay },
  })
}
