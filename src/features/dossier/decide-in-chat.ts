import { periodName } from '../../campaign/period-name.ts'
import type { Ctx, Outcome, Screen, StartForm } from '../../contract/feature.ts'
import { reasonLength } from '../../contract/reason.ts'
import type { Params } from '../../conversation/field.ts'
import { unitName } from '../progress/unit-name.ts'
import { decideRows, type Waits, waitingRows } from './deciding.ts'
import { readDecision } from './decision.ts'
import { chosenIn, decisionForm } from './form.ts'

interface Place {
  unit: string
  period: string
}

/** The whole dossier before the person who decides on it: what is new beside what counted last. */
export async function showDecision(
  ctx: Ctx,
  place: Place,
  lead: readonly string[] = [],
  back: readonly number[] = [],
): Promise<Outcome> {
  const waits = await waitingRows(ctx, place.unit, place.period)
  if (!waits) return nothingWaits(ctx, place, lead)
  return asking(ctx, place, waits, lead, back)
}

function nothingWaits(ctx: Ctx, { unit, period }: Place, lead: readonly string[]): Screen {
  const none = ctx.t('dossier.decide.none', { period: periodName(period, ctx.t), unit: unitName(ctx, unit) })
  return {
    text: (lead.length > 0 ? lead : [none]).join('\n\n'),
    choices: [
      { label: ctx.t('decisions.next'), go: { to: 'decide' } },
      { label: ctx.t('records.toMenu'), go: { to: 'menu' } },
    ],
  }
}

/** `back`: the rows that go back, of which only the reason is still missing. */
function asking(
  ctx: Ctx,
  { unit, period }: Place,
  waits: Waits,
  lead: readonly string[],
  back: readonly number[],
): StartForm {
  const { t } = ctx
  const params = { count: waits.rows.length, period: periodName(period, t), unit: unitName(ctx, unit) }
  const lines = waits.rows.map(row =>
    t(
      row.lastShown === '' ? 'dossier.decide.first' : isUnchanged(row) ? 'dossier.decide.same' : 'dossier.decide.line',
      {
        ...{ n: row.n, name: row.name, value: row.sent.shown, last: row.lastShown },
      },
    ),
  )
  const text =
    back.length > 0
      ? t('dossier.decide.why', { rows: back.join(', ') })
      : [t(`dossier.decide.${waits.as}`, params), lines.join('\n'), t(`dossier.decide.how.${waits.as}`)].join('\n\n')
  const choices =
    back.length > 0
      ? [{ label: t('dossier.choices.table'), does: 'table' }]
      : [{ label: t(`dossier.choices.${waits.as}`, { count: waits.rows.length }), does: 'all' }]
  return {
    start: decisionForm.id,
    key: `${unit}:${period}`,
    params: {
      ...{ unit, period, text: [...lead, text].join('\n\n'), choices, back: [...back] },
      seen: Object.fromEntries(waits.rows.map(row => [row.sent.recordId, row.sent.version])),
    },
  }
}

const isUnchanged = ({ lastShown, sent }: Waits['rows'][number]): boolean => lastShown === sent.shown

/** What was said of the dossier: done for the rows that the person has seen, and said what is left. */
export async function decideSaid(ctx: Ctx, typed: string, params: Params): Promise<Outcome> {
  const place = { unit: String(params.unit), period: String(params.period) }
  const waits = await waitingRows(ctx, place.unit, place.period)
  if (!waits) return showDecision(ctx, place)
  const does = chosenIn(typed, params)
  if (does === 'table') return showDecision(ctx, place)
  const asked = Array.isArray(params.back) ? params.back.map(Number) : []
  const decision =
    asked.length > 0
      ? { is: 'return' as const, rows: asked, reason: typed.trim() }
      : does === 'all'
        ? { is: 'all' as const, but: [], counted: null }
        : readDecision(typed)
  switch (decision.is) {
    case 'all': {
      if (decision.counted !== null && decision.counted !== waits.rows.length)
        return showDecision(ctx, place, [ctx.t('dossier.decide.otherCount', { count: waits.rows.length })])
      return of(
        ctx,
        place,
        waits,
        seenRows(waits, params, row => !decision.but.includes(row.n)),
        decision.but,
        null,
      )
    }
    case 'split': {
      const others = seenRows(waits, params, row => !decision.but.includes(row.n))
      const back = seenRows(waits, params, row => decision.but.includes(row.n))
      if (decision.reason.length < reasonLength.min || others.length === 0 || back.length === 0)
        return showDecision(ctx, place, [ctx.t('dossier.decide.unclear')])
      const said = await decided(ctx, place, { as: waits.as, rows: others }, null)
      return of(ctx, place, waits, back, decision.but, { reason: decision.reason }, [said])
    }
    case 'some':
      return of(
        ctx,
        place,
        waits,
        seenRows(waits, params, row => decision.rows.includes(row.n)),
        decision.rows,
        null,
      )
    case 'return':
    case 'returnAll': {
      const numbers = decision.is === 'return' ? decision.rows : waits.rows.map(({ n }) => n)
      const unknown = numbers.filter(n => !waits.rows.some(row => row.n === n))
      if (unknown.length > 0) return showDecision(ctx, place, [ctx.t('dossier.noRow', { n: unknown.join(', ') })])
      if (decision.reason.length < reasonLength.min) return showDecision(ctx, place, [], numbers)
      return of(
        ctx,
        place,
        waits,
        seenRows(waits, params, row => numbers.includes(row.n)),
        numbers,
        { reason: decision.reason },
      )
    }
    default:
      return showDecision(ctx, place, [ctx.t('dossier.decide.unclear')])
  }
}

/** Only what stood on the screen: of a row that was handed in again since, nobody has seen the figure. */
function seenRows(waits: Waits, { seen }: Params, wanted: (row: Waits['rows'][number]) => boolean): Waits['rows'] {
  const versions =
    typeof seen === 'object' && seen !== null && !Array.isArray(seen) ? (seen as Record<string, unknown>) : {}
  return waits.rows.filter(row => wanted(row) && versions[row.sent.recordId] === row.sent.version)
}

async function of(
  ctx: Ctx,
  place: Place,
  waits: Waits,
  rows: Waits['rows'],
  named: readonly number[],
  back: { reason: string } | null,
  lead: readonly string[] = [],
): Promise<Outcome> {
  const unknown = named.filter(n => !waits.rows.some(row => row.n === n))
  if (unknown.length > 0) return showDecision(ctx, place, [ctx.t('dossier.noRow', { n: unknown.join(', ') })])
  if (rows.length === 0) return showDecision(ctx, place, [ctx.t('dossier.decide.changed')])
  return showDecision(ctx, place, [...lead, await decided(ctx, place, { as: waits.as, rows }, back)])
}

/** What was done of it, in words. */
async function decided(ctx: Ctx, place: Place, waits: Waits, back: { reason: string } | null): Promise<string> {
  const { done, not } = await decideRows(ctx, place, waits, back)
  const params = { count: done.length, period: periodName(place.period, ctx.t), unit: unitName(ctx, place.unit) }
  const action = back === null ? waits.as : 'back'
  return [...(done.length > 0 ? [ctx.t(`dossier.decided.${action}`, params)] : []), ...not].join('\n')
}
