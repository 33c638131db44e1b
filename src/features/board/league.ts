import type { BoardRow } from './matrix.ts'

export interface Placed {
  row: BoardRow
  /** From 1; units with the same share have the same place. Null: it has reached nothing yet. */
  place: number | null
  reached: number
  applying: number
}

/** Units of a group by the share of their targets that they have reached, in whole numbers; those without a target are left out. */
export function leagueOf(rows: readonly BoardRow[]): Placed[] {
  const counted = rows
    .map(row => ({
      row,
      reached: row.cells.filter(({ state }) => state === 'REACHED').length,
      applying: row.cells.filter(({ state }) => state !== 'NOT_APPLICABLE').length,
    }))
    .filter(({ applying }) => applying > 0)
    .toSorted(
      (a, b) => b.reached * a.applying - a.reached * b.applying || a.row.unitName.localeCompare(b.row.unitName, 'vi'),
    )
  return counted.map(one => ({
    ...one,
    place:
      one.reached === 0
        ? null
        : 1 + counted.filter(other => other.reached * one.applying > one.reached * other.applying).length,
  }))
}
