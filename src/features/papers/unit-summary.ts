import { officeName, unitName } from '../../campaign/names.ts'
import { ofUnit, paperDate, planDocument } from './frame.ts'
import { initiativeCounts, initiativeCountTags } from './initiative-counts.ts'
import { initiativeRows, initiativeRowTags } from './initiative-rows.ts'
import { initiativesAt } from './initiatives-at.ts'
import type { PaperKind } from './kind.ts'
import { launchesAt } from './launches-at.ts'
import { ownCriteriaPart, ownCriteriaTags } from './own-criteria-part.ts'
import { rowFor, targetRows, targetRowTags } from './target-rows.ts'
import { countsIn, unitCountTags } from './unit-counts.ts'

/** DOC11: a unit sums up the movement (plan IV.1; headings of domain.md §6). What only people know is left for their pen. */
export const unitSummary: PaperKind = {
  code: 'DOC11',
  of: 'unit',
  hasPeriod: false,
  tags: {
    ...{
      office: 'text',
      plan: 'text',
      unit: 'text',
      campaign: 'text',
      year: 'text',
      nextYear: 'text',
      launched: 'text',
    },
    ...unitCountTags,
    ...initiativeCountTags,
    rows: targetRowTags,
    own: ownCriteriaTags,
    initiatives: initiativeRowTags,
  },
  gather: async (ctx, wanted, book) => {
    const { t, campaign, today } = ctx
    const unitCode = wanted.unitCode ?? ''
    const row = await rowFor(ctx, wanted, unitCode)
    const initiatives = await initiativesAt(ctx, wanted.day, unitCode)
    const launch = (await launchesAt(ctx, wanted.day)).launched.find(one => one.unitCode === unitCode)
    return {
      frame: ofUnit(ctx, unitCode),
      content: {
        office: officeName(campaign, today.toString()),
        plan: planDocument(ctx),
        unit: unitName(campaign, unitCode),
        campaign: campaign.plan.identity.name,
        year: String(campaign.year),
        nextYear: String(campaign.year + 1),
        launched: book.write(t('papers.DOC11.launched'), launch ? paperDate(launch.sentOn) : null, {
          origin: t('papers.origin.launch'),
          path: 'phat-dong',
        }),
        ...countsIn(ctx, row, book),
        ...initiativeCounts(ctx, initiatives, book),
        rows: await targetRows(ctx, row, book),
        own: await ownCriteriaPart(ctx, wanted, book),
        initiatives: await initiativeRows(ctx, initiatives),
      },
    }
  },
}
