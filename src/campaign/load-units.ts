import { fold } from '../reading/text.ts'
import type { Tx } from '../store/transaction.ts'
import type { UnitRow } from './unit.ts'

export interface UnitsLoaded {
  count: number
  created: number
  changed: number
}

/** Takes units in: new ones come, known ones change, none is removed (records point to them). Loading twice changes nothing. */
export async function loadUnits(tx: Tx, rows: readonly UnitRow[]): Promise<UnitsLoaded> {
  const known = new Map((await tx.unit.findMany()).map(unit => [unit.code, unit]))
  let [created, changed] = [0, 0]
  for (const row of parentsFirst(rows)) {
    const { code, name, kind, parentCode, validFrom, validTo, notes } = row
    const data = { name, nameFolded: fold(name), kind, parentCode, validFrom, validTo, notes }
    const before = known.get(code)
    if (!before) {
      await tx.unit.create({ data: { code, ...data } })
      created++
    } else if (Object.entries(data).some(([field, value]) => before[field as keyof typeof data] !== value)) {
      await tx.unit.update({ where: { code }, data })
      changed++
    }
  }
  await tx.unitSuccession.createMany({ data: successions(rows), skipDuplicates: true })
  return { count: rows.length, created, changed }
}

function successions(rows: readonly UnitRow[]): { fromCode: string; toCode: string; onDate: string }[] {
  const starts = new Map(rows.map(row => [row.code, row.validFrom]))
  return rows.flatMap(row =>
    row.successors.map(toCode => ({ fromCode: row.code, toCode, onDate: starts.get(toCode) ?? row.validTo ?? '' })),
  )
}

/** A unit can only be stored after its parent. The file was checked: there is no cycle. */
function parentsFirst(rows: readonly UnitRow[]): UnitRow[] {
  const byCode = new Map(rows.map(row => [row.code, row]))
  const ordered = new Set<UnitRow>()
  const place = (row: UnitRow): void => {
    const parent = row.parentCode === null ? undefined : byCode.get(row.parentCode)
    if (parent && !ordered.has(parent)) place(parent)
    ordered.add(row)
  }
  for (const row of rows) place(row)
  return [...ordered]
}
