import { Api } from 'grammy'
import { readCampaignFiles } from '../campaign/files.ts'
import { dayOf, systemClock } from '../clock.ts'
import { Complaint, complaintLines, configLines } from '../complaint.ts'
import { type Config, readConfig } from '../config.ts'
import { lapsesSeenOn } from '../law/bases.ts'
import { readLaw } from '../law/law-file.ts'
import { lapseInWords } from '../law/words.ts'
import { openSystem } from '../open-system.ts'
import { DataFolderLocked } from '../store/errors.ts'
import { exposedIn } from '../store/own-folder.ts'
import type { Translate } from '../texts.ts'
import { askServer } from './control.ts'
import { problemLines } from './problem-lines.ts'
import { withResult } from './run-work.ts'

/** `doctor`: what is set, what can be reached, what is missing. Ends with status 1 when something must be mended. */
export async function doctor(env: NodeJS.ProcessEnv, t: Translate): Promise<void> {
  const read = readConfig(env)
  if ('problems' in read) throw new Complaint(...configLines(read.problems, t))
  const { config } = read
  const findings: Finding[] = [await checkPlan(config, t), ...checkLaw(t)]
  const folder = await checkFolder(config, t)
  if (folder !== null) findings.push(folder)
  // Opening the database would mend the folder: what is told here is what was found.
  const database = folder?.isGood === false ? null : await checkDatabase(config, t)
  if (database) findings.push(database)
  if (database?.isGood) findings.push(...(await askFindings(config, 'data.doctor')))
  findings.push(await checkTelegram(config, t))
  if (database?.isGood) findings.push(...(await checkZaloChannels(config)))
  findings.push({ isGood: true, line: t('doctor.web', { url: config.publicUrl }) })
  for (const { isGood, isWarning, line } of findings)
    process.stdout.write(`${isWarning ? '!' : isGood ? '✓' : '✗'} ${line}\n`)
  if (findings.some(finding => !finding.isGood)) throw new Complaint(t('doctor.mend'))
}

interface Finding {
  isGood: boolean
  /** Worth a look; nothing is broken. */
  isWarning?: true
  line: string
}

async function checkPlan(config: Config, t: Translate): Promise<Finding> {
  const files = readCampaignFiles(config.campaignPlan, config.campaignYear)
  if (!files.ok) return { isGood: false, line: problemLines(files.problems, t).join('; ') }
  return {
    isGood: true,
    line: t('doctor.plan', { title: files.value.plan.identity.title, year: files.value.plan.year }),
  }
}

/** Whether the law can be read; a line for each basis that is about to lapse, or has lapsed, with nothing known after it. */
function checkLaw(t: Translate): Finding[] {
  const law = readLaw()
  if (!law.ok) return problemLines(law.problems, t).map(line => ({ isGood: false, line }))
  const today = dayOf(systemClock.now(), 'Asia/Ho_Chi_Minh').toString()
  const lapses = lapsesSeenOn(today, law.value)
  if (lapses.length === 0) return [{ isGood: true, line: t('doctor.law') }]
  return lapses.map(lapse => ({ isGood: true, isWarning: true, line: lapseInWords(lapse, t) }))
}

/** Null: there is no folder to look at. */
async function checkFolder({ databaseUrl, dataDir }: Config, t: Translate): Promise<Finding | null> {
  if (databaseUrl) return null
  const [first] = await exposedIn(dataDir)
  if (!first) return { isGood: true, line: t('doctor.folder.own', { folder: dataDir }) }
  const key = first.why === 'not-owner' ? 'notOwner' : 'openToOthers'
  return { isGood: false, line: t(`doctor.folder.${key}`, { path: first.path, folder: dataDir }) }
}

async function checkDatabase(config: Config, t: Translate): Promise<Finding> {
  try {
    const opened = await openSystem({ ...config, logLevel: 'silent' })
    await opened.close()
    return { isGood: true, line: t(`doctor.database.${opened.store.kind}`, { folder: config.dataDir }) }
  } catch (error) {
    const isRunning =
      error instanceof DataFolderLocked && (await askServer(config.dataDir, 'ping', {})) !== 'unreachable'
    if (isRunning) return { isGood: true, line: t('doctor.database.running', { folder: config.dataDir }) }
    return { isGood: false, line: complaintLines(error, t).join(' ') }
  }
}

/** The tokens of Zalo lie in the database, so a running server is asked when it holds that. */
async function checkZaloChannels(config: Config): Promise<Finding[]> {
  if (!config.zaloOa && !config.zaloBot) return []
  return askFindings(config, 'zalo.doctor')
}

async function askFindings(config: Config, name: 'zalo.doctor' | 'data.doctor'): Promise<Finding[]> {
  const output = await withResult(config, name, {}, async result => result.output)
  const lines = String(output)
    .split('\n')
    .filter(line => line !== '')
  return lines.map(line => JSON.parse(line) as Finding)
}

async function checkTelegram(config: Config, t: Translate): Promise<Finding> {
  if (!config.telegram) return { isGood: true, line: t('doctor.telegram.off') }
  const { token, apiRoot } = config.telegram
  try {
    const me = await new Api(token, { ...(apiRoot ? { apiRoot } : {}), timeoutSeconds: 10 }).getMe()
    return { isGood: true, line: t('doctor.telegram.up', { name: me.username ?? '' }) }
  } catch {
    return { isGood: false, line: t('doctor.telegram.down') }
  }
}
