import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { DeskEntry, DeskPage, DeskRoom } from '../contract/desk-page.ts'
import type { Ctx, Feature } from '../contract/feature.ts'
import type { MorningLine } from '../contract/morning.ts'
import { notTakenInWords } from '../contract/not-taken.ts'
import { onDesk } from '../contract/on-desk.ts'
import { reasonLength } from '../contract/reason.ts'
import { may } from '../people/may.ts'
import { forgetView, savedViewsOf, saveView } from '../people/saved-views.ts'
import { isImpossibleValue } from '../store/impossible-value.ts'
import { readingOnly } from '../store/reading-only.ts'
import { download } from '../web/download.ts'
import { type Flash, openFlash, sealFlash } from '../web/flash.ts'
import { readForm } from '../web/form.ts'
import { html, sayPage } from '../web/html.tsx'
import { chooseCampaign, type Session } from '../web/session.ts'
import { cookieRules, type Visit, visitIn, type Web, type WebEnv } from '../web/visit.ts'
import { listBeside, nextThatWaits } from './beside.ts'
import { channelStates } from './channel-states.tsx'
import { DetailPage, type Refused } from './detail-page.tsx'
import { exportList } from './export-list.ts'
import { exportRoom } from './export-room.ts'
import {
  comparing,
  formatAsked,
  fromToday,
  isFromToday,
  listAddress,
  openedAddress,
  pageSize,
  readListQuery,
} from './list-address.ts'
import { ListPage } from './list-page.tsx'
import { liveLooks, liveStream } from './live-stream.ts'
import { ManyPreview, ManyResult } from './many.tsx'
import { looking, undoAndShow } from './only-looked.ts'
import { askRoom, RoomPage } from './room.tsx'
import { searchOf } from './saved-views.tsx'
import { StartPage, type WaitingItem } from './start-page.tsx'

/** The officers' desk. Which rooms there are, and what is in them, the features say; rights are asked on every request. */
export function deskRoutes(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  app.get('/desk', async c => {
    // Asks the database by itself, and so before the transaction, which may be the only one at a time.
    const { parts } = await web.parts.health()
    return entering(c, web, async (desk, ctx) => {
      const items = await waitingItems(desk, ctx)
      const morning: MorningLine[] = []
      for (const feature of web.parts.features) morning.push(...((await feature.morning?.(ctx)) ?? []))
      const channels = may(ctx.person, 'outbox.see') ? channelStates(parts) : []
      const shown = {
        visit: c.var.visit,
        pages: desk.entries,
        waiting: items,
        morning,
        channels,
        flash: takeFlash(c, desk),
      }
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
      if (room) return showRoom(c, desk, ctx, room, null)
      const page = desk.pages.find(({ path }) => path === c.req.param('path'))
      if (!page) return nothingHere(c)
      const filters = await page.filters(ctx)
      const search = new URL(c.req.url).searchParams
      const query = readListQuery(search, page, filters)
      const format = formatAsked(search)
      if (format) {
        const visitor = { personId: ctx.person.id, accountId: desk.session.account.id }
        const { id } = ctx.campaign
        return exportList(ctx, page, query, format, work => onDesk(web.system, visitor, work, id))
      }
      const { rows, total, isMore = false } = await page.rows(ctx, query)
      const many = (await page.many?.actions(ctx)) ?? []
      const views = await savedViewsOf(ctx.tx, ctx.person.id, page.path)
      const shown = { visit: c.var.visit, pages: desk.entries, page, query, filters, rows, total, isMore, many, views }
      return html(c, <ListPage {...shown} flash={takeFlash(c, desk)} />)
    }),
  )

  app.post('/desk/:path', async c => {
    const answered = await looking<Response>(() =>
      entering(c, web, async (desk, ctx) => {
        const room = roomAsked(c, desk)
        const form = (await readForm(c.req)) ?? new FormData()
        if (room) return showRoom(c, desk, ctx, room, form)
        const page = desk.pages.find(({ path }) => path === c.req.param('path'))
        if (!page?.many) return nothingHere(c)
        const ids = form.getAll('chon').map(String).slice(0, pageSize)
        const [action, reason] = [String(form.get('action') ?? ''), reasonIn(form)]
        const result = await page.many.act(ctx, ids, action, reason)
        const query = readListQuery(new URL(c.req.url).searchParams, page, await page.filters(ctx))
        const back = listAddress(`${desk.base}/desk/${page.path}`, query, query)
        const shown = { visit: c.var.visit, pages: desk.entries, page, result, back }
        if (form.get('chac') === 'co') return html(c, <ManyResult {...shown} />)
        const label = (await page.many.actions(ctx)).find(({ name }) => name === action)?.label ?? ''
        return undoAndShow(await html(c, <ManyPreview {...shown} asked={{ action, label, reason }} />))
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

  app.post('/desk/:path/bo-loc', c =>
    entering(c, web, async (desk, ctx) => {
      const page = desk.pages.find(({ path }) => path === c.req.param('path'))
      if (!page) return nothingHere(c)
      const form = (await readForm(c.req)) ?? new FormData()
      const search = new URLSearchParams(String(form.get('dia-chi') ?? '').slice(0, 1_000))
      const query = readListQuery(search, page, await page.filters(ctx))
      const path = `${desk.base}/desk/${page.path}`
      giveFlash(c, desk, await keepView(ctx, page.path, searchOf(path, query), form))
      return c.redirect(listAddress(path, query, {}), 303)
    }),
  )

  app.get('/desk/:path/:id{.+}', c =>
    entering(c, web, async (desk, ctx) => {
      const room = roomAsked(c, desk)
      return room ? showRoom(c, desk, ctx, room, null) : showRecord(c, desk, ctx, takeFlash(c, desk), null)
    }),
  )

  app.post('/desk/:path/:id{.+}', async c => {
    const answered = await entering(c, web, async (desk, ctx) => {
      const room = roomAsked(c, desk)
      const form = (await readForm(c.req)) ?? new FormData()
      if (room) return showRoom(c, desk, ctx, room, form)
      const action = String(form.get('action') ?? '')
      const reason = reasonIn(form)
      const page = desk.pages.find(({ path }) => path === c.req.param('path'))
      const detail = await page?.detail(ctx, c.req.param('id'))
      if (!page || !detail) return nothingHere(c)
      const offered = detail.actions.find(({ name }) => name === action)
      const marks = marksIn(form, offered?.questions ?? [], reason)
      if (offered?.needsReason && marks.length === 0 && reason.length < reasonLength.min) {
        return showRecord(c, desk, ctx, null, { action, reason, say: ctx.t('desk.record.reasonMissing') })
      }
      const id = c.req.param('id')
      const search = new URL(c.req.url).searchParams
      const before = await listBeside(ctx, page, id, search)
      const done = await page.act(ctx, id, action, reason, marks)
      if (!done.ok && offered) return showRecord(c, desk, ctx, null, { action, reason, say: done.say })
      const { undo } = done
      const takesBack = undo && {
        undo: { ...undo, address: `${desk.base}/desk/${page.path}/${encodeURIComponent(id)}` },
      }
      giveFlash(c, desk, { isGood: done.ok, say: done.say, ...takesBack })
      const path = `${desk.base}/desk/${page.path}`
      const isOver = done.ok && (await isDecided(ctx, page, id))
      if (isOver && isFromToday(search)) return c.redirect(await nextOfToday(desk, ctx), 303)
      const next = isOver && before ? await nextThatWaits(ctx, page, id, before) : null
      if (next) return c.redirect(openedAddress(path, next.id, next.query), 303)
      if (before) return c.redirect(openedAddress(path, id, before.query), 303)
      return c.redirect(isFromToday(search) ? fromToday(c.req.path) : c.req.path, 303)
    })
    web.system.wake('outbox')
    web.system.wake('letters')
    return answered
  })

  return app
}

/** What was typed; where nothing was, what was chosen. */
function reasonIn(form: FormData): string {
  const said = (name: string) =>
    String(form.get(name) ?? '')
      .normalize('NFC')
      .trim()
      .slice(0, reasonLength.max)
  return said('reason') || said('mau')
}

/** The questions that were ticked or have a reason of their own, each with that reason, or with the one for the whole. */
function marksIn(form: FormData, questions: readonly { name: string }[], whole: string) {
  const ticked = form.getAll('mark').map(String)
  return questions.flatMap(({ name }) => {
    const own = String(form.get(`why-${name}`) ?? '')
      .normalize('NFC')
      .trim()
      .slice(0, reasonLength.max)
    const reason = own || (ticked.includes(name) ? whole : '')
    return reason === '' ? [] : [{ field: name, reason }]
  })
}

async function keepView(ctx: Ctx, path: string, query: string, form: FormData): Promise<Flash> {
  const { tx, person, t } = ctx
  const name = String(form.get('ten') ?? '')
    .normalize('NFC')
    .trim()
    .slice(0, 40)
  if (form.get('viec') === 'bo') {
    await forgetView(tx, person.id, path, name)
    return { isGood: true, say: t('desk.views.forgotten', { name }) }
  }
  if (name === '' || query === '') return { isGood: false, say: t('desk.views.nameMissing') }
  const isKept = await saveView(tx, { personId: person.id, path, name, query }, ctx.now)
  return { isGood: isKept, say: t(isKept ? 'desk.views.kept' : 'desk.views.tooMany', { name }) }
}

interface Desk {
  web: Web
  base: string
  session: Session
  pages: readonly DeskPage[]
  rooms: readonly DeskRoom[]
  /** All of them, in the order of the features. */
  entries: readonly DeskEntry[]
}

/** The answer, or what makes it after the transaction has ended. */
type Made = Response | (() => Promise<Response>)

/**
 * Lets in who is signed in and has something to do here. What an address names may belong to another campaign than the one that is shown:
 * then that one is, from here on. A form is done in the campaign of its page, which is shown afterwards.
 */
async function entering(
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
              const pages = features.flatMap(({ page }) => (page?.mayOpen(ctx.person) ? [page] : []))
              const rooms = features.flatMap(feature => (feature.rooms ?? []).filter(room => room.mayOpen(ctx.person)))
              const isOpen = (entry: DeskEntry) => entry.mayOpen(ctx.person)
              const entries = features
                .flatMap(({ page, rooms = [] }) => [...(page ? [page] : []), ...rooms])
                .filter(entry => isOpen(entry) && !entry.isAside)
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

function roomAsked(c: Context<WebEnv>, desk: Desk): DeskRoom | undefined {
  return desk.rooms.find(({ path }) => path === c.req.param('path'))
}

async function showRoom(
  c: Context<WebEnv>,
  desk: Desk,
  ctx: Ctx,
  room: DeskRoom,
  form: FormData | null,
): Promise<Made> {
  const { visit } = c.var
  const search = new URL(c.req.url).searchParams
  const format = form === null ? formatAsked(search) : undefined
  if (format) return (await exportRoom(ctx, room, { rest: c.req.param('id') ?? '', search }, format)) ?? nothingHere(c)
  const answer = await askRoom(room, ctx, visit, { rest: c.req.param('id') ?? '', url: c.req.url, form })
  if (!answer) return nothingHere(c)
  if ('file' in answer) return download(c, answer.file)
  if ('goTo' in answer) {
    giveFlash(c, desk, { isGood: answer.isGood, say: answer.say })
    return c.redirect(answer.goTo, 303)
  }
  const shown = { visit, entries: desk.entries, room, title: answer.title, flash: takeFlash(c, desk) }
  return async () => html(c, <RoomPage {...shown}>{await answer.body()}</RoomPage>, answer.status ?? 200)
}

async function showRecord(
  c: Context<WebEnv>,
  desk: Desk,
  ctx: Ctx,
  flash: Flash | null,
  refused: Refused | null,
): Promise<Response> {
  const page = desk.pages.find(({ path }) => path === c.req.param('path'))
  const id = c.req.param('id') ?? ''
  const detail = page ? await page.detail(ctx, id) : null
  if (!page || !detail) return nothingHere(c)
  const search = new URL(c.req.url).searchParams
  const beside = await listBeside(ctx, page, id, search)
  const isOfToday = isFromToday(search)
  const alike = search.has(comparing) ? ((await page.alike?.(ctx, id)) ?? null) : null
  const shown = { visit: c.var.visit, pages: desk.entries, page, id, detail, flash, refused, beside, isOfToday, alike }
  return html(c, <DetailPage {...shown} />, refused ? 422 : 200)
}

function nothingHere(c: Context<WebEnv>) {
  const { visit } = c.var
  return sayPage(c, visit, { title: visit.t('web.errors.notFoundTitle'), text: visit.t('desk.notFound') }, 404)
}

/** What waits for this person, in the order of the features. */
async function waitingItems(desk: Desk, ctx: Ctx): Promise<WaitingItem[]> {
  const items: WaitingItem[] = []
  for (const { waiting, page } of desk.web.parts.features) {
    for (const item of (await waiting?.(ctx)) ?? []) items.push(waitingItem(desk, ctx, page, item))
  }
  return items
}

/** The first thing that waits now and is decided on the desk; nothing does: the first room. */
async function nextOfToday(desk: Desk, ctx: Ctx): Promise<string> {
  const items = await waitingItems(desk, ctx)
  return items.find(({ href }) => href !== null)?.href ?? `${desk.base}/desk`
}

type Waits = Awaited<ReturnType<NonNullable<Web['parts']['features'][number]['waiting']>>>[number]

/** Whether nothing of this record waits for this person any more. */
async function isDecided(ctx: Ctx, page: DeskPage, id: string): Promise<boolean> {
  const detail = await page.detail(ctx, id)
  return detail === null || detail.state.tone !== 'waiting' || detail.actions.length === 0
}

/** A record of a room that this person may open is decided there; everything else in the chat. */
function waitingItem(desk: Desk, ctx: Ctx, page: DeskPage | undefined, item: Waits): WaitingItem {
  const id = item.go.args?.id
  const open = desk.pages.find(({ path }) => path === (item.page ?? page?.path))
  const href = open && id !== undefined ? fromToday(`${desk.base}/desk/${open.path}/${encodeURIComponent(id)}`) : null
  return { label: item.label, since: ctx.localTime(item.since), href, path: open?.path ?? null }
}

const flashCookie = 'thidua_kq'

function giveFlash(c: Context, desk: Desk, flash: Flash): void {
  setCookie(c, flashCookie, sealFlash(flash, desk.session.token), { ...cookieRules(desk.web, desk.base), maxAge: 60 })
}

function takeFlash(c: Context, desk: Desk): Flash | null {
  const flash = openFlash(getCookie(c, flashCookie), desk.session.token)
  if (flash) deleteCookie(c, flashCookie, cookieRules(desk.web, desk.base))
  return flash
}
