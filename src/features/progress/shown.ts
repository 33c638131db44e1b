import { judge } from '../../campaign/measure.ts'
import { periodName } from '../../campaign/period-name.ts'
import type { Target } from '../../campaign/target.ts'
import { namesOf } from '../../campaign/target-names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Answers } from '../../conversation/field.ts'
import type { Figure } from '../../figures/figure.ts'
import { codesServedBy } from '../../obligations/met-by.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { figureIn } from './answered.ts'
import { primaryCode } from './report-key.ts'
import { isReported, targetOf } from './targets.ts'
import { cut, shownFigure, shownThreshold } from './wording.ts'

/** Columns of the list on the desk. */
export const cellNames = ['target', 'period', 'value', 'threshold', 'result'] as const

export function cellsOf(
  ctx: Ctx,
  { topic, period }: Pick<StoredRecord, 'topic' | 'period'>,
  answers: Answers,
): string[] {
  const served = servedBy(ctx, topic)
  const [target] = served
  const figure = figureIn(answers)
  return [
    target ? namesOf(served) : topic,
    periodName(period, ctx.t),
    target ? cut(shownFigure(ctx.t, target, figure), 80) : '',
    served.map(one => shownThreshold(ctx.t, one)).join('; '),
    served.map(one => judged(ctx, one, figure)).join('; '),
  ]
}

/** What the figure is held against and how it stands to it, for each target that it serves. */
export async function heldAgainst(ctx: Ctx, { topic, period }: StoredRecord, answers: Answers) {
  const figure = figureIn(answers)
  return [
    { label: ctx.t('report.cells.period'), value: periodName(period, ctx.t) },
    ...servedBy(ctx, topic).map(target => ({
      label: target.shortName,
      value: ctx.t('report.against', { threshold: shownThreshold(ctx.t, target), result: judged(ctx, target, figure) }),
    })),
  ]
}

/** The targets by which reports are filtered, those with one figure together. */
export function topicsOf(ctx: Ctx): { value: string; label: string }[] {
  const { plan } = ctx.campaign
  return plan.targets
    .filter(target => isReported(plan, target) && primaryCode(plan, target.code) === target.code)
    .map(({ code }) => ({ value: code, label: namesOf(servedBy(ctx, code)) }))
}

function servedBy({ campaign: { plan } }: Ctx, topic: string): Target[] {
  return codesServedBy(plan, topic).flatMap(code => targetOf(plan, code) ?? [])
}

function judged(ctx: Ctx, { measure }: Target, figure: Figure): string {
  return ctx.t(`progress.judgement.${judge(measure, figure)}`)
}
