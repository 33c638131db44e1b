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
export async function loadUnits(tx: Tx, rows: readonly UnitRow[], now: Date): Promise<readonly UnitChange[]> {
  const known = await storedUnits(tx)
  const changes = unitChanges(known, rows)
  const begins = new Map(known.map(({ code, validFrom }) => [code, validFrom]))
  const changed = new Set(changes.map(({ unit }) => unit.code))
  const isNew = new Set(changes.flatMap(change => (change.isNew ? [change.unit.code] : [])))
  const ends = new Map(known.map(({ code, validTo }) => [code, validTo]))
  const stored = ({ code, name, kind, parentCode, validFrom, validTo, notes }: UnitRow) => {
    const end = (ends.get(code) ?? null) === validTo ? {} : { endKnownAt: validTo === null ? null : now }
    return { code, name, nameFolded: fold(name), kind, parentCode, validFrom, validTo, notes, ...end }
  }
  // A first load is that of a whole city: one statement, whatever order its parents stand in.
  await tx.unit.createMany({ data: rows.filter(({ code }) => isNew.has(code)).map(stored) })
  for (const row of rows) {
    if (!changed.has(row.code) || isNew.has(row.code)) continue
    await tx.unit.update({ where: { code: row.code }, data: stored(row) })
    await tx.unitSuccession.deleteMany({ where: { fromCode: row.code, toCode: { notIn: [...row.successors] } } })
    const former = begins.get(row.code) ?? ''
    if (row.validFrom === null || row.validFrom === former) continue
    // Whoever it followed on its first day; what it took in later keeps its day.
    const since = { OR: [{ onDate: former }, { onDate: { lt: row.validFrom } }] }
    await tx.unitSuccession.updateMany({ where: { toCode: row.code, ...since }, data: { onDate: row.validFrom } })
  }
  const starts = new Map([...known, ...rows].map(({ code, validFrom }) => [code, validFrom]))
  await tx.unitSuccession.createMany({
    data: changes.flatMap(({ unit }) =>
      unit.successors.map(toCode => ({
        fromCode: unit.code,
        toCode,
        onDate: [starts.get(toCode) ?? '', dayAfter(unit)].sort().at(-1) ?? '',
      })),
    ),
    skipDuplicates: true,
  })
  return changes
}

function dayAfter({ validTo }: UnitRow): string {
  return validTo === null ? '' : Temporal.PlainDate.from(validTo).add({ days: 1 }).toString()
}
