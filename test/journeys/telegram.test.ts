import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../src/store/open.ts'
import { briskClock } from '../support/brisk-clock.ts'
import { freshEmbedded } from '../support/database.ts'
import { playScript } from '../support/journey.ts'
import { storedOutcome } from '../support/stored-outcome.ts'
import { TelegramDriver } from '../support/telegram/driver.ts'
import { telegramJourneyDriver } from '../support/telegram/journey-driver.ts'
import { inviteIn, testSystem } from '../support/test-system.ts'
import { scripts } from './scripts.ts'

describe.each(scripts)('the journey «%s» on Telegram', script => {
  let store: Store
  let telegram: TelegramDriver
  beforeEach(async () => {
    store = await freshEmbedded()
    telegram = await TelegramDriver.open()
  })
  afterEach(async () => {
    await telegram.stop()
    await store.close()
  })

  it('stores what it stores on every channel, and every request keeps to the Bot API', async () => {
    const system = await testSystem(store, briskClock('2024-03-20T01:30:00Z'))
    await telegram.start(system)
    const driver = telegramJourneyDriver(telegram)
    await playScript(script, { driver, invite: (role, unit) => inviteIn(system, role, unit) })
    const outcome = JSON.stringify(await storedOutcome(store.prisma), null, 1)
    await expect(outcome).toMatchFileSnapshot(`../golden/${script}.json`)
    expect(telegram.wire.recorder.problems).toEqual([])
  })
})
