import { periodAround, periodBefore } from '../../campaign/report-period.ts'
import type { Ctx } from '../../contract/feature.ts'
import { unitTargets } from '../progress/owed.ts'

/** The periods that may be meant: what is due; where nothing is, the quarter that has just ended and the present one. */
export async function plausible(ctx: Ctx, unit: string): Promise<string[]> {
  const due = (await unitTargets(ctx, unit)).flatMap(({ open }) =>
    open.filter(owed => owed.isDueNow).map(({ period }) => period),
  )
  const named = [...new Set(due)].toSorted()
  if (named.length > 0) return named
  const before = periodBefore(quarterly, ctx.today, ctx.campaign.startsOn)
  return [...(before ? [before] : []), periodAround(quarterly, ctx.today)]
}

const quarterly = { measure: { kind: 'YES_NO' as const, question: '' } }
