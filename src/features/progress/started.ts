import { periodAround } from '../../campaign/report-period.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Params } from '../../conversation/field.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { paramsFor } from './asking.ts'
import { type UnitTarget, unitTargets } from './owed.ts'
import { keyOf, primaryCode, reportAt } from './report-key.ts'

/** Forms that were begun before reports were records know neither the record nor, the oldest, the period. */
export async function startedByOlder(ctx: Ctx, params: Params): Promise<Params> {
  if ('serves' in params) return params
  const unit = String(params.unit)
  const target = primaryCode(ctx.campaign.plan, String(params.target))
  const about = await aboutOf(ctx, unit, target)
  const period = typeof params.period === 'string' ? params.period : about ? periodMeant(ctx, about) : ''
  const record = await reportAt(ctx.tx, ctx.campaign.id, keyOf(unit, target, period))
  const serves = about?.serves.map(({ code }) => code) ?? []
  return { ...params, target, period, serves, record: record?.id ?? null, basedOn: record?.version ?? 0 }
}

/** What is due is meant, else the running period. */
function periodMeant(ctx: Ctx, { target, open }: UnitTarget): string {
  return open.find(owed => owed.isDueNow)?.period ?? periodAround(target, ctx.today)
}

/** A correction is compared with what counts on its own day. */
export async function startedAnew(ctx: Ctx, { unitCode, topic, period }: StoredRecord): Promise<Params> {
  const about = await aboutOf(ctx, unitCode, topic)
  return about ? paramsFor(ctx, about, { unit: unitCode, period }) : {}
}

async function aboutOf(ctx: Ctx, unit: string, code: string): Promise<UnitTarget | undefined> {
  return (await unitTargets(ctx, unit)).find(({ serves }) =>
    serves.some(one => primaryCode(ctx.campaign.plan, one.code) === code),
  )
}
