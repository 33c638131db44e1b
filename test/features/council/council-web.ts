import { createBell } from '../../../src/channels/web/bell.ts'
import { deskRoutes } from '../../../src/desk/desk-routes.tsx'
import { features } from '../../../src/features/list.ts'
import { uploadsOf } from '../../../src/files/uploads.ts'
import { linkToWeb } from '../../../src/people/one-time-link.ts'
import { createWeb } from '../../../src/web/server.ts'
import { type Browser, openBrowser } from '../../support/web-driver.ts'
import type { CouncilWorld } from './council-world.ts'

/** The pages of the council world, as browsers see them. */
export async function councilWeb(world: CouncilWorld) {
  const { system, store, clock } = world
  const bell = createBell()
  const ear = store.listen({ heard: bell.ring, missed: bell.ringAll })
  const app = createWeb(system, {
    ...{ bell, features, desk: deskRoutes, uploads: uploadsOf(store.prisma, clock), receive: async () => undefined },
    ...{ health: async () => ({ status: 'ok' as const, parts: {} }), mayReadFile: async () => false },
  })
  return {
    app,
    /** A browser in which this person is signed in, through a link that leads to the page. */
    signedIn: async (name: string, page: string): Promise<Browser> => {
      const browser = openBrowser({ url: 'http://localhost:3000', fetch: request => app.fetch(request) })
      const link = `/vao/${await linkToWeb(store.prisma, world.ids.get(name) ?? '', clock.now())}?den=hoi-dong/${page}`
      const { url } = await browser.submitFrom(link, link, {})
      if (url !== `/desk/hoi-dong/${page}`) throw new Error(`led to ${url}`)
      return browser
    },
    close: async () => {
      bell.close()
      await ear.close()
    },
  }
}
