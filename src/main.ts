import { resolve } from 'node:path'
import { type Given, readArguments } from './cli/arguments.ts'
import { backupCommand, restoreCommand } from './cli/backup.ts'
import { doctor } from './cli/doctor.ts'
import { planCheck } from './cli/plan-check.ts'
import { planNext } from './cli/plan-next.ts'
import { runWork } from './cli/run-work.ts'
import { serve } from './cli/serve.ts'
import { Complaint, complaintLines, configLines } from './complaint.ts'
import { type Config, readConfig } from './config.ts'
import { wellFormed } from './reading/well-formed.ts'
import { loadTexts, type Translate } from './texts.ts'

/** `thidua <command>`: exit status 0, or 1 with one clear line that names the fix. */
async function main(argv: readonly string[], t: Translate): Promise<void> {
  const given = parsed(argv, t)
  const [command = 'start', ...rest] = given.words
  if (given.options.help !== undefined || command === 'help') {
    process.stdout.write(`${t('cli.help')}\n`)
    return
  }
  switch (
    [
      command,
      ...(['plan', 'units', 'people', 'calendar', 'ranking', 'awards', 'reminders', 'zalo'].includes(command)
        ? rest.slice(0, 1)
        : []),
    ].join(' ')
  ) {
    case 'start':
      return serve(config(t), t)
    case 'plan check':
      return planCheck(file(rest[1], t), given.options, t)
    case 'plan next':
      return planNext(file(rest[1], t), given.options, t)
    case 'plan load':
      return runWork(config(t), 'plan.load', {
        ...given.options,
        ...(given.options.document === undefined ? {} : { document: resolve(given.options.document) }),
        file: file(rest[1], t),
      })
    case 'units load':
      return runWork(config(t), 'units.load', { ...given.options, file: file(rest[1], t) })
    case 'people load':
      return runWork(config(t), 'people.load', { ...given.options, file: file(rest[1], t) })
    case 'calendar load':
      return runWork(config(t), 'calendar.load', { ...given.options, file: file(rest[1], t) })
    case 'units preview':
      return runWork(config(t), 'units.preview', { ...given.options, file: file(rest[1], t) })
    case 'units reorganise':
      return runWork(config(t), 'units.reorganise', { ...given.options, file: file(rest[1], t) })
    case 'ranking load':
      return runWork(config(t), 'ranking.load', { ...given.options, file: file(rest[1], t) })
    case 'ranking preview':
      return runWork(config(t), 'ranking.preview', { ...given.options, file: file(rest[1], t) })
    case 'awards load':
      return runWork(config(t), 'awards.load', { ...given.options, file: file(rest[1], t) })
    case 'awards preview':
      return runWork(config(t), 'awards.preview', { ...given.options, file: file(rest[1], t) })
    case 'invite':
      return runWork(config(t), 'invite', given.options)
    case 'document':
      return runWork(config(t), 'document', { ...given.options, paper: rest[0] ?? '' })
    case 'export':
      return exportTable(given, t)
    case 'reminders preview':
      return runWork(config(t), 'reminders.preview', given.options)
    case 'zalo login':
      return runWork(config(t), 'zalo.login', given.options)
    case 'backup':
      return backupCommand(config(t), given.options.out, t)
    case 'restore':
      return restoreCommand(config(t), file(rest[0], t), t)
    case 'doctor':
      return doctor(process.env, t)
    default:
      throw new Complaint(t('cli.unknownCommand', { command: given.words.join(' ') }))
  }
}

function exportTable(given: Given, t: Translate): Promise<void> {
  const [, table = ''] = given.words
  if (given.options.format === 'xlsx' && given.options.out === undefined) throw new Complaint(t('cli.xlsxNeedsOut'))
  return runWork(config(t), 'export', { ...given.options, table })
}

function parsed(argv: readonly string[], t: Translate): Given {
  try {
    return readArguments(argv)
  } catch (error) {
    throw new Complaint(t('cli.badArguments', { message: error instanceof Error ? error.message : '' }))
  }
}

function file(given: string | undefined, t: Translate): string {
  if (given === undefined) throw new Complaint(t('cli.missingFile'))
  return resolve(given)
}

function config(t: Translate): Config {
  const read = readConfig(process.env)
  if ('problems' in read) throw new Complaint(...configLines(read.problems, t))
  return read.config
}

/** A .env file beside the program is read when there is one; what the environment says already wins. */
function readDotEnv(): void {
  try {
    process.loadEnvFile()
  } catch {
    // There is none.
  }
}

// Whatever is made from here on is for its owner only.
process.umask(0o077)
readDotEnv()
const t = loadTexts(process.env.LOCALE === 'en' ? 'en' : 'vi')
main(process.argv.slice(2).map(wellFormed), t).catch(error => {
  for (const line of complaintLines(error, t)) process.stderr.write(`${line}\n`)
  process.exitCode = 1
})
