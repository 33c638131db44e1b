import { counting } from '../../records/kind.ts'
import type { Tx } from '../../store/transaction.ts'
import { initiative } from './kind.ts'

/**
 * P03: initiatives of propaganda, by whose they are and at which unit. They are those that reporters and members of the press and the
 * arts have registered as such (plan II.2.3): the role says it, and nobody is asked.
 */
export async function pressInitiatives(
  tx: Tx,
  campaignId: string,
): Promise<readonly { authorId: string; unitCode: string; count: number }[]> {
  const groups = await tx.record.groupBy({
    by: ['authorId', 'unitCode'],
    where: {
      ...{ campaignId, kind: initiative.name, state: { in: counting(initiative) } },
      versions: { some: { version: 1, role: 'PRESS' } },
    },
    _count: { _all: true },
  })
  return groups.map(({ authorId, unitCode, _count }) => ({ authorId, unitCode, count: _count._all }))
}
