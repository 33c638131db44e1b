import { fold } from '../reading/text.ts'
import type { Tx } from '../store/transaction.ts'
import { invite } from './invitation.ts'
import type { ListedPerson } from './people-list.ts'

/** What became of one row: a code that is shown this once, or why there is none. */
export type Invited = ListedPerson & ({ code: string } | { isPresent: true } | { waitsUntil: Date })

/**
 * One invitation for each listed person who neither holds the role at the unit today nor has an invitation to it that still works.
 * Nobody is made: a person comes to be by joining, with their consent.
 */
export async function inviteListed(
  tx: Tx,
  people: readonly ListedPerson[],
  { now, today, expiresAt }: { now: Date; today: string; expiresAt: Date },
): Promise<Invited[]> {
  const held = await tx.roleAssignment.findMany({
    where: { person: { erasedAt: null }, OR: [{ validTo: null }, { validTo: { gte: today } }] },
    select: { unitCode: true, role: true, person: { select: { fullName: true } } },
  })
  const open = await tx.invitation.findMany({
    where: {
      fullName: { not: null },
      revokedAt: null,
      expiresAt: { gt: now },
      uses: { lt: tx.invitation.fields.maxUses },
    },
    select: { unitCode: true, role: true, fullName: true, expiresAt: true },
  })
  const present = new Set(held.map(({ unitCode, role, person }) => keyOf(unitCode, role, person.fullName)))
  const waiting = new Map(open.map(row => [keyOf(row.unitCode, row.role, row.fullName ?? ''), row.expiresAt]))
  const invited: Invited[] = []
  for (const person of people) {
    const { fullName, role } = person
    const unitCode = person.unit.code
    const key = keyOf(unitCode, role, fullName)
    const waitsUntil = waiting.get(key)
    if (present.has(key)) invited.push({ ...person, isPresent: true })
    else if (waitsUntil) invited.push({ ...person, waitsUntil })
    else {
      const { code } = await invite(tx, { unitCode, role, fullName, expiresAt, maxUses: 1, createdBy: null }, now)
      invited.push({ ...person, code })
    }
  }
  return invited
}

function keyOf(unitCode: string, role: string, fullName: string): string {
  return `${unitCode} ${role} ${fold(fullName)}`
}
