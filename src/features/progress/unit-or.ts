import { actingUnit } from '../../campaign/acting-unit.ts'
import { endedInWords } from '../../contract/ended-unit.ts'
import type { Ctx, Screen } from '../../contract/feature.ts'
import { reportRights } from '../../figures/rights.ts'
import { mayEver, reachOf } from '../../people/may.ts'
import { unitName } from './unit-name.ts'

/** The unit that is meant, or the screen that asks for it. */
export function unitOr(ctx: Ctx, args: Readonly<Record<string, string>>, route: string): string | Screen {
  const { write } = reportRights
  if (!mayEver(ctx.person, write)) return { text: ctx.t('progress.notReporter') }
  const day = ctx.today.toString()
  const held = reachOf(ctx.person, write).units
  const acting = held.filter(code => endedInWords(ctx.t, ctx.campaign, code, day) === null)
  const units = acting.length > 0 ? acting : held
  if (args.unit !== undefined) {
    // A button of before may name a unit that has ended since.
    const unit = actingUnit(ctx.campaign, args.unit, day)
    if (!held.includes(unit)) return { text: ctx.t('progress.notReporter') }
    const ended = endedInWords(ctx.t, ctx.campaign, unit, day)
    return ended === null ? unit : { text: ended }
  }
  const [only] = units
  if (only !== undefined && units.length === 1) {
    const ended = endedInWords(ctx.t, ctx.campaign, only, day)
    return ended === null ? only : { text: ended }
  }
  const choices = units.map(unit => ({ label: unitName(ctx, unit), go: { to: route, args: { ...args, unit } } }))
  return { text: ctx.t('progress.whichUnit'), choices }
}
