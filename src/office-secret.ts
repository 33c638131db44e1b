import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeOwnFolder } from './store/own-folder.ts'

/**
 * The secret with which the office's own keys are locked up: it lies beside the data, never in it, so that a copy of the database alone
 * signs nothing. Made once, when it is first asked for; the owner's alone.
 */
export function officeSecretIn(dataDir: string): () => Promise<string> {
  let kept: Promise<string> | undefined
  return () => {
    kept ??= keptSecret(join(dataDir, 'office.key'), dataDir)
    return kept
  }
}

async function keptSecret(path: string, dataDir: string): Promise<string> {
  await makeOwnFolder(dataDir)
  const made = randomBytes(32).toString('base64url')
  await writeFile(path, `${made}\n`, { mode: 0o600, flag: 'wx' }).catch(error => {
    if (error.code !== 'EEXIST') throw error
  })
  return (await readFile(path, 'utf8')).trim()
}
