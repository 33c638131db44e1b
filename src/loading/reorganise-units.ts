import { endingUnits, type Reorganisation, successorsIn, unitsAfter } from '../campaign/reorganisation.ts'
import { storedUnits } from '../campaign/stored-units.ts'
import type { KeptTable } from '../store/kept-rows.ts'
import type { Tx } from '../store/transaction.ts'
import { loadUnits } from './load-units.ts'

/** Lets units end and begin as the decision says. What is owed does not follow yet. Twice changes nothing. */
export async function reorganiseUnits(tx: Tx, what: Reorganisation, now: Date): Promise<void> {
  await loadUnits(tx, unitsAfter(await storedUnits(tx), what), now)
  for (const fromCode of endingUnits(what)) {
    const [main] = successorsIn(what, fromCode)
    await tx.unitSuccession.updateMany({ where: { fromCode }, data: { onDate: what.effectiveOn, isMain: false } })
    if (main !== undefined)
      await tx.unitSuccession.updateMany({ where: { fromCode, toCode: main }, data: { isMain: true } })
  }
}

/** Units that are about to be taken out again are under no other any more. */
export async function unitsStandAlone(tx: Tx, codes: readonly string[]): Promise<void> {
  await tx.unit.updateMany({ where: { code: { in: [...codes] } }, data: { parentCode: null } })
}

export const unitRows: KeptTable = {
  table: 'unit',
  key: ['code'],
  columns: ['code', 'name', 'name_folded', 'kind', 'parent_code', 'valid_from', 'valid_to', 'end_known_at', 'notes'],
}

export const successionRows: KeptTable = {
  table: 'unit_succession',
  key: ['from_code', 'to_code'],
  columns: ['from_code', 'to_code', 'on_date', 'is_main'],
}
