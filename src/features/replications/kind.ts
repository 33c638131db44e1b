import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { mayEver } from '../../people/may.ts'
import { decision, right } from '../../people/right.ts'
import { recordKind } from '../../records/kind.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { initiativesIn, replicationForm } from './form.ts'
import { initiativeNamed, initiativesOffered } from './offered.ts'
import { tellSource } from './tell.ts'

const confirm = decision('replication.confirm', { HEAD: 'own', WARD_CHAIR: 'own' })
const write = right('replication.write', { HEAD: 'own', WARD_CHAIR: 'own', CLERK: 'own', OFFICIAL: 'own' })

/**
 * A model taken over from another unit (plan II.3, S04; K04): noted by staff of the taking unit, its effect there confirmed by the head of
 * that unit, with what it rests on, or not found.
 */
export const replication = recordKind({
  name: 'replication',
  letters: 'NR',
  path: 'nhan-rong',
  group: 'people',
  route: 'replication',
  command: {
    slash: 'nhanrong',
    behind: 'work',
    words: [
      'nhanrong|nhân rộng|(đăng ký|đăng kí|ghi) nhân rộng|nhân rộng (mô hình|sáng kiến|giải pháp)|áp dụng sáng kiến',
    ],
  },
  table: 'replications',
  form: replicationForm,
  states: {
    DRAFT: { tone: 'neutral', handsIn: true },
    TAKEN_OVER: { tone: 'waiting', waits: ['confirmEffect'], counts: true },
    RETURNED: { tone: 'bad', handsIn: true },
    EFFECT_CONFIRMED: { tone: 'good', counts: true },
    NOT_EFFECTIVE: { tone: 'bad', counts: true },
    WITHDRAWN: { tone: 'neutral' },
  },
  begins: 'DRAFT',
  handedIn: 'TAKEN_OVER',
  moves: {
    confirmEffect: { from: ['TAKEN_OVER'], to: 'EFFECT_CONFIRMED', right: confirm, asks: 'note', tone: 'good' },
    findIneffective: { from: ['TAKEN_OVER'], to: 'NOT_EFFECTIVE', right: confirm, asks: 'reason', tone: 'bad' },
    return: { from: ['TAKEN_OVER', 'EFFECT_CONFIRMED'], to: 'RETURNED', right: confirm, asks: 'return', tone: 'bad' },
    withdraw: { from: ['TAKEN_OVER', 'RETURNED'], to: 'WITHDRAWN', right: write, asks: 'reason', tone: 'bad' },
  },
  rights: { write },
  startedWith: initiativesOffered,
  correctedWith: (ctx, { unitCode }) => initiativesOffered(ctx, unitCode),
  shownWith: (_, record) => ({ initiatives: record ? [{ code: record.topic, label: record.title }] : [] }),
  title: ({ initiative }, _, params) =>
    initiativesIn(params).find(({ code }) => code === initiative)?.label ?? initiative,
  searched: ({ taken }) => taken,
  topic: ({ initiative }) => initiative,
  columns: ['initiative', 'startedOn'],
  more: takenFrom,
  ofNominee: { whose: 'author', supports: ['EFFECT_CONFIRMED'], vouches: ['EFFECT_CONFIRMED'] },
  // Who noted it does not confirm it, though they are the head.
  next: ({ t, person }) => t(mayEver(person, confirm) ? 'replication.nextByOther' : 'replication.next'),
  hooks: {
    afterMove: (ctx, record, move) => (move === 'confirmEffect' ? tellSource(ctx, record) : Promise.resolve()),
  },
})

/** The unit it was taken over from, under its name of today. */
async function takenFrom(ctx: Ctx, { topic }: StoredRecord) {
  const source = await initiativeNamed(ctx, topic)
  if (!source) return []
  return [{ label: ctx.t('replication.from'), value: unitName(ctx.campaign, source.unitCode) }]
}
