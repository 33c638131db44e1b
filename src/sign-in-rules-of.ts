import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { makeOwnFolder } from './store/own-folder.ts'
import { day, hour, type SignInRules } from './web/sign-in-rules.ts'

/** How people sign in, by the settings. */
export async function signInRulesOf({ signIn, dataDir }: Pick<Config, 'signIn' | 'dataDir'>): Promise<SignInRules> {
  const { hasSecondStep, secondStepKey, officerIdleHours, staffIdleDays } = signIn
  return {
    secondStep: hasSecondStep ? { key: secondStepKey ?? (await keptKey(dataDir)) } : null,
    officerIdle: officerIdleHours * hour,
    staffIdle: staffIdleDays * day,
  }
}

/** The key beside the data, never in it: a copy of the database alone opens nothing. Made once; the owner's alone. */
async function keptKey(dataDir: string): Promise<string> {
  const path = join(dataDir, 'second-step.key')
  await makeOwnFolder(dataDir)
  const made = randomBytes(32).toString('base64url')
  await writeFile(path, `${made}\n`, { mode: 0o600, flag: 'wx' }).catch(error => {
    if (error.code !== 'EEXIST') throw error
  })
  return (await readFile(path, 'utf8')).trim()
}
