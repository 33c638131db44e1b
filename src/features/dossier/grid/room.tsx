import type { DeskRoom, RoomAnswer, RoomRequest } from '../../../contract/desk-page.ts'
import type { Ctx } from '../../../contract/feature.ts'
import { reasonLength } from '../../../contract/reason.ts'
import { reportRights } from '../../../figures/rights.ts'
import { mayEver } from '../../../people/may.ts'
import { decideRows, waitingRows } from '../deciding.ts'
import { putFile } from '../excel/put-file.ts'
import { readTemplate } from '../excel/read-template.ts'
import { writeTemplate } from '../excel/write-template.ts'
import { gaps, ready } from '../line.ts'
import { linesIn, lockedDossier, type Opened, opened } from '../opened.ts'
import { handInDossier, receiptText, whoChanged } from '../send.ts'
import { type Sheet, withEntry } from '../sheet.ts'
import { keepSheet } from '../store.ts'
import { keepRest } from '../take.ts'
import { cellsIn, changedCells } from './cells.ts'
import { GridPage } from './grid-page.tsx'
import { type Place, placeIn } from './looking.ts'

/** The unit's figures of a period as a grid: the same rows, readers and approval as in chat. Works without script. */
export const dossierRoom: DeskRoom = {
  path: 'so-lieu',
  title: 'dossier.room.title',
  door: 'figures',
  mayOpen: person => mayEver(person, reportRights.write),

  answer: async (ctx, request) => {
    const { form, search, rest } = request
    const asked = (name: string) => (form ? form.get(name) : search.get(name))
    const place = await placeIn(ctx, name => {
      const value = asked(name)
      return typeof value === 'string' && value !== '' ? value : null
    })
    if (!place) return null
    if (form) return rest === 'luu' ? posted(ctx, request, place, form) : null
    const dossier = await opened(ctx, place.unit, place.period)
    if (rest === 'mau') return { file: { ...(await writeTemplate(ctx, dossier)), mime: xlsx } }
    return rest === '' ? page(ctx, request, place, dossier, {}) : null
  },
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export interface Said {
  isGood: boolean
  lines: readonly string[]
}

/** `shown`: what stands in the cells, where it is not what is kept. */
async function page(
  ctx: Ctx,
  { address, csrf }: RoomRequest,
  place: Place,
  dossier: Opened,
  { shown, said }: { shown?: Sheet; said?: Said },
): Promise<RoomAnswer> {
  const sheet = shown ?? dossier.stored.sheet
  const lines = linesIn(ctx, dossier, sheet)
  const waits = await waitingRows(ctx, place.unit, place.period)
  return {
    title: ctx.t('dossier.room.title'),
    ...(said?.isGood === false ? { status: 422 as const } : {}),
    body: () => (
      <GridPage
        {...{ ctx, address, csrf, place, lines, sheet, kept: dossier.stored.sheet, waits, said: said ?? null }}
        {...{ revision: dossier.stored.revision }}
      />
    ),
  }
}

async function posted(ctx: Ctx, request: RoomRequest, place: Place, form: FormData): Promise<RoomAnswer> {
  const dossier = await lockedDossier(ctx, place.unit, place.period)
  const there = `${request.address}?${new URLSearchParams({ dv: place.unit, ky: place.period })}`
  switch (form.get('do')) {
    case 'tep':
      return previewed(ctx, request, place, dossier, form)
    case 'duyet':
    case 'tra-lai':
      return decided(ctx, request, place, dossier, form, there)
    case 'gui':
      return sent(ctx, request, place, dossier, form, there)
    case 'xoa-chua-hieu':
      await keepSheet(ctx, dossier, dossier.stored, { ...dossier.stored.sheet, unread: [] })
      return page(ctx, request, place, await opened(ctx, place.unit, place.period), {})
    default:
      return saved(ctx, request, place, dossier, form)
  }
}

/** What the page says is kept, whether it is understood or not; cells that somebody else has changed meanwhile stay with them. */
async function saved(
  ctx: Ctx,
  request: RoomRequest,
  place: Place,
  dossier: Opened,
  form: FormData,
): Promise<RoomAnswer> {
  const { stored, rows } = dossier
  const filled = cellsSaved(ctx, dossier, form)
  const sheet = form.get('do') === 'giu-nguyen' ? keepRest(filled, rows, { by: ctx.person.id }) : filled
  const revision = await keepSheet(ctx, dossier, stored, sheet)
  const lines = linesIn(ctx, dossier, sheet)
  const wrong = lines.filter(
    ({ state }) => state === 'UNCLEAR' || state === 'WANTS_REASON' || state === 'OVERTAKEN',
  ).length
  const now = { ...dossier, stored: { ...stored, sheet, revision } }
  const said =
    wrong > 0
      ? { isGood: false, lines: [ctx.t('dossier.grid.problems', { count: wrong })] }
      : { isGood: true, lines: [ctx.t('dossier.grid.saved', { ready: ready(lines).length, open: gaps(lines).length })] }
  return page(ctx, request, place, now, { said })
}

function cellsSaved(ctx: Ctx, dossier: Opened, form: FormData): Sheet {
  const changed = changedCells(dossier.rows, form)
  const emptied = [...changed].filter(([, { typed }]) => typed === '').map(([topic]) => topic)
  const without = emptied.reduce((sheet, topic) => withEntry(sheet, topic, null), dossier.stored.sheet)
  return putFile(ctx, { ...dossier, stored: { ...dossier.stored, sheet: without } }, changed)
}

/** Hands in what stood on the page, read back: a cell that was changed since is read back first. */
async function sent(
  ctx: Ctx,
  request: RoomRequest,
  place: Place,
  dossier: Opened,
  form: FormData,
  there: string,
): Promise<RoomAnswer> {
  const shown = cellsSaved(ctx, dossier, form)
  const isSeen = JSON.stringify(shown) === JSON.stringify(dossier.stored.sheet)
  if (!isSeen || Number(form.get('lan')) !== dossier.stored.revision) {
    const revision = await keepSheet(ctx, dossier, dossier.stored, shown)
    const why = isSeen ? await whoChanged(ctx, dossier) : ctx.t('dossier.grid.unseen')
    const now = { ...dossier, stored: { ...dossier.stored, sheet: shown, revision } }
    return page(ctx, request, place, now, { said: { isGood: false, lines: [why] } })
  }
  const lines = linesIn(ctx, dossier, shown)
  if (ready(lines).length === 0)
    return page(ctx, request, place, dossier, { said: { isGood: false, lines: [ctx.t('dossier.nothingToSend')] } })
  return { goTo: there, isGood: true, say: receiptText(ctx, dossier, await handInDossier(ctx, dossier, lines)) }
}

/** What a filled in file would change, in the cells of the page: nothing is kept before it is saved there. */
async function previewed(
  ctx: Ctx,
  request: RoomRequest,
  place: Place,
  dossier: Opened,
  form: FormData,
): Promise<RoomAnswer> {
  const file = form.get('tep')
  const say = (isGood: boolean, lines: readonly string[], shown?: Sheet) =>
    page(ctx, request, place, dossier, { said: { isGood, lines }, ...(shown ? { shown } : {}) })
  if (!(file instanceof File) || file.size === 0) return say(false, [ctx.t('dossier.grid.fileMissing')])
  const read = await readTemplate(ctx, dossier, new Uint8Array(await file.arrayBuffer()))
  if (!read.ok) return say(false, [ctx.t('dossier.file.refused', { file: file.name }), ...read.problems])
  const shown = putFile(ctx, dossier, read.values)
  const count = cellsIn(shown).filter(([topic, typed]) => dossier.stored.sheet.entries[topic]?.typed !== typed).length
  const head = ctx.t(count > 0 ? 'dossier.grid.preview' : 'dossier.grid.previewSame', { file: file.name, count })
  const problems =
    read.problems.length > 0
      ? [ctx.t('dossier.file.problemsTitle', { count: read.problems.length }), ...read.problems]
      : []
  return say(problems.length === 0, [head, ...problems], shown)
}

/** The head lets through, or gives back, the rows that were ticked, as they stood on the page. */
async function decided(
  ctx: Ctx,
  request: RoomRequest,
  place: Place,
  dossier: Opened,
  form: FormData,
  there: string,
): Promise<RoomAnswer> {
  const fail = (why: string) => page(ctx, request, place, dossier, { said: { isGood: false, lines: [ctx.t(why)] } })
  const waits = await waitingRows(ctx, place.unit, place.period)
  const ticked = new Set(form.getAll('chon').map(String))
  const rows = waits?.rows.filter(({ sent: { recordId, version } }) => ticked.has(`${recordId}:${version}`)) ?? []
  if (!waits || rows.length === 0) return fail('dossier.grid.noneTicked')
  const isBack = form.get('do') === 'tra-lai'
  const reason = String(form.get('ly-do') ?? '')
    .normalize('NFC')
    .trim()
    .slice(0, reasonLength.max)
  if (isBack && reason.length < reasonLength.min) return fail('dossier.grid.whyMissing')
  const { done, not } = await decideRows(ctx, place, { as: waits.as, rows }, isBack ? { reason } : null)
  const [unit, period] = [place.units, place.periods].map(
    (list, at) => list.find(({ value }) => value === (at === 0 ? place.unit : place.period))?.label,
  )
  const said = ctx.t(`dossier.decided.${isBack ? 'back' : waits.as}`, { count: done.length, unit, period })
  return { goTo: there, isGood: not.length === 0, say: [said, ...not].join('\n') }
}
