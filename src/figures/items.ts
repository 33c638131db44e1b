import type { Record as StoredRecord } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'

/** An item of a list; days 'YYYY-MM-DD', null: not known, no time limit, not done. */
export interface ListItem {
  /** Its number in the list, for ever. */
  n: number
  text: string
  receivedOn: string | null
  dueOn: string | null
  doneOn: string | null
  result: string
}

/** The items of a version of a list, by number; none of version 0. */
export async function itemsAt(tx: Tx, recordId: string, version: number): Promise<ListItem[]> {
  const rows = await tx.listedItem.findMany({ where: { recordId, version }, orderBy: { n: 'asc' } })
  return rows.map(({ n, text, receivedOn, dueOn, doneOn, result }) => ({ n, text, receivedOn, dueOn, doneOn, result }))
}

/** Keeps the items of a version, in the transaction that hands it in. */
export async function keepItems(
  tx: Tx,
  { id: recordId, version }: Pick<StoredRecord, 'id' | 'version'>,
  items: readonly ListItem[],
): Promise<void> {
  await tx.listedItem.createMany({ data: items.map(item => ({ recordId, version, ...item })) })
}
