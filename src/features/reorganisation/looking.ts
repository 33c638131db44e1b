import { applicabilityRows } from '../../campaign/applicability-goes-on.ts'
import { endingUnits, type Reorganisation } from '../../campaign/reorganisation.ts'
import { successionRows, unitRows } from '../../loading/reorganise-units.ts'
import { dutyRows } from '../../obligations/go-on.ts'
import { roleDays } from '../../people/go-on.ts'
import { recordUnits } from '../../records/succession.ts'
import { ledgerPlaces } from '../../reminders/round/go-on.ts'
import { Prisma } from '../../store/generated/client.ts'
import { type KeptRows, type KeptTable, keepRows, type RowChange, rowChanges } from '../../store/kept-rows.ts'
import type { Tx } from '../../store/transaction.ts'
import { sheetUnits } from '../dossier/go-on.ts'
import type { Trace } from './stored.ts'

/** What of drafts changes when they go on. */
const draftUnits: KeptTable = { table: 'draft', key: ['id'], columns: ['id', 'key', 'params'] }

/** Everything that a reorganisation changes, by what it is; in the order in which it is put back. */
export const touched = {
  ledger: ledgerPlaces,
  duties: dutyRows,
  applicability: applicabilityRows,
  roles: roleDays,
  drafts: draftUnits,
  sheets: sheetUnits,
  records: recordUnits,
  successions: successionRows,
  units: unitRows,
} as const satisfies Partial<Record<keyof Trace, KeptTable>>

export type Touched = keyof typeof touched

export type Look = Readonly<Record<Touched, KeptRows>>

/** How all of it stands now, around the units that are concerned. */
export async function look(tx: Tx, campaignIds: readonly string[], what: Reorganisation): Promise<Look> {
  const ending = endingUnits(what)
  const codes = [...new Set([...ending, ...what.arrows.flatMap(({ to }) => to ?? [])])]
  const here = Prisma.sql`campaign_id = ANY (${[...campaignIds]}::uuid[]) AND unit_code = ANY (${codes}::text[])`
  const of: Readonly<Record<Touched, Prisma.Sql>> = {
    ledger: Prisma.sql`obligation_id IN (SELECT id FROM obligation WHERE ${here})`,
    duties: here,
    applicability: here,
    roles: Prisma.sql`unit_code = ANY (${codes}::text[])`,
    drafts: Prisma.sql`state IN ('OPEN', 'WAITING') AND params->>'unit' = ANY (${codes}::text[])`,
    sheets: here,
    records: here,
    successions: Prisma.sql`from_code = ANY (${ending}::text[])`,
    units: Prisma.sql`code = ANY (${codes}::text[])`,
  }
  const seen = new Map<Touched, KeptRows>()
  for (const name of names) seen.set(name, await keepRows(tx, touched[name], of[name]))
  return each(name => seen.get(name) ?? new Map())
}

export function changesBetween(before: Look, after: Look): Readonly<Record<Touched, RowChange[]>> {
  return each(name => rowChanges(before[name], after[name]))
}

export const names = [
  ...(['ledger', 'duties', 'applicability', 'roles', 'drafts', 'sheets', 'records', 'successions', 'units'] as const),
]

function each<T>(make: (name: Touched) => T): Record<Touched, T> {
  return {
    ...{ ledger: make('ledger'), duties: make('duties'), applicability: make('applicability'), roles: make('roles') },
    ...{ drafts: make('drafts'), sheets: make('sheets'), records: make('records') },
    ...{ successions: make('successions'), units: make('units') },
  }
}
