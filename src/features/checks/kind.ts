import { actingUnit } from '../../campaign/acting-unit.ts'
import { unitName } from '../../campaign/names.ts'
import { unitsOffered } from '../../campaign/units-offered.ts'
import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import { right } from '../../people/right.ts'
import { recordKind } from '../../records/kind.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { checkForm, unitsIn } from './form.ts'
import { saidIn } from './found.ts'
import { remedyInWords } from './remedy-in-words.ts'
import { remedyRights } from './rights.ts'
import { announced, oweRemedy, resulted } from './what-follows.ts'

const unitsPeople = { HEAD: 'field', WARD_CHAIR: 'field', CLERK: 'field' } as const
const write = right('check.write', { CHECKER: 'own', PNV: 'own' })
const lead = right('check.lead', { CHECKER: 'own', PNV: 'all' })
const office = right('check.office', { PNV: 'all' })

/**
 * A check of how reform is led and what came of it (plan II.3, S05; §9.7, K14): planned by those who check or Phòng Nội vụ, announced to
 * the unit, its result recorded. Findings go to the unit, which owes their remedy by the day that was set; the check ends with the
 * remedy that is accepted. The checked unit sees it from its result on: that is when it begins to lie in the unit's field.
 */
export const check = recordKind({
  name: 'check',
  letters: 'CK',
  path: 'kiem-tra',
  route: 'check',
  command: {
    slash: 'kiemtra',
    behind: 'work',
    words: [
      'kiemtra|kiểm tra|(lập |lên |ghi |thêm |báo |)(kế hoạch|cuộc|kết quả) kiểm tra|(ghi|lập|báo cáo) kiểm tra|đi kiểm tra',
    ],
  },
  table: 'checks',
  form: checkForm,
  states: {
    DRAFT: { tone: 'neutral', handsIn: true },
    PLANNED: { tone: 'waiting', waits: ['announce'], counts: true },
    ANNOUNCED: { tone: 'neutral', handsIn: true, hasNextPart: true, counts: true },
    DONE: { tone: 'waiting', waits: ['close'], counts: true },
    FINDINGS_OPEN: { tone: 'bad', counts: true },
    REMEDIED: { tone: 'waiting', counts: true },
    CLOSED: { tone: 'good', counts: true },
    RETURNED: { tone: 'bad', handsIn: true },
    WITHDRAWN: { tone: 'neutral' },
  },
  begins: 'DRAFT',
  handedIn: 'PLANNED',
  handedInFor: topic => (topic === '' ? 'PLANNED' : 'DONE'),
  moves: {
    announce: { from: ['PLANNED'], to: 'ANNOUNCED', right: lead, asks: 'nothing', tone: 'good' },
    close: { from: ['DONE'], to: 'CLOSED', right: lead, asks: 'nothing', tone: 'good' },
    return: {
      from: ['PLANNED', 'ANNOUNCED', 'DONE', 'FINDINGS_OPEN'],
      ...{ to: 'RETURNED', right: office, asks: 'return', tone: 'bad' },
    },
    withdraw: {
      from: ['PLANNED', 'ANNOUNCED', 'RETURNED'],
      ...{ to: 'WITHDRAWN', right: write, asks: 'reason', tone: 'bad' },
    },
  },
  rights: { write, see: right('check.see', { ...unitsPeople, CHECKER: 'own', PNV: 'all' }) },
  startedWith: async ({ campaign, today }) => unitsOffered(campaign, today.toString()),
  correctedWith: partOf,
  shownWith: ({ campaign }) => unitsOffered(campaign),
  title: ({ concerns, content }, { t }, params) =>
    t('check.titled', { unit: unitsIn(params).find(({ code }) => code === concerns)?.label ?? concerns, content }),
  searched: ({ team, result, findings }) => [team, result, findings].join(' '),
  topic: ({ concerns, result }) => (typeof result === 'string' ? concerns : ''),
  agencies: ({ campaign, today }, topic) =>
    topic === '' ? [] : [topic, actingUnit(campaign, topic, today.toString())],
  topics: ({ campaign }) => unitsOffered(campaign).units.map(({ code, label }) => ({ value: code, label })),
  columns: ['concerns', 'plannedOn', 'heldOn', 'remedyBy'],
  more: remedyInWords,
  leadsTo: toRemedy,
  // CR0: what was found at a unit and is not oweRemedy is looked at before it is commended.
  ofNominee: { whose: 'unit', isOpen: ['FINDINGS_OPEN', 'REMEDIED'] },
  next: ({ t }, { topic }) => t(topic === '' ? 'check.next' : 'check.nextResult'),
  hooks: {
    afterHandIn: async (ctx, handed) => {
      for (const { record } of handed) if (record.topic !== '') await resulted(ctx, check, record)
    },
    afterMove: async (ctx, record, move) => {
      if (move === 'announce') await announced(ctx, record)
      await oweRemedy(ctx, record)
    },
    beforeMove: async (ctx, record, move) =>
      move === 'announce' ? hasEndedInWords(ctx, await saidIn(ctx.tx, record)) : null,
  },
})

/** What is asked next: the result once it was announced, and when it comes back after that. */
async function partOf(ctx: Ctx, record: StoredRecord) {
  const isResult = record.state === 'ANNOUNCED' || record.topic !== ''
  return { ...unitsOffered(ctx.campaign, ctx.today.toString()), part: isResult ? 'result' : 'plan' }
}

/** From what was found the unit comes to what it says of it. */
async function toRemedy(ctx: Ctx, record: StoredRecord) {
  if (record.state !== 'FINDINGS_OPEN') return []
  const unitCode = actingUnit(ctx.campaign, (await saidIn(ctx.tx, record)).concerns, ctx.today.toString())
  if (!may(ctx.person, remedyRights.write, { unitCode })) return []
  return [{ label: ctx.t('checkRemedy.command.menu'), go: { to: 'checkRemedy', args: { code: record.code } } }]
}

/** A unit that is no longer there cannot be told. */
function hasEndedInWords({ t, campaign, today }: Ctx, { concerns }: { concerns: string }): string | null {
  const isThere = actingUnit(campaign, concerns, today.toString()) === concerns
  return isThere ? null : t('check.unitEnded', { unit: unitName(campaign, concerns) })
}
