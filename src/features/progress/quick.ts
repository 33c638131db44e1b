import { spanOf } from '../../campaign/report-period.ts'
import type { Ctx, Outcome } from '../../contract/feature.ts'
import { askFor, formOf } from './asking.ts'
import { type Owed, type UnitTarget, unitTargets } from './owed.ts'
import { keyOf, primaryCode } from './report-key.ts'
import { targetOf } from './targets.ts'
import { unitName } from './unit-name.ts'
import { unitOr } from './unit-or.ts'
import { askPeriod } from './which-period.ts'

/**
 * «báo cáo nhanh»: everything the unit owes now, one target after another. What is left follows from what is owed, so it goes on
 * after any break; saying it again in the middle offers to leave the present target out or to stop.
 */
export async function quickReport(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> {
  const unit = unitOr(ctx, args, 'quickReport')
  if (typeof unit !== 'string') return unit
  const skip = (args.skip ?? '').split(',').filter(code => code !== '')
  const round = { unit, skip, period: args.period && spanOf(args.period) ? args.period : null }
  // Nobody has figures of a period that has not begun: which one is meant?
  if (round.period && args.go !== 'yes' && (spanOf(round.period)?.from ?? '') > ctx.today.toString())
    return askPeriod(ctx, unit, null, await ofSeveral(ctx, unit))
  const left = await leftIn(ctx, round)
  const [next] = left
  if (args.go !== 'yes' && next && (await isBegun(ctx, unit, next))) return offerSkip(ctx, round, next, left.length)
  return nextOf(ctx, round, '')
}

/** A run through what is owed: for one period, or for all that is due. */
export interface QuickRound {
  unit: string
  skip: readonly string[]
  period: string | null
}

interface Next {
  about: UnitTarget
  period: string
}

/** The next target of a quick report; `said` is told before its question. */
export async function nextOf(ctx: Ctx, round: QuickRound, said: string): Promise<Outcome> {
  const { unit, skip } = round
  const left = await leftIn(ctx, round)
  const [next] = left
  if (!next) return finished(ctx, round, said)
  const lead = [said, ctx.t('progress.quick.left', { left: left.length })].filter(line => line !== '').join('\n')
  return askFor(ctx, next.about, {
    unit,
    period: next.period,
    quick: { lead: `${lead}\n\n`, skip, period: round.period },
  })
}

async function leftIn(ctx: Ctx, { unit, skip, period }: QuickRound): Promise<Next[]> {
  const targets = await unitTargets(ctx, unit)
  return targets
    .filter(({ target }) => !skip.includes(target.code))
    .flatMap(about => {
      const owed = about.open.find(one => !one.isWithHead && (period === null ? one.isDueNow : one.period === period))
      return owed ? [{ about, period: owed.period }] : []
    })
}

/** The periods for which the unit owes figures, nearest first; of what comes later only the next. */
async function ofSeveral(ctx: Ctx, unit: string): Promise<Owed[]> {
  const all = (await unitTargets(ctx, unit)).flatMap(({ open }) => open).filter(owed => !owed.isWithHead)
  const byPeriod = new Map(all.map(owed => [owed.period, owed]))
  return [...byPeriod.values()].toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)).slice(0, 4)
}

/** Whether the person was asked for this target already and has not sent it. */
async function isBegun(ctx: Ctx, unit: string, { about: { target }, period }: Next): Promise<boolean> {
  const key = keyOf(unit, primaryCode(ctx.campaign.plan, target.code), period)
  const draft = await ctx.tx.draft.findFirst({
    where: { ...{ personId: ctx.person.id, campaignId: ctx.campaign.id }, form: formOf(target), key, state: 'OPEN' },
    select: { id: true },
  })
  return draft !== null
}

function offerSkip(ctx: Ctx, { unit, skip, period }: QuickRound, { about }: Next, left: number): Outcome {
  const { code, name } = about.target
  const args = { unit, ...(period === null ? {} : { period }), go: 'yes' }
  return {
    text: ctx.t('progress.quick.paused', { name, left }),
    choices: [
      {
        label: ctx.t('progress.quick.goOn', { name }),
        go: { to: 'quickReport', args: { ...args, skip: skip.join(',') } },
      },
      {
        label: ctx.t('progress.quick.skip', { name }),
        go: { to: 'quickReport', args: { ...args, skip: [...skip, code].join(',') } },
      },
      { label: ctx.t('progress.quick.stop'), go: { to: 'menu' } },
    ],
  }
}

function finished(ctx: Ctx, { unit, skip, period }: QuickRound, said: string): Outcome {
  const names = skip.map(code => targetOf(ctx.campaign.plan, code)?.name ?? code).join('; ')
  const text =
    skip.length > 0
      ? ctx.t('progress.quick.skipped', { names })
      : ctx.t(said === '' ? 'progress.quick.nothing' : 'progress.quick.done', { unit: unitName(ctx, unit) })
  const args = { unit, ...(period === null ? {} : { period }), go: 'yes' }
  return {
    text: [said, text].filter(line => line !== '').join('\n\n'),
    choices: [
      ...(skip.length > 0 ? [{ label: ctx.t('progress.quick.again'), go: { to: 'quickReport', args } }] : []),
      { label: ctx.t('progress.menu.all'), go: { to: 'report', args: { unit } } },
      { label: ctx.t('progress.toMenu'), go: { to: 'menu' } },
    ],
  }
}
