import { afterAll, beforeAll, describe, test } from 'vitest'
import type { System } from '../../src/intake/system.ts'
import { type FaultPlan, faultyStore } from '../support/faulty-store.ts'
import { inviteIn, testSystem } from '../support/test-system.ts'
import { faults } from './faults.ts'
import { closeLines, lines } from './lines.ts'
import { expectJoined, faultWorld, namesOf } from './world.ts'

let faulty: Awaited<ReturnType<typeof faultyStore>>
let system: System
const nextName = namesOf()
beforeAll(async () => {
  faulty = await faultyStore()
  system = await testSystem(faulty.store)
})
afterAll(async () => {
  await closeLines()
  await faulty?.store.close()
})

/** A person joins; two answers are typed while the database is in trouble. */
async function joins(openLine: (typeof lines)[string], plan: FaultPlan): Promise<void> {
  const { store, fail, heal } = faulty
  const world = faultWorld(store, system, { begin: () => fail(plan), end: heal, failures: 3 })
  const line = await openLine({ ...world, system })
  try {
    const fullName = nextName()
    await line.types(`/start ${await inviteIn(system, 'OFFICIAL', 'UB-P-QT')}`)
    await line.types('1')
    await world.during(() => line.types(fullName, 'Chuyên viên'))
    await expectJoined(store, fullName, 'Chuyên viên')
  } finally {
    heal()
    await line.close()
  }
}

describe.each(Object.entries(lines))(
  '%s: nothing acknowledged is lost, nothing misfiled, and the health tells of it',
  (_, openLine) => {
    test.each(faults)('%s', (_, plan) => joins(openLine, plan()))
  },
)
