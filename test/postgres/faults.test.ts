import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { System } from '../../src/intake/system.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { sixAnswers } from '../faults/dialogue.ts'
import { closeLines, lines } from '../faults/lines.ts'
import { serverFaults } from '../faults/server-faults.ts'
import { sufferingServer } from '../faults/suffering-server.ts'
import { faultTable } from '../faults/table.ts'
import { faultWorld, namesOf } from '../faults/world.ts'
import { silentLog } from '../support/database.ts'
import { testSystem } from '../support/test-system.ts'

const server = await sufferingServer()
if (typeof server === 'string') process.stdout.write(`the faults of a real server are not tried: ${server}\n`)

let store: Store
let system: System
const nextName = namesOf()
const table = faultTable()
beforeAll(async () => {
  if (typeof server === 'string') return
  store = await openStore({ dataDir: '', databaseUrl: server.databaseUrl, log: silentLog })
  system = await testSystem(store)
})
afterAll(async () => {
  await closeLines()
  await store?.close()
  if (typeof server !== 'string') await server.stop()
  process.stdout.write(table.text())
})

describe.skipIf(typeof server === 'string').each(Object.entries(serverFaults))(
  '%s, on a real server: nothing acknowledged is lost, nothing misfiled, and the health tells of it',
  (name, fault) => {
    test.each(Object.entries(lines))('%s', async (channel, openLine) => {
      if (typeof server === 'string') return
      let end: (() => Promise<void>) | null = null
      const heal = async () => {
        const ending = end
        end = null
        await ending?.()
      }
      const begin = async () => {
        end = await fault(server)
      }
      const world = faultWorld(store, system, { begin, end: heal, failures: 3 })
      const line = await openLine({ ...world, system })
      try {
        await sixAnswers(system, line, nextName(), async work => {
          const seen = await world.during(work, 2)
          expect(seen.failures).toBeGreaterThanOrEqual(3)
          table.note(name, channel, seen)
        })
      } finally {
        await heal()
        await line.close()
      }
    })
  },
)
