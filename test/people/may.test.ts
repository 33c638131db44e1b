import { describe, expect, it } from 'vitest'
import { reportRights } from '../../src/figures/rights.ts'
import { givingRole, may, mayEver, reachOf } from '../../src/people/may.ts'
import type { HeldRole, Person } from '../../src/people/person.ts'
import { decision, right } from '../../src/people/right.ts'
import type { Role } from '../../src/store/generated/client.ts'

const held = (role: Role, unitCode: string): HeldRole => ({ role, unitCode, position: '' })
const person = (...roles: HeldRole[]): Person => ({
  ...{ id: 'A', fullName: 'Người Thử', givenName: 'Thử', locale: 'vi' },
  roles,
})

const clerkOfTwo = person(held('CLERK', 'U'), held('CLERK', 'V'), held('COUNCIL', 'W'))
const writing = right('song.write', { CLERK: 'own', FOCAL: 'field', PRESS: 'mine', PNV: 'all' })
const judging = decision('song.judge', { CLERK: 'own', PNV: 'all' })

describe('a person of several roles', () => {
  it('may do at each unit what the role held there allows, and no more', () => {
    expect(may(clerkOfTwo, writing, { unitCode: 'U' })).toBe(true)
    expect(may(clerkOfTwo, writing, { unitCode: 'V' })).toBe(true)
    expect(may(clerkOfTwo, writing, { unitCode: 'W' })).toBe(false)
    expect(reachOf(clerkOfTwo, writing)).toEqual({
      ...{ isEverywhere: false, units: ['U', 'V'], agencies: [], isMine: false },
    })
  })

  it('reaches a unit or a field once, however many roles lead there', () => {
    const twice = right('song.sing', { CLERK: 'own', HEAD: 'own', FOCAL: 'field', CHECKER: 'field', PRESS: 'mine' })
    expect(reachOf(person(held('CLERK', 'U'), held('HEAD', 'U')), twice).units).toEqual(['U'])
    expect(reachOf(person(held('FOCAL', 'F'), held('CHECKER', 'F'), held('FOCAL', 'G')), twice)).toEqual({
      ...{ isEverywhere: false, units: [], agencies: ['F', 'G'], isMine: false },
    })
    expect(reachOf(person(held('PRESS', 'U')), twice)).toEqual({
      ...{ isEverywhere: false, units: [], agencies: [], isMine: true },
    })
  })

  it('reaches everywhere by one role that does', () => {
    expect(reachOf(person(held('CLERK', 'U'), held('PNV', 'P')), writing)).toEqual({
      ...{ isEverywhere: true, units: ['U'], agencies: [], isMine: false },
    })
  })

  it('is offered what some role could do somewhere, and nothing that none can', () => {
    expect(mayEver(clerkOfTwo, writing)).toBe(true)
    expect(mayEver(clerkOfTwo, reportRights.approve)).toBe(false)
    expect(mayEver(person(held('COUNCIL', 'U'), held('HEAD', 'V')), reportRights.approve)).toBe(true)
    expect(mayEver(person(), writing)).toBe(false)
  })

  it('acts in the role that in truth gives the right over this subject', () => {
    const both = person(held('CLERK', 'U'), held('CLERK', 'V'), held('PNV', 'PNV'))
    expect(givingRole(both, writing, { unitCode: 'V' })).toEqual(held('CLERK', 'V'))
    expect(givingRole(both, writing, { unitCode: 'X' })).toEqual(held('PNV', 'PNV'))
    expect(givingRole(clerkOfTwo, writing, { unitCode: 'X' })).toBeNull()
  })
})

describe('what a right is about', () => {
  it('of one’s unit must name a unit; of a field, an agency; of one’s own, an author', () => {
    expect(may(clerkOfTwo, writing)).toBe(false)
    expect(may(person(held('FOCAL', 'F')), writing, { unitCode: 'F' })).toBe(false)
    expect(may(person(held('FOCAL', 'F')), writing, { focalAgencies: ['E', 'F'] })).toBe(true)
    expect(may(person(held('PRESS', 'P')), writing, { authorId: 'A' })).toBe(true)
    expect(may(person(held('PRESS', 'P')), writing, { authorId: 'B' })).toBe(false)
    expect(may(person(held('PNV', 'P')), writing)).toBe(true)
  })

  it('is decided on others’ work only, and written on one’s own', () => {
    const officer = person(held('PNV', 'PNV'))
    expect(may(officer, judging, { unitCode: 'U', authorId: 'A' })).toBe(false)
    expect(givingRole(officer, judging, { unitCode: 'U', authorId: 'A' })).toBeNull()
    expect(may(officer, judging, { unitCode: 'U', authorId: 'B' })).toBe(true)
    expect(may(officer, writing, { unitCode: 'U', authorId: 'A' })).toBe(true)
    for (const action of [reportRights.verify, reportRights.lock, 'received.decide'] as const) {
      expect(may(officer, action, { authorId: 'A' })).toBe(false)
      expect(may(officer, action, { authorId: 'B' })).toBe(true)
    }
    expect(may(clerkOfTwo, reportRights.write, { unitCode: 'U', authorId: 'A' })).toBe(true)
  })
})
