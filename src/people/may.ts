import type { Role } from '../store/generated/client.ts'
import type { Person } from './person.ts'

export type Action =
  | 'launch.write'
  | 'launch.approve'
  | 'launch.decide'
  | 'report.write'
  | 'report.approve'
  | 'report.verify'
  /** Close the period of a verified figure. */
  | 'report.lock'
  | 'initiative.register'
  | 'initiative.edit'
  | 'initiative.recognise'
  | 'initiative.receive'
  /** Records of a unit that are handed in. */
  | 'unit.see'
  /** Drafts and records of a unit that are not handed in. */
  | 'unit.seeDrafts'
  | 'campaign.see'
  | 'people.invite'
  | 'audit.see'
  | 'outbox.see'
  /** Have a message that could not be handled tried again, or give it up. */
  | 'deadletter.decide'
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
export function may(person: Person, action: Action, subject: Subject = {}): boolean {
  if (decisions.has(action) && subject.authorId === person.id) return false
  return person.roles.some(held => {
    const scope = powers[held.role][action]
    switch (scope) {
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
export function mayEver(person: Person, action: Action): boolean {
  return person.roles.some(held => powers[held.role][action] !== undefined)
}

type Scope = 'all' | 'own' | 'field' | 'mine'
type Powers = Partial<Record<Action, Scope>>

const decisions: ReadonlySet<Action> = new Set<Action>([
  'launch.decide',
  'report.verify',
  'report.lock',
  'initiative.recognise',
  'initiative.receive',
])

const member: Powers = { 'initiative.register': 'own', 'initiative.edit': 'mine', 'unit.see': 'own' }
const reader: Powers = { 'campaign.see': 'all', 'unit.see': 'all' }
const head: Powers = {
  ...member,
  'launch.write': 'own',
  'launch.approve': 'own',
  'report.write': 'own',
  'report.approve': 'own',
  'initiative.edit': 'own',
  'initiative.recognise': 'own',
  'unit.seeDrafts': 'own',
}

const powers: Record<Role, Powers> = {
  CHAIR: { ...reader, 'audit.see': 'all' },
  VICE: { ...reader, 'audit.see': 'all' },
  PNV: {
    ...reader,
    ...member,
    'unit.see': 'all',
    'launch.decide': 'all',
    'report.verify': 'all',
    'report.lock': 'all',
    'initiative.receive': 'all',
    'people.invite': 'all',
    'audit.see': 'all',
    'outbox.see': 'all',
    'deadletter.decide': 'all',
    'reminder.order': 'all',
    'broadcast.send': 'all',
  },
  FOCAL: { ...member, ...reader, 'report.verify': 'field' },
  HEAD: head,
  WARD_CHAIR: head,
  CLERK: { ...member, 'launch.write': 'own', 'report.write': 'own', 'unit.seeDrafts': 'own' },
  COUNCIL: member,
  OFFICIAL: member,
  PRESS: member,
  FRONT: member,
  CHECKER: { ...member, 'unit.see': 'all' },
  OBSERVER: reader,
  ADMIN: {
    'people.invite': 'all',
    'audit.see': 'all',
    'outbox.see': 'all',
    'deadletter.decide': 'all',
    'campaign.see': 'all',
  },
}
