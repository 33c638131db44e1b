import { keepLastBackup } from '../backup/last-backup.ts'
import { writeBackup } from '../backup/write-backup.ts'
import { systemClock } from '../clock.ts'
import { inTransaction } from '../store/transaction.ts'
import type { Work } from './work.ts'

/** Everything in the database, part by part. */
export const backupWork: Work = async system => ({ output: writeBackup(system.prisma, systemClock.now()) })

/** Notes that a backup lies whole where it was wanted. */
export const backupKeptWork: Work = async system => {
  await inTransaction(system.prisma, tx => keepLastBackup(tx, systemClock.now()))
  return { output: '' }
}
