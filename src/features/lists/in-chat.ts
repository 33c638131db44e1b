import { type ListTarget, listTargets } from '../../campaign/list-owner.ts'
import type { Ctx, Outcome, Screen } from '../../contract/feature.ts'
import { unitName } from '../progress/unit-name.ts'
import { unitOr } from '../progress/unit-or.ts'
import { listForm } from './form.ts'
import { paramsOf } from './started.ts'
import { listAt } from './store.ts'

type Args = Readonly<Record<string, string>>

/** `/danhmuc`, «thêm việc»: the unit and the target where there are several, then the list as it stands, to be added to. */
export async function openList(ctx: Ctx, args: Args): Promise<Outcome> {
  const chosen = await whichList(ctx, args, 'list')
  if (!('target' in chosen)) return chosen
  const place = { unit: chosen.unit, target: chosen.target.code }
  const params = await paramsOf(ctx, place, await listAt(ctx, place))
  return { start: listForm.id, key: `${place.unit}:${place.target}`, params }
}

/** The list that is meant, or the screen that asks for it. */
export async function whichList(
  ctx: Ctx,
  args: Args,
  route: string,
): Promise<{ unit: string; target: ListTarget } | Screen> {
  const unit = unitOr(ctx, args, route)
  if (typeof unit !== 'string') return unit
  const targets = await keptBy(ctx, unit)
  const named = targets.find(({ code }) => code === args.target)
  const [only, ...others] = targets
  const target = named ?? (others.length === 0 ? only : undefined)
  if (!only) return { text: ctx.t('list.noneKept', { unit: unitName(ctx, unit) }) }
  if (target) return { unit, target }
  const choices = targets.map(({ code, name }) => ({ label: name, go: { to: route, args: { unit, target: code } } }))
  return { text: ctx.t('list.which', { unit: unitName(ctx, unit) }), choices }
}

/** The targets that the unit keeps a list for: those that apply to it, or may. */
export async function keptBy(ctx: Ctx, unitCode: string) {
  const rows = await ctx.tx.applicability.findMany({
    where: { campaignId: ctx.campaign.id, unitCode, state: { not: 'NOT_APPLICABLE' } },
    select: { targetCode: true },
  })
  const applying = new Set(rows.map(({ targetCode }) => targetCode))
  return listTargets(ctx.campaign.plan).filter(({ code }) => applying.has(code))
}
