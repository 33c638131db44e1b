import { periodName } from '../../campaign/period-name.ts'
import type { Target } from '../../campaign/target.ts'
import { namesOf } from '../../campaign/target-names.ts'
import type { Ctx, StartForm } from '../../contract/feature.ts'
import type { Params } from '../../conversation/field.ts'
import { type Figure, noFigure } from '../../figures/figure.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import type { UnitTarget } from './owed.ts'
import type { ReportParams } from './params.ts'
import { keyOf, primaryCode, reportAt } from './report-key.ts'
import { reportKind } from './targets.ts'
import { standing } from './wording.ts'

interface Wanted {
  unit: string
  period: string
  quick?: { lead: string; skip: readonly string[]; period: string | null }
}

/** The start of the report form of a target. */
export async function askFor(ctx: Ctx, about: UnitTarget, wanted: Wanted): Promise<StartForm> {
  const { target } = about
  return {
    start: formOf(target),
    key: keyOf(wanted.unit, primaryCode(ctx.campaign.plan, target.code), wanted.period),
    params: await paramsFor(ctx, about, wanted),
  }
}

export function formOf(target: Target): string {
  return `progress.${reportKind(target)}`
}

/** What the form is started for: the target in the plan's words, and how the unit stands to it today. */
export async function paramsFor(ctx: Ctx, about: UnitTarget, wanted: Wanted): Promise<Params> {
  const { campaign, tx } = ctx
  const key = keyOf(wanted.unit, primaryCode(campaign.plan, about.target.code), wanted.period)
  return paramsOver(ctx, about, wanted, await reportAt(tx, campaign.id, key))
}

/** The same where the report that there is, or that there is none, is known. */
export function paramsOver(
  ctx: Ctx,
  { target, serves, last, open }: UnitTarget,
  wanted: Wanted,
  record: Pick<StoredRecord, 'id' | 'version' | 'state'> | null,
): Params {
  const { unit, period } = wanted
  const filedUnder = primaryCode(ctx.campaign.plan, target.code)
  const needsReason = record?.state === 'VERIFIED' || record?.state === 'LOCKED'
  const params: ReportParams = {
    unit,
    target: filedUnder,
    serves: serves.map(({ code }) => code),
    period,
    record: record?.id ?? null,
    basedOn: record?.version ?? 0,
    code: namesOf(serves),
    name: target.shortName,
    ...readAgainst(target, last, needsReason),
    standing: standing(ctx, { serves, last, period, owed: open.find(one => one.period === period) ?? null }),
    lead: wanted.quick?.lead ?? '',
    quick: wanted.quick !== undefined,
    quickPeriod: wanted.quick?.period ?? null,
    skip: [...(wanted.quick?.skip ?? [])],
  }
  return { ...params, about: `${target.name}, ${periodName(period, ctx.t)}` }
}

/** What a figure of the target is read against: its labels, the last one that counts, whether a change of it is explained. */
export function readAgainst(target: Target, last: Figure | null, needsReason: boolean) {
  const { numerator, denominator, isDone } = last ?? noFigure
  return {
    ...labelsOf(target),
    lastNumerator: numerator === null ? null : String(numerator),
    lastDenominator: denominator === null ? null : String(denominator),
    ...{ lastIsDone: isDone, needsReason },
  }
}

function labelsOf({ measure }: Target): { numeratorLabel: string; denominatorLabel: string } {
  switch (measure.kind) {
    case 'PERCENT':
      return { numeratorLabel: measure.numerator, denominatorLabel: measure.denominator }
    case 'YES_NO':
      return { numeratorLabel: measure.question, denominatorLabel: '' }
    default:
      return { numeratorLabel: measure.label, denominatorLabel: '' }
  }
}
