import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../../src/store/open.ts'
import { scripts } from '../../journeys/scripts.ts'
import { briskClock } from '../../support/brisk-clock.ts'
import { freshEmbedded } from '../../support/database.ts'
import { playScript } from '../../support/journey.ts'
import { storedOutcome } from '../../support/stored-outcome.ts'
import { inviteIn, testSystem } from '../../support/test-system.ts'
import { type ZaloDriver, zaloDriver } from '../../support/zalo/driver.ts'

/** Over real HTTP, and the machine may be busy. */
const timeout = 300_000

const start = '2024-03-20T01:30:00Z'

describe.each(['oa', 'bot-polling', 'bot-webhook'] as const)('over Zalo (%s)', way => {
  let store: Store
  let driver: ZaloDriver
  beforeEach(async () => {
    store = await freshEmbedded()
  })
  afterEach(async () => {
    await driver.close()
    await store.close()
  })

  test.each(scripts)(
    'the journey «%s» stores what it stores on every channel',
    async script => {
      const system = await testSystem(store, briskClock(start))
      driver = await zaloDriver(system, way)
      await playScript(script, { driver, invite: (role, unit) => inviteIn(system, role, unit) })
      const outcome = await storedOutcome(store.prisma)
      await expect(JSON.stringify(outcome, null, 1)).toMatchFileSnapshot(`../../golden/${script}.json`)
    },
    timeout,
  )
})
