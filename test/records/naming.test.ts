import { describe, expect, it } from 'vitest'
import type { Ctx } from '../../src/contract/feature.ts'
import { anyKind } from '../../src/records/kind.ts'
import { handInLabel, nameOf, partsOf, shortTitle, stateName } from '../../src/records/naming.ts'
import { reasonForm, returnForm } from '../../src/records/reasons.ts'
import { unitsNamed } from '../../src/records/units-named.ts'
import { loadTexts } from '../../src/texts.ts'
import { toy as declared } from '../house/toy-register/kind.ts'
import toyTexts from '../house/toy-register/vi.json' with { type: 'json' }

const toy = anyKind(declared)
const t = loadTexts('vi', { toy: toyTexts })

const unit = (code: string, name: string, ...successors: string[]) => [code, { code, name, successors }] as const
const campaign = {
  units: new Map([
    unit('P1', 'Phường Hồng Gai'),
    unit('P2', 'Phường Hà Khánh'),
    unit('X', 'Xã Cũ', 'P1', 'P2'),
    unit('Y', 'Xã Xa', 'Z'),
  ]),
} as unknown as Ctx['campaign']
const record = { code: 'DC-001', title: 'Xe gỗ', unitCode: 'P1' }

describe('a record', () => {
  it('is called by what it is, its code, its title and its unit, or the code of a unit that nobody knows', () => {
    expect(nameOf({ campaign }, t, toy, record)).toBe('đồ chơi DC-001 (Xe gỗ) của Phường Hồng Gai')
    expect(partsOf({ campaign }, t, toy, { ...record, unitCode: 'Q' })).toEqual({
      ...{ thing: 'đồ chơi', code: 'DC-001', title: 'Xe gỗ', unit: 'Q' },
    })
  })

  it('stands in its state, or for those inside at the gate', () => {
    const waits = (waitsFor: string | null, isInside: boolean) =>
      stateName(t, toy, { state: 'RETURNED', waitsFor }, isInside)
    expect([waits('toy.approve', true), waits('toy.approve', false), waits(null, true)]).toEqual([
      ...[t('records.atGate'), 'Đã trả lại', 'Đã trả lại'],
    ])
  })

  it('is handed in again as a correction, or as its next part', () => {
    const states = { SENT: { tone: 'neutral', hasNextPart: true }, NEW: { tone: 'neutral' } } as const
    const said = (key: string) => key
    const labels = ['SENT', 'NEW', 'GONE'].map(state => handInLabel(said, { name: 'x', states }, state))
    expect(labels).toEqual(['x.parts.SENT', 'records.correct', 'records.correct'])
  })

  it('has a title on a button of forty characters at most, none of them cut in two', () => {
    expect(shortTitle('ă'.repeat(40))).toBe('ă'.repeat(40))
    expect(shortTitle('ă'.repeat(61))).toBe(`${'ă'.repeat(39)}…`)
    expect(shortTitle(`${'ă'.repeat(38)}🙂${'b'.repeat(30)}`)).toBe(`${'ă'.repeat(38)}🙂…`)
  })
})

describe('a word', () => {
  it('names the units that have it in their name, and finds those, too, whose place they took', () => {
    const found = unitsNamed({ campaign } as Ctx, ['hong', 'phuong', 'xa', 'khong'])
    expect([...found]).toEqual([
      ['hong', { named: ['P1'], found: ['P1', 'X'] }],
      ['phuong', { named: ['P1', 'P2'], found: ['P1', 'P2', 'X'] }],
      ['xa', { named: ['X', 'Y'], found: ['X', 'Y'] }],
      ['khong', { named: [], found: [] }],
    ])
  })
})

describe('a reason', () => {
  const env = (questions: unknown, form: 'reason' | 'return' = 'return') =>
    ({ t, today: null, texts: `records.${form}.reason`, params: { questions }, answers: {} }) as never

  it('is asked for under the name by which drafts of it are kept', () => {
    const named = ({ id, version, texts, order }: { id: string; version: number; texts: string; order: unknown }) => [
      ...[id, version, texts, order],
    ]
    expect(named(reasonForm)).toEqual(['record.reason', 1, 'records.reason', ['reason']])
    expect(named(returnForm)).toEqual(['record.return', 1, 'records.return', ['questions', 'reason']])
  })

  it('must be long enough to help; which questions it is about may be left open', () => {
    for (const { reason } of [reasonForm.fields, returnForm.fields]) {
      expect(reason.isOptional).toBe(false)
      expect([reason.read('bốn.', env([])).ok, reason.read('năm ạ', env([])).ok]).toEqual([false, true])
    }
    expect(returnForm.fields.questions.isOptional).toBe(true)
  })

  it('is about the questions of the record, whatever else was kept beside them', () => {
    const { options } = returnForm.fields.questions
    const kept = [
      { code: 'title', label: '1. Tên' },
      { code: 2, label: '2.' },
      { code: 'c' },
      { code: 'd', label: 'Khác' },
    ]
    expect(options?.(env(kept))).toEqual(['1. Tên', 'Khác'])
    for (const none of [undefined, 'title', {}]) expect(options?.(env(none))).toEqual([])
  })
})
