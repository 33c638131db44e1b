import type { Ctx, Outcome, Screen } from '../../contract/feature.ts'
import { timesNow } from '../../contract/three-times.ts'
import type { Params } from '../../conversation/field.ts'
import { writeAudit } from '../../people/audit.ts'
import { may } from '../../people/may.ts'
import type { ExplanationRequest } from '../../store/generated/client.ts'
import { pilotOf } from './pilot.ts'
import { standingId } from './standings.ts'
import { findRequest, seriesOfUnit } from './store.ts'
import { standingOf } from './verdict.ts'
import { outlookLine } from './words.ts'

/** «Giải trình»: the questions, or why there is nothing to explain any more. */
export async function askExplanation(ctx: Ctx, id: string): Promise<Outcome> {
  const request = await findRequest(ctx.tx, ctx.campaign.id, id)
  if (!request) return { text: ctx.t('forecast.gone') }
  if (!may(ctx.person, 'report.write', request)) return { text: ctx.t('forecast.notYours') }
  const unit = unitNameOf(ctx, request)
  if (request.answeredAt) return already(ctx, request)
  if (request.state === 'CANCELLED') return { text: ctx.t('forecast.notNeeded'), choices: [toShow(ctx, request)] }
  const pilot = pilotOf(ctx.campaign, request.pilotCode)
  const points = pilot ? await seriesOfUnit(ctx.tx, ctx.campaign, pilot, request.unitCode) : []
  const standing = pilot && standingOf(points, pilot, ctx.today.toString())
  const outlook = standing?.outlooks.find(({ milestone }) => milestone.code === request.targetCode)
  const line = standing && outlook ? outlookLine(ctx.t, outlook, standing) : ''
  return { start: 'forecast.explain', key: id, params: { id, unit, line, about: request.targetCode } }
}

/**
 * Keeps the explanation, also when a newer figure has made it needless meanwhile: what somebody has written is not lost. The
 * first one stays; whoever comes second is told.
 */
export async function keepExplanation(
  ctx: Ctx,
  params: Params,
  { cause, remedy }: { cause: string; remedy: string },
): Promise<Outcome> {
  const request = await findRequest(ctx.tx, ctx.campaign.id, String(params.id))
  if (!request) return { text: ctx.t('forecast.gone') }
  if (!may(ctx.person, 'report.write', request)) return { text: ctx.t('forecast.notYours') }
  const { count } = await ctx.tx.explanationRequest.updateMany({
    where: { id: request.id, answeredAt: null },
    data: { cause, remedy, state: 'EXPLAINED', answeredById: ctx.person.id, answeredAt: ctx.now, ...timesNow(ctx) },
  })
  if (count === 0) return already(ctx, (await findRequest(ctx.tx, ctx.campaign.id, request.id)) ?? request)
  const held = ctx.person.roles.find(role => {
    const alone = { ...ctx.person, roles: [role] }
    return may(alone, 'report.write', request)
  })
  await write(ctx, request, held?.role ?? 'GUEST', 'explanation.answer', 'EXPLAINED')
  const office = ctx.campaign.plan.managingOffices.find(code => ctx.campaign.units.has(code)) ?? ''
  return {
    text: ctx.t('forecast.explained', {
      unit: unitNameOf(ctx, request),
      office: ctx.campaign.units.get(office)?.name ?? office,
    }),
    choices: [toShow(ctx, request), { label: ctx.t('progress.toMenu'), go: { to: 'menu' } }],
  }
}

/** An officer has read the explanations of a unit. */
export async function seeExplanations(
  ctx: Ctx,
  requests: readonly ExplanationRequest[],
): Promise<{ ok: boolean; say: string }> {
  const fresh = requests.filter(({ state }) => state === 'EXPLAINED').filter(request => maySee(ctx, request))
  let seen = 0
  for (const request of fresh) {
    const { count } = await ctx.tx.explanationRequest.updateMany({
      where: { id: request.id, state: 'EXPLAINED' },
      data: { state: 'SEEN' },
    })
    if (count === 0) continue
    seen += 1
    const held = ctx.person.roles.find(role => maySee({ ...ctx, person: { ...ctx.person, roles: [role] } }, request))
    await write(ctx, request, held?.role ?? 'GUEST', 'explanation.see', 'SEEN')
  }
  return seen > 0 ? { ok: true, say: ctx.t('forecast.see.done') } : { ok: false, say: ctx.t('forecast.see.notOpen') }
}

/** Whether the explanation waits for this person: who verifies the figure reads why it is low. */
export function maySee(ctx: Pick<Ctx, 'person' | 'campaign'>, request: ExplanationRequest): boolean {
  const { unitCode, targetCode } = request
  const focalAgencies = ctx.campaign.plan.targets.find(({ code }) => code === targetCode)?.focalAgencies ?? []
  return may(ctx.person, 'report.verify', { unitCode, authorId: request.answeredById ?? '', focalAgencies })
}

export function unitNameOf(ctx: Pick<Ctx, 'campaign'>, { unitCode }: Pick<ExplanationRequest, 'unitCode'>): string {
  return ctx.campaign.units.get(unitCode)?.name ?? unitCode
}

type Entry = Parameters<typeof writeAudit>[1]

function write(
  ctx: Ctx,
  { id, state }: ExplanationRequest,
  actorRole: Entry['actorRole'],
  action: string,
  to: string,
): Promise<void> {
  const entry = { actorId: ctx.person.id, actorRole, subjectType: 'explanation' as const, subjectId: id }
  return writeAudit(ctx.tx, { ...entry, action, from: state, to }, ctx.now)
}

function already(ctx: Ctx, request: ExplanationRequest): Screen {
  const time = request.answeredAt ? ctx.localTime(request.answeredAt) : ''
  return { text: ctx.t('forecast.already', { unit: unitNameOf(ctx, request), time }), choices: [toShow(ctx, request)] }
}

function toShow(ctx: Ctx, request: ExplanationRequest) {
  const id = standingId(request.unitCode, { code: request.pilotCode })
  return { label: ctx.t('forecast.notice.chart'), go: { to: 'forecast.show', args: { id } } }
}
