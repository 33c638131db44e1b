import type { ListTarget } from '../../../campaign/list-owner.ts'
import type { DeskRoom, RoomAnswer, RoomRequest } from '../../../contract/desk-page.ts'
import type { Ctx } from '../../../contract/feature.ts'
import { itemsAt } from '../../../figures/items.ts'
import { listRights } from '../../../figures/rights.ts'
import { mayEver, reachOf } from '../../../people/may.ts'
import { formatDate } from '../../../reading/format.ts'
import { normalise } from '../../../reading/text.ts'
import type { Record as StoredRecord } from '../../../store/generated/client.ts'
import { unitName } from '../../progress/unit-name.ts'
import { readList, writeList } from '../file/template.ts'
import { besideKnown, itemsOf, type TypedRow } from '../file/typed-row.ts'
import { handInItems } from '../hand-in.ts'
import { keptBy } from '../in-chat.ts'
import { type Item, isSameItem } from '../item.ts'
import { listAt } from '../store.ts'
import { ListPage } from './list-page.tsx'

/** The unit's list of a target as a table: the same readers and the same life as in chat; works without script. */
export const listRoom: DeskRoom = {
  path: 'cap-nhat-danh-muc',
  title: 'list.room.title',
  door: 'figures',
  mayOpen: person => mayEver(person, listRights.write),

  answer: async (ctx, request) => {
    const { form, search, rest } = request
    const asked = (name: string) => {
      const value = form ? form.get(name) : search.get(name)
      return typeof value === 'string' ? value : ''
    }
    // An address that names no unit at all shows the first list; nothing is ever written to a list that was not named.
    const isLooking = form === null && !ctx.campaign.units.has(asked('dv'))
    const place = await placeIn(ctx, isLooking ? '' : asked('dv'), asked('ct'))
    if (!place) return null
    if (form)
      return rest === 'luu' && place.target ? posted(ctx, request, { ...place, target: place.target }, form) : null
    if (rest === 'mau' && place.target)
      return { file: { ...(await writeList(ctx, place.unit, place.target, place.items)), mime: xlsx } }
    return rest === '' ? page(ctx, request, place, {}) : null
  },
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Which list a page is about, and those that may be chosen. */
export interface ListPlace {
  unit: string
  units: readonly { value: string; label: string }[]
  targets: readonly ListTarget[]
  /** Null: the unit keeps none. */
  target: ListTarget | null
  record: StoredRecord | null
  items: readonly Item[]
}

/** Null: this person keeps no lists, or not that one. */
async function placeIn(ctx: Ctx, askedUnit: string, askedTarget: string): Promise<ListPlace | null> {
  const { units } = reachOf(ctx.person, listRights.write)
  const unit = askedUnit === '' ? units[0] : units.find(code => code === askedUnit)
  if (unit === undefined) return null
  const targets = await keptBy(ctx, unit)
  const target =
    targets.find(({ code }) => code === askedTarget) ?? (askedTarget === '' ? targets[0] : undefined) ?? null
  const record = target && (await listAt(ctx, { unit, target: target.code }))
  const items = record ? await itemsAt(ctx.tx, record.id, record.version) : []
  return { unit, units: units.map(value => ({ value, label: unitName(ctx, value) })), targets, target, record, items }
}

export interface Shown {
  rows?: readonly TypedRow[]
  problems?: ReadonlyMap<number, string>
  said?: { isGood: boolean; text: string }
}

async function page(ctx: Ctx, request: RoomRequest, place: ListPlace, shown: Shown): Promise<RoomAnswer> {
  const { address, csrf } = request
  return {
    title: ctx.t('list.room.title'),
    ...(shown.said?.isGood === false ? { status: 422 as const } : {}),
    body: () => <ListPage {...{ ctx, address, csrf, place, ...shown }} />,
  }
}

type Kept = ListPlace & { target: ListTarget }

async function posted(ctx: Ctx, request: RoomRequest, place: Kept, form: FormData): Promise<RoomAnswer> {
  const does = String(form.get('do') ?? '')
  if (does === 'tep') return previewed(ctx, request, place, form)
  const [, tapped] = /^xong-(\d+)$/.exec(does) ?? []
  const typed = rowsIn(form).map(row =>
    tapped !== undefined && row.n === Number(tapped) && row.doneOn === ''
      ? { ...row, doneOn: formatDate(ctx.today.toString()) }
      : row,
  )
  const { items, problems } = itemsOf(typed, place.items, ctx.today)
  if (problems.size > 0) {
    const said = { isGood: false, text: ctx.t('list.room.problems', { count: problems.size }) }
    return page(ctx, request, place, { rows: typed, problems, said })
  }
  const at = { unit: place.unit, target: place.target.code }
  const basedOn = Number(form.get('lan') ?? 0) || 0
  const outcome = await handInItems(ctx, at, { record: place.record, basedOn, items })
  const there = `${request.address}?${new URLSearchParams({ dv: at.unit, ct: at.target })}`
  return { goTo: there, isGood: true, say: 'text' in outcome ? outcome.text : ctx.t('list.room.sent') }
}

/** What a filled in file would change, in the cells of the page: nothing is kept before it is handed in there. */
async function previewed(ctx: Ctx, request: RoomRequest, place: Kept, form: FormData): Promise<RoomAnswer> {
  const file = form.get('tep')
  const say = (text: string) => page(ctx, request, place, { said: { isGood: false, text } })
  if (!(file instanceof File) || file.size === 0) return say(ctx.t('dossier.grid.fileMissing'))
  const read = await readList(ctx, place.unit, place.target, new Uint8Array(await file.arrayBuffer()))
  if (!read.ok) return say(read.why)
  const rows = besideKnown(read.rows, place.items)
  const { items, problems } = itemsOf(rows, place.items, ctx.today)
  const isKnown = (one: Item) => place.items.some(known => known.n === one.n && isSameItem(known, one))
  const count = items.filter(one => !isKnown(one)).length
  const text = ctx.t(problems.size > 0 ? 'list.file.previewProblems' : 'list.file.preview', {
    ...{ file: file.name, count, problems: problems.size },
  })
  return page(ctx, request, place, { rows, problems, said: { isGood: problems.size === 0, text } })
}

function rowsIn(form: FormData): TypedRow[] {
  const cell = (name: string) => normalise(String(form.get(name) ?? '')).slice(0, 2_000)
  return form.getAll('dong').flatMap(value => {
    const at = String(value)
    if (!/^\d{1,4}$/.test(at) || form.has(`xoa-${at}`)) return []
    const n = Number(form.get(`n-${at}`) ?? 0)
    return [
      {
        ...{ n: Number.isInteger(n) && n > 0 ? n : null, text: cell(`viec-${at}`), receivedOn: cell(`nhan-${at}`) },
        ...{ dueOn: cell(`han-${at}`), doneOn: cell(`xong-${at}`), result: cell(`ket-qua-${at}`) },
      },
    ]
  })
}
