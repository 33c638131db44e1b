import { Temporal } from 'temporal-polyfill'
import { createBell } from '../../src/channels/web/bell.ts'
import { movableClock } from '../../src/clock.ts'
import { openDemo } from '../../src/demo/demo.ts'
import { tallyOf } from '../../src/health/tally.ts'
import { watchOver } from '../../src/health/watch.ts'
import type { Store } from '../../src/store/open.ts'
import { createWeb } from '../../src/web/server.ts'
import { webPartsOf } from '../../src/web-parts.ts'
import { freshEmbedded } from '../support/database.ts'
import { testSystem } from '../support/test-system.ts'
import { type Browser, openBrowser } from '../support/web-driver.ts'

/** The desk of the demonstration's officer, without a server. */
export async function aDemoDesk(persona = 'noi-vu'): Promise<{ store: Store; browser: Browser; desk: string }> {
  const store = await freshEmbedded()
  const clock = movableClock(Temporal.Instant.from('2024-03-20T01:30:00Z'))
  const system = await testSystem(store, clock)
  const platforms = { telegram: null, 'zalo-oa': null, 'zalo-bot': null }
  const receive = async () => 'handled' as const
  const tally = tallyOf(system.clock, receive)
  const watched = {
    prisma: store.prisma,
    clock: system.clock,
    channels: [],
    tally,
    poolUse: store.poolUse,
    owner: 'test',
  }
  const parts = webPartsOf({
    system,
    ...{ bell: createBell(), platforms, watch: watchOver(watched), metricsToken: undefined },
    ...{ demo: await openDemo(system, clock), receive, notStored: () => undefined, held: async () => null },
  })
  const app = createWeb(system, parts)
  const browser = openBrowser({ url: 'http://localhost:3000', fetch: request => app.fetch(request) })
  await browser.submitFrom('/', `/vai/${persona}/vao`, {})
  return { store, browser, desk: `/vai/${persona}/desk` }
}
