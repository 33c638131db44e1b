import type { Context } from 'hono'
import type { DeskEntry, DeskPage, DeskRoom } from '../contract/desk-page.ts'
import type { Ctx, Feature } from '../contract/feature.ts'
import { notTakenInWords } from '../contract/not-taken.ts'
import { onDesk } from '../contract/on-desk.ts'
import { isImpossibleValue } from '../store/impossible-value.ts'
import { readingOnly } from '../store/reading-only.ts'
import { sayPage } from '../web/html.tsx'
import { chooseCampaign, type Session } from '../web/session.ts'
import { type Visit, visitIn, type Web, type WebEnv } from '../web/visit.ts'

export interface Desk {
  web: Web
  base: string
  session: Session
  pages: readonly DeskPage[]
  rooms: readonly DeskRoom[]
  /** All of them, in the order of the features. */
  entries: readonly DeskEntry[]
}

/** The answer, or what makes it after the transaction has ended. */
export type Made = Response | (() => Promise<Response>)

/**
 * Lets in who is signed in and has something to do here. What an address names may belong to another campaign than the one that is shown:
 * then that one is, from here on. A form is done in the campaign of its page, which is shown afterwards.
 */
export async function entering(
  c: Context<WebEnv>,
  web: Web,
  work: (desk: Desk, ctx: Ctx) => Promise<Made>,
): Promise<Response> {
  const { visit } = c.var
  const isPost = c.req.method === 'POST'
  const others = isPost || c.req.param('id') === undefined ? [] : visit.campaigns.filter(one => one !== visit.campaign)
  const first = await enteringIn(c, web, visit.campaign, work)
  if (isPost && visit.campaigns.length > 1) await remember(c, web, visit.campaign)
  if (first.status !== 404) return first
  for (const other of others) {
    c.set('visit', visitIn(visit, other))
    const found = await enteringIn(c, web, other, work)
    if (found.status === 404) continue
    await remember(c, web, other)
    return found
  }
  c.set('visit', visit)
  return first
}

async function remember(c: Context<WebEnv>, web: Web, { id }: Visit['campaign']): Promise<void> {
  const { session } = c.var.visit
  if (session && session.campaignId !== id) await chooseCampaign(web.system.prisma, session, id)
}

/** The work is one transaction. In a closed campaign what is posted can write nothing but what belongs to no campaign. */
async function enteringIn(
  c: Context<WebEnv>,
  web: Web,
  campaign: Visit['campaign'],
  work: (desk: Desk, ctx: Ctx) => Promise<Made>,
): Promise<Response> {
  const { visit } = c.var
  const { session } = visit
  if (!session) return c.redirect('/', c.req.method === 'POST' ? 303 : 302)
  const visitor = { personId: session.personId ?? '', accountId: session.account.id }
  const answered =
    session.personId === null
      ? null
      : await findable(c, web, () =>
          onDesk(
            web.system,
            visitor,
            async ctx => {
              const { features } = web.parts
              const isOpen = (entry: DeskEntry) => entry.mayOpen(ctx.person)
              const open = features.map(({ page, rooms = [] }) => ({
                pages: page && isOpen(page) ? [page] : [],
                rooms: rooms.filter(isOpen),
              }))
              const pages = open.flatMap(one => one.pages)
              const rooms = open.flatMap(one => one.rooms)
              const entries = open.flatMap(one => [...one.pages, ...one.rooms]).filter(({ isAside }) => !isAside)
              if (entries.length === 0) return null
              const done = () => work({ web, base: visit.base, session, pages, rooms, entries }, ctx)
              if (ctx.campaign.isWritable || !writesInCampaign(c, features)) return done()
              return (await readingOnly(ctx.tx, done))?.result ?? closed(c, ctx)
            },
            campaign.id,
          ),
        )
  if (answered) return typeof answered === 'function' ? answered() : answered
  return sayPage(c, visit, { title: visit.t('desk.closedTitle'), text: visit.t('desk.closed') }, 403)
}

/** Whether what is posted here belongs to a campaign. A person's own views of a list do not. */
function writesInCampaign(c: Context<WebEnv>, features: readonly Feature[]): boolean {
  const path = c.req.param('path')
  const isOwn = ({ page, rooms = [] }: Feature) => page?.path === path || rooms.some(room => room.path === path)
  return (
    c.req.method === 'POST' &&
    !c.req.path.endsWith('/bo-loc') &&
    !features.some(feature => feature.isAboveCampaigns && isOwn(feature))
  )
}

function closed(c: Context<WebEnv>, ctx: Ctx) {
  const { visit } = c.var
  const text = notTakenInWords(ctx.t, ctx.campaign, ctx.today.toString())
  return sayPage(c, visit, { title: visit.t('campaigns.desk.closedTitle'), text }, 409)
}

/** An address may name what no record can have as its id: then there is none. */
async function findable(c: Context<WebEnv>, web: Web, work: () => Promise<Made | null>): Promise<Made | null> {
  try {
    return await work()
  } catch (error) {
    if (!isImpossibleValue(error)) throw error
    web.system.log.warn({ err: error, route: c.req.routePath }, 'an address that no record can have')
    return nothingHere(c)
  }
}

export function nothingHere(c: Context<WebEnv>) {
  const { visit } = c.var
  return sayPage(c, visit, { title: visit.t('web.errors.notFoundTitle'), text: visit.t('desk.notFound') }, 404)
}
