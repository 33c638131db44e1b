import { lastBackup } from '../backup/last-backup.ts'
import { heldSince } from '../backup/sending.ts'
import { instantOf, localTime, systemClock } from '../clock.ts'
import type { System } from '../intake/system.ts'
import type { Work } from './work.ts'

/** A nightly backup that was missed once is told. */
const OLD_MS = 48 * 3_600_000

/** One line of the doctor's report; a warning ends nothing. */
export interface DataFinding {
  isGood: boolean
  isWarning?: true
  line: string
}

/** What the doctor finds in the database: whether messages may go out, and how old the last backup is. One JSON finding a line. */
export const dataDoctorWork: Work = async system => {
  const findings = [...(await checkSending(system)), await checkBackups(system)]
  return { output: findings.map(finding => `${JSON.stringify(finding)}\n`).join('') }
}

const timeZone = 'Asia/Ho_Chi_Minh'

async function checkSending({ prisma, texts, defaultLocale }: System): Promise<DataFinding[]> {
  const held = await heldSince(prisma)
  if (held === null) return []
  const taken = localTime(instantOf(held.takenAt), timeZone)
  return [{ isGood: true, isWarning: true, line: texts(defaultLocale)('doctor.held', { taken }) }]
}

async function checkBackups({ prisma, texts, defaultLocale }: System): Promise<DataFinding> {
  const t = texts(defaultLocale)
  const last = await lastBackup(prisma)
  if (last === null) return { isGood: true, isWarning: true, line: t('doctor.backup.none') }
  const at = localTime(last, timeZone)
  const isOld = systemClock.now().getTime() - last.getTime() > OLD_MS
  if (isOld) return { isGood: true, isWarning: true, line: t('doctor.backup.old', { at }) }
  return { isGood: true, line: t('doctor.backup.fresh', { at }) }
}
