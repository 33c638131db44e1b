import { officeName, unitName } from '../../campaign/names.ts'
import { anyKind } from '../../records/kind.ts'
import { check } from '../checks/kind.ts'
import { ofUnit, paperDate, planDocument } from './frame.ts'
import type { PaperKind } from './kind.ts'
import { recordsAt } from './records-at.ts'

const kind = anyKind(check)

/** DOC07: the checks that a unit holds (plan II.3), by the day for which they are planned. */
export const checkPlan: PaperKind = {
  code: 'DOC07',
  of: 'unit',
  hasPeriod: false,
  isEmpty: async (ctx, wanted) => (await recordsAt(ctx, kind, wanted)).length === 0,
  tags: {
    ...{ office: 'text', plan: 'text', unit: 'text', checks: 'text' },
    rows: { no: 'text', unit: 'text', content: 'text', day: 'text', team: 'text', basis: 'text' },
  },
  gather: async (ctx, wanted, book) => {
    const { t, campaign, today } = ctx
    const unitCode = wanted.unitCode ?? ''
    const planned = (await recordsAt(ctx, kind, wanted)).sort((a, b) =>
      String(a.answers.plannedOn).localeCompare(String(b.answers.plannedOn)),
    )
    return {
      frame: ofUnit(ctx, unitCode),
      content: {
        office: officeName(campaign, today.toString()),
        plan: planDocument(ctx),
        unit: unitName(campaign, unitCode),
        checks: book.write(t('papers.DOC07.checks'), String(planned.length), {
          origin: t('papers.origin.rows', { count: planned.length }),
          path: check.path,
        }),
        rows: planned.map(({ answers }, at) => ({
          no: String(at + 1),
          unit: unitName(campaign, String(answers.concerns)),
          content: String(answers.content),
          day: paperDate(String(answers.plannedOn)),
          team: String(answers.team ?? ''),
          basis: String(answers.basis ?? ''),
        })),
      },
    }
  },
}
