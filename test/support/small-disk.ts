import { execFile } from 'node:child_process'
import { mkdtemp, open, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** A disk of its own, small enough to be filled in a moment. */
export interface SmallDisk {
  folder: string
  /** Leaves no room at all. */
  fill(): Promise<void>
  /** Gives the room back. May be called when it is not full. */
  free(): Promise<void>
  remove(): Promise<void>
}

/** Mounts one of so many megabytes in memory. Where that is not allowed: why, in one line. */
export async function smallDisk(megabytes: number): Promise<SmallDisk | string> {
  const folder = await mkdtemp(join(tmpdir(), 'thidua-disk-'))
  try {
    await execute('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder])
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    return `a small disk cannot be mounted here: ${error instanceof Error ? error.message.trim().split('\n').at(-1) : error}`
  }
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill: async () => {
      const { bavail, bsize } = await statfs(folder)
      await writeFile(ballast, Buffer.alloc(bavail * bsize)).catch(() => undefined)
      await untilNothingFits(ballast)
    },
    free: () => rm(ballast, { force: true }),
    remove: async () => {
      await execute('umount', ['-l', folder])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What was free may have become more or less in the meantime. */
async function untilNothingFits(ballast: string): Promise<void> {
  const file = await open(ballast, 'a')
  try {
    for (;;) await file.write(Buffer.alloc(4_096))
  } catch {
    // Full.
  } finally {
    await file.close()
  }
}
