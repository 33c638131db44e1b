import { BackupError } from './backup/backup-error.ts'
import { NoCampaign } from './campaign/source.ts'
import { TelegramTokenRefused } from './channels/telegram/connect.ts'
import type { ConfigProblem } from './config.ts'
import { StoreError } from './store/errors.ts'
import type { Translate } from './texts.ts'
import { PortInUse } from './web/listen.ts'

/** An expected failure that ends a command: one clear line that names the fix, exit status 1. */
export class Complaint extends Error {
  override readonly name = 'Complaint'
  readonly lines: readonly string[]

  constructor(...lines: string[]) {
    super(lines.join('\n'))
    this.lines = lines
  }
}

/** What a person is told about an error that stopped a command. */
export function complaintLines(error: unknown, t: Translate): readonly string[] {
  if (error instanceof Complaint) return error.lines
  if (error instanceof StoreError) return [storeSentence(error, t)]
  if (error instanceof BackupError) return [t(`backup.faults.${error.fault}`, { where: error.where })]
  if (error instanceof PortInUse) return [t('web.errors.portInUse', { port: error.port })]
  if (error instanceof TelegramTokenRefused) return [t('telegram.tokenRefused')]
  if (error instanceof NoCampaign) return [t('cli.noCampaign')]
  return [t('cli.unexpected', { message: error instanceof Error ? error.message : String(error) })]
}

function storeSentence(error: StoreError, t: Translate): string {
  const reason = error.params.reason
  const key = reason === undefined ? `store.${error.code}` : `store.${error.code}.${reason}`
  return t(key, error.params)
}

export function configLines(problems: readonly ConfigProblem[], t: Translate): string[] {
  const zalo: readonly string[] = ['notDigits', 'missingFor', 'badBotToken', 'badSecretLength']
  return problems.map(problem => {
    const branch = zalo.includes(problem.code) ? 'zalo.problems' : 'config.problems'
    return t(`${branch}.${problem.code}`, { ...problem })
  })
}
