import { Hono } from 'hono'
import type { ActiveCampaign } from '../campaign/active.ts'
import { campaignsOf } from '../contract/campaigns-of.ts'
import type { Dated } from '../contract/dated.ts'
import { onDesk } from '../contract/on-desk.ts'
import { ownerOfCalendar } from '../people/calendar-address.ts'
import { inTransaction } from '../store/transaction.ts'
import { calendarFile } from './calendar-file.ts'
import type { Web, WebEnv } from './visit.ts'

/** `GET /lich/<token>.ics`: asked for by calendar programs, which cannot sign in. Whoever has the address sees what its owner owes today. */
export function calendarRoutes({ system, parts }: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.get('/lich/:file{[\\w-]{43}\\.ics}', async c => {
    const token = c.req.param('file').slice(0, -'.ics'.length)
    const owner = await inTransaction(system.prisma, tx => ownerOfCalendar(tx, token))
    const file =
      owner &&
      (await onDesk(system, owner, async ctx => {
        const dates: Dated[] = []
        for (const campaign of campaignsOf(ctx.person, ctx.campaign.among, ctx.today.toString()))
          for (const feature of parts.features)
            dates.push(...((await feature.dates?.({ ...ctx, campaign })) ?? []).map(dated => named(dated, campaign)))
        return calendarFile({ name: ctx.t('calendar.title'), address: system.publicUrl, now: ctx.now, dates })
      }))
    if (!file) return c.notFound()
    c.header('Cache-Control', 'no-store')
    return c.body(file, 200, { 'Content-Type': 'text/calendar; charset=utf-8' })
  })
  return app
}

/** Where several campaigns are open, a day says of which it is. */
function named(dated: Dated, { shownAs }: ActiveCampaign): Dated {
  return shownAs === null ? dated : { ...dated, title: `${dated.title} [${shownAs}]` }
}
