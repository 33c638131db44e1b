import { unitName } from '../../campaign/names.ts'
import { anyKind } from '../../records/kind.ts'
import { supervision } from '../front/supervision.ts'
import { paperDate } from './frame.ts'
import { recordsByDay } from './records-at.ts'
import { registerPaper } from './register-paper.ts'

/** DOC23: what an organisation of the Front has seen and recommended while it supervised (plan IV.3), by day. */
export const supervisionsList = registerPaper({
  code: 'DOC23',
  path: supervision.path,
  lines: (ctx, wanted) => recordsByDay(ctx, anyKind(supervision), wanted, 'heldOn'),
  figures: { supervisions: {} },
  columns: ['day', 'unit', 'content', 'seen', 'recommended'],
  row: ({ answers }, { t, campaign }) => ({
    day: paperDate(String(answers.heldOn)),
    unit: unitName(campaign, String(answers.concerns)),
    content: String(answers.content),
    seen: String(answers.seen),
    recommended: String(answers.recommended ?? t('papers.DOC23.none')),
  }),
})
