import type { Child } from 'hono/jsx'
import type { DeskEntry, DeskRoom, RoomAnswer } from '../contract/desk-page.ts'
import type { Ctx } from '../contract/feature.ts'
import type { Flash } from '../web/flash.ts'
import type { Visit } from '../web/visit.ts'
import { DeskFrame } from './desk-frame.tsx'
import { pageIn } from './list-address.ts'

/** Asks a room for its answer to this request. */
export async function askRoom(
  room: DeskRoom,
  ctx: Ctx,
  visit: Visit,
  asked: { rest: string; url: string; form: FormData | null },
): Promise<RoomAnswer | null> {
  const search = new URL(asked.url).searchParams
  if (search.has('trang')) search.set('trang', String(pageIn(search)))
  return room.answer(ctx, {
    rest: asked.rest,
    search,
    form: asked.form,
    address: `${visit.base}/desk/${room.path}`,
    csrf: visit.csrf,
  })
}

interface RoomPageProps {
  visit: Visit
  entries: readonly DeskEntry[]
  room: DeskRoom
  title: string
  flash: Flash | null
  children?: Child
}

/** A room of its own making in the frame of the desk. */
export function RoomPage({ visit, entries, room, title, flash, children }: RoomPageProps) {
  return (
    <DeskFrame visit={visit} pages={entries} path={room.path} title={title} flash={flash}>
      {children}
    </DeskFrame>
  )
}
