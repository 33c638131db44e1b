import type { Ctx, Screen } from '../../contract/feature.ts'
import { reportRights } from '../../figures/rights.ts'
import { mayEver, reachOf } from '../../people/may.ts'
import { unitName } from './unit-name.ts'

/** The unit that is meant, or the screen that asks for it. */
export function unitOr(ctx: Ctx, args: Readonly<Record<string, string>>, route: string): string | Screen {
  const { write } = reportRights
  if (!mayEver(ctx.person, write)) return { text: ctx.t('progress.notReporter') }
  const { units } = reachOf(ctx.person, write)
  if (args.unit !== undefined) return units.includes(args.unit) ? args.unit : { text: ctx.t('progress.notReporter') }
  const [only] = units
  if (only !== undefined && units.length === 1) return only
  const choices = units.map(unit => ({ label: unitName(ctx, unit), go: { to: route, args: { ...args, unit } } }))
  return { text: ctx.t('progress.whichUnit'), choices }
}
