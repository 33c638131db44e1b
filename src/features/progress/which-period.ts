import { periodName } from '../../campaign/period-name.ts'
import { periodAround, periodBefore, spanOf } from '../../campaign/report-period.ts'
import type { Ctx, StartForm } from '../../contract/feature.ts'
import { formatDate } from '../../reading/format.ts'
import type { Owed, UnitTarget } from './owed.ts'
import type { PeriodOption } from './period-form.ts'
import { unitName } from './unit-name.ts'

/**
 * The period that a report of this target is for, where only one can be meant: the one that was asked for, if it has begun; the one
 * that is owed and open now; else the only plausible one. null: the person says.
 */
export function onlyPeriod(ctx: Ctx, about: UnitTarget, wanted: string | undefined): string | null {
  if (wanted !== undefined && spanOf(wanted)) return hasBegun(ctx, wanted) ? wanted : null
  const due = about.open.filter(owed => owed.isDueNow)
  const [first, ...others] =
    due.length > 0 ? due.map(owed => owed.period) : plausible(ctx, about).map(({ code }) => code)
  return first !== undefined && others.length === 0 ? first : null
}

/** Asks for the period in words; `about` null: for everything that the unit owes for it. */
export function askPeriod(ctx: Ctx, unit: string, about: UnitTarget | null, open: readonly Owed[]): StartForm {
  const code = about?.target.code ?? ''
  const options = about ? plausible(ctx, about) : open.map(owed => optionOf(ctx, owed.period, owed))
  return {
    start: 'progress.period',
    key: `${unit}:${code}`,
    params: {
      unit,
      code,
      name: about ? about.serves.map(target => target.name).join('; ') : ctx.t('progress.period.all'),
      unitName: unitName(ctx, unit),
      options: options.map(option => ({ ...option })),
      startsOn: ctx.campaign.startsOn.toString(),
      endsOn: ctx.campaign.endsOn.toString(),
    },
  }
}

/** What may be meant today: what is open, the next that is owed, the present period and the one that has just ended. */
function plausible(ctx: Ctx, { target, open }: UnitTarget): PeriodOption[] {
  const present = periodAround(target, ctx.today)
  const before = periodBefore(target, ctx.today, ctx.campaign.startsOn)
  const next = open.find(owed => !owed.isDueNow && !owed.isWithHead)
  const wanted = [...open.filter(owed => owed !== next && (owed.isDueNow || owed.isWithHead)), ...(next ? [next] : [])]
  const codes = new Set([...wanted.map(owed => owed.period), present, ...(before ? [before] : [])])
  return [...codes]
    .map(code => ({ code, end: spanOf(code)?.to ?? '' }))
    .toSorted((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0))
    .map(({ code }) =>
      optionOf(
        ctx,
        code,
        open.find(owed => owed.period === code),
      ),
    )
}

function optionOf(ctx: Ctx, code: string, owed: Owed | undefined): PeriodOption {
  const name = capital(periodName(code, ctx.t))
  if (!owed) return { code, label: name }
  const due = formatDate(owed.dueOn)
  return { code, label: ctx.t(owed.isWithHead ? 'progress.period.withHead' : 'progress.period.due', { name, due }) }
}

function hasBegun(ctx: Ctx, period: string): boolean {
  return (spanOf(period)?.from ?? '9999') <= ctx.today.toString()
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
