import { createBell } from '../../src/channels/web/bell.ts'
import { webChannel } from '../../src/channels/web/channel.ts'
import { features } from '../../src/features/list.ts'
import { fetcherOver } from '../../src/files/fetcher.ts'
import { uploadsOf } from '../../src/files/uploads.ts'
import { receive } from '../../src/intake/receive.ts'
import { createWeb } from '../../src/web/server.ts'
import { freshEmbedded } from '../support/database.ts'
import { playScript } from '../support/journey.ts'
import { storedOutcome } from '../support/stored-outcome.ts'
import { inviteIn, testSystem } from '../support/test-system.ts'
import { webJourneyDriver } from '../support/web-journey.ts'
import { deliverQueued } from './a-web.ts'

/** What a journey in the web chat has stored in a database of its own, every message posted twice, and how many lines were typed. */
export async function playedOver(script: string): Promise<{ stored: string; typed: number }> {
  const store = await freshEmbedded()
  try {
    const system = await testSystem(store)
    const bell = createBell()
    store.listen({ heard: bell.ring, missed: bell.ringAll })
    const channel = webChannel({ prisma: store.prisma, clock: system.clock, bell })
    const { prisma, clock, log, texts } = system
    const fetcher = fetcherOver({ prisma, clock, log, texts, channels: [channel] })
    const app = createWeb(system, {
      bell,
      features,
      uploads: uploadsOf(store.prisma, system.clock),
      receive: async inbound => {
        await receive(system, inbound)
        await fetcher.turn()
        await deliverQueued(store, channel)
      },
      health: async () => ({ status: 'ok', parts: {} }),
      mayReadFile: async () => false,
    })
    const driver = webJourneyDriver({
      url: 'http://localhost:3000',
      fetch: request => app.fetch(request),
      deliveries: 2,
    })
    await playScript(script, { driver, invite: (role, unit) => inviteIn(system, role, unit) })
    const stored = JSON.stringify(await storedOutcome(store.prisma), null, 1)
    return { stored, typed: await store.prisma.chatLine.count({ where: { fromBot: false } }) }
  } finally {
    await store.close()
  }
}
