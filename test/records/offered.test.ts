import { describe, expect, it } from 'vitest'
import { launchDocument } from '../../src/features/launch/kind.ts'
import { anyKind } from '../../src/records/kind.ts'
import { offeredTo, openMoves } from '../../src/records/offered.ts'
import type { RecordMove, Record as StoredRecord } from '../../src/store/generated/client.ts'

const kind = anyKind(launchDocument)
const now = new Date(0)
const record = (more: Partial<StoredRecord>): StoredRecord => ({
  ...{ id: 'r', kind: 'launch', number: 1, code: 'PD-001', campaignId: 'c', unitCode: 'U', authorId: 'A' },
  ...{ state: 'SENT', waitsFor: 'launch.decide', version: 1, passedVersion: 1, isLate: false, key: 'U', topic: '' },
  ...{ isSample: false, title: '', searchText: '', period: '', sentAt: now, receivedAt: now, decidedAt: null, ...more },
})
const last = (action: string, more: Partial<RecordMove> = {}): RecordMove => ({
  ...{ id: 'm', recordId: 'r', seq: 1n, version: 1, action, from: 'NOT_SENT', to: 'SENT', byId: 'B', role: 'PNV' },
  ...{ roleUnit: 'NV', at: now, reason: null, marks: [], waitedFor: 'launch.approve', passedBefore: 0 },
  ...{ fromUnit: null, toUnit: null, ...more },
})
const moves = (of: Partial<StoredRecord>, before: RecordMove | null = null, by = kind) =>
  openMoves(by, record(of), before).map(({ name, right, asks, tone, to }) =>
    [name, right.name, asks, tone, to.state, to.waitsFor, to.passedVersion].join(' '),
  )

describe('the moves that are open', () => {
  it('are those of the state that it is in, each with where it leads', () => {
    expect(moves({ version: 2, passedVersion: 2 })).toEqual([
      ...['accept launch.decide nothing good ACCEPTED  2', 'return launch.decide return bad RETURNED  2'],
    ])
    expect(moves({ state: 'ACCEPTED', waitsFor: null })).toEqual([])
  })

  it('are the head’s at the gate, who lets this version through or sends it back', () => {
    const atGate = { state: 'RETURNED', waitsFor: 'launch.approve', version: 2, passedVersion: 1 }
    expect(moves(atGate)).toEqual([
      'approve launch.approve nothing good SENT launch.decide 2',
      'sendBack launch.approve return bad RETURNED  1',
    ])
    const { approve: _, ...rights } = kind.rights
    expect(moves(atGate, null, { ...kind, rights })).toEqual([])
  })

  it('are none while a newer version than the one that passed lies with the unit', () => {
    expect(moves({ version: 2, passedVersion: 1, waitsFor: null })).toEqual([])
  })

  it('lead back over the last decision, to where it stood, for those who may take it', () => {
    const accepted = { state: 'ACCEPTED', waitsFor: null }
    const before = { from: 'SENT', waitedFor: 'launch.decide', passedBefore: 1 }
    expect(moves(accepted, last('accept', before))).toEqual([
      'reopen launch.decide reason neutral SENT launch.decide 1',
    ])
    expect(moves({}, last('approve')).at(-1)).toBe('reopen launch.approve reason neutral NOT_SENT launch.approve 0')
    const sentBack = { state: 'NOT_SENT', waitsFor: null, passedVersion: 0 }
    expect(moves(sentBack, last('sendBack'))).toEqual([
      'reopen launch.approve reason neutral NOT_SENT launch.approve 0',
    ])
  })

  it('do not lead back over a hand-in, what was handed in since, or what no right covers', () => {
    const accepted = { state: 'ACCEPTED', waitsFor: null }
    expect(moves(accepted, last('accept', { version: 2 }))).toEqual([])
    expect(moves(accepted, last('accept', { from: null }))).toEqual([])
    expect(moves(accepted, last('handIn'))).toEqual([])
    const { approve: _, ...rights } = kind.rights
    expect(moves(accepted, last('approve'), { ...kind, rights })).toEqual([])
  })

  it('are offered to those who may make them, and not on their own work', () => {
    const open = openMoves(kind, record({}), null)
    const officer = (id: string) => ({
      ...{ id, fullName: 'Người Thử', givenName: 'Thử', locale: 'vi' as const },
      roles: [{ role: 'PNV' as const, unitCode: 'NV', position: '' }],
    })
    const offered = (id: string) =>
      offeredTo(officer(id), open, { unitCode: 'U', authorId: 'A' }).map(({ name }) => name)
    expect(offered('B')).toEqual(['accept', 'return'])
    expect(offered('A')).toEqual([])
    expect(offeredTo({ ...officer('B'), roles: [] }, open, {})).toEqual([])
  })
})
