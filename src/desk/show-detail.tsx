import type { Context } from 'hono'
import type { DeskPage } from '../contract/desk-page.ts'
import type { Ctx } from '../contract/feature.ts'
import { reasonLength } from '../contract/reason.ts'
import type { Flash } from '../web/flash.ts'
import { html } from '../web/html.tsx'
import type { WebEnv } from '../web/visit.ts'
import { listBeside, nextThatWaits } from './beside.ts'
import { marksOf, reasonIn, tickedIn } from './decision-form.ts'
import { DetailPage, type Refused } from './detail-page.tsx'
import { type Desk, nothingHere } from './entering.ts'
import { giveFlash } from './flash-cookie.ts'
import { comparing, fromToday, isFromToday, openedAddress } from './list-address.ts'
import { nextOfToday } from './waiting.ts'

/** The record, with what was just done to it (`flash`), or with what was pressed and could not be (`refused`). */
export async function showDetail(
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

/** Decides as was pressed, then goes on to what waits next. */
export async function decideOnOne(c: Context<WebEnv>, desk: Desk, ctx: Ctx, form: FormData): Promise<Response> {
  const action = String(form.get('action') ?? '')
  const reason = reasonIn(form)
  const page = desk.pages.find(({ path }) => path === c.req.param('path'))
  const id = c.req.param('id') ?? ''
  const detail = await page?.detail(ctx, id)
  if (!page || !detail) return nothingHere(c)
  const offered = detail.actions.find(({ name }) => name === action)
  const ticked = tickedIn(form, offered?.questions ?? [])
  const marks = marksOf(ticked, reason)
  const refuse = (say: string) => showDetail(c, desk, ctx, null, { action, reason, ticked, say })
  if (!marks) {
    const without = offered?.questions?.filter(({ name }) => ticked.get(name) === '').map(({ label }) => label) ?? []
    return refuse(ctx.t('desk.record.markReasonMissing', { questions: without.join('; ') }))
  }
  if (offered?.needsReason && marks.length === 0 && reason.length < reasonLength.min)
    return refuse(ctx.t('desk.record.reasonMissing'))
  const search = new URL(c.req.url).searchParams
  const before = await listBeside(ctx, page, id, search)
  const done = await page.act(ctx, id, action, reason, marks)
  if (!done.ok && offered) return refuse(done.say)
  const path = `${desk.base}/desk/${page.path}`
  const { undo } = done
  const takesBack = undo && { undo: { ...undo, address: `${path}/${encodeURIComponent(id)}` } }
  giveFlash(c, desk, { isGood: done.ok, say: done.say, ...takesBack })
  const isOver = done.ok && (await isDecided(ctx, page, id))
  if (isOver && isFromToday(search)) return c.redirect(await nextOfToday(desk, ctx), 303)
  const next = isOver && before ? await nextThatWaits(ctx, page, id, before) : null
  if (next) return c.redirect(openedAddress(path, next.id, next.query), 303)
  if (before) return c.redirect(openedAddress(path, id, before.query), 303)
  return c.redirect(isFromToday(search) ? fromToday(c.req.path) : c.req.path, 303)
}

/** Whether nothing of this record waits for this person any more. */
async function isDecided(ctx: Ctx, page: DeskPage, id: string): Promise<boolean> {
  const detail = await page.detail(ctx, id)
  return detail === null || detail.state.tone !== 'waiting' || detail.actions.length === 0
}
