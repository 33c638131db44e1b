import { unitName } from '../../campaign/names.ts'
import { anyKind } from '../../records/kind.ts'
import { check } from '../checks/kind.ts'
import { paperDate } from './frame.ts'
import { recordsByDay } from './records-at.ts'
import { registerPaper } from './register-paper.ts'

/** DOC08: what came of the checks that a unit has held (plan II.3): result, what must be put right and by when, and where that stands. */
export const checkResults = registerPaper({
  code: 'DOC08',
  path: check.path,
  lines: async (ctx, wanted) =>
    (await recordsByDay(ctx, anyKind(check), wanted, 'heldOn')).filter(({ answers }) => answers.result),
  figures: { checks: {}, withFindings: { isOf: ({ answers }) => Boolean(answers.findings) } },
  columns: ['unit', 'content', 'day', 'result', 'findings', 'remedyBy', 'state'],
  row: ({ answers, state }, { t, campaign }) => ({
    unit: unitName(campaign, String(answers.concerns)),
    content: String(answers.content),
    day: paperDate(String(answers.heldOn)),
    result: String(answers.result),
    findings: String(answers.findings ?? t('papers.DOC08.clean')),
    remedyBy: answers.remedyBy ? paperDate(String(answers.remedyBy)) : '',
    state: t(`check.states.${state}`),
  }),
})
