import { periodName } from '../../campaign/period-name.ts'
import type { Ctx, Outcome } from '../../contract/feature.ts'
import { unitName } from '../progress/unit-name.ts'
import { unitOr } from '../progress/unit-or.ts'
import { leftByFormer } from './former.ts'
import { lockedDossier, opened, whyNoPeriod } from './opened.ts'
import { plausible } from './plausible.ts'
import { show } from './screen.ts'
import { emptySheet } from './sheet.ts'
import { keepSheet } from './store.ts'

type Args = Readonly<Record<string, string>>

/** «Nộp số liệu», «báo cáo quý I»: all that the unit is asked for in a period, in one message. */
export async function openDossier(ctx: Ctx, args: Args): Promise<Outcome> {
  const unit = unitOr(ctx, args, 'dossier')
  if (typeof unit !== 'string') return unit
  if (args.period === undefined) {
    const periods = await plausible(ctx, unit)
    const [only] = periods
    return only !== undefined && periods.length === 1
      ? openDossier(ctx, { unit, period: only })
      : whichPeriod(ctx, unit, periods)
  }
  const why = whyNoPeriod(ctx, args.period)
  const named = periodName(args.period, ctx.t)
  if (why !== null)
    return {
      ...whichPeriod(ctx, unit, await plausible(ctx, unit)),
      text: ctx.t(`dossier.period.${why}`, { period: named }),
    }
  const dossier = await opened(ctx, unit, args.period)
  if (dossier.rows.length === 0)
    return {
      text: ctx.t('dossier.empty', { period: named, unit: unitName(ctx, unit) }),
      choices: [{ label: ctx.t('progress.menu.all'), go: { to: 'report', args: { unit } } }],
    }
  return show(ctx, dossier, dossier.stored.sheet, await leftByFormer(ctx, unit, args.period))
}

function whichPeriod(ctx: Ctx, unit: string, periods: readonly string[]) {
  const choices = periods.map(period => ({
    label: capital(periodName(period, ctx.t)),
    go: { to: 'dossier', args: { unit, period } },
  }))
  return { text: ctx.t('dossier.period.ask', { unit: unitName(ctx, unit) }), choices }
}

/** Throws away what was put in and not handed in. */
export async function clearDossier(ctx: Ctx, args: Args): Promise<Outcome> {
  const unit = unitOr(ctx, args, 'dossier')
  if (typeof unit !== 'string') return unit
  if (args.period === undefined || whyNoPeriod(ctx, args.period) !== null) return openDossier(ctx, { unit })
  const dossier = await lockedDossier(ctx, unit, args.period)
  await keepSheet(ctx, dossier, dossier.stored, emptySheet)
  return { text: ctx.t('dossier.leaving.cleared'), choices: [{ label: ctx.t('records.toMenu'), go: { to: 'menu' } }] }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
