import { officeName, unitName } from '../../campaign/names.ts'
import { anyKind } from '../../records/kind.ts'
import { supervision } from '../front/supervision.ts'
import { ofUnit, paperDate, planDocument } from './frame.ts'
import type { PaperKind } from './kind.ts'
import { recordsAt } from './records-at.ts'

const kind = anyKind(supervision)

/** DOC23: what an organisation of the Front has seen and recommended while it supervised (plan IV.3), by day. */
export const supervisionsList: PaperKind = {
  code: 'DOC23',
  of: 'unit',
  hasPeriod: false,
  isEmpty: async (ctx, wanted) => (await recordsAt(ctx, kind, wanted)).length === 0,
  tags: {
    ...{ office: 'text', plan: 'text', unit: 'text', supervisions: 'text' },
    rows: { no: 'text', day: 'text', unit: 'text', content: 'text', seen: 'text', recommended: 'text' },
  },
  gather: async (ctx, wanted, book) => {
    const { t, campaign, today } = ctx
    const unitCode = wanted.unitCode ?? ''
    const held = (await recordsAt(ctx, kind, wanted)).sort((a, b) =>
      String(a.answers.heldOn).localeCompare(String(b.answers.heldOn)),
    )
    return {
      frame: ofUnit(ctx, unitCode),
      content: {
        office: officeName(campaign, today.toString()),
        plan: planDocument(ctx),
        unit: unitName(campaign, unitCode),
        supervisions: book.write(t('papers.DOC23.supervisions'), String(held.length), {
          origin: t('papers.origin.rows', { count: held.length }),
          path: supervision.path,
        }),
        rows: held.map(({ answers }, at) => ({
          no: String(at + 1),
          day: paperDate(String(answers.heldOn)),
          unit: unitName(campaign, String(answers.concerns)),
          content: String(answers.content),
          seen: String(answers.seen),
          recommended: String(answers.recommended ?? t('papers.DOC23.none')),
        })),
      },
    }
  },
}
