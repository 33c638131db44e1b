import { decision, right } from '../../people/right.ts'
import { recordKind } from '../../records/kind.ts'
import { activityForm, activityParams } from './form.ts'
import { activitiesOffered, propagandaIn } from './offered.ts'

const write = right('activity.write', { HEAD: 'own', WARD_CHAIR: 'own', CLERK: 'own', FRONT: 'own' })
const see = decision('activity.see', { PNV: 'all' })

/**
 * A propaganda activity (plan II.3, IV.3; S01, S02; DOC24): recorded by the unit that held it, seen by Phòng Nội vụ, which may ask for a
 * correction. It is told as it was held and needs no approval.
 */
export const activity = recordKind({
  name: 'activity',
  letters: 'TT',
  path: 'hoat-dong-tuyen-truyen',
  group: 'publicity',
  route: 'activity',
  command: { slash: 'hoatdong', behind: 'work' },
  table: 'activities',
  form: activityForm,
  states: {
    DRAFT: { tone: 'neutral', handsIn: true },
    RECORDED: { tone: 'waiting', waits: ['see'], counts: true },
    RETURNED: { tone: 'bad', handsIn: true },
    SEEN: { tone: 'good', counts: true },
    WITHDRAWN: { tone: 'neutral' },
  },
  begins: 'DRAFT',
  handedIn: 'RECORDED',
  moves: {
    see: { from: ['RECORDED'], to: 'SEEN', right: see, asks: 'nothing', tone: 'good' },
    return: { from: ['RECORDED', 'SEEN'], to: 'RETURNED', right: see, asks: 'return', tone: 'bad' },
    withdraw: { from: ['RECORDED', 'RETURNED'], to: 'WITHDRAWN', right: write, asks: 'reason', tone: 'bad' },
  },
  rights: { write, see },
  startedWith: async ({ campaign }) => activitiesOffered(campaign),
  correctedWith: async ({ campaign }) => activitiesOffered(campaign),
  shownWith: ({ campaign }) => activitiesOffered(campaign),
  title: ({ activity: chosen, documents, content }, _, params) => {
    const known = activityParams(params).activities.find(({ code }) => code === chosen)?.documents ?? []
    return content ?? known.flatMap(({ code, label }) => (documents?.includes(code) ? [label] : [])).join('; ')
  },
  searched: ({ way, audience }) => `${way} ${audience}`,
  topic: ({ activity: chosen }) => chosen,
  columns: ['way', 'heldOn', 'audience', 'reached'],
  topics: ({ campaign }) =>
    propagandaIn(campaign.plan).map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
})
