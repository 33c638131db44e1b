import type { Ctx, Outcome } from '../../contract/feature.ts'
import { reachOf } from '../../people/may.ts'
import { beginRecord } from '../../records/begin.ts'
import { type RecordFeature, recordFeature } from '../../records/feature.ts'
import { anyKind } from '../../records/kind.ts'
import { summaryRecord } from './kind.ts'

type Args = Readonly<Record<string, string>>

/** `/tongket`: the office that runs the campaign is asked whether its own summary is meant or that of the campaign. */
async function beginSummary(ctx: Ctx, args: Args): Promise<Outcome> {
  const { units } = reachOf(ctx.person, summaryRecord.rights.write)
  const office = units.find(unit => ctx.campaign.plan.managingOffices.includes(unit))
  if (office === undefined || args.of !== undefined) return beginRecord(ctx, kind, { of: 'UNIT', ...args })
  return {
    text: ctx.t('summary.which'),
    choices: (['UNIT', 'CAMPAIGN'] as const).map(of => ({
      label: ctx.t(`summary.of.${of}`),
      go: { to: 'summary', args: { ...args, ...(of === 'CAMPAIGN' ? { unit: office } : {}), of } },
    })),
  }
}

const kind = anyKind(summaryRecord)

export const summaries: RecordFeature = recordFeature(summaryRecord, { routes: { summary: beginSummary } })
