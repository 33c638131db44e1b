import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import lockfile from 'proper-lockfile'
import { DataFolderLocked } from './errors.ts'
import { life, ownIdentity, type ProcessIdentity, processIdentity } from './process-identity.ts'

export interface FolderLock {
  release(): Promise<void>
}

/**
 * The exclusive right to a data folder (which must exist). A second process, or a second call in this one, is refused with
 * the first named. A lock whose process has ended is taken over at once; one held by another machine or container, whose
 * processes cannot be seen from here, after it has shown no sign of life for `STALE_MS`.
 *
 * `onLost` is called when somebody else removes or takes the lock: the folder must not be written any more.
 *
 * @throws DataFolderLocked
 */
export async function lockFolder(folder: string, onLost: () => void): Promise<FolderLock> {
  // The guard makes "look who holds it, take it, sign it" one step; it is held for milliseconds.
  const releaseGuard = await lockfile.lock(join(folder, 'guard'), {
    realpath: false,
    stale: 5_000,
    retries: { retries: 120, factor: 1, minTimeout: 50, maxTimeout: 100 },
  })
  try {
    const holder = await readHolder(folder)
    const state = holder ? life(holder) : 'unknown'
    if (holder && state === 'running') throw locked(folder, holder)
    if (state === 'ended') await rm(lockPath(folder), { recursive: true, force: true })
    const release = await lockfile
      .lock(join(folder, 'pg'), { realpath: false, stale: STALE_MS, onCompromised: onLost })
      .catch(error => {
        if (error.code === 'ELOCKED') throw locked(folder, holder)
        throw error
      })
    await sign(folder)
    return {
      release: async () => {
        await rm(holderPath(folder), { force: true })
        // Already lost is as good as released.
        await release().catch(() => undefined)
      },
    }
  } finally {
    await releaseGuard().catch(() => undefined)
  }
}

/** Longer than the longest work that keeps the process from touching its lock (PGlite runs in the same thread). */
export const STALE_MS = 30_000

const lockPath = (folder: string) => join(folder, 'pg.lock')
const holderPath = (folder: string) => join(folder, 'pg.lock-holder.json')

function locked(folder: string, holder: ProcessIdentity | undefined): DataFolderLocked {
  return new DataFolderLocked({
    folder,
    pid: holder?.pid ?? 0,
    host: holder?.host ?? '',
    since: holder?.since ?? '',
  })
}

async function readHolder(folder: string): Promise<ProcessIdentity | undefined> {
  const text = await readFile(holderPath(folder), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    return processIdentity.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

async function sign(folder: string): Promise<void> {
  const draft = `${holderPath(folder)}.new`
  await writeFile(draft, `${JSON.stringify(ownIdentity())}\n`)
  await rename(draft, holderPath(folder))
}
