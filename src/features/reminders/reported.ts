import type { ActiveCampaign } from '../../campaign/active.ts'
import { deadlineDay } from '../../campaign/due-days.ts'
import { gapOf } from '../../campaign/measure.ts'
import type { PercentMeasure, Target } from '../../campaign/target.ts'
import type { LookUpReported, OwedReport, Reported } from '../../contract/reported.ts'
import { type CountedFigure, countedFigures } from '../../figures/counted.ts'
import { type ReportStanding, reportStandings } from '../../figures/standing.ts'
import { codesServedBy } from '../../obligations/met-by.ts'

/** The figures of reminders, from where the board has its own: one statement, and one for each period, however much is owed. */
export const reportedOf: LookUpReported = async (tx, campaign, owed) => {
  const sorted = owed.map(one => ({ one, share: shareOf(campaign, one) }))
  const codes = [...new Set(sorted.flatMap(({ share }) => (share ? [share.target.code] : [])))]
  const units = [...new Set(sorted.flatMap(({ one, share }) => (share ? one.unitCodes : [])))]
  const periods = [...new Set(sorted.flatMap(({ one, share }) => (share ? [] : [one.period])))]
  const { id: campaignId } = campaign
  const figures = codes.length > 0 ? await countedFigures(tx, { campaignId, units, targets: codes }) : []
  const standings: ReportStanding[] = []
  for (const period of periods) {
    const found = await reportStandings(tx, { campaignId, periods: [period], before: null })
    standings.push(...[...found.values()].flatMap(of => [...of.values()]))
  }
  const last = new Map(figures.toReversed().map(figure => [`${figure.unitCode} ${figure.targetCode}`, figure]))
  const given = givenIn(campaign, standings)
  return new Map(
    sorted.map(({ one, share }): [string, Reported] => {
      if (!share) return [one.id, some(campaign, one, given)]
      const figure = one.unitCodes.flatMap(unit => last.get(`${unit} ${share.target.code}`) ?? []).toSorted(latest)[0]
      return [one.id, told(share.measure, figure)]
    }),
  )
}

/** The target whose day comes next, where all that are owed are served by one report of two sums. */
function shareOf(campaign: ActiveCampaign, { targets, dueOn }: OwedReport): Share | null {
  const [code = ''] = targets
  const served = codesServedBy(campaign.plan, code)
  if (!targets.every(other => served.includes(other))) return null
  const dated = campaign.plan.targets
    .filter(target => targets.includes(target.code))
    .map(target => ({ target, day: deadlineDay(campaign.plan, target.deadline, campaign.calendar)?.toString() ?? '' }))
    .toSorted((a, b) => a.day.localeCompare(b.day))
  const { target } = dated.find(({ day }) => day >= dueOn) ?? dated.at(-1) ?? {}
  return target?.measure.kind === 'PERCENT' ? { target, measure: target.measure } : null
}

interface Share {
  target: Target
  measure: PercentMeasure
}

function told(measure: PercentMeasure, figure: CountedFigure | undefined): Reported {
  if (!figure) return { is: 'nothing' }
  const { numerator, denominator, asOf } = figure
  const missing = gapOf(measure, figure)
  if (numerator === null || denominator === null || measure.threshold === null || missing === null)
    return { is: 'nothing' }
  return { is: 'share', unit: measure.unit, numerator, denominator, threshold: measure.threshold, missing, asOf }
}

function latest(one: CountedFigure, other: CountedFigure): number {
  return other.asOf.localeCompare(one.asOf)
}

/** «unit period target» of every figure that counts or waits for the head. */
function givenIn({ plan }: ActiveCampaign, standings: readonly ReportStanding[]): ReadonlySet<string> {
  return new Set(
    standings
      .filter(({ figure, isWithHead }) => figure !== null || isWithHead)
      .flatMap(({ unitCode, period, targetCode }) =>
        codesServedBy(plan, targetCode).map(code => `${unitCode} ${period} ${code}`),
      ),
  )
}

function some({ plan }: ActiveCampaign, one: OwedReport, given: ReadonlySet<string>): Reported {
  const isGiven = (code: string) => one.unitCodes.some(unit => given.has(`${unit} ${one.period} ${code}`))
  const missing = plan.targets.filter(({ code }) => one.targets.includes(code) && !isGiven(code))
  return {
    is: 'some',
    done: one.targets.length - missing.length,
    all: one.targets.length,
    missing: missing.map(({ name }) => name),
  }
}
