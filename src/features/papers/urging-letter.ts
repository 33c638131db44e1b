import { unitName } from '../../campaign/names.ts'
import { periodName } from '../../campaign/period-name.ts'
import { provisionalDuties } from '../../campaign/provisional.ts'
import type { Ctx } from '../../contract/feature.ts'
import { ofOffice, paperDate, planDocument } from './frame.ts'
import type { PaperKind, Wanted } from './kind.ts'

/** DOC09: to the units that are late, with what each owes. A day that the plan does not name makes nobody late. */
export const urgingLetter: PaperKind = {
  code: 'DOC09',
  of: 'office',
  hasPeriod: false,
  isOfNow: true,
  isEmpty: async (ctx, wanted) => (await lateIn(ctx, wanted)).length === 0,
  tags: {
    ...{ addressee: 'text', plan: 'text', day: 'text', units: 'text', items: 'text', office: 'text' },
    rows: { no: 'text', unit: 'text', what: 'text', due: 'text', late: 'text' },
  },
  gather: async (ctx, wanted, book) => {
    const { t, campaign, today } = ctx
    const late = await lateIn(ctx, wanted)
    const units = [...new Set(late.map(({ unitCode }) => unitCode))]
    const count = (place: string, value: number) =>
      book.write(t(`papers.DOC09.${place}`), String(value), { origin: t('papers.origin.owed'), path: 'nhac-viec' })
    const [first = ''] = units
    return {
      frame: ofOffice(ctx, [t('papers.frame.asAbove')]),
      content: {
        addressee: units.length === 1 ? unitName(campaign, first) : t('papers.DOC09.listed'),
        plan: planDocument(ctx),
        day: paperDate(today.toString()),
        units: count('units', units.length),
        items: count('items', late.length),
        office: ofOffice(ctx, []).issuer,
        rows: late.map(({ unitCode, dutyCode, period, about, dueOn }, at) => ({
          no: String(at + 1),
          unit: unitName(campaign, unitCode),
          what: whatIsOwed(ctx, dutyCode, period, about),
          due: paperDate(dueOn),
          late: t('papers.DOC09.days', { count: today.since(dueOn, { largestUnit: 'days' }).days }),
        })),
      },
    }
  },
}

function lateIn({ tx, campaign, today }: Ctx, { units }: Wanted) {
  return tx.obligation.findMany({
    where: {
      ...{ campaignId: campaign.id, state: { in: ['OPEN', 'WITH_HEAD'] }, dueOn: { lt: today.toString() } },
      dutyCode: { notIn: [...provisionalDuties(campaign.plan)] },
      ...(units === null ? {} : { unitCode: { in: [...units] } }),
    },
    orderBy: [{ unitCode: 'asc' }, { dueOn: 'asc' }, { dutyCode: 'asc' }],
    select: { unitCode: true, dutyCode: true, period: true, about: true, dueOn: true },
  })
}

/** Units that could be written to: those that are late with something. */
export async function lateUnits(ctx: Ctx): Promise<string[]> {
  const late = await lateIn(ctx, { unitCode: null, period: '', day: null, units: null })
  return [...new Set(late.map(({ unitCode }) => unitCode))]
}

function whatIsOwed({ t, campaign }: Ctx, dutyCode: string, period: string, about: string): string {
  const name = campaign.plan.duties.find(({ code }) => code === dutyCode)?.name ?? dutyCode
  if (about !== '') return `${name}: ${about}`
  return period === '' ? name : `${name} (${periodName(period, t)})`
}
