import type { Record as StoredRecord } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import type { Figure } from './figure.ts'

/** A version of a report, and the targets that its figure serves. */
interface Given {
  record: Pick<StoredRecord, 'id' | 'version'>
  targetCodes: readonly string[]
  figure: Figure
}

/** Keeps what versions of reports say of the targets they serve, in the transaction that hands them in. */
export async function keepFigures(tx: Tx, given: readonly Given[], asOf: string): Promise<void> {
  const data = given.flatMap(({ record: { id, version }, targetCodes, figure }) =>
    targetCodes.map(targetCode => ({ recordId: id, version, targetCode, ...figure, asOf })),
  )
  await tx.reportFigure.createMany({ data })
}
