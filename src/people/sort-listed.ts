import { fold, normalise } from '../reading/text.ts'
import type { Role } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import type { ListedPerson } from './people-list.ts'

/** Somebody who takes part already and has the name of a listed person. */
export interface Namesake {
  id: string
  fullName: string
  roles: readonly { unitCode: string; role: Role }[]
}

/**
 * How a listed person stands to those who are here: `present` holds this role at this unit, `waiting` has an invitation to it that still
 * works, `changed` is by name a colleague at the unit in another role, `namesake` is by name somebody elsewhere, `fresh` is none of these.
 */
export type Sorted = ListedPerson &
  (
    | { as: 'fresh' | 'present' }
    | { as: 'waiting'; waitsUntil: Date }
    | { as: 'changed' | 'namesake'; namesakes: readonly Namesake[] }
  )

export interface Sorting {
  now: Date
  today: string
  /** Of whom the one who asks may know; of nobody else it is told that they are here. */
  sees(namesake: Namesake): boolean
}

/** Holds a list against those who are here. Writes nothing. */
export async function sortListed(
  tx: Tx,
  people: readonly ListedPerson[],
  { now, today, sees }: Sorting,
): Promise<Sorted[]> {
  const here = await tx.person.findMany({
    where: { erasedAt: null, joinedInto: null },
    select: {
      id: true,
      fullName: true,
      roles: {
        where: { OR: [{ validTo: null }, { validTo: { gte: today } }] },
        select: { unitCode: true, role: true },
        orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
      },
    },
    orderBy: { id: 'asc' },
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
  const byName = new Map<string, Namesake[]>()
  for (const one of here.filter(sees))
    byName.set(nameKey(one.fullName), [...(byName.get(nameKey(one.fullName)) ?? []), one])
  const waiting = new Map(open.map(row => [keyOf(row.unitCode, row.role, row.fullName ?? ''), row.expiresAt]))
  return people.map((person): Sorted => {
    const unitCode = person.unit.code
    const namesakes = byName.get(nameKey(person.fullName)) ?? []
    const atUnit = namesakes.filter(({ roles }) => roles.some(held => held.unitCode === unitCode))
    if (atUnit.some(({ roles }) => roles.some(held => held.unitCode === unitCode && held.role === person.role)))
      return { ...person, as: 'present' }
    const waitsUntil = waiting.get(keyOf(unitCode, person.role, person.fullName))
    if (waitsUntil) return { ...person, as: 'waiting', waitsUntil }
    if (atUnit.length > 0) return { ...person, as: 'changed', namesakes: atUnit }
    return namesakes.length > 0 ? { ...person, as: 'namesake', namesakes } : { ...person, as: 'fresh' }
  })
}

function keyOf(unitCode: string, role: string, fullName: string): string {
  return `${unitCode} ${role} ${nameKey(fullName)}`
}

/** Names are compared as people write them: accents and case aside. */
function nameKey(fullName: string): string {
  return fold(normalise(fullName))
}
