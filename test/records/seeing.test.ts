import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import type { ActiveCampaign, CampaignUnit } from '../../src/campaign/active.ts'
import type { HeldRole, Person } from '../../src/people/person.ts'
import { decision, right } from '../../src/people/right.ts'
import { type AnyKind, anyKind } from '../../src/records/kind.ts'
import { agenciesOf, answeredFor, isAtGate, mayOpenList, versionSeenBy } from '../../src/records/seeing.ts'
import type { Role } from '../../src/store/generated/client.ts'
import { toy as declared } from '../house/toy-register/kind.ts'

const toy = anyKind(declared)
const person = (role?: Role, unitCode = 'P1', id = 'other'): Person => {
  const roles: HeldRole[] = role ? [{ role, unitCode, position: '' }] : []
  return { id, fullName: id, givenName: id, locale: 'vi', roles }
}
const record = {
  ...{ unitCode: 'P1', authorId: 'author', version: 3, passedVersion: 2 },
  ...{ state: 'SENT', waitsFor: null, topic: 'C13' },
}
const see = decision('toy.see', { CHECKER: 'all', FOCAL: 'field', PRESS: 'own' })
const shown = { ...toy, rights: { ...toy.rights, see } }
const personal: AnyKind = { ...shown, isPersonal: true }
const unseen = { ...record, passedVersion: 0 }

/** A day, and all of the campaign that is looked at. */
const on = (day: string, units: ActiveCampaign['units'] = new Map()) => ({
  campaign: { units } as ActiveCampaign,
  today: Temporal.PlainDate.from(day),
})
const seen = (who: Person, kind: AnyKind = toy, of = record, agencies: readonly string[] = []) =>
  versionSeenBy(who, kind, of, agencies)

it('the newest is seen by its author and by who works on it in the unit', () => {
  expect(seen(person(undefined, '', 'author'))).toBe(3)
  expect(seen(person(undefined, '', 'author'), personal, unseen)).toBe(3)
  expect([seen(person('HEAD')), seen(person('CLERK'), shown, unseen)]).toEqual([3, 3])
})

it('what has passed is seen by everybody else of the unit and of the offices; what never passed, by none of them', () => {
  for (const who of [person('OFFICIAL'), person('PNV', 'NV')]) {
    expect(seen(who)).toBe(2)
    expect(seen(who, toy, unseen)).toBeNull()
  }
  for (const who of [person('HEAD', 'P2'), person('OFFICIAL', 'P2'), person()]) expect(seen(who)).toBeNull()
})

it('and by whom the kind shows it, in the field of whose agency it lies', () => {
  const focal = person('FOCAL', 'TCKH')
  expect([seen(focal, personal, record, ['TCKH']), seen(focal, personal, record, ['NV'])]).toEqual([2, null])
  expect(seen(focal, personal, unseen, ['TCKH'])).toBeNull()
  expect([seen(person('PRESS'), personal), seen(person('PRESS', 'P2'), personal)]).toEqual([2, null])
  expect(seen(person('CHECKER', 'NV'), personal)).toBe(2)
})

it('what is about a person is seen by nobody of the unit or the offices', () => {
  for (const who of [person('HEAD'), person('OFFICIAL'), person('PNV', 'NV')]) expect(seen(who, personal)).toBeNull()
})

it('a record is in the hands of who answers for its unit on the day', () => {
  const unit = (code: string, more: Partial<CampaignUnit> = {}): [string, CampaignUnit] => {
    const always = { kind: 'ward', parentCode: null, validFrom: null, validTo: null, endKnownAt: null, successors: [] }
    return [code, { code, name: code, ...always, ...more }]
  }
  const units = new Map([unit('P1', { validTo: '2024-06-30', successors: ['P3'] }), unit('P3')])
  const answered = (day: string) => answeredFor(on(day, units), record)
  expect(answered('2024-06-30')).toEqual(record)
  expect(answered('2024-07-01')).toEqual({ ...record, unitCode: 'P3' })
})

it('its list is of use to who sees the campaign, sees it by the kind, or decides on it', () => {
  const { approve: _, ...rights } = toy.rights
  const silent: AnyKind = { ...toy, rights, moves: {} }
  expect([mayOpenList(person('OBSERVER'), silent), mayOpenList(person('HEAD'), silent)]).toEqual([true, false])
  expect([mayOpenList(person('HEAD'), toy), mayOpenList(person('CLERK'), toy)]).toEqual([true, false])
  expect([mayOpenList(person('PNV'), { ...toy, isPersonal: true }), mayOpenList(person('PRESS'), shown)]).toEqual([
    true,
    true,
  ])
  expect([mayOpenList(person('OBSERVER'), personal), mayOpenList(person('CHECKER'), personal)]).toEqual([false, true])
})

it('it lies in the field of the agencies that the kind tells, or of none', () => {
  const fielded: AnyKind = { ...toy, agencies: (_, topic) => [`of ${topic}`] }
  expect([agenciesOf(on('2024-03-20'), fielded, record), agenciesOf(on('2024-03-20'), toy, record)]).toEqual([
    ['of C13'],
    [],
  ])
})

it('at the gate is what waits for the head, of a kind that has one', () => {
  const { approve: _, ...rights } = toy.rights
  const waiting = { ...record, waitsFor: 'toy.approve' }
  expect([isAtGate(toy, waiting), isAtGate(toy, { ...record, waitsFor: 'toy.decide' }), isAtGate(toy, record)]).toEqual(
    [true, false, false],
  )
  expect(isAtGate({ ...toy, rights }, waiting)).toBe(false)
  expect(isAtGate({ ...toy, rights: { ...rights, approve: right('x', {}) } }, waiting)).toBe(false)
})
