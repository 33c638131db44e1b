import { instantOf } from '../clock.ts'
import type { Tx } from '../store/transaction.ts'

const key = 'backup.last'

/** Keeps that a backup was written and read back whole. */
export async function keepLastBackup(tx: Tx, at: Date): Promise<void> {
  const value = at.toISOString()
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
}

/** Null: there has never been one. */
export async function lastBackup(tx: Tx): Promise<Date | null> {
  const row = await tx.setting.findUnique({ where: { key } })
  return typeof row?.value === 'string' ? instantOf(row.value) : null
}
