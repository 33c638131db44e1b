import { dayOf } from '../../clock.ts'
import type { Ctx, Screen } from '../../contract/feature.ts'
import { reportRights } from '../../figures/rights.ts'
import { may } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { maySee } from './explain.ts'
import { pictureOf } from './picture.ts'
import { saidState, saidTo } from './said.ts'
import type { Asked } from './store.ts'
import { nextOutlook } from './verdict.ts'
import { DESK_PATH, findVerdict, type UnitVerdict, unitVerdicts } from './verdicts.ts'
import { bandInWords, outlookLine } from './words.ts'

type Args = Readonly<Record<string, string>>

const shownAtOnce = 8

/** The units this person may see, by risk; a single one at once. */
export async function listForecasts(ctx: Ctx, args: Args): Promise<Screen> {
  const all = await unitVerdicts(ctx)
  const [only] = all
  if (!only) return { text: ctx.t('forecast.none') }
  if (all.length === 1) return screenOf(ctx, only)
  const from = Math.min(Math.max(0, Number(args.from ?? 0) || 0), all.length - 1)
  const shown = all.slice(from, from + shownAtOnce)
  const rest = all.length - from - shown.length
  const more = {
    label: ctx.t('forecast.list.more', { rest }),
    go: { to: 'forecast', args: { from: String(from + shownAtOnce) } },
  }
  return {
    title: ctx.t('forecast.list.title'),
    text: ctx.t('forecast.list.text'),
    choices: [
      ...shown.map(one => ({ label: labelOf(ctx, one), go: { to: 'forecast.show', args: { id: one.id } } })),
      ...(rest > 0 ? [more] : []),
      { label: ctx.t('progress.toMenu'), go: { to: 'menu' } },
    ],
  }
}

/** One unit: what is needed, where it leads, what was explained, and the picture. */
export async function showForecast(ctx: Ctx, id: string): Promise<Screen> {
  const found = await findVerdict(ctx, id)
  return found ? screenOf(ctx, found) : { text: ctx.t('forecast.gone') }
}

async function screenOf(ctx: Ctx, found: UnitVerdict): Promise<Screen> {
  const { t } = ctx
  const { unitCode, unitName, pilot, verdict, requests } = found
  const picture = await pictureOf(ctx.tx, t, { unitCode, unitName, pilot, verdict }, ctx.now)
  const asked = requests.findLast(request => saidState(request) !== 'CANCELLED')
  const mayReport = may(ctx.person, reportRights.write, { unitCode })
  return {
    title: unitName,
    text: [
      t(`forecast.lights.${found.light}`),
      ...verdict.outlooks.map(outlook => outlookLine(t, outlook, verdict)),
      ...(verdict.isStale ? [t('forecast.show.stale')] : []),
      ...(asked ? [explanationLine(ctx, asked)] : []),
    ].join('\n'),
    ...(picture ? { attachments: [picture] } : {}),
    links: [{ label: t('forecast.notice.web'), url: deskUrl(ctx, found) }],
    choices: [
      ...(mayReport && asked?.state === 'OPEN'
        ? [{ label: t('forecast.notice.explain'), go: { to: 'forecast.explain', args: { id: asked.id } } }]
        : []),
      ...(mayReport
        ? [
            {
              label: t('forecast.notice.report'),
              go: { to: 'report.target', args: { unit: unitCode, code: pilot.code } },
            },
          ]
        : []),
      ...(requests.some(request => maySee(ctx, request))
        ? [{ label: t('forecast.see.action'), go: { to: 'forecast.see', args: { id: found.id } } }]
        : []),
      { label: t('progress.toMenu'), go: { to: 'menu' } },
    ],
  }
}

function explanationLine(ctx: Ctx, request: Asked): string {
  const said = saidTo(request)
  if (!said) return ctx.t('forecast.show.asked', { day: formatDate(request.askedOn) })
  const { sentAt, cause, remedy } = said
  const day = formatDate(dayOf(sentAt, ctx.campaign.timeZone).toString())
  return ctx.t('forecast.show.explanation', { day, cause, remedy })
}

function labelOf(ctx: Ctx, { unitName, light, verdict }: UnitVerdict): string {
  const band = nextOutlook(verdict)?.band
  const params = { unit: unitName, light: ctx.t(`forecast.lights.${light}`) }
  return band
    ? ctx.t('forecast.list.lineBand', { ...params, band: bandInWords(ctx.t, band) })
    : ctx.t('forecast.list.line', params)
}

function deskUrl(ctx: Ctx, { id }: UnitVerdict): string {
  return `${ctx.publicUrl}/desk/${DESK_PATH}/${encodeURIComponent(id)}`
}
