import { officeName } from '../../campaign/names.ts'
import { decision, right } from '../../people/right.ts'
import { recordKind } from '../../records/kind.ts'
import { acceptedInWords } from './counts.ts'
import { remedyInWords, tellUnitConcerned } from './follow-up.ts'
import { workForm, workParams } from './form.ts'
import { offeredBy } from './offered.ts'
import { targetOfTopics, worksTargets } from './targets.ts'

const edit = right('work.edit', { PRESS: 'mine' })
const accept = decision('work.accept', { PNV: 'all', FOCAL: 'field' })

/**
 * A press or arts work (plan §4.3, §9.6): registered by the journalist, editor or member whose work it is, accepted by Phòng Nội vụ or by
 * the agency of the field. A work on something that must be put right is told to the unit concerned once it is accepted.
 */
export const work = recordKind({
  name: 'work',
  letters: 'TP',
  path: 'tac-pham',
  group: 'publicity',
  route: 'work',
  command: { slash: 'tacpham' },
  table: 'works',
  form: workForm,
  states: {
    DRAFT: { tone: 'neutral', handsIn: true },
    SUBMITTED: { tone: 'waiting', waits: ['accept'], counts: true },
    RETURNED: { tone: 'bad', handsIn: true },
    ACCEPTED: { tone: 'good', counts: true },
    WITHDRAWN: { tone: 'neutral' },
  },
  begins: 'DRAFT',
  handedIn: 'SUBMITTED',
  moves: {
    accept: { from: ['SUBMITTED'], to: 'ACCEPTED', right: accept, asks: 'nothing', tone: 'good' },
    return: { from: ['SUBMITTED', 'ACCEPTED'], to: 'RETURNED', right: accept, asks: 'return', tone: 'bad' },
    withdraw: { from: ['SUBMITTED', 'RETURNED'], to: 'WITHDRAWN', right: edit, asks: 'reason', tone: 'bad' },
  },
  rights: { write: right('work.write', { PRESS: 'own' }), edit, see: accept },
  startedWith: async ctx => offeredBy(ctx.campaign, ctx.today.toString()),
  correctedWith: async ctx => offeredBy(ctx.campaign, ctx.today.toString()),
  shownWith: ({ campaign }) => offeredBy(campaign),
  title: ({ title }) => title,
  searched: ({ medium, genre }, params) =>
    [medium, workParams(params).genres.find(({ code }) => code === genre)?.label ?? ''].join(' '),
  topic: ({ topics }, params) => String(targetOfTopics(workParams(params), topics) ?? ''),
  agencies: ({ campaign }, topic) => campaign.plan.targets.find(({ code }) => code === topic)?.focalAgencies ?? [],
  columns: ['title', 'genre', 'publishedOn'],
  topics: ({ campaign }) =>
    worksTargets(campaign.plan).map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
  ofNominee: { whose: 'author', supports: ['ACCEPTED'], vouches: ['ACCEPTED'] },
  more: async (ctx, record) => [...(await acceptedInWords(ctx, record)), ...(await remedyInWords(ctx, record))],
  next: ctx => ctx.t('work.next', { office: officeName(ctx.campaign, ctx.today.toString()) }),
  hooks: {
    afterMove: (ctx, record, move) => (move === 'accept' ? tellUnitConcerned(ctx, record) : Promise.resolve()),
  },
})
