import { officeName, unitName } from '../../campaign/names.ts'
import { formatNumber } from '../../reading/format.ts'
import { anyKind } from '../../records/kind.ts'
import { activity } from '../activities/kind.ts'
import { ofUnit, paperDate, planDocument } from './frame.ts'
import type { PaperKind } from './kind.ts'
import { recordsAt } from './records-at.ts'

const kind = anyKind(activity)

/** DOC24: what a unit did to make things known (plan II.3), by day. */
export const activitiesList: PaperKind = {
  code: 'DOC24',
  of: 'unit',
  hasPeriod: false,
  isEmpty: async (ctx, wanted) => (await recordsAt(ctx, kind, wanted)).length === 0,
  tags: {
    ...{ office: 'text', plan: 'text', unit: 'text', activities: 'text', reached: 'text' },
    rows: { no: 'text', day: 'text', content: 'text', way: 'text', audience: 'text', reached: 'text' },
  },
  gather: async (ctx, wanted, book) => {
    const { t, campaign, today } = ctx
    const unitCode = wanted.unitCode ?? ''
    const held = (await recordsAt(ctx, kind, wanted)).sort((a, b) =>
      String(a.answers.heldOn).localeCompare(String(b.answers.heldOn)),
    )
    const count = (place: string, value: number) =>
      book.write(t(`papers.DOC24.${place}`), formatNumber(value), {
        origin: t('papers.origin.rows', { count: held.length }),
        path: activity.path,
      })
    return {
      frame: ofUnit(ctx, unitCode),
      content: {
        office: officeName(campaign, today.toString()),
        plan: planDocument(ctx),
        unit: unitName(campaign, unitCode),
        activities: count('activities', held.length),
        reached: count(
          'reached',
          held.reduce((sum, { answers }) => sum + Number(answers.reached), 0),
        ),
        rows: held.map(({ record, answers }, at) => ({
          no: String(at + 1),
          day: paperDate(String(answers.heldOn)),
          content: record.title,
          way: String(answers.way),
          audience: String(answers.audience),
          reached: formatNumber(Number(answers.reached)),
        })),
      },
    }
  },
}
