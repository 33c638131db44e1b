import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, test } from 'vitest'
import type { System } from '../../src/intake/system.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { silentLog } from '../support/database.ts'
import { fullDisk } from '../support/full-disk.ts'
import { inviteIn, testSystem } from '../support/test-system.ts'
import { closeLines, lines } from './lines.ts'
import { expectJoined, faultWorld, namesOf } from './world.ts'

let folder: string
let store: Store
let system: System
const nextName = namesOf()
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thidua-full-disk-'))
  store = await openStore({ dataDir: folder, log: silentLog })
  system = await testSystem(store)
})
afterAll(async () => {
  await closeLines()
  await store?.close()
  await rm(folder, { recursive: true, force: true })
})

test.each(Object.entries(lines))(
  '%s, the disk of the embedded database full: nothing acknowledged is lost, nothing misfiled, the health tells of it',
  async (_, openLine) => {
    let disk: ReturnType<typeof fullDisk> | null = null
    const end = () => {
      disk?.free()
      disk = null
    }
    const begin = () => {
      disk = fullDisk()
    }
    const world = faultWorld(store, system, { begin, end, failures: 2 })
    const line = await openLine({ ...world, system })
    try {
      const fullName = nextName()
      await line.types(`/start ${await inviteIn(system, 'OFFICIAL', 'UB-P-QT')}`)
      await line.types('1')
      await world.during(() => line.types(fullName, 'Chuyên viên'))
      await expectJoined(store, fullName, 'Chuyên viên')
    } finally {
      end()
      await line.close()
    }
  },
)
