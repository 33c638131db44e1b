import type { Ctx } from '../../contract/feature.ts'
import { byName } from '../../people/by-name.ts'
import type { Prisma } from '../../store/generated/client.ts'

const shown = (day: string) =>
  ({
    id: true,
    fullName: true,
    roles: {
      where: { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] },
      select: { role: true, unitCode: true },
      orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
    },
    secondStep: { select: { confirmedAt: true, recoveryHashes: true } },
  }) satisfies Prisma.PersonSelect

export type Holder = Prisma.PersonGetPayload<{ select: ReturnType<typeof shown> }>

/** Everybody who can sign in, by name. */
export async function readHolders({ tx, today }: Ctx): Promise<Holder[]> {
  const where = { erasedAt: null, joinedInto: null }
  const holders = await tx.person.findMany({ where, select: shown(today.toString()), orderBy: { id: 'asc' } })
  return holders.sort(byName)
}

export function readHolder({ tx, today }: Ctx, id: string): Promise<Holder | null> {
  return tx.person.findFirst({ where: { id, erasedAt: null }, select: shown(today.toString()) })
}
