import { ofOffice, planDocument } from './frame.ts'
import { initiativeRows, initiativeRowTags } from './initiative-rows.ts'
import { initiativesAt } from './initiatives-at.ts'
import type { PaperKind } from './kind.ts'

/** DOC10: the initiatives that Phòng Nội vụ calls outstanding. */
export const outstandingInitiatives: PaperKind = {
  code: 'DOC10',
  of: 'office',
  hasPeriod: false,
  isEmpty: async (ctx, { day }) => !(await initiativesAt(ctx, day, null)).some(({ isOutstanding }) => isOutstanding),
  tags: { plan: 'text', count: 'text', issuerOfPlan: 'text', rows: initiativeRowTags },
  gather: async (ctx, { day }, book) => {
    const { t, campaign } = ctx
    const chosen = (await initiativesAt(ctx, day, null)).filter(({ isOutstanding }) => isOutstanding)
    const { issuer } = campaign.plan.identity
    return {
      frame: ofOffice(ctx, [`${issuer} (b/c);`]),
      content: {
        plan: planDocument(ctx),
        issuerOfPlan: issuer,
        count: book.write(t('papers.DOC10.count'), String(chosen.length), {
          origin: t('papers.origin.initiatives'),
          path: 'sang-kien',
        }),
        rows: await initiativeRows(ctx, chosen),
      },
    }
  },
}
