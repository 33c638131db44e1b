import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { readDayCell } from '../../office-files/day-cell.ts'
import { fileProblemText } from '../../office-files/file-problem.ts'
import { readListFrom } from '../../office-files/read-list.ts'
import { may } from '../../people/may.ts'
import { nominationRights } from './rights.ts'
import { concludeStopFact, type GivenList, loadStopFacts } from './stop-facts.ts'
import { stopColumns, stopEntriesIn, stopEntry } from './stop-list.ts'
import { matchesOf } from './stop-matches.ts'
import { PreviewPage, StopPage } from './stop-pages.tsx'

/** Facts of agencies that can stop an award: a list is looked at first and then taken in; each runs out, or is concluded on. */
export const stopRoom: DeskRoom = {
  path: 'thong-tin-can-tro',
  group: 'grounds',
  title: 'nomination.stop.title',
  door: 'praise',
  mayOpen: person => may(person, nominationRights.loadStopFacts),

  answer: async (ctx, request) => {
    const { rest, form } = request
    if (rest === '' && !form) return shown(ctx, request, [])
    if (!form) return null
    if (rest === 'xem') return previewed(ctx, request, form)
    if (rest === 'nap') return loaded(ctx, request, form)
    return rest === 'ket-luan' ? concluded(ctx, request, form) : null
  },
}

async function shown(ctx: Ctx, { address, csrf }: RoomRequest, problems: readonly string[]): Promise<RoomAnswer> {
  const facts = await ctx.tx.stopFact.findMany({
    where: { expiresOn: { gte: ctx.today.toString() } },
    orderBy: [{ givenOn: 'desc' }, { agency: 'asc' }, { name: 'asc' }],
  })
  const matches = await matchesOf(ctx, facts)
  return {
    title: ctx.t('nomination.stop.title'),
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    body: () => <StopPage {...{ ctx, facts, matches, problems, address, csrf }} />,
  }
}

async function previewed(ctx: Ctx, request: RoomRequest, form: FormData): Promise<RoomAnswer> {
  const { t, campaign } = ctx
  const agency = String(form.get('co-quan') ?? '').trim()
  const givenOn = readDayCell(String(form.get('ngay') ?? ''))
  const expiresOn = readDayCell(String(form.get('den-ngay') ?? ''))
  const file = form.get('tep')
  if (agency === '' || givenOn === null || expiresOn === null) return shown(ctx, request, [t('nomination.stop.needed')])
  if (!(file instanceof File) || file.size === 0) return shown(ctx, request, [t('nomination.stop.file')])
  const list = await readListFrom(file.name, new Uint8Array(await file.arrayBuffer()), stopColumns)
  const read = list.ok ? stopEntriesIn(list.value, { units: campaign.units, expiresOn, givenOn }) : list
  if (!read.ok)
    return shown(
      ctx,
      request,
      read.problems.map(problem => fileProblemText(problem, t)),
    )
  const given = { agency, givenOn, entries: read.value }
  const matches = await matchesOf(ctx, read.value)
  return {
    title: t('nomination.stop.title'),
    body: () => <PreviewPage {...{ ctx, given, matches, address: request.address, csrf: request.csrf }} />,
  }
}

async function loaded(ctx: Ctx, { address }: RoomRequest, form: FormData): Promise<RoomAnswer> {
  const count = await loadStopFacts(ctx, givenIn(form))
  return { goTo: address, isGood: true, say: ctx.t('nomination.stop.loaded', { count }) }
}

/** What the preview showed. */
function givenIn(form: FormData): GivenList {
  const entries = stopEntry.array().parse(JSON.parse(String(form.get('danh-sach') ?? '[]')))
  return { agency: String(form.get('co-quan') ?? ''), givenOn: String(form.get('ngay') ?? ''), entries }
}

async function concluded(ctx: Ctx, { address }: RoomRequest, form: FormData): Promise<RoomAnswer> {
  const note = String(form.get('ket-luan') ?? '').trim()
  const conclusion = form.get('kq') === 'VIOLATION' ? 'VIOLATION' : 'CLEARED'
  if (note === '') return { goTo: address, isGood: false, say: ctx.t('records.reasonNeeded') }
  const isDone = await concludeStopFact(ctx, String(form.get('id') ?? ''), conclusion, note)
  return { goTo: address, isGood: isDone, say: ctx.t(isDone ? 'nomination.stop.concluded' : 'nomination.stop.gone') }
}
