import { describe, expect, it } from 'vitest'
import {
  type InitiativeAction,
  initiativeActions,
  isOpenTo,
  maySee,
  moves,
  offeredTo,
  type Standing,
} from '../../../src/features/initiatives/rules.ts'
import type { HeldRole, Person } from '../../../src/people/person.ts'
import { InitiativeState } from '../../../src/store/generated/client.ts'

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

const at = (state: InitiativeState, receivedAt: Date | null = null): Standing => ({
  state,
  receivedAt,
  unitCode: 'U1',
  authorId: 'author',
})

describe('states of an initiative (plan §9.5)', () => {
  const next = (state: InitiativeState) =>
    initiativeActions.filter(action => isOpenTo(at(state), action)).map(action => moves[action].to)

  it('moves only along the arrows of the plan', () => {
    const arrows = Object.fromEntries(Object.values(InitiativeState).map(state => [state, next(state)]))
    expect(arrows).toEqual({
      DRAFT: ['WITHDRAWN'],
      REGISTERED: ['REGISTERED', 'DRAFT', 'RECOGNISED', 'REJECTED', 'WITHDRAWN'],
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
    const silent = initiativeActions.filter(action => moves[action].note === 'none')
    expect(silent).toEqual(['receive', 'recognise', 'apply'])
  })

  it('is received once', () => {
    expect(isOpenTo(at('REGISTERED', new Date(0)), 'receive')).toBe(false)
    expect(isOpenTo(at('REGISTERED', new Date(0)), 'return')).toBe(true)
  })
})

describe('who is offered what (K04)', () => {
  const offered = (who: Person, standing: Standing): InitiativeAction[] => offeredTo(who, standing)

  it('offers the officer to take in or return, the head to recognise or reject, the author to withdraw', () => {
    expect(offered(officer, at('REGISTERED'))).toEqual(['receive', 'return'])
    expect(offered(head, at('REGISTERED'))).toEqual(['recognise', 'reject', 'withdraw'])
    expect(offered(author, at('REGISTERED'))).toEqual(['withdraw'])
  })

  it('offers nothing to the head of another unit', () => {
    expect(offered(otherHead, at('REGISTERED'))).toEqual([])
    expect(maySee(otherHead, at('REGISTERED'))).toBe(false)
  })

  it('lets nobody decide on their own work', () => {
    expect(offered(head, { ...at('REGISTERED'), authorId: 'head' })).toEqual(['withdraw'])
    expect(offered(officer, { ...at('REGISTERED'), unitCode: 'NV', authorId: 'officer' })).toEqual(['withdraw'])
  })
})
