import { lower, normalise } from '../../reading/text.ts'
import type { Tx } from '../../store/transaction.ts'

/** The one person of that unit who is called so; null: nobody, or several. */
export async function personMeant(tx: Tx, fullName: string, unitCode: string | null): Promise<string | null> {
  if (unitCode === null) return null
  const found = await tx.person.findMany({
    where: { erasedAt: null, roles: { some: { unitCode } } },
    select: { id: true, fullName: true },
  })
  const named = found.filter(person => lower(normalise(person.fullName)) === lower(normalise(fullName)))
  return named.length === 1 ? (named[0]?.id ?? null) : null
}
