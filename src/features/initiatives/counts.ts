import { counting } from '../../records/kind.ts'
import type { Tx } from '../../store/transaction.ts'
import { effective, initiative } from './kind.ts'

export interface InitiativeCounts {
  /** Registered or later, not rejected, not withdrawn: the base of C20. */
  registered: number
  /** Confirmed as effectively applied or replicated: the numerator of C20. */
  effective: number
  /** Units with at least one that counts: the numerator of C19 when the sub-units are asked for. */
  unitsWithOne: ReadonlySet<string>
}

/** What C15, C19 and C20 count among these units, of the whole campaign without them (plan §9.5). */
export async function countsFor(tx: Tx, campaignId: string, unitCodes?: readonly string[]): Promise<InitiativeCounts> {
  const groups = await tx.record.groupBy({
    by: ['unitCode', 'state'],
    where: {
      ...{ campaignId, kind: initiative.name, state: { in: counting(initiative) } },
      ...(unitCodes ? { unitCode: { in: [...unitCodes] } } : {}),
    },
    _count: { _all: true },
  })
  const sum = (of: typeof groups) => of.reduce((total, { _count }) => total + _count._all, 0)
  return {
    registered: sum(groups),
    effective: sum(groups.filter(({ state }) => effective.includes(state))),
    unitsWithOne: new Set(groups.map(({ unitCode }) => unitCode)),
  }
}
