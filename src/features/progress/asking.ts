import { periodName } from '../../campaign/period-name.ts'
import type { Target } from '../../campaign/target.ts'
import { namesOf } from '../../campaign/target-names.ts'
import type { Ctx, StartForm } from '../../contract/feature.ts'
import type { Params } from '../../conversation/field.ts'
import type { Figure } from './figure.ts'
import { figureOf, noFigure } from './figure.ts'
import type { UnitTarget } from './owed.ts'
import type { ReportParams } from './params.ts'
import { successionOf } from './rules.ts'
import { latestVersion } from './store.ts'
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
    key: keyOf(wanted.unit, target.code, wanted.period),
    params: await paramsFor(ctx, about, wanted),
  }
}

export function formOf(target: Target): string {
  return `progress.${reportKind(target)}`
}

/** One open draft for each unit, target and period. */
export function keyOf(unit: string, code: string, period: string): string {
  return `${unit}:${code}:${period}`
}

/** What the form is started for: the target in the plan's words, and how the unit stands to it today. */
export async function paramsFor(ctx: Ctx, { target, serves, last, open }: UnitTarget, wanted: Wanted): Promise<Params> {
  const { campaign, tx } = ctx
  const { period } = wanted
  const latest = await latestVersion(tx, {
    campaignId: campaign.id,
    unitCode: wanted.unit,
    targetCode: target.code,
    period,
  })
  const succession = successionOf(latest)
  const before: Figure = last ? figureOf(last) : noFigure
  const params: ReportParams = {
    unit: wanted.unit,
    target: target.code,
    period,
    code: namesOf(serves),
    name: target.shortName,
    ...labelsOf(target),
    standing: standing(ctx, { serves, last, period, owed: open.find(one => one.period === period) ?? null }),
    lead: wanted.quick?.lead ?? '',
    lastNumerator: before.numerator === null ? null : String(before.numerator),
    lastDenominator: before.denominator === null ? null : String(before.denominator),
    lastIsDone: before.isDone,
    needsReason: succession.is === 'next' && succession.needsReason,
    quick: wanted.quick !== undefined,
    quickPeriod: wanted.quick?.period ?? null,
    skip: [...(wanted.quick?.skip ?? [])],
  }
  return { ...params, about: `${target.name}, ${periodName(period, ctx.t)}` }
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
