import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '../store/transaction.ts'
import type { Person } from './person.ts'

/** A person with the roles held on a day; null when there is none or the person was erased. */
export async function readPerson(tx: Tx, id: string, today: Temporal.PlainDate): Promise<Person | null> {
  const day = today.toString()
  const row = await tx.person.findFirst({
    where: { id, erasedAt: null },
    include: {
      roles: {
        where: { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] },
        orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
      },
    },
  })
  if (!row) return null
  const { fullName, givenName, locale, roles } = row
  return {
    id,
    fullName,
    givenName,
    locale: locale === 'en' ? 'en' : 'vi',
    roles: roles.map(({ role, unitCode, position }) => ({ role, unitCode, position })),
  }
}
