import { chmod, lstat, mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DataFolderUnusable } from './errors.ts'

/** What in a folder others could read or change, or somebody else owns. */
export interface Exposed {
  path: string
  why: 'not-owner' | 'open-to-others'
}

const forOthers = 0o077
/** Everybody may put something into such a folder (`/tmp`): it is never one person's. */
const sticky = 0o1000

/**
 * Makes the folder when it is missing and closes it to everybody but its owner, who must be the one that runs this. A folder
 * that holds something of somebody else is left as it is.
 *
 * @throws DataFolderUnusable
 */
export async function makeOwnFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { uid, mode } = await stat(folder)
  if (!isOurs(uid)) throw unusable(folder, 'not-owner')
  if ((mode & forOthers) === 0) return
  const entries = await readdir(folder)
  if ((mode & sticky) !== 0 || (entries.length > 0 && !entries.some(isOfTheStore))) throw unusable(folder, 'shared')
  await close(folder, mode)
}

/** The same for all that lies in it. Only whoever holds the lock may do this. @throws DataFolderUnusable */
export async function closeInside(folder: string): Promise<void> {
  for (const { path, why } of await exposedIn(folder)) {
    if (why === 'not-owner') throw unusable(path, why)
    await close(path, (await lstat(path)).mode)
  }
}

/** The folder itself and all in it; empty when it is the owner's alone, or not there. Changes nothing. */
export async function exposedIn(folder: string): Promise<Exposed[]> {
  const inside = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = [
    folder,
    ...inside.filter(entry => !entry.isSymbolicLink()).map(({ parentPath, name }) => join(parentPath, name)),
  ]
  const found = await Promise.all(paths.map(exposed))
  return found.filter(one => one !== null)
}

async function exposed(path: string): Promise<Exposed | null> {
  // Files of a running database come and go.
  const entry = await stat(path).catch(() => null)
  if (entry === null) return null
  if (!isOurs(entry.uid)) return { path, why: 'not-owner' }
  return hasOwnersOnly && (entry.mode & forOthers) !== 0 ? { path, why: 'open-to-others' } : null
}

async function close(path: string, mode: number): Promise<void> {
  if (!hasOwnersOnly) return
  await chmod(path, mode & 0o700).catch(() => undefined)
  // Some file systems take the change and keep what they had.
  if (((await lstat(path)).mode & forOthers) !== 0) throw unusable(path, 'open-to-others')
}

/** Windows knows neither owners nor modes of this kind. */
const hasOwnersOnly = process.getuid !== undefined

function isOurs(uid: number): boolean {
  return process.getuid === undefined || process.getuid() === uid
}

function isOfTheStore(name: string): boolean {
  return (
    name === 'pg' ||
    name === 'control.json' ||
    name === 'second-step.key' ||
    name === 'office.key' ||
    /^(pg|guard)\./.test(name)
  )
}

function unusable(folder: string, reason: 'not-owner' | 'open-to-others' | 'shared'): DataFolderUnusable {
  return new DataFolderUnusable({ folder, reason, detail: '' })
}
