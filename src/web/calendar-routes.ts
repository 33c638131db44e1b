import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import type { ActiveCampaign } from '../campaign/active.ts'
import { campaignsOf } from '../contract/campaigns-of.ts'
import type { Dated } from '../contract/dated.ts'
import type { Ctx } from '../contract/feature.ts'
import { onDesk } from '../contract/on-desk.ts'
import { ownerOfCalendar } from '../people/calendar-address.ts'
import { changesOf } from '../people/calendar-events.ts'
import { inTransaction } from '../store/transaction.ts'
import { calendarFile, type ShownDate } from './calendar-file.ts'
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
        return calendarFile({
          ...{ name: ctx.t('calendar.title'), address: system.publicUrl },
          dates: await withChanges(ctx, dates),
        })
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

async function withChanges({ tx, person, now }: Ctx, dates: readonly Dated[]): Promise<ShownDate[]> {
  const shown = dates.map(dated => ({ event: dated.id, shown: hashOf(dated) }))
  const changes = await changesOf(tx, person.id, shown, now)
  return dates.map(dated => ({ ...dated, ...(changes.get(dated.id) ?? { sequence: 0, changedAt: now }) }))
}

function hashOf({ day, title, more, isTentative }: Dated): string {
  return createHash('sha256')
    .update(JSON.stringify([day, title, more, isTentative]))
    .digest('base64url')
}
