import type { Ctx, Outcome } from '../../contract/feature.ts'
import { mayEver, reachOf } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { beginRecord } from '../../records/begin.ts'
import type { AnyKind } from '../../records/kind.ts'
import { type OwnCriterion, ownCriteria } from './own-criteria.ts'
import { reportKindName } from './report-form.ts'

/** `/tieuchi`: what the unit has set itself and how it stands; from there it proposes another one or reports. */
export async function beginCriterion(
  ctx: Ctx,
  kind: AnyKind,
  args: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const { t, person } = ctx
  const { write } = kind.rights
  if (args.propose === 'yes' || !mayEver(person, write)) return beginRecord(ctx, kind, args)
  const criteria = await ownCriteria(ctx, reachOf(person, write).units, null)
  const report = { label: t('criterion.report'), go: { to: reportKindName } }
  return {
    title: t('criterion.command.menu'),
    text: criteria.length === 0 ? t('criterion.none') : criteria.map(one => lineOf(ctx, one)).join('\n'),
    choices: [
      ...(criteria.length > 0 ? [report] : []),
      { label: t('criterion.propose'), go: { to: kind.route, args: { propose: 'yes' } } },
      { label: t('menu.toMenu'), go: { to: 'menu' } },
    ],
  }
}

function lineOf({ t }: Ctx, { code, name, goal, dueOn, report }: OwnCriterion): string {
  const state = report ? t(`criterionReport.form.outcome.options.${report.outcome}`) : t('criterion.own.notYet')
  return `• ${t('criterion.line', { code, name, goal, day: formatDate(dueOn), state })}`
}
