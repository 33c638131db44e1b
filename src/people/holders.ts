import type { Temporal } from 'temporal-polyfill'
import type { Role } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import type { Locale } from '../texts.ts'

export interface Holder {
  id: string
  fullName: string
  locale: Locale
}

/** People who hold one of the roles today, at one unit, at one of several, or anywhere. Each person once. */
export async function holdersOf(
  tx: Tx,
  roles: readonly Role[],
  today: Temporal.PlainDate,
  unitCode?: string | readonly string[],
): Promise<Holder[]> {
  const day = today.toString()
  const people = await tx.person.findMany({
    where: {
      erasedAt: null,
      roles: {
        some: {
          role: { in: [...roles] },
          ...(unitCode === undefined
            ? {}
            : { unitCode: typeof unitCode === 'string' ? unitCode : { in: [...unitCode] } }),
          validFrom: { lte: day },
          OR: [{ validTo: null }, { validTo: { gte: day } }],
        },
      },
    },
    select: { id: true, fullName: true, locale: true },
    orderBy: { id: 'asc' },
  })
  return people.map(person => ({ ...person, locale: person.locale === 'en' ? 'en' : 'vi' }))
}

/** Units to which each of these people belongs today, by person: a seat in a council makes nobody belong. */
export async function unitsHeld(
  tx: Tx,
  personIds: readonly string[],
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const day = today.toString()
  const held = await tx.roleAssignment.findMany({
    where: {
      ...{ personId: { in: [...personIds] }, validFrom: { lte: day } },
      ...{ role: { not: 'COUNCIL' }, OR: [{ validTo: null }, { validTo: { gte: day } }] },
    },
    select: { personId: true, unitCode: true },
  })
  const units = new Map<string, string[]>()
  for (const { personId, unitCode } of held) units.set(personId, [...(units.get(personId) ?? []), unitCode])
  return units
}
