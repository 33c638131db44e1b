import { officeName, unitName } from '../../campaign/names.ts'
import { periodName } from '../../campaign/period-name.ts'
import { spanOf } from '../../campaign/report-period.ts'
import type { Target } from '../../campaign/target.ts'
import type { Ctx } from '../../contract/feature.ts'
import { countedFigures } from '../../figures/counted.ts'
import { codesServedBy } from '../../obligations/met-by.ts'
import { formatMoneyShort, formatPercent } from '../../reading/format.ts'
import { ofUnit, paperDate, planDocument } from './frame.ts'
import type { PaperKind, Wanted } from './kind.ts'

/** DOC05: what a unit has disbursed, month by month to the end of a period, against the thresholds of the plan. */
export const disbursementReport: PaperKind = {
  code: 'DOC05',
  of: 'unit',
  hasPeriod: true,
  isOfNow: true,
  tags: {
    ...{ office: 'text', plan: 'text', unit: 'text', period: 'text', latest: 'text', thresholds: 'text' },
    rows: { no: 'text', period: 'text', done: 'text', planned: 'text', percent: 'text', day: 'text' },
  },
  gather: async (ctx, wanted, book) => {
    const { t, campaign, today } = ctx
    const unitCode = wanted.unitCode ?? ''
    const targets = sumTargets(ctx)
    const series = await seriesOf(ctx, wanted, targets)
    const said = series.map(one => ({
      ...one,
      from: {
        origin: t('papers.origin.record', { code: one.code, version: one.version }),
        path: `bao-cao/${one.recordId}`,
      },
    }))
    const last = said.at(-1)
    return {
      frame: ofUnit(ctx, unitCode),
      content: {
        office: officeName(campaign, today.toString()),
        plan: planDocument(ctx),
        unit: unitName(campaign, unitCode),
        period: periodName(wanted.period, t),
        latest: book.write(t('papers.DOC05.latest'), last ? percentOf(last) : null, last?.from ?? { origin: '' }),
        thresholds: targets
          .flatMap(({ name, measure }) =>
            measure.kind === 'PERCENT' && measure.threshold !== null ? `${name}: ${measure.threshold}%` : [],
          )
          .join('; '),
        rows: said.map((one, at) => ({
          no: String(at + 1),
          period: periodName(one.period, t),
          done: book.write(place(ctx, 'done', one.period), formatMoneyShort(one.numerator), one.from),
          planned: book.write(place(ctx, 'planned', one.period), formatMoneyShort(one.denominator), one.from),
          percent: book.write(place(ctx, 'percent', one.period), percentOf(one), one.from),
          day: paperDate(one.asOf),
        })),
      },
    }
  },
}

/** The targets of money against money: one sum serves them all. */
export function sumTargets({ campaign: { plan } }: Pick<Ctx, 'campaign'>): Target[] {
  return plan.targets.filter(({ measure }) => measure.kind === 'PERCENT' && measure.unit === 'money')
}

async function seriesOf(ctx: Ctx, { unitCode, period }: Wanted, targets: readonly Target[]) {
  const { tx, campaign } = ctx
  const [first] = targets
  const until = spanOf(period)?.to ?? campaign.plan.endsOn
  if (!first || unitCode === null) return []
  const codes = codesServedBy(campaign.plan, first.code)
  const figures = await countedFigures(tx, { campaignId: campaign.id, units: [unitCode], targets: codes.slice(0, 1) })
  const records = await tx.record.findMany({
    where: { id: { in: figures.map(({ recordId }) => recordId) } },
    select: { id: true, code: true },
  })
  return figures
    .flatMap(({ numerator, denominator, ...figure }) =>
      numerator === null || denominator === null || (spanOf(figure.period)?.to ?? '') > until
        ? []
        : { ...figure, numerator, denominator, code: records.find(({ id }) => id === figure.recordId)?.code ?? '' },
    )
    .sort((one, other) => one.asOf.localeCompare(other.asOf) || one.period.localeCompare(other.period))
}

function percentOf({ numerator, denominator }: { numerator: bigint; denominator: bigint }): string | null {
  return denominator === 0n ? null : formatPercent(numerator, denominator)
}

function place({ t }: Ctx, what: 'done' | 'planned' | 'percent', period: string): string {
  return t(`papers.DOC05.${what}`, { period: periodName(period, t) })
}
