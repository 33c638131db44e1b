import { listOwner, listTargets } from '../../campaign/list-owner.ts'
import { periodName } from '../../campaign/period-name.ts'
import type { Target } from '../../campaign/target.ts'
import { namesOf } from '../../campaign/target-names.ts'
import type { Ctx, Outcome } from '../../contract/feature.ts'
import { computedFrom } from '../../figures/computed.ts'
import { askFor } from './asking.ts'
import { cameBack } from './came-back.ts'
import { type UnitTarget, unitTargets } from './owed.ts'
import { targetOf } from './targets.ts'
import { unitName } from './unit-name.ts'
import { unitOr } from './unit-or.ts'
import { askPeriod, onlyPeriod } from './which-period.ts'
import { cut, shownFigure, shownTimeLeft } from './wording.ts'

const shownAtOnce = 8

type Args = Readonly<Record<string, string>>

/** `/baocao`: the unit where there are several, then its targets, nearest due first, eight at a time. */
export async function chooseTarget(ctx: Ctx, args: Args): Promise<Outcome> {
  const unit = unitOr(ctx, args, 'report')
  if (typeof unit !== 'string') return unit
  const targets = await unitTargets(ctx, unit)
  if (targets.length === 0) return { text: ctx.t('progress.noTargets', { unit: unitName(ctx, unit) }) }
  const from = Math.min(Number(args.from ?? 0) || 0, targets.length - 1)
  const shown = targets.slice(from, from + shownAtOnce)
  const rest = targets.length - from - shown.length
  const dueNow = targets.filter(({ owed }) => owed?.isDueNow).length
  // Everything of a period at once: first, where several are due.
  const whole = { label: ctx.t('progress.menu.dossier'), go: { to: 'dossier', args: { unit } } }
  const back = from === 0 ? await cameBack(ctx, unit) : []
  return {
    title: ctx.t('progress.menu.title'),
    text: ctx.t(dueNow > 0 ? 'progress.menu.textDue' : 'progress.menu.text', { unit: unitName(ctx, unit), dueNow }),
    choices: [
      ...(dueNow > 1 && from === 0 ? [whole] : []),
      ...back,
      ...shown.map(about => ({
        label: lineOf(ctx, about),
        aliases: about.serves.map(({ code }) => code),
        go: { to: 'report.target', args: { unit, code: about.target.code } },
      })),
      ...(rest > 0
        ? [
            {
              label: ctx.t('progress.menu.more', { rest }),
              go: { to: 'report', args: { unit, from: String(from + shownAtOnce) } },
            },
          ]
        : []),
      ...(dueNow > 1 && from === 0
        ? [{ label: ctx.t('progress.menu.quick', { dueNow }), go: { to: 'quickReport', args: { unit } } }]
        : []),
      ...(dueNow <= 1 && from === 0 && targets.length > 1 ? [whole] : []),
      ...(targets.some(({ isPending }) => isPending)
        ? [{ label: ctx.t('progress.menu.propose'), go: { to: 'applicability', args: { unit } } }]
        : []),
      ...(from === 0 && listTargets(ctx.campaign.plan).length > 0
        ? [{ label: ctx.t('list.command.menu'), go: { to: 'list', args: { unit } } }]
        : []),
      { label: ctx.t('progress.menu.mine'), go: { to: 'progress.mine' } },
    ],
  }
}

/** The form of one target. */
export async function startTarget(ctx: Ctx, args: Args): Promise<Outcome> {
  const unit = unitOr(ctx, args, 'report.target')
  if (typeof unit !== 'string') return unit
  const about = (await unitTargets(ctx, unit)).find(({ serves }) => serves.some(({ code }) => code === args.code))
  if (about) {
    const period = onlyPeriod(ctx, about, args.period)
    return period === null ? askPeriod(ctx, unit, about, []) : askFor(ctx, about, { unit, period })
  }
  const target = targetOf(ctx.campaign.plan, args.code ?? '')
  const from = target && computedFrom(target)
  const name = nameOf(ctx, args.code ?? '')
  return {
    text: from ? `${name}. ${ctx.t(`progress.computed.${from}`)}` : ctx.t('progress.notReported', { name }),
    choices: [
      ...(from === 'list' ? [toList(ctx, unit, target)] : []),
      { label: ctx.t('progress.menu.all'), go: { to: 'report', args: { unit } } },
    ],
  }
}

/** A target that is kept by a list is not typed as a number: its list is. */
function toList(ctx: Ctx, unit: string, target: Target | undefined) {
  const owner = target && listOwner(ctx.campaign.plan, target)
  return { label: ctx.t('list.command.menu'), go: { to: 'list', args: { unit, target: owner?.code ?? '' } } }
}

function nameOf(ctx: Ctx, code: string): string {
  return targetOf(ctx.campaign.plan, code)?.name ?? code
}

function lineOf(ctx: Ctx, { target, serves, last, owed, isPending }: UnitTarget): string {
  const parts = [
    last ? ctx.t('progress.menu.last', { value: cut(shownFigure(ctx.t, target, last), 30) }) : '',
    owed ? periodName(owed.period, ctx.t) : '',
    owed?.isWithHead ? ctx.t('progress.menu.withHead') : owed ? shownTimeLeft(ctx, owed.dueOn) : '',
    isPending ? ctx.t('progress.menu.pending') : '',
  ].filter(part => part !== '')
  return [namesOf(serves), ...parts].join(' – ')
}
