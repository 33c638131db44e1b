import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../src/store/open.ts'
import { freshEmbedded } from '../support/database.ts'
import { directDriver } from '../support/direct-driver.ts'
import { playScript } from '../support/journey.ts'
import { storedOutcome } from '../support/stored-outcome.ts'
import { inviteIn, testSystem } from '../support/test-system.ts'
import { scripts } from './scripts.ts'

describe.each(scripts)('the journey «%s»', script => {
  let store: Store
  beforeEach(async () => {
    store = await freshEmbedded()
  })
  afterEach(() => store.close())

  async function play(deliveries: number) {
    const system = await testSystem(store)
    const driver = directDriver(system, { deliveries })
    await playScript(script, { driver, invite: (role, unit) => inviteIn(system, role, unit) })
    return { outcome: await storedOutcome(store.prisma), replies: await store.prisma.outbox.count() }
  }

  it('stores the same and says the same when every event is delivered twice', async () => {
    const once = await play(1)
    await store.close()
    store = await freshEmbedded()
    const twice = await play(2)
    expect(twice).toEqual(once)
    await expect(JSON.stringify(once.outcome, null, 1)).toMatchFileSnapshot(`../golden/${script}.json`)
  })
})
