import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { WorkResult } from './work.ts'

type Output = WorkResult['output']

/**
 * Writes a file that only its owner may read. It gets its name when it is whole: what breaks on the way leaves nothing, and a file of
 * that name stays as it was.
 */
export async function writeFileWhole(file: string, output: Output): Promise<void> {
  if (await isDevice(file)) return pipeline(partsOf(output), createWriteStream(file))
  const draft = join(dirname(file), `.${randomBytes(6).toString('hex')}.part`)
  try {
    await pipeline(partsOf(output), createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }))
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** What is no file (/dev/stdout) is written to, never replaced. */
async function isDevice(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && !found.isFile() && !found.isDirectory()
}

/** Writes to standard output, as fast as the reader takes it. */
export async function writeToScreen(output: Output): Promise<void> {
  try {
    await pipeline(partsOf(output), process.stdout, { end: false })
  } catch (error) {
    // The reader has seen enough (`| head`).
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error
  }
}

/** The output as a stream of parts. */
export function partsOf(output: Output): Readable {
  return typeof output === 'string' || output instanceof Uint8Array ? Readable.from([output]) : Readable.from(output)
}
