import { defineForm } from '../../../src/conversation/form.ts'
import { date } from '../../../src/conversation/kinds/date.ts'
import { files } from '../../../src/conversation/kinds/files.ts'
import { longText, text } from '../../../src/conversation/kinds/text.ts'
import { decision, right } from '../../../src/people/right.ts'
import { recordKind } from '../../../src/records/kind.ts'

const decide = decision('toy.decide', { PNV: 'all' })

/** A register that nobody needs: it shows what a whole one costs. */
export const toy = recordKind({
  name: 'toy',
  letters: 'DC',
  path: 'do-choi',
  route: 'toy',
  command: { slash: 'dochoi', words: ['đồ chơi|đăng ký đồ chơi|dochoi'] },
  table: 'toys',
  form: defineForm({
    id: 'toy',
    version: 1,
    texts: 'toy.form',
    fields: { title: text({ min: 3 }), madeOn: date(), story: longText(), pictures: files() },
  }),
  states: {
    NEW: { tone: 'neutral', handsIn: true },
    SENT: { tone: 'waiting', waits: ['accept'], counts: true },
    RETURNED: { tone: 'bad', handsIn: true },
    ACCEPTED: { tone: 'good', counts: true },
  },
  begins: 'NEW',
  handedIn: 'SENT',
  moves: {
    accept: { from: ['SENT'], to: 'ACCEPTED', right: decide, asks: 'nothing', tone: 'good' },
    return: { from: ['SENT'], to: 'RETURNED', right: decide, asks: 'return', tone: 'bad' },
  },
  rights: {
    write: right('toy.write', { CLERK: 'own', HEAD: 'own' }),
    approve: right('toy.approve', { HEAD: 'own' }),
  },
  title: ({ title }) => title,
  meets: () => ({ kind: 'launchDocument' }),
  columns: ['title'],
})
