import { Hono } from 'hono'
import type { MorningLine } from '../contract/morning.ts'
import { may } from '../people/may.ts'
import { readForm } from '../web/form.ts'
import { html } from '../web/html.tsx'
import { chooseCampaign } from '../web/session.ts'
import type { Web, WebEnv } from '../web/visit.ts'
import { channelStates } from './channel-states.tsx'
import { entering, nothingHere } from './entering.ts'
import { takeFlash } from './flash-cookie.ts'
import { liveLooks, liveStream } from './live-stream.ts'
import { looking } from './only-looked.ts'
import { decideOnOne, showDetail } from './show-detail.tsx'
import { changeViews, decideOnMany, showList } from './show-list.tsx'
import { roomAsked, showRoom } from './show-room.tsx'
import { StartPage } from './start-page.tsx'
import { waitingItems } from './waiting.ts'

/** The officers' desk. Which rooms there are, and what is in them, the features say; rights are asked on every request. */
export function deskRoutes(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  app.get('/desk', async c => {
    // Asks the database by itself, and so before the transaction, which may be the only one at a time.
    const { parts } = await web.parts.health()
    return entering(c, web, async (desk, ctx) => {
      const waiting = await waitingItems(desk, ctx)
      const morning: MorningLine[] = []
      for (const feature of web.parts.features) morning.push(...((await feature.morning?.(ctx)) ?? []))
      const channels = may(ctx.person, 'outbox.see') ? channelStates(parts) : []
      const shown = { visit: c.var.visit, pages: desk.entries, waiting, morning, channels, flash: takeFlash(c, desk) }
      return html(c, <StartPage {...shown} />)
    })
  })

  app.post('/desk/doi-phong-trao', async c => {
    const { session, campaigns, base } = c.var.visit
    const asked = (await readForm(c.req))?.get('campaign')
    const chosen = campaigns.find(({ id }) => id === asked)
    if (session && chosen) await chooseCampaign(web.system.prisma, session, chosen.id)
    return c.redirect(`${base}/desk`, 303)
  })

  app.get('/desk/:path', c =>
    entering(c, web, async (desk, ctx) => {
      const room = roomAsked(c, desk)
      return room ? showRoom(c, desk, ctx, room, null) : showList(c, desk, ctx)
    }),
  )

  app.post('/desk/:path', async c => {
    const answered = await looking<Response>(() =>
      entering(c, web, async (desk, ctx) => {
        const room = roomAsked(c, desk)
        const form = (await readForm(c.req)) ?? new FormData()
        return room ? showRoom(c, desk, ctx, room, form) : decideOnMany(c, desk, ctx, form)
      }),
    )
    web.system.wake('outbox')
    return answered
  })

  const looks = liveLooks()
  app.get('/desk/:path/:id/stream', c =>
    entering(c, web, async (desk, ctx) => {
      const rest = c.req.param('id')
      const live = roomAsked(c, desk)?.live
      const key = (await live?.key(ctx, rest)) ?? null
      if (!live || key === null) return nothingHere(c)
      return async () => liveStream(c, web, desk.session, { key, live, rest, looks })
    }),
  )

  app.post('/desk/:path/bo-loc', c => entering(c, web, (desk, ctx) => changeViews(c, desk, ctx)))

  app.get('/desk/:path/:id{.+}', c =>
    entering(c, web, async (desk, ctx) => {
      const room = roomAsked(c, desk)
      return room ? showRoom(c, desk, ctx, room, null) : showDetail(c, desk, ctx, takeFlash(c, desk), null)
    }),
  )

  app.post('/desk/:path/:id{.+}', async c => {
    const answered = await entering(c, web, async (desk, ctx) => {
      const room = roomAsked(c, desk)
      const form = (await readForm(c.req)) ?? new FormData()
      return room ? showRoom(c, desk, ctx, room, form) : decideOnOne(c, desk, ctx, form)
    })
    web.system.wake('outbox')
    web.system.wake('letters')
    return answered
  })

  return app
}
