import type { Context } from 'hono'
import type { Ctx } from '../contract/feature.ts'
import { onDesk } from '../contract/on-desk.ts'
import { forgetView, savedViewsOf, saveView } from '../people/saved-views.ts'
import type { Flash } from '../web/flash.ts'
import { readForm } from '../web/form.ts'
import { html } from '../web/html.tsx'
import type { WebEnv } from '../web/visit.ts'
import { reasonIn } from './decision-form.ts'
import { type Desk, type Made, nothingHere } from './entering.ts'
import { exportList } from './export-list.ts'
import { giveFlash, takeFlash } from './flash-cookie.ts'
import { formatAsked, listAddress, pageSize, readListQuery } from './list-address.ts'
import { ListPage } from './list-page.tsx'
import { ManyPreview, ManyResult } from './many.tsx'
import { undoAndShow } from './only-looked.ts'
import { searchOf } from './saved-views.tsx'

/** The list with the filters of its address, or as the file that was asked for. */
export async function showList(c: Context<WebEnv>, desk: Desk, ctx: Ctx): Promise<Made> {
  const page = desk.pages.find(({ path }) => path === c.req.param('path'))
  if (!page) return nothingHere(c)
  const filters = await page.filters(ctx)
  const search = new URL(c.req.url).searchParams
  const query = readListQuery(search, page, filters)
  const format = formatAsked(search)
  if (format) {
    const visitor = { personId: ctx.person.id, accountId: desk.session.account.id }
    const { id } = ctx.campaign
    return exportList(ctx, page, query, format, work => onDesk(desk.web.system, visitor, work, id))
  }
  const { rows, total, isMore = false } = await page.rows(ctx, query)
  const many = (await page.many?.actions(ctx)) ?? []
  const views = await savedViewsOf(ctx.tx, ctx.person.id, page.path)
  const shown = { visit: c.var.visit, pages: desk.entries, page, query, filters, rows, total, isMore, many, views }
  return html(c, <ListPage {...shown} flash={takeFlash(c, desk)} />)
}

/** Shows what a decision on many would do, or does it. */
export async function decideOnMany(c: Context<WebEnv>, desk: Desk, ctx: Ctx, form: FormData): Promise<Response> {
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
}

/** Keeps the filters that are shown under a name, or forgets them. */
export async function changeViews(c: Context<WebEnv>, desk: Desk, ctx: Ctx): Promise<Response> {
  const page = desk.pages.find(({ path }) => path === c.req.param('path'))
  if (!page) return nothingHere(c)
  const form = (await readForm(c.req)) ?? new FormData()
  const search = new URLSearchParams(String(form.get('dia-chi') ?? '').slice(0, 1_000))
  const query = readListQuery(search, page, await page.filters(ctx))
  const path = `${desk.base}/desk/${page.path}`
  giveFlash(c, desk, await keepView(ctx, page.path, searchOf(path, query), form))
  return c.redirect(listAddress(path, query, {}), 303)
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
