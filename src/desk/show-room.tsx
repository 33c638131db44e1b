import type { Context } from 'hono'
import type { DeskRoom } from '../contract/desk-page.ts'
import type { Ctx } from '../contract/feature.ts'
import { download } from '../web/download.ts'
import { html } from '../web/html.tsx'
import type { WebEnv } from '../web/visit.ts'
import { type Desk, type Made, nothingHere } from './entering.ts'
import { exportRoom } from './export-room.ts'
import { giveFlash, takeFlash } from './flash-cookie.ts'
import { formatAsked } from './list-address.ts'
import { askRoom, RoomPage } from './room.tsx'

export function roomAsked(c: Context<WebEnv>, desk: Desk): DeskRoom | undefined {
  return desk.rooms.find(({ path }) => path === c.req.param('path'))
}

export async function showRoom(
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
