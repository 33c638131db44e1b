import { defineForm } from '../../conversation/form.ts'
import { date } from '../../conversation/kinds/date.ts'
import { files } from '../../conversation/kinds/files.ts'
import { longText } from '../../conversation/kinds/text.ts'
import { decision, right } from '../../people/right.ts'
import { recordKind } from '../../records/kind.ts'

const heads = { HEAD: 'own', WARD_CHAIR: 'own' } as const
const decide = decision('remedy.decide', { PNV: 'all' })

/**
 * What a unit answers to a press work that shows something to be put right (plan §4.3, T45: «để kịp thời khắc phục»). It is begun from the
 * notice that the unit gets when the work is accepted; there is one answer to a work.
 */
export const remedy = recordKind({
  name: 'remedy',
  letters: 'KP',
  path: 'khac-phuc',
  group: 'publicity',
  route: 'remedy',
  table: 'remedies',
  form: defineForm({
    id: 'remedy',
    version: 1,
    texts: 'remedy.form',
    fields: {
      done: longText({ min: 5, max: 2_000 }),
      doneBy: date(),
      files: files({ optional: true }),
    },
  }),
  states: {
    NOT_SENT: { tone: 'neutral', handsIn: true },
    SENT: { tone: 'waiting', waits: ['accept'], counts: true },
    RETURNED: { tone: 'bad', handsIn: true },
    ACCEPTED: { tone: 'good', counts: true },
  },
  begins: 'NOT_SENT',
  handedIn: 'SENT',
  moves: {
    accept: { from: ['SENT'], to: 'ACCEPTED', right: decide, asks: 'nothing', tone: 'good' },
    return: { from: ['SENT'], to: 'RETURNED', right: decide, asks: 'return', tone: 'bad' },
  },
  rights: {
    write: right('remedy.write', { ...heads, CLERK: 'own' }),
    approve: right('remedy.approve', heads),
  },
  key: ({ code }) => String(code),
  title: (_, { t }, { code, title }) => t('remedy.titled', { code, title }),
  columns: ['done', 'doneBy'],
})
