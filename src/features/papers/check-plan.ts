import { unitName } from '../../campaign/names.ts'
import { anyKind } from '../../records/kind.ts'
import { check } from '../checks/kind.ts'
import { paperDate } from './frame.ts'
import { recordsByDay } from './records-at.ts'
import { registerPaper } from './register-paper.ts'

/** DOC07: the checks that a unit holds (plan II.3), by the day for which they are planned. */
export const checkPlan = registerPaper({
  code: 'DOC07',
  path: check.path,
  lines: (ctx, wanted) => recordsByDay(ctx, anyKind(check), wanted, 'plannedOn'),
  figures: { checks: {} },
  columns: ['unit', 'content', 'day', 'team', 'basis'],
  row: ({ answers }, { campaign }) => ({
    unit: unitName(campaign, String(answers.concerns)),
    content: String(answers.content),
    day: paperDate(String(answers.plannedOn)),
    team: String(answers.team ?? ''),
    basis: String(answers.basis ?? ''),
  }),
})
