import type { Action } from '../../people/may.ts'
import { may } from '../../people/may.ts'
import type { Person } from '../../people/person.ts'
import type { InitiativeState } from '../../store/generated/client.ts'

/** What a decision on an initiative needs besides the press: nothing, or one sentence of this kind. */
export type Note = 'none' | 'reason' | 'evidence' | 'place'

interface Move {
  from: readonly InitiativeState[]
  to: InitiativeState
  note: Note
  right: Action
}

/**
 * The moves of plan §9.5 after registering, and who makes them (K04). A return gives the form back to the author;
 * `receive` changes no state: Phòng Nội vụ notes that the form is whole and taken in.
 * A return, rejection or withdrawal needs its reason; a confirmed effect its evidence (OP-06).
 */
export const moves = {
  receive: { from: ['REGISTERED'], to: 'REGISTERED', note: 'none', right: 'initiative.receive' },
  return: { from: ['REGISTERED'], to: 'DRAFT', note: 'reason', right: 'initiative.receive' },
  recognise: { from: ['REGISTERED'], to: 'RECOGNISED', note: 'none', right: 'initiative.recognise' },
  reject: { from: ['REGISTERED'], to: 'REJECTED', note: 'reason', right: 'initiative.recognise' },
  apply: { from: ['RECOGNISED'], to: 'APPLIED', note: 'none', right: 'initiative.recognise' },
  confirmEffect: { from: ['APPLIED'], to: 'EFFECT_CONFIRMED', note: 'evidence', right: 'initiative.recognise' },
  findIneffective: { from: ['APPLIED'], to: 'NOT_EFFECTIVE', note: 'reason', right: 'initiative.recognise' },
  replicate: { from: ['EFFECT_CONFIRMED'], to: 'REPLICATED', note: 'place', right: 'initiative.recognise' },
  withdraw: {
    from: ['DRAFT', 'REGISTERED', 'RECOGNISED', 'APPLIED'],
    to: 'WITHDRAWN',
    note: 'reason',
    right: 'initiative.edit',
  },
} as const satisfies Record<string, Move>

export type InitiativeAction = keyof typeof moves

export const initiativeActions = Object.keys(moves) as InitiativeAction[]

export function isAction(name: string): name is InitiativeAction {
  return Object.hasOwn(moves, name)
}

/** What the rules look at. */
export interface Standing {
  state: InitiativeState
  receivedAt: Date | null
  unitCode: string
  authorId: string
}

/** Whether the state allows the move; says nothing about who asks. */
export function isOpenTo(initiative: Pick<Standing, 'state' | 'receivedAt'>, action: InitiativeAction): boolean {
  if (action === 'receive' && initiative.receivedAt !== null) return false
  const from: readonly InitiativeState[] = moves[action].from
  return from.includes(initiative.state)
}

/** Whether this person may make the move, whatever the state. */
export function mayMove(person: Person, initiative: Standing, action: InitiativeAction): boolean {
  return may(person, moves[action].right, { unitCode: initiative.unitCode, authorId: initiative.authorId })
}

/** The moves to offer to this person now. */
export function offeredTo(person: Person, initiative: Standing): InitiativeAction[] {
  return initiativeActions.filter(action => isOpenTo(initiative, action) && mayMove(person, initiative, action))
}

/** A record exists only once it was handed in, so those who see the unit's records see it; its author always does. */
export function maySee(person: Person, initiative: Pick<Standing, 'unitCode' | 'authorId'>): boolean {
  return (
    may(person, 'unit.see', { unitCode: initiative.unitCode }) ||
    may(person, 'initiative.edit', { unitCode: initiative.unitCode, authorId: initiative.authorId })
  )
}

/** A returned form waits for its correction. */
export function mayCorrect(person: Person, initiative: Standing): boolean {
  return (
    initiative.state === 'DRAFT' &&
    may(person, 'initiative.edit', { unitCode: initiative.unitCode, authorId: initiative.authorId })
  )
}

/** Registered or later, not rejected, not withdrawn: the base of C19 and C20 (plan §9.5). */
export const countedStates = [
  'REGISTERED',
  'RECOGNISED',
  'APPLIED',
  'EFFECT_CONFIRMED',
  'REPLICATED',
  'NOT_EFFECTIVE',
] as const satisfies readonly InitiativeState[]

/** Numerator of C20. */
export const effectiveStates = ['EFFECT_CONFIRMED', 'REPLICATED'] as const satisfies readonly InitiativeState[]
