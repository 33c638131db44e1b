import { decision, right } from '../../people/right.ts'
import { recordKind } from '../../records/kind.ts'
import { launchForm } from './form.ts'

const decide = decision('launch.decide', { PNV: 'all' })

/** The unit's launch document (DOC01, plan 114 §9.2): signed by its head, sent to Phòng Nội vụ, which looks for nine points (K01). */
export const launchDocument = recordKind({
  name: 'launch',
  letters: 'PD',
  path: 'phat-dong',
  group: 'unitWork',
  route: 'launch',
  command: { slash: 'phatdong', behind: 'work' },
  table: 'launch-documents',
  form: launchForm,
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
    write: right('launch.write', { HEAD: 'own', WARD_CHAIR: 'own', CLERK: 'own' }),
    approve: right('launch.approve', { HEAD: 'own', WARD_CHAIR: 'own' }),
  },
  key: ({ unit }) => String(unit),
  title: ({ number }, { t }) => t('launch.titled', { number }),
  meets: () => ({ kind: 'launchDocument' }),
  columns: ['number', 'signedOn'],
  checklist: ({ t, campaign }) => {
    const points = campaign.plan.launchChecklist.map((point, at) => `(${at + 1}) ${point}`)
    return t('launch.checklist', { points: points.join('; ') })
  },
})
