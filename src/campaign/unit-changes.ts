import type { UnitRow } from './unit.ts'

type Field = Exclude<keyof UnitRow, 'code'>

/** What a list of units changes of one unit. */
export type UnitChange =
  | { unit: UnitRow; isNew: true }
  | { unit: UnitRow; isNew: false; fields: readonly { field: Field; from: string; to: string }[] }

const fields = ['name', 'kind', 'parentCode', 'validFrom', 'validTo', 'successors', 'notes'] as const

/** What differs between the units that are known and those of a list. Units that stay as they are, or are not in the list, have no entry. */
export function unitChanges(known: readonly UnitRow[], wanted: readonly UnitRow[]): UnitChange[] {
  const before = new Map(known.map(unit => [unit.code, unit]))
  return wanted.flatMap((unit): UnitChange[] => {
    const old = before.get(unit.code)
    if (!old) return [{ unit, isNew: true }]
    const changed = fields
      .map(field => ({ field, from: shown(old, field), to: shown(unit, field) }))
      .filter(({ from, to }) => from !== to)
    return changed.length > 0 ? [{ unit, isNew: false, fields: changed }] : []
  })
}

/** The order of successors means nothing. */
function shown(unit: UnitRow, field: Field): string {
  return field === 'successors' ? [...unit.successors].sort().join('; ') : (unit[field] ?? '')
}
