import { checkBackup } from '../backup/read-backup.ts'
import { restore } from '../backup/restore.ts'
import { instantOf, localTime, systemClock } from '../clock.ts'
import { Complaint } from '../complaint.ts'
import type { Config } from '../config.ts'
import type { Translate } from '../texts.ts'
import { withResult } from './run-work.ts'
import { writeFileWhole } from './write-output.ts'

/** `backup --out FILE`: written, read back to its end, and only then noted as the last one. */
export async function backupCommand(config: Config, out: string | undefined, t: Translate): Promise<void> {
  if (out === undefined) throw new Complaint(t('backup.needsOut'))
  await withResult(config, 'backup', {}, ({ output }) => writeFileWhole(out, output))
  const { rows } = await checkBackup(out)
  await withResult(config, 'backup.kept', {}, async () => undefined)
  process.stderr.write(`${t('backup.written', { file: out, rows })}\n`)
}

/** `restore FILE`: where there is no data yet. */
export async function restoreCommand(config: Config, file: string, t: Translate): Promise<void> {
  const place = config.databaseUrl ? { databaseUrl: config.databaseUrl } : { dataDir: config.dataDir }
  const { header, rows } = await restore(file, place, systemClock.now())
  const taken = localTime(instantOf(header.at), 'Asia/Ho_Chi_Minh')
  process.stderr.write(`${t('backup.restored', { file, rows, taken })}\n${t('backup.held')}\n`)
}
