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
