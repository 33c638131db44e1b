import { formatNumber } from '../../reading/format.ts'
import { anyKind } from '../../records/kind.ts'
import { activity } from '../activities/kind.ts'
import { paperDate } from './frame.ts'
import { recordsByDay } from './records-at.ts'
import { registerPaper } from './register-paper.ts'

/** DOC24: what a unit did to make things known (plan II.3), by day. */
export const activitiesList = registerPaper({
  code: 'DOC24',
  path: activity.path,
  lines: (ctx, wanted) => recordsByDay(ctx, anyKind(activity), wanted, 'heldOn'),
  figures: { activities: {}, reached: { amount: ({ answers }) => Number(answers.reached) } },
  columns: ['day', 'content', 'way', 'audience', 'reached'],
  row: ({ record, answers }) => ({
    day: paperDate(String(answers.heldOn)),
    content: record.title,
    way: String(answers.way),
    audience: String(answers.audience),
    reached: formatNumber(Number(answers.reached)),
  }),
})
