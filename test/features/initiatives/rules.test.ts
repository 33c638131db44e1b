import { describe, expect, it } from 'vitest'
import { initiatives } from '../../../src/features/initiatives/feature.ts'
import { initiative } from '../../../src/features/initiatives/kind.ts'
import { may } from '../../../src/people/may.ts'
import type { HeldRole, Person } from '../../../src/people/person.ts'
import { counting, waitsFor } from '../../../src/records/kind.ts'
import { offeredTo, openMoves } from '../../../src/records/offered.ts'
import { versionSeenBy } from '../../../src/records/seeing.ts'
import { Role, type Record as StoredRecord } from '../../../src/store/generated/client.ts'

const person = (id: string, ...roles: [HeldRole['role'], string][]): Person => ({
  id,
  fullName: id,
  givenName: id,
  locale: 'vi',
  roles: roles.map(([role, unitCode]) => ({ role, unitCode, position: '' })),
})

const author = person('author', ['OFFICIAL', 'U1'])
const head = person('head', ['HEAD', 'U1'])
const otherHead = person('other', ['HEAD', 'U2'])
const officer = person('officer', ['PNV', 'NV'])

const standing = (state: string, more: Partial<StoredRecord> = {}): StoredRecord => {
  const times = { sentAt: new Date(0), receivedAt: new Date(0), decidedAt: null }
  const words = { title: '', searchText: '', key: null, topic: 'TTHC', period: '', code: 'SK-001', number: 1 }
  const place = { id: 'id', kind: 'initiative', campaignId: 'c', unitCode: 'U1', authorId: 'author' }
  const stands = { state, waitsFor: waitsFor(initiative, state), version: 1, passedVersion: 1 }
  return { ...place, ...words, ...times, ...stands, isLate: false, isSample: false, ...more }
}
const open = (record: StoredRecord) => openMoves(initiatives.record, record, null)

describe('states of an initiative (plan §9.5)', () => {
  it('moves only along the arrows of the plan, from being taken in as from being registered', () => {
    const next = (state: string) => open(standing(state)).map(({ to }) => to.state)
    const arrows = Object.fromEntries(Object.keys(initiative.states).map(state => [state, next(state)]))
    expect(arrows).toEqual({
      DRAFT: ['WITHDRAWN'],
      REGISTERED: ['RECEIVED', 'DRAFT', 'RECOGNISED', 'REJECTED', 'WITHDRAWN'],
      RECEIVED: ['DRAFT', 'RECOGNISED', 'REJECTED', 'WITHDRAWN'],
      RECOGNISED: ['APPLIED', 'WITHDRAWN'],
      APPLIED: ['EFFECT_CONFIRMED', 'NOT_EFFECTIVE', 'WITHDRAWN'],
      EFFECT_CONFIRMED: ['REPLICATED'],
      REPLICATED: [],
      REJECTED: [],
      WITHDRAWN: [],
      NOT_EFFECTIVE: [],
    })
  })

  it('asks a sentence for every return, rejection, withdrawal and confirmed effect', () => {
    const silent = Object.entries(initiative.moves).filter(([, { asks }]) => asks === 'nothing')
    expect(silent.map(([name]) => name)).toEqual(['receive', 'recognise', 'apply'])
  })

  it('counts what is registered or later, not what was returned, rejected or withdrawn', () => {
    const others = Object.keys(initiative.states).filter(state => !counting(initiative).includes(state))
    expect(others).toEqual(['DRAFT', 'REJECTED', 'WITHDRAWN'])
  })

  it('waits for the officer and the head, then for the head alone', () => {
    const waits = (state: string) => waitsFor(initiative, state)
    expect(waits('REGISTERED')).toBe('initiative.receive initiative.recognise')
    expect(waits('RECEIVED')).toBe('initiative.recognise')
    expect(waits('RECOGNISED')).toBeNull()
  })
})

describe('who is offered what (K04)', () => {
  const offered = (who: Person, record: StoredRecord) =>
    offeredTo(who, open(record), { unitCode: record.unitCode, authorId: record.authorId }).map(({ name }) => name)

  it('offers the officer to take in or return, the head to recognise or reject, the author to withdraw', () => {
    expect(offered(officer, standing('REGISTERED'))).toEqual(['receive', 'return'])
    expect(offered(head, standing('REGISTERED'))).toEqual(['recognise', 'reject', 'withdraw'])
    expect(offered(author, standing('REGISTERED'))).toEqual(['withdraw'])
  })

  it('offers nothing to the head of another unit', () => {
    expect(offered(otherHead, standing('REGISTERED'))).toEqual([])
    expect(versionSeenBy(otherHead, initiatives.record, standing('REGISTERED'), [])).toBeNull()
  })

  it('lets nobody decide on their own work', () => {
    expect(offered(head, standing('REGISTERED', { authorId: 'head' }))).toEqual(['withdraw'])
    expect(offered(officer, standing('REGISTERED', { unitCode: 'NV', authorId: 'officer' }))).toEqual(['withdraw'])
  })

  it('gives every role the power it had: members their own, heads their unit’s, Phòng Nội vụ the taking in', () => {
    const { write, edit } = initiative.rights
    const { receive, recognise } = initiative.moves
    const powers = Object.values(Role).map(role => {
      const who = person('x', [role, 'U1'])
      const can = (right: typeof write, unitCode: string, authorId: string) => may(who, right, { unitCode, authorId })
      return [
        role,
        [
          can(write, 'U1', 'x') ? 'registers' : '',
          edit && can(edit, 'U2', 'x') ? 'own' : '',
          edit && can(edit, 'U1', 'y') ? 'unit' : '',
          recognise && can(recognise.right, 'U1', 'y') ? 'recognises' : '',
          receive && can(receive.right, 'U2', 'y') ? 'receives' : '',
        ]
          .filter(Boolean)
          .join(' '),
      ]
    })
    expect(Object.fromEntries(powers)).toEqual({
      ...{ CHAIR: '', VICE: '', OBSERVER: '', ADMIN: '' },
      ...{ PNV: 'registers own receives', FOCAL: 'registers own', CLERK: 'registers own', COUNCIL: 'registers own' },
      ...{ OFFICIAL: 'registers own', PRESS: 'registers own', FRONT: 'registers own', CHECKER: 'registers own' },
      ...{ HEAD: 'registers unit recognises', WARD_CHAIR: 'registers unit recognises' },
    })
  })
})
