import { officeName, unitName } from '../../campaign/names.ts'
import { periodName } from '../../campaign/period-name.ts'
import { ofUnit, planDocument } from './frame.ts'
import type { PaperKind } from './kind.ts'
import { ownCriteriaPart, ownCriteriaTags } from './own-criteria-part.ts'
import { rowFor, targetRows, targetRowTags } from './target-rows.ts'
import { countsIn, unitCountTags } from './unit-counts.ts'

/** DOC04: how far a unit has come with its targets in a period. */
export const progressReport: PaperKind = {
  code: 'DOC04',
  of: 'unit',
  hasPeriod: true,
  tags: {
    office: 'text',
    plan: 'text',
    unit: 'text',
    period: 'text',
    ...unitCountTags,
    rows: targetRowTags,
    own: ownCriteriaTags,
  },
  gather: async (ctx, wanted, book) => {
    const { t, campaign, today } = ctx
    const unitCode = wanted.unitCode ?? ''
    const row = await rowFor(ctx, wanted, unitCode)
    return {
      frame: ofUnit(ctx, unitCode),
      content: {
        office: officeName(campaign, today.toString()),
        plan: planDocument(ctx),
        unit: unitName(campaign, unitCode),
        period: periodName(wanted.period, t),
        ...countsIn(ctx, row, book),
        rows: await targetRows(ctx, row, book),
        own: await ownCriteriaPart(ctx, wanted, book),
      },
    }
  },
}
