import type { Record as StoredRecord } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import type { Figure } from './figure.ts'

/** Keeps what a version of a report says of the targets it serves, in the transaction that hands it in. */
export async function keepFigures(
  tx: Tx,
  { id, version }: Pick<StoredRecord, 'id' | 'version'>,
  targetCodes: readonly string[],
  figure: Figure,
  asOf: string,
): Promise<void> {
  const data = targetCodes.map(targetCode => ({ recordId: id, version, targetCode, ...figure, asOf }))
  await tx.reportFigure.createMany({ data })
}
