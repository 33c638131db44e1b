import { unitName } from '../../campaign/names.ts'
import type { Ctx, Outcome, Screen } from '../../contract/feature.ts'
import { reportRights } from '../../figures/rights.ts'
import { may } from '../../people/may.ts'
import { manyOf } from '../../records/bulk.ts'
import { anyKind } from '../../records/kind.ts'
import { correctInChat, showRecord } from '../../records/screens.ts'
import { explanation } from './kind.ts'
import { pilotOf } from './pilot.ts'
import { type Asked, findRequest, seriesOfUnit } from './store.ts'
import { verdictOf } from './verdict.ts'
import { verdictId } from './verdicts.ts'
import { outlookLine } from './words.ts'

const kind = anyKind(explanation)

/** «Giải trình»: the questions, what was given already, or why there is nothing to explain any more. */
export async function askExplanation(ctx: Ctx, id: string): Promise<Outcome> {
  const request = await findRequest(ctx.tx, ctx.campaign.id, id)
  if (!request) return { text: ctx.t('forecast.gone') }
  if (!may(ctx.person, reportRights.write, request)) return { text: ctx.t('forecast.notYours') }
  const { record } = request
  if (record?.state === 'RETURNED') return correctInChat(ctx, kind, { id: record.id })
  if (record) return showRecord(ctx, kind, record.id)
  if (request.state === 'CANCELLED') return { text: ctx.t('forecast.notNeeded'), choices: [toShow(ctx, request)] }
  const { unitCode, targetCode } = request
  const pilot = pilotOf(ctx.campaign, request.pilotCode)
  const points = pilot ? await seriesOfUnit(ctx.tx, ctx.campaign, pilot, unitCode) : []
  const verdict = pilot && verdictOf(points, pilot, ctx.today.toString())
  const outlook = verdict?.outlooks.find(({ milestone }) => milestone.code === targetCode)
  const name = unitName(ctx.campaign, unitCode)
  return {
    start: 'forecast.explain',
    key: id,
    params: {
      ...{ unit: unitCode, unitName: name, request: id, target: targetCode, record: null, basedOn: 0 },
      line: verdict && outlook ? outlookLine(ctx.t, outlook, verdict) : '',
      about: name,
    },
  }
}

/** An officer has read the explanations of a unit: one decision on all of them. */
export async function seeExplanations(ctx: Ctx, requests: readonly Asked[]): Promise<{ ok: boolean; say: string }> {
  const ids = requests.flatMap(request => (request.record && maySee(ctx, request) ? [request.record.id] : []))
  const { done } = await manyOf(kind).act(ctx, ids, 'see', '')
  return done.length > 0
    ? { ok: true, say: ctx.t('forecast.see.done') }
    : { ok: false, say: ctx.t('forecast.see.notOpen') }
}

/** Whether the explanation waits for this person: who verifies the figure reads why it is low. */
export function maySee(ctx: Pick<Ctx, 'person' | 'campaign'>, { record, unitCode, targetCode }: Asked): boolean {
  if (record?.state !== 'EXPLAINED') return false
  const focalAgencies = ctx.campaign.plan.targets.find(({ code }) => code === targetCode)?.focalAgencies ?? []
  return may(ctx.person, reportRights.verify, { unitCode, authorId: record.authorId, focalAgencies })
}

function toShow(ctx: Ctx, request: Asked): NonNullable<Screen['choices']>[number] {
  const id = verdictId(request.unitCode, { code: request.pilotCode })
  return { label: ctx.t('forecast.notice.chart'), go: { to: 'forecast.show', args: { id } } }
}
