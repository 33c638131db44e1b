import type { DeskPage } from '../contract/desk-page.ts'
import type { Ctx } from '../contract/feature.ts'
import type { Web } from '../web/visit.ts'
import type { Desk } from './entering.ts'
import { fromToday } from './list-address.ts'
import type { WaitingItem } from './start-page.tsx'

/** What waits for this person, in the order of the features. */
export async function waitingItems(desk: Desk, ctx: Ctx): Promise<WaitingItem[]> {
  const items: WaitingItem[] = []
  for (const { waiting, page } of desk.web.parts.features) {
    for (const item of (await waiting?.(ctx)) ?? []) items.push(waitingItem(desk, ctx, page, item))
  }
  return items
}

/** The first thing that waits now and is decided on the desk; nothing does: the first room. */
export async function nextOfToday(desk: Desk, ctx: Ctx): Promise<string> {
  const items = await waitingItems(desk, ctx)
  return items.find(({ href }) => href !== null)?.href ?? `${desk.base}/desk`
}

type Waits = Awaited<ReturnType<NonNullable<Web['parts']['features'][number]['waiting']>>>[number]

/** A record of a room that this person may open is decided there; everything else in the chat. */
function waitingItem(desk: Desk, ctx: Ctx, page: DeskPage | undefined, item: Waits): WaitingItem {
  const id = item.go.args?.id
  const open = desk.pages.find(({ path }) => path === (item.page ?? page?.path))
  const href = open && id !== undefined ? fromToday(`${desk.base}/desk/${open.path}/${encodeURIComponent(id)}`) : null
  return { label: item.label, since: ctx.localTime(item.since), href, path: open?.path ?? null }
}
