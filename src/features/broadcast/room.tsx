import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import { dayAndHour } from '../../reminders/plan/sending-hours.ts'
import { everyOpen } from '../../reminders/round/load-round.ts'
import { newId } from '../../store/new-id.ts'
import { ANNOUNCEMENT, announcement, isAnnounced } from './announcement.ts'
import { ComposePage } from './compose-page.tsx'
import { BroadcastsPage } from './list-page.tsx'
import { audienceOptions, openDuties } from './options.ts'
import { planBroadcast } from './plan.ts'
import { PreviewPage } from './preview-page.tsx'
import { readDraft, toFrom } from './read-draft.ts'
import { ResultPage } from './result-page.tsx'
import { cancelBroadcast, outcomes, resultsOf } from './results.ts'
import { sendToMany } from './rights.ts'
import { type Draft, farthestDays, isNudge, type Problem, reasonLength } from './rules.ts'
import { sendBroadcast } from './send.ts'
import { latestBroadcasts } from './store.ts'
import { templates, templateText } from './templates.ts'

/** Nudges and broadcasts on the desk: written, looked at, confirmed, and what became of them. */
export const broadcastRoom: DeskRoom = {
  path: 'gui-tin',
  title: 'broadcast.title',
  door: 'urging',
  mayOpen: person => may(person, sendToMany),

  answer: async (ctx, request) => {
    const { rest, form } = request
    if (rest === '') return list(ctx, request)
    if (rest === 'moi' && !form && request.search.get('mau') === ANNOUNCEMENT) return announcing(ctx, request)
    if (rest === 'moi')
      return form ? written(ctx, request, form) : composing(ctx, request, await freshDraft(ctx, request))
    return form ? cancelling(ctx, request, form) : results(ctx, request, null)
  },
}

async function list(ctx: Ctx, { address }: RoomRequest): Promise<RoomAnswer> {
  const lines = await latestBroadcasts(ctx)
  const announced = await isAnnounced(ctx)
  return { title: ctx.t('broadcast.title'), body: () => <BroadcastsPage {...{ ctx, address, lines, announced }} /> }
}

/** The announcement of the launch, or what became of it. */
async function announcing(ctx: Ctx, request: RoomRequest): Promise<RoomAnswer> {
  const goTo = `${request.address}/${ctx.campaign.id}`
  if (await isAnnounced(ctx)) return { goTo, isGood: true, say: ctx.t('broadcast.announcement.sent') }
  return composing(ctx, request, announcement(ctx))
}

/** Begins with what is nearest, or with what the address names: a link from the overdue board. */
async function freshDraft(ctx: Ctx, { search }: RoomRequest): Promise<Draft> {
  const [nearest] = openDuties(ctx, await everyOpen(ctx.tx, ctx.campaign, ctx.today.toString()))
  const to = toFrom(search.get('toi') ?? nearest?.value ?? 'all', [])
  const audience: Draft['audience'] = { to, roles: ['focalPoint', 'head'] }
  const text = templateText(isNudge(audience) ? 'remind' : 'notice', ctx.t)
  return { id: newId(ctx.now), audience, text, at: null, reason: '' }
}

/** The form was posted: a template is wanted, or another look at the form, or the preview, or it is confirmed. */
async function written(ctx: Ctx, request: RoomRequest, form: FormData): Promise<RoomAnswer> {
  const draft = readDraft(form, ctx.now)
  const wanted = String(form.get('do') ?? '')
  const template = templates.find(name => wanted === `mau:${name}`)
  if (template) return composing(ctx, request, { ...draft, text: templateText(template, ctx.t) })
  if (wanted === 'sua') return composing(ctx, request, draft)
  if (wanted === 'gui') return confirmed(ctx, request, draft)
  const planned = await planBroadcast(ctx, draft)
  if (planned.problems.length > 0) return composing(ctx, request, draft, planned.problems)
  const { address, csrf } = request
  return {
    title: ctx.t('broadcast.preview.title'),
    body: () => <PreviewPage ctx={ctx} address={address} csrf={csrf} draft={draft} planned={planned} />,
  }
}

async function confirmed(ctx: Ctx, request: RoomRequest, draft: Draft): Promise<RoomAnswer> {
  const sent = await sendBroadcast(ctx, draft)
  const goTo = `${request.address}/${draft.id}`
  if (sent.sent) {
    const params = { count: sent.count, unreachable: sent.unreachable }
    return { goTo, isGood: true, say: ctx.t('broadcast.sent', params) }
  }
  switch (sent.why) {
    case 'again':
      return { goTo, isGood: true, say: ctx.t('broadcast.sentBefore') }
    case 'notYours':
      return { goTo: request.address, isGood: false, say: ctx.t('broadcast.notYours') }
    case 'problems':
      return composing(ctx, request, draft, sent.problems)
  }
}

async function composing(
  ctx: Ctx,
  { address, csrf }: RoomRequest,
  draft: Draft,
  problems: readonly Problem[] = [],
): Promise<RoomAnswer> {
  const options = await audienceOptions(ctx)
  const now = dayAndHour(ctx.now, ctx.campaign.timeZone)
  const props = {
    t: ctx.t,
    address,
    csrf,
    draft,
    options,
    problems,
    earliest: `${now.day}T${now.hour}`,
    latest: `${ctx.today.add({ days: farthestDays }).toString()}T23:59`,
  }
  return {
    title: ctx.t('broadcast.compose.title'),
    body: () => <ComposePage {...props} />,
    ...(problems.length > 0 ? { status: 422 as const } : {}),
  }
}

async function results(ctx: Ctx, request: RoomRequest, refused: string | null): Promise<RoomAnswer | null> {
  const { rest, search, address, csrf } = request
  const found = isId(rest) ? await resultsOf(ctx, rest) : null
  if (!found) return null
  const outcome = outcomes.find(name => name === search.get('kq')) ?? null
  const page = Math.max(1, Math.trunc(Number(search.get('trang'))) || 1)
  return {
    title: ctx.t('broadcast.title'),
    body: () => <ResultPage {...{ ctx, address, csrf, found, outcome, page, refused }} />,
    ...(refused === null ? {} : { status: 422 as const }),
  }
}

async function cancelling(ctx: Ctx, request: RoomRequest, form: FormData): Promise<RoomAnswer | null> {
  if (!isId(request.rest) || form.get('do') !== 'huy') return null
  const reason = String(form.get('ly-do') ?? '')
    .normalize('NFC')
    .trim()
    .slice(0, reasonLength.max)
  if (reason.length < reasonLength.min) return results(ctx, request, reason)
  const { ok, say } = await cancelBroadcast(ctx, request.rest, reason)
  return { goTo: `${request.address}/${request.rest}`, isGood: ok, say }
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
