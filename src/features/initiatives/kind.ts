import { officeName } from '../../campaign/names.ts'
import { decision, right } from '../../people/right.ts'
import { recordKind } from '../../records/kind.ts'
import { initiativeKinds, parFields } from './classification.ts'
import { keepFact, relationOf } from './fact.ts'
import { initiativeForm } from './form.ts'
import { lookUpSimilar, similarTitles } from './look-up.ts'
import { isDuplicate } from './similar-answer.ts'

const receive = decision('initiative.receive', { PNV: 'all' })
const recognise = decision('initiative.recognise', { HEAD: 'own', WARD_CHAIR: 'own' })
const edit = right('initiative.edit', {
  ...{ HEAD: 'own', WARD_CHAIR: 'own', PNV: 'mine', FOCAL: 'mine', CLERK: 'mine', COUNCIL: 'mine' },
  ...{ OFFICIAL: 'mine', PRESS: 'mine', FRONT: 'mine', CHECKER: 'mine' },
})

const counted = [
  ...['REGISTERED', 'RECEIVED', 'RECOGNISED', 'APPLIED', 'EFFECT_CONFIRMED', 'REPLICATED', 'NOT_EFFECTIVE'],
]
/** C20: its effect is confirmed. */
export const effective = ['EFFECT_CONFIRMED', 'REPLICATED']

/**
 * A model, solution, initiative, good practice or new technology (plan §9.5, C15, K04): registered by staff, taken in by Phòng Nội vụ,
 * recognised by the head of the unit whether it was taken in yet or not. Rejected and withdrawn ones count nowhere.
 */
export const initiative = recordKind({
  name: 'initiative',
  letters: 'SK',
  path: 'sang-kien',
  group: 'unitWork',
  route: 'initiative',
  command: { slash: 'sangkien' },
  table: 'initiatives',
  form: initiativeForm,
  lookUps: { title: lookUpSimilar },
  isOver: isDuplicate,
  states: {
    DRAFT: { tone: 'bad', handsIn: true },
    REGISTERED: { tone: 'waiting', waits: ['receive', 'recognise'], counts: true },
    RECEIVED: { tone: 'neutral', waits: ['recognise'], counts: true },
    REJECTED: { tone: 'bad' },
    RECOGNISED: { tone: 'good', counts: true },
    APPLIED: { tone: 'good', counts: true },
    EFFECT_CONFIRMED: { tone: 'good', counts: true },
    REPLICATED: { tone: 'good', counts: true },
    WITHDRAWN: { tone: 'neutral' },
    NOT_EFFECTIVE: { tone: 'bad', counts: true },
  },
  begins: 'DRAFT',
  handedIn: 'REGISTERED',
  moves: {
    receive: { from: ['REGISTERED'], to: 'RECEIVED', right: receive, asks: 'nothing', tone: 'good' },
    return: { from: ['REGISTERED', 'RECEIVED'], to: 'DRAFT', right: receive, asks: 'return', tone: 'bad' },
    recognise: { from: ['REGISTERED', 'RECEIVED'], to: 'RECOGNISED', right: recognise, asks: 'nothing', tone: 'good' },
    reject: { from: ['REGISTERED', 'RECEIVED'], to: 'REJECTED', right: recognise, asks: 'reason', tone: 'bad' },
    apply: { from: ['RECOGNISED'], to: 'APPLIED', right: recognise, asks: 'nothing', tone: 'good' },
    // A confirmed effect needs its evidence (OP-06).
    confirmEffect: { from: ['APPLIED'], to: 'EFFECT_CONFIRMED', right: recognise, asks: 'note', tone: 'good' },
    findIneffective: { from: ['APPLIED'], to: 'NOT_EFFECTIVE', right: recognise, asks: 'reason', tone: 'bad' },
    replicate: { from: ['EFFECT_CONFIRMED'], to: 'REPLICATED', right: recognise, asks: 'note', tone: 'good' },
    withdraw: {
      from: ['DRAFT', 'REGISTERED', 'RECEIVED', 'RECOGNISED', 'APPLIED'],
      ...{ to: 'WITHDRAWN', right: edit, asks: 'reason', tone: 'bad' },
    },
  },
  rights: {
    write: right('initiative.register', {
      ...{ HEAD: 'own', WARD_CHAIR: 'own', PNV: 'own', FOCAL: 'own', CLERK: 'own', COUNCIL: 'own' },
      ...{ OFFICIAL: 'own', PRESS: 'own', FRONT: 'own', CHECKER: 'own' },
    }),
    edit,
  },
  title: ({ title }) => title,
  searched: ({ coAuthors, problem, content, novelty }) =>
    [...(coAuthors ?? []).map(({ name }) => name), problem, content, novelty].join(' '),
  topic: ({ parField }) => parField,
  meets: () => ({ kind: 'initiative' }),
  columns: ['title', 'kind'],
  stateGroups: { counted, effective },
  filters: { kind: initiativeKinds, parField: parFields },
  more: relationOf,
  ofNominee: {
    whose: 'author',
    supports: ['REGISTERED', 'RECEIVED', 'RECOGNISED', 'APPLIED', 'EFFECT_CONFIRMED', 'REPLICATED'],
    vouches: ['RECOGNISED', 'APPLIED', 'EFFECT_CONFIRMED', 'REPLICATED'],
  },
  alike: async ({ tx, campaign }, { id, title }) =>
    (await similarTitles(tx, campaign.id, title, id)).map(similar => similar.id),
  next: ctx => ctx.t('initiative.next', { office: officeName(ctx.campaign, ctx.today.toString()) }),
  hooks: {
    beforeHandIn: async (ctx, asked) =>
      asked.map(({ answers, params }) =>
        isDuplicate(answers, params)
          ? {
              text: ctx.t('initiative.duplicate'),
              choices: [{ label: ctx.t('initiative.toMine'), go: { to: 'initiatives.mine' } }],
            }
          : null,
      ),
    afterHandIn: async (ctx, handed) => {
      for (const { record, answers, params } of handed) await keepFact(ctx, record, answers, params)
    },
  },
})
