import { judge } from '../../campaign/measure.ts'
import type { HandedItem } from '../../campaign/met-by.ts'
import type { TargetReport } from '../../store/generated/client.ts'
import type { Ctx } from '../feature.ts'
import { figureOf } from './figure.ts'
import { targetOf } from './targets.ts'

/** A report as something handed in. What people must judge is not taken as reached. */
export function handedItem(ctx: Pick<Ctx, 'campaign'>, report: TargetReport): HandedItem {
  const target = targetOf(ctx.campaign.plan, report.targetCode)
  const reached = target !== undefined && judge(target.measure, figureOf(report)) === 'PASS'
  return { kind: 'target', code: report.targetCode, reached }
}
