import type { Ctx, Outcome } from '../../contract/feature.ts'
import { askFor } from './asking.ts'
import { unitTargets } from './owed.ts'
import { nextOf } from './quick.ts'
import { targetOf } from './targets.ts'
import { unitOr } from './unit-or.ts'

/** The period was said: the form of the target, or (`code` empty) of everything that is owed for it. */
export async function periodSaid(ctx: Ctx, unitCode: string, code: string, period: string): Promise<Outcome> {
  const unit = unitOr(ctx, { unit: unitCode }, 'report')
  if (typeof unit !== 'string') return unit
  if (code === '') return nextOf(ctx, { unit, skip: [], period }, '')
  const about = (await unitTargets(ctx, unit)).find(({ serves }) => serves.some(target => target.code === code))
  if (about) return askFor(ctx, about, { unit, period })
  return { text: ctx.t('progress.notReported', { name: targetOf(ctx.campaign.plan, code)?.name ?? code }) }
}
