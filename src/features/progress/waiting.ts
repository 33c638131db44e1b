import type { Ctx, Waiting } from '../../contract/feature.ts'
import { mayEver } from '../../people/may.ts'
import { holds, unitsWhere } from '../../people/person.ts'
import { focalAgenciesOf } from './decide.ts'
import { figureOf } from './figure.ts'
import { isOpenTo, mayMove } from './rules.ts'
import { waitingReports } from './store.ts'
import { targetOf } from './targets.ts'
import { unitName } from './unit-name.ts'
import { cut, reportTitle, shownFigure } from './wording.ts'

/** Figures that wait for this head's approval, or for this officer's or focal agency's verification; one for each form sent. */
export async function waitingForDecision(ctx: Ctx): Promise<Waiting[]> {
  const ofUnits = unitsWhere(ctx.person, 'HEAD', 'WARD_CHAIR')
  const verifies = mayEver(ctx.person, 'report.verify')
  if (ofUnits.length === 0 && !verifies) return []
  const reports = await waitingReports(ctx.tx, ctx.campaign.id, { ofUnits, inTargets: verifies ? fieldOf(ctx) : [] })
  const forms = new Set<string>()
  return reports
    .filter(report =>
      (['approve', 'verify'] as const).some(
        action => isOpenTo(report, action) && mayMove(ctx.person, report, action, focalAgenciesOf(ctx, report)),
      ),
    )
    .filter(({ draftId }) => !forms.has(draftId) && forms.add(draftId))
    .map(report => {
      const target = targetOf(ctx.campaign.plan, report.targetCode)
      const value = target ? cut(shownFigure(ctx.t, target, figureOf(report)), 60) : ''
      const params = { title: reportTitle(ctx, [report]), unit: unitName(ctx, report.unitCode), value }
      return {
        label: ctx.t(report.isLate ? 'progress.waitingLate' : 'progress.waiting', params),
        since: report.sentAt ?? report.updatedAt,
        go: { to: 'progress.show', args: { id: report.id } },
      }
    })
}

/** Targets this person may verify; null: all. */
function fieldOf(ctx: Ctx): string[] | null {
  if (holds(ctx.person, 'PNV')) return null
  const mine = unitsWhere(ctx.person, 'FOCAL')
  return ctx.campaign.plan.targets
    .filter(({ focalAgencies }) => focalAgencies.some(agency => mine.includes(agency)))
    .map(target => target.code)
}
