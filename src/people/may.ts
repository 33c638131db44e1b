import type { Role } from '../store/generated/client.ts'
import type { HeldRole, Person } from './person.ts'
import type { Right, Scope } from './right.ts'

export type Action =
  /** Say that the unit has handed something in on paper or otherwise. */
  | 'received.claim'
  /** Confirm or decline what a unit says. */
  | 'received.decide'
  /** Note what was received outside this system, and take such a note back. */
  | 'received.note'
  /** Records of a unit that are handed in. */
  | 'unit.see'
  /** Drafts and records of a unit that are not handed in. */
  | 'unit.seeDrafts'
  | 'campaign.see'
  | 'people.invite'
  | 'audit.see'
  /** How people sign in, wrong codes, lock-outs, exports, changes of roles. */
  | 'security.see'
  /** Sign somebody out everywhere, take a lost second step off. */
  | 'accounts.manage'
  | 'outbox.see'
  /** Have a message that could not be handled tried again, or give it up. */
  | 'deadletter.decide'
  /** Let a restored copy send messages. */
  | 'sending.letGo'
  /** Stop, resume, skip, hasten reminders. */
  | 'reminder.order'
  /** Write to many at once: those who still owe something, or all of a kind. */
  | 'broadcast.send'

export interface Subject {
  unitCode?: string
  /** Who wrote it: nobody decides on their own work. */
  authorId?: string
  /** Agencies whose field the figure belongs to. */
  focalAgencies?: readonly string[]
}

/**
 * The one answer to "may this person do this to that?". Every screen, page, command, file and export asks it.
 * Source: plan 114 §3.2 and §7 (K01–K04); the administrator has no power over decisions.
 */
export function may(person: Person, right: Action | Right, subject: Subject = {}): boolean {
  if (isDecision(right) && subject.authorId === person.id) return false
  return person.roles.some(held => {
    switch (scopeOf(held.role, right)) {
      case 'all':
        return true
      case 'own':
        return subject.unitCode !== undefined && held.unitCode === subject.unitCode
      case 'field':
        return subject.focalAgencies?.includes(held.unitCode) ?? false
      case 'mine':
        return subject.authorId === person.id
      default:
        return false
    }
  })
}

/** Whether some subject exists for which the person may do this: decides what a menu offers. */
export function mayEver(person: Person, right: Action | Right): boolean {
  return person.roles.some(held => scopeOf(held.role, right) !== undefined)
}

/** The held role that gives the right over this subject, for the record of who acted as what; null: none does. */
export function givingRole(person: Person, right: Action | Right, subject: Subject): HeldRole | null {
  return person.roles.find(held => may({ ...person, roles: [held] }, right, subject)) ?? null
}

/** Where a person may do something: everywhere, at some units, in the fields of some agencies, with their own. */
export interface Reach {
  isEverywhere: boolean
  units: readonly string[]
  /** Agencies whose field counts. */
  agencies: readonly string[]
  isMine: boolean
}

export function reachOf(person: Person, right: Action | Right): Reach {
  const at = (scope: Scope) => person.roles.filter(held => scopeOf(held.role, right) === scope)
  return {
    isEverywhere: at('all').length > 0,
    units: [...new Set(at('own').map(held => held.unitCode))],
    agencies: [...new Set(at('field').map(held => held.unitCode))],
    isMine: at('mine').length > 0,
  }
}

function scopeOf(role: Role, right: Action | Right): Scope | undefined {
  return typeof right === 'string' ? powers[role][right] : right.powers[role]
}

function isDecision(right: Action | Right): boolean {
  return typeof right === 'string' ? decisions.has(right) : right.isDecision
}

type Powers = Partial<Record<Action, Scope>>

const decisions: ReadonlySet<Action> = new Set<Action>(['received.decide'])

const member: Powers = { 'unit.see': 'own' }
const reader: Powers = { 'campaign.see': 'all', 'unit.see': 'all' }
const head: Powers = {
  ...member,
  'received.claim': 'own',
  'unit.seeDrafts': 'own',
}

const powers: Record<Role, Powers> = {
  CHAIR: { ...reader, 'audit.see': 'all' },
  VICE: { ...reader, 'audit.see': 'all' },
  PNV: {
    ...reader,
    ...member,
    'unit.see': 'all',
    'people.invite': 'all',
    'audit.see': 'all',
    'outbox.see': 'all',
    'deadletter.decide': 'all',
    'sending.letGo': 'all',
    'reminder.order': 'all',
    'received.decide': 'all',
    'received.note': 'all',
    'broadcast.send': 'all',
  },
  FOCAL: { ...member, ...reader },
  HEAD: head,
  WARD_CHAIR: head,
  CLERK: {
    ...member,
    'received.claim': 'own',
    'unit.seeDrafts': 'own',
  },
  COUNCIL: member,
  OFFICIAL: member,
  PRESS: member,
  FRONT: member,
  CHECKER: { ...member, 'unit.see': 'all' },
  OBSERVER: reader,
  ADMIN: {
    'people.invite': 'all',
    'audit.see': 'all',
    'security.see': 'all',
    'accounts.manage': 'all',
    'outbox.see': 'all',
    'deadletter.decide': 'all',
    'sending.letGo': 'all',
    'campaign.see': 'all',
  },
}
