import { Temporal } from 'temporal-polyfill'
import { storedUnits } from '../campaign/stored-units.ts'
import type { UnitRow } from '../campaign/unit.ts'
import { type UnitChange, unitChanges } from '../campaign/unit-changes.ts'
import { fold } from '../reading/text.ts'
import type { Tx } from '../store/transaction.ts'

/**
 * Takes units in: new ones come, known ones become what their row says, successors that it no longer names included. None is
 * removed (records point to them), and those without a row stay as they are. Loading twice changes nothing.
 */
export async function loadUnits(tx: Tx, rows: readonly UnitRow[]): Promise<readonly UnitChange[]> {
  const known = await storedUnits(tx)
  const changes = unitChanges(known, rows)
  const changed = new Set(changes.map(({ unit }) => unit.code))
  const isNew = new Set(changes.flatMap(change => (change.isNew ? [change.unit.code] : [])))
  for (const { code, name, kind, parentCode, validFrom, validTo, notes } of parentsFirst(rows)) {
    const data = { name, nameFolded: fold(name), kind, parentCode, validFrom, validTo, notes }
    if (isNew.has(code)) await tx.unit.create({ data: { code, ...data } })
    else if (changed.has(code)) await tx.unit.update({ where: { code }, data })
  }
  const starts = new Map([...known, ...rows].map(({ code, validFrom }) => [code, validFrom]))
  for (const { unit } of changes) {
    await tx.unitSuccession.deleteMany({ where: { fromCode: unit.code, toCode: { notIn: [...unit.successors] } } })
    await tx.unitSuccession.createMany({
      data: unit.successors.map(toCode => ({
        fromCode: unit.code,
        toCode,
        onDate: starts.get(toCode) ?? dayAfter(unit),
      })),
      skipDuplicates: true,
    })
    if (unit.validFrom !== null)
      await tx.unitSuccession.updateMany({ where: { toCode: unit.code }, data: { onDate: unit.validFrom } })
  }
  return changes
}

function dayAfter({ validTo }: UnitRow): string {
  return validTo === null ? '' : Temporal.PlainDate.from(validTo).add({ days: 1 }).toString()
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
