import type { Tx } from '../store/transaction.ts'
import { mainFirst } from './main-first.ts'
import type { UnitRow } from './unit.ts'
import { unitKindOf } from './unit-kind.ts'

/** The units of the database as a file would say them. */
export async function storedUnits(tx: Pick<Tx, 'unit'>): Promise<UnitRow[]> {
  const units = await tx.unit.findMany({
    include: { successors: { select: { toCode: true }, orderBy: mainFirst } },
    orderBy: { code: 'asc' },
  })
  return units.map(({ code, name, kind, parentCode, validFrom, validTo, notes, successors }) => ({
    code,
    name,
    // Written by `loadUnits` alone, which is given known kinds.
    kind: unitKindOf(kind) ?? 'department',
    parentCode,
    validFrom,
    validTo,
    notes,
    successors: successors.map(({ toCode }) => toCode),
  }))
}
