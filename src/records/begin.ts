import type { Ctx, Outcome } from '../contract/feature.ts'
import { mayEver, reachOf } from '../people/may.ts'
import { correctRecord, mayCorrect } from './correct.ts'
import type { AnyKind } from './kind.ts'
import { showRecord } from './screens.ts'

/** Begins a record of the unit; of a kind of which there is only one, corrects it or shows how it stands. */
export async function beginRecord(ctx: Ctx, kind: AnyKind, args: Readonly<Record<string, string>>): Promise<Outcome> {
  const { write } = kind.rights
  if (!mayEver(ctx.person, write)) return { text: ctx.t('records.notAllowed') }
  const { units } = reachOf(ctx.person, write)
  const [only, ...others] = units
  const unit = args.unit ?? (others.length === 0 ? only : undefined)
  if (unit === undefined) return whichUnit(ctx, kind, units)
  if (!units.includes(unit)) return { text: ctx.t('records.notAllowed') }
  const unitName = ctx.campaign.units.get(unit)?.name ?? unit
  const params = { ...args, unit, unitName, about: unitName, today: ctx.today.toString(), record: null, basedOn: 0 }
  const key = kind.key?.(params)
  const where = { campaignId: ctx.campaign.id, kind: kind.name, key: key ?? '' }
  const known = key === undefined ? null : await ctx.tx.record.findFirst({ where })
  if (!known) return { start: kind.form.id, key: key ?? unit, params }
  return mayCorrect(ctx, kind, known) ? correctRecord(ctx, kind, known.id) : showRecord(ctx, kind, known.id)
}

function whichUnit(ctx: Ctx, kind: AnyKind, units: readonly string[]): Outcome {
  const choices = units.map(unit => ({
    label: ctx.campaign.units.get(unit)?.name ?? unit,
    go: { to: kind.route, args: { unit } },
  }))
  return { text: ctx.t('records.whichUnit', { thing: ctx.t(`${kind.name}.thing`) }), choices }
}
