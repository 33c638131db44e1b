import { officeName } from '../../campaign/names.ts'
import { recordKind, whereItStood } from '../../records/kind.ts'
import { nominationForm, nominationParams } from './form.ts'
import { goOn } from './go-on.ts'
import { nomineeIn } from './nominee.ts'
import { nominatedIn, refusedBefore } from './not-oneself.ts'
import { closedBefore, offeredTo, shownBy } from './offered.ts'
import { nominationRights } from './rights.ts'
import { notNominatedBy } from './who-decides.ts'

const { write, approve, withdraw, handle, award, awardAtWard } = nominationRights
const decided = { asks: 'nothing', tone: 'good' } as const
const refused = { asks: 'reason', tone: 'bad' } as const
const beforeDecision = ['SUBMITTED', 'RECEIVED', 'APPRAISING', 'PROPOSED', 'SUBMITTED_TO_CHAIR', 'WITH_WARD_CHAIR']

/**
 * A collective or a person nominated for an award, with the achievement report (plan III, §9.9; DOC15): one record a nominee. It waits
 * at the head's gate while the unit's council considers it, goes to Phòng Nội vụ, is appraised, concluded on and decided; of the ward's
 * own award, the ward's chair decides on what has passed the gate (K12). Its topic is the level that is asked to award.
 */
export const nomination = recordKind({
  name: 'nomination',
  letters: 'KT',
  path: 'de-nghi-khen',
  group: 'dossiers',
  door: 'praise',
  route: 'nomination',
  table: 'nominees',
  form: nominationForm,
  states: {
    DRAFT: { tone: 'neutral', handsIn: true },
    SUBMITTED: { tone: 'waiting', waits: ['receive'], counts: true },
    RETURNED: { tone: 'bad', handsIn: true },
    RECEIVED: { tone: 'waiting', waits: ['appraise'], counts: true },
    APPRAISING: { tone: 'waiting', waits: ['propose'], counts: true },
    PROPOSED: { tone: 'waiting', waits: ['submit', 'submitAtWard'], counts: true },
    NOT_PROPOSED: { tone: 'bad', counts: true },
    SUBMITTED_TO_CHAIR: { tone: 'waiting', waits: ['award'], counts: true },
    /** Put before the province (DOC22); its decision is noted. */
    SENT_TO_PROVINCE: { tone: 'waiting', waits: ['awardedThere'], counts: true },
    WITH_WARD_CHAIR: { tone: 'waiting', waits: ['awardAtWard'], counts: true },
    AWARDED: { tone: 'good', counts: true },
    NOT_AWARDED: { tone: 'bad', counts: true },
    SUSPENDED: { tone: 'bad', waits: ['resume'], counts: true },
    WITHDRAWN: { tone: 'neutral' },
  },
  begins: 'DRAFT',
  handedIn: 'SUBMITTED',
  handedInFor: level => (level === 'WARD' ? 'WITH_WARD_CHAIR' : 'SUBMITTED'),
  isAlwaysGated: true,
  moves: {
    receive: { from: ['SUBMITTED'], to: 'RECEIVED', right: handle, ...decided },
    return: { from: ['SUBMITTED', 'RECEIVED'], to: 'RETURNED', right: handle, asks: 'return', tone: 'bad' },
    appraise: { from: ['RECEIVED'], to: 'APPRAISING', right: handle, ...decided },
    propose: { from: ['APPRAISING'], to: 'PROPOSED', right: handle, asks: 'reason', tone: 'good' },
    notPropose: { from: ['APPRAISING'], to: 'NOT_PROPOSED', right: handle, ...refused },
    submit: { from: ['PROPOSED'], to: 'SUBMITTED_TO_CHAIR', right: handle, ...decided },
    // Since the district level has ended, of what goes on to the province.
    submitAtWard: { from: ['PROPOSED'], to: 'WITH_WARD_CHAIR', right: handle, ...decided },
    award: { from: ['SUBMITTED_TO_CHAIR'], to: 'AWARDED', right: award, ...decided },
    notAward: { from: ['SUBMITTED_TO_CHAIR'], to: 'NOT_AWARDED', right: award, ...refused },
    sendToProvince: { from: ['SUBMITTED_TO_CHAIR'], to: 'SENT_TO_PROVINCE', right: award, ...decided },
    awardedThere: { from: ['SENT_TO_PROVINCE'], to: 'AWARDED', right: handle, asks: 'note', tone: 'good' },
    notAwardedThere: { from: ['SENT_TO_PROVINCE'], to: 'NOT_AWARDED', right: handle, ...refused },
    awardAtWard: { from: ['WITH_WARD_CHAIR'], to: 'AWARDED', right: awardAtWard, ...decided },
    sendToProvinceAtWard: { from: ['WITH_WARD_CHAIR'], to: 'SENT_TO_PROVINCE', right: awardAtWard, ...decided },
    notAwardAtWard: { from: ['WITH_WARD_CHAIR'], to: 'NOT_AWARDED', right: awardAtWard, ...refused },
    suspend: { from: beforeDecision, to: 'SUSPENDED', right: handle, ...refused },
    // With the conclusion of what it was suspended for.
    resume: { from: ['SUSPENDED'], to: whereItStood, right: handle, asks: 'reason', tone: 'good' },
    withdraw: {
      from: ['DRAFT', ...beforeDecision, 'RETURNED', 'SUSPENDED'],
      to: 'WITHDRAWN',
      right: withdraw,
      ...refused,
    },
  },
  rights: { write, approve },
  aboutWhom: nominatedIn,
  notBegunBy: notNominatedBy,
  startedWith: offeredTo,
  correctedWith: (ctx, { unitCode }) => offeredTo(ctx, unitCode),
  shownWith: ctx => shownBy(ctx),
  title: (answers, { t }, params) => {
    const { kind, name, position } = nomineeIn(answers, params)
    return t(position === '' ? `nomination.titled.${kind}` : 'nomination.titled.withPosition', { name, position })
  },
  searched: (answers, params) => [nomineeIn(answers, params).name, answers.summary].join(' '),
  topic: (answers, params) => nomineeIn(answers, params).level,
  topics: ({ t, campaign }) =>
    nominationParams(shownBy({ t, campaign })).levels.map(({ code, label }) => ({ value: code, label })),
  columns: ['summary'],
  filters: { kind: ['COLLECTIVE', 'INDIVIDUAL'] },
  next: ({ t, campaign, today }) => t('nomination.next', { office: officeName(campaign, today.toString()) }),
  hooks: {
    beforeHandIn: async (ctx, asked) =>
      asked.map(({ answers, params }) => refusedBefore(ctx, answers, params) ?? closedBefore(ctx, answers, params)),
    afterMove: goOn,
  },
})
