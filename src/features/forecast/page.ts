import { namesOf } from '../../campaign/target-names.ts'
import { dayOf } from '../../clock.ts'
import { inOrder, stateColumn } from '../../contract/columns.ts'
import type { DeskDetail, DeskPage, DeskRow, Tone } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { reportRights } from '../../figures/rights.ts'
import { historyOf } from '../../people/history.ts'
import { mayEver } from '../../people/may.ts'
import { formatDate, formatMoney, formatMoneyShort } from '../../reading/format.ts'
import { fold } from '../../reading/text.ts'
import { historyOfRecord, versionsSeen } from '../../records/history.ts'
import { anyKind } from '../../records/kind.ts'
import { maySee, seeExplanations } from './explain.ts'
import { explanation } from './kind.ts'
import { pictureOf } from './picture.ts'
import { type SaidState, saidState, saidTo } from './said.ts'
import type { Asked } from './store.ts'
import { gravity, type Light, nextOutlook } from './verdict.ts'
import { DESK_PATH, findVerdict, type UnitVerdict, unitVerdicts } from './verdicts.ts'
import { bandInWords, outlookLine, paceInWords, percentOf, roughPercent } from './words.ts'

const tones: Readonly<Record<Light, Tone>> = {
  NO_FIGURE: 'neutral',
  TOO_FEW: 'neutral',
  REACHED: 'good',
  ON_TRACK: 'good',
  AT_RISK: 'waiting',
  MISS: 'bad',
  OVER: 'bad',
}

const lights = Object.keys(gravity) as Light[]

/** The units by risk: how fast they must go, where they are going, what they say of it. */
export const forecastPage: DeskPage = {
  path: DESK_PATH,
  title: 'forecast.page.title',
  door: 'figures',
  mayOpen: person => mayEver(person, 'campaign.see') || mayEver(person, reportRights.write),
  columns: ['unit', 'sum', 'goals', 'needed', 'forecast', 'explanation'].map(column => `forecast.page.${column}`),
  sorts: ['unit', 'sum', stateColumn],

  filters: async ctx => [
    {
      name: 'state',
      label: ctx.t('forecast.page.light'),
      options: lights.toReversed().map(light => ({ value: light, label: ctx.t(`forecast.lights.${light}`) })),
    },
    {
      name: 'asks',
      label: ctx.t('forecast.page.asks'),
      options: explanationStates.map(state => ({ value: state, label: ctx.t(`forecast.page.states.${state}`) })),
    },
  ],

  rows: async (ctx, query) => {
    const words = fold(query.q)
    const { state, asks } = query.filters
    const found = (await unitVerdicts(ctx)).filter(
      one =>
        (!state || one.light === state) &&
        (!asks || askedState(one) === asks) &&
        (words === '' || fold(one.unitName).includes(words)),
    )
    const from = (query.page - 1) * query.size
    const ordered = inOrder(found, query.sort, {
      unit: ({ unitName }) => unitName,
      sum: ({ verdict: { latest } }) => (latest ? Number((latest.done * 10_000n) / (latest.plan || 1n)) : -1),
      [stateColumn]: ({ light }) => lights.indexOf(light),
    })
    return { total: found.length, rows: ordered.slice(from, from + query.size).map(one => rowOf(ctx, one)) }
  },

  detail: async (ctx, id) => {
    const found = await findVerdict(ctx, id)
    return found ? detailOf(ctx, found) : null
  },

  act: async (ctx, id, action) => {
    const found = await findVerdict(ctx, id)
    return found && action === 'see' ? seeExplanations(ctx, found.requests) : { ok: false, say: ctx.t('forecast.gone') }
  },
}

const explanationStates: readonly SaidState[] = ['OPEN', 'EXPLAINED', 'SEEN', 'RETURNED']

function askedState({ requests }: UnitVerdict): SaidState | 'NONE' {
  return requests.map(saidState).findLast(state => state !== 'CANCELLED') ?? 'NONE'
}

function rowOf(ctx: Ctx, one: UnitVerdict): DeskRow {
  const { t } = ctx
  const { latest } = one.verdict
  const next = nextOutlook(one.verdict)
  return {
    id: one.id,
    cells: [
      one.unitName,
      latest ? t('forecast.page.share', { percent: percentOf(latest), day: formatDate(latest.day) }) : none(ctx),
      next ? goalOf(ctx, next.milestone) : none(ctx),
      next?.pace?.is === 'needed' ? paceInWords(t, next.pace) : none(ctx),
      next?.band ? bandInWords(t, next.band) : none(ctx),
      t(`forecast.page.states.${askedState(one)}`),
    ],
    state: stateOf(ctx, one),
  }
}

async function detailOf(ctx: Ctx, one: UnitVerdict): Promise<DeskDetail> {
  const { t } = ctx
  const { unitCode, unitName, pilot, verdict, requests } = one
  const { latest, points } = verdict
  const picture = await pictureOf(ctx.tx, t, { unitCode, unitName, pilot, verdict }, ctx.now)
  const label = (name: string, params?: Record<string, unknown>) => t(`forecast.page.${name}`, params)
  const history: DeskDetail['history'][number][] = []
  for (const { id, recordId } of requests) {
    history.push(...(await historyOf(ctx, 'explanation', id)))
    const versions = recordId ? await versionsSeen(ctx, recordId, true) : []
    history.push(...(await historyOfRecord(ctx, anyKind(explanation), versions, true)))
  }
  return {
    title: unitName,
    state: stateOf(ctx, one),
    fields: [
      {
        label: label('target'),
        value: namesOf(ctx.campaign.plan.targets.filter(({ code }) => pilot.codes.includes(code))),
      },
      ...(latest
        ? [
            { label: label('plan'), value: formatMoney(latest.plan) },
            { label: label('done'), value: `${formatMoney(latest.done)} (${percentOf(latest)})` },
            { label: label('day'), value: formatDate(latest.day) },
          ]
        : []),
      ...verdict.outlooks.map(outlook => ({
        label: label('goalLine', { percent: outlook.milestone.percent, day: formatDate(outlook.milestone.dueOn) }),
        value: `${t(`forecast.lights.${outlook.light}`)}. ${outlookLine(t, outlook, verdict)}`,
      })),
      ...requests.toReversed().flatMap(request => requestFields(ctx, request)),
      ...(points.length > 0
        ? [
            {
              label: label('series'),
              value: points
                .map(point =>
                  t('forecast.page.point', {
                    day: formatDate(point.day),
                    done: formatMoneyShort(point.done),
                    percent: percentOf(point),
                  }),
                )
                .join('\n'),
            },
          ]
        : []),
      { label: label('method'), value: label('methodText') },
    ],
    files: [],
    pictures: picture ? [{ fileId: picture.fileId, words: label('picture', { unit: unitName }) }] : [],
    history,
    actions: requests.some(request => maySee(ctx, request))
      ? [{ name: 'see', label: t('forecast.see.action'), needsReason: false, tone: 'good' }]
      : [],
  }
}

function requestFields(ctx: Ctx, request: Asked): DeskDetail['fields'] {
  const { t } = ctx
  const { askedOn, forecastMid, forecastHigh } = request
  const said = saidTo(request)
  const asked = {
    label: t('forecast.page.askedOn', { day: formatDate(askedOn) }),
    value: t('forecast.page.askedValue', {
      state: t(`forecast.page.states.${saidState(request)}`),
      mid: roughPercent(forecastMid),
      high: roughPercent(forecastHigh),
    }),
  }
  if (!said) return [asked]
  const { sentAt, cause, remedy } = said
  const day = formatDate(dayOf(sentAt, ctx.campaign.timeZone).toString())
  return [
    asked,
    { label: t('forecast.page.cause', { day }), value: cause },
    { label: t('forecast.page.remedy'), value: remedy },
  ]
}

function stateOf(ctx: Ctx, { light }: UnitVerdict) {
  return { label: ctx.t(`forecast.lights.${light}`), tone: tones[light] }
}

function goalOf(ctx: Ctx, { percent, dueOn }: { percent: number; dueOn: string }): string {
  return ctx.t('forecast.page.goal', { percent, day: formatDate(dueOn) })
}

function none(ctx: Ctx): string {
  return ctx.t('forecast.page.noPace')
}
