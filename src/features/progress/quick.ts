import type { Ctx, Outcome } from '../feature.ts'
import { askFor, formOf, keyOf } from './asking.ts'
import { type UnitTarget, unitTargets } from './owed.ts'
import { unitOr } from './starting.ts'
import { unitName } from './unit-name.ts'

/**
 * «báo cáo nhanh»: everything the unit owes now, one target after another. What is left follows from what is owed, so it goes on
 * after any break; saying it again in the middle offers to leave the present target out or to stop.
 */
export async function quickReport(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> {
  const unit = unitOr(ctx, args, 'quickReport')
  if (typeof unit !== 'string') return unit
  const skip = (args.skip ?? '').split(',').filter(code => code !== '')
  const left = await dueNow(ctx, unit, skip)
  const [next] = left
  if (args.go !== 'yes' && next && (await isBegun(ctx, unit, next)))
    return offerSkip(ctx, unit, next, left.length, skip)
  return nextOf(ctx, unit, skip, '')
}

/** The next target of a quick report; `said` is told before its question. */
export async function nextOf(ctx: Ctx, unit: string, skip: readonly string[], said: string): Promise<Outcome> {
  const left = await dueNow(ctx, unit, skip)
  const [next] = left
  if (!next) return finished(ctx, unit, skip, said)
  const lead = [said, ctx.t('progress.quick.left', { left: left.length })].filter(line => line !== '').join('\n')
  return askFor(ctx, next, { unit, quick: { lead: `${lead}\n\n`, skip } })
}

async function dueNow(ctx: Ctx, unit: string, skip: readonly string[]): Promise<UnitTarget[]> {
  const targets = await unitTargets(ctx, unit)
  return targets.filter(({ owed, target }) => owed?.isDueNow && !skip.includes(target.code))
}

/** Whether the person was asked for this target already and has not sent it. */
async function isBegun(ctx: Ctx, unit: string, { target }: UnitTarget): Promise<boolean> {
  const key = keyOf(unit, target.code)
  const draft = await ctx.tx.draft.findFirst({
    where: { personId: ctx.person.id, form: formOf(target), key, state: 'OPEN' },
    select: { id: true },
  })
  return draft !== null
}

function offerSkip(ctx: Ctx, unit: string, next: UnitTarget, left: number, skip: readonly string[]): Outcome {
  const { code } = next.target
  return {
    text: ctx.t('progress.quick.paused', { code, left }),
    choices: [
      {
        label: ctx.t('progress.quick.goOn', { code }),
        go: { to: 'quickReport', args: { unit, skip: skip.join(','), go: 'yes' } },
      },
      {
        label: ctx.t('progress.quick.skip', { code }),
        go: { to: 'quickReport', args: { unit, skip: [...skip, code].join(','), go: 'yes' } },
      },
      { label: ctx.t('progress.quick.stop'), go: { to: 'menu' } },
    ],
  }
}

function finished(ctx: Ctx, unit: string, skip: readonly string[], said: string): Outcome {
  const text =
    skip.length > 0
      ? ctx.t('progress.quick.skipped', { codes: skip.join(', ') })
      : ctx.t(said === '' ? 'progress.quick.nothing' : 'progress.quick.done', { unit: unitName(ctx, unit) })
  return {
    text: [said, text].filter(line => line !== '').join('\n\n'),
    choices: [
      ...(skip.length > 0
        ? [{ label: ctx.t('progress.quick.again'), go: { to: 'quickReport', args: { unit, go: 'yes' } } }]
        : []),
      { label: ctx.t('progress.menu.all'), go: { to: 'report', args: { unit } } },
      { label: ctx.t('progress.toMenu'), go: { to: 'menu' } },
    ],
  }
}
