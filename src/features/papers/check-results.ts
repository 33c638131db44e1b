import { officeName, unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { anyKind } from '../../records/kind.ts'
import { check } from '../checks/kind.ts'
import { ofUnit, paperDate, planDocument } from './frame.ts'
import type { PaperKind, Wanted } from './kind.ts'
import { recordsAt } from './records-at.ts'

const kind = anyKind(check)

/** DOC08: what came of the checks that a unit has held (plan II.3): result, what must be put right and by when, and where that stands. */
export const checkResults: PaperKind = {
  code: 'DOC08',
  of: 'unit',
  hasPeriod: false,
  isEmpty: async (ctx, wanted) => (await heldBy(ctx, wanted)).length === 0,
  tags: {
    ...{ office: 'text', plan: 'text', unit: 'text', checks: 'text', withFindings: 'text' },
    rows: {
      ...{ no: 'text', unit: 'text', content: 'text', day: 'text', result: 'text', findings: 'text' },
      ...{ remedyBy: 'text', state: 'text' },
    },
  },
  gather: async (ctx, wanted, book) => {
    const { t, campaign, today } = ctx
    const unitCode = wanted.unitCode ?? ''
    const held = await heldBy(ctx, wanted)
    const count = (place: string, value: number) =>
      book.write(t(`papers.DOC08.${place}`), String(value), {
        origin: t('papers.origin.rows', { count: held.length }),
        path: check.path,
      })
    return {
      frame: ofUnit(ctx, unitCode),
      content: {
        office: officeName(campaign, today.toString()),
        plan: planDocument(ctx),
        unit: unitName(campaign, unitCode),
        checks: count('checks', held.length),
        withFindings: count('withFindings', held.filter(({ answers }) => answers.findings).length),
        rows: held.map(({ answers, state }, at) => ({
          no: String(at + 1),
          unit: unitName(campaign, String(answers.concerns)),
          content: String(answers.content),
          day: paperDate(String(answers.heldOn)),
          result: String(answers.result),
          findings: String(answers.findings ?? t('papers.DOC08.clean')),
          remedyBy: answers.remedyBy ? paperDate(String(answers.remedyBy)) : '',
          state: t(`check.states.${state}`),
        })),
      },
    }
  },
}

/** Those whose result was recorded, by day. */
async function heldBy(ctx: Ctx, wanted: Wanted) {
  return (await recordsAt(ctx, kind, wanted))
    .filter(({ answers }) => answers.result)
    .sort((a, b) => String(a.answers.heldOn).localeCompare(String(b.answers.heldOn)))
}
