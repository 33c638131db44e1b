import { decision, right } from '../../people/right.ts'
import { recordKind } from '../../records/kind.ts'
import { kindsIn, namesIn, participationForm } from './form.ts'
import { kindsOffered } from './offered.ts'

const heads = { HEAD: 'own', WARD_CHAIR: 'own' } as const
const write = right('participation.write', { ...heads, CLERK: 'own' })
const note = decision('participation.note', { PNV: 'all' })

/**
 * Participants of a unit (plan II.1, §9.3; DOC02): registered by the unit, confirmed by its head, noted by Phòng Nội vụ. Emulation is
 * voluntary: the unit withdraws whom it registered at any time, with the reason; the office removes who does not belong.
 */
export const participation = recordKind({
  name: 'participation',
  letters: 'TG',
  path: 'tham-gia',
  group: 'people',
  route: 'participation',
  command: { slash: 'thamgia', behind: 'work', words: ['thamgia|(đăng ký|đăng kí) tham gia|danh sách tham gia'] },
  table: 'participants',
  form: participationForm,
  states: {
    REGISTERED: { tone: 'neutral', handsIn: true },
    CONFIRMED_BY_HEAD: { tone: 'waiting', waits: ['note'], counts: true },
    RETURNED: { tone: 'bad', handsIn: true },
    NOTED: { tone: 'good', counts: true },
    WITHDRAWN: { tone: 'neutral' },
    REMOVED: { tone: 'bad' },
  },
  begins: 'REGISTERED',
  handedIn: 'CONFIRMED_BY_HEAD',
  moves: {
    note: { from: ['CONFIRMED_BY_HEAD'], to: 'NOTED', right: note, asks: 'nothing', tone: 'good' },
    return: { from: ['CONFIRMED_BY_HEAD', 'NOTED'], to: 'RETURNED', right: note, asks: 'return', tone: 'bad' },
    remove: { from: ['CONFIRMED_BY_HEAD', 'NOTED'], to: 'REMOVED', right: note, asks: 'reason', tone: 'bad' },
    withdraw: {
      from: ['REGISTERED', 'CONFIRMED_BY_HEAD', 'NOTED', 'RETURNED'],
      ...{ to: 'WITHDRAWN', right: write, asks: 'reason', tone: 'bad' },
    },
  },
  rights: { write, approve: right('participation.approve', heads) },
  startedWith: async ({ t, campaign }, unit) => kindsOffered(t, campaign, unit),
  correctedWith: async ({ t, campaign }, { unitCode }) => kindsOffered(t, campaign, unitCode),
  shownWith: ({ t, campaign }) => kindsOffered(t, campaign),
  title: (answers, { t }, params) => {
    const names = namesIn(answers)
    const label = kindsIn(params).find(({ code }) => code === answers.kind)?.label ?? answers.kind
    const parts = { kind: label, first: names[0] ?? '', more: names.length - 1 }
    return t(names.length > 1 ? 'participation.titledMore' : 'participation.titled', parts)
  },
  searched: answers => namesIn(answers).join(' '),
  topic: ({ kind }) => kind,
  columns: ['kind', 'collectives', 'people'],
  topics: ({ t, campaign }) => kindsOffered(t, campaign).kinds.map(({ code, label }) => ({ value: code, label })),
})
