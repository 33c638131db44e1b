import { briskClock } from '../../support/brisk-clock.ts'
import { freshEmbedded } from '../../support/database.ts'
import { playScript } from '../../support/journey.ts'
import { storedOutcome } from '../../support/stored-outcome.ts'
import { inviteIn, testSystem } from '../../support/test-system.ts'
import { zaloDriver } from '../../support/zalo/driver.ts'

/** What a journey has stored in a database of its own, played over one of the ways in which Zalo brings what people write. */
export async function playedOver(way: Parameters<typeof zaloDriver>[1], script: string): Promise<string> {
  const store = await freshEmbedded()
  try {
    const system = await testSystem(store, briskClock('2024-03-20T01:30:00Z'))
    const driver = await zaloDriver(system, way)
    try {
      await playScript(script, { driver, invite: (role, unit) => inviteIn(system, role, unit) })
      return JSON.stringify(await storedOutcome(store.prisma), null, 1)
    } finally {
      await driver.close()
    }
  } finally {
    await store.close()
  }
}
