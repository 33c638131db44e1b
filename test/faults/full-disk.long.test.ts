import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { System } from '../../src/intake/system.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { silentLog } from '../support/database.ts'
import { fullDisk } from '../support/full-disk.ts'
import { smallDisk } from '../support/small-disk.ts'
import { testSystem } from '../support/test-system.ts'
import { sixAnswers } from './dialogue.ts'
import { closeLines, lines } from './lines.ts'
import { faultTable } from './table.ts'
import { useUpPages } from './use-up-pages.ts'
import { faultWorld, namesOf } from './world.ts'

/** How the disk of an embedded database gets full, and has room again. */
interface Disk {
  folder: string
  fill(store: Store): Promise<void>
  free(): Promise<void>
  remove(): Promise<void>
}

const small = await smallDisk(130)
if (typeof small === 'string')
  process.stdout.write(`the embedded database is not tried on a disk that is really full: ${small}\n`)

async function refusingWrites(): Promise<Disk> {
  const folder = await mkdtemp(join(tmpdir(), 'thidua-full-disk-'))
  let disk: ReturnType<typeof fullDisk> | null = null
  const free = async () => {
    disk?.free()
    disk = null
  }
  const fill = async () => {
    disk = fullDisk()
  }
  return { folder, fill, free, remove: () => rm(folder, { recursive: true, force: true }) }
}

async function reallyFull(): Promise<Disk | null> {
  if (typeof small === 'string') return null
  const folder = join(small.folder, 'data')
  await mkdir(folder)
  const fill = async ({ prisma }: Store) => {
    await small.fill()
    await useUpPages(sql => prisma.$executeRawUnsafe(sql))
  }
  return { ...small, folder, fill }
}

const table = faultTable()
afterAll(async () => {
  await closeLines()
  process.stdout.write(table.text())
})

describe.each([
  ['every write is refused', refusingWrites],
  ['a small disk is full', reallyFull],
] as const)(
  'the embedded database, %s: nothing acknowledged is lost, nothing misfiled, the health tells of it',
  (kind, make) => {
    let disk: Disk | null
    let store: Store
    let system: System
    const nextName = namesOf()
    beforeAll(async () => {
      disk = await make()
      if (!disk) return
      store = await openStore({ dataDir: disk.folder, log: silentLog })
      system = await testSystem(store)
    })
    afterAll(async () => {
      await store?.close()
      await disk?.remove()
    })

    test.each(Object.entries(lines))('%s', async (channel, openLine) => {
      if (!disk) return
      const { fill, free } = disk
      const world = faultWorld(store, system, { begin: () => fill(store), end: free, failures: 2 })
      const line = await openLine({ ...world, system })
      try {
        await sixAnswers(system, line, nextName(), async work => {
          const seen = await world.during(work, 2)
          expect(seen.failures).toBeGreaterThanOrEqual(2)
          table.note(`embedded: ${kind}`, channel, seen)
        })
      } finally {
        await free()
        await line.close()
      }
    })
  },
)
