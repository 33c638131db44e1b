import type { Action } from '../../people/house-rights.ts'
import type { ReceivedState } from '../../store/generated/client.ts'

interface Decision {
  from: ReceivedState
  to: ReceivedState
  needsReason: boolean
  right: Extract<Action, 'received.decide' | 'received.note'>
}

/** What an officer does with a note: a unit's claim is confirmed or declined, a confirmed note is taken back. */
export const decisions = {
  confirm: { from: 'CLAIMED', to: 'CONFIRMED', needsReason: false, right: 'received.decide' },
  decline: { from: 'CLAIMED', to: 'DECLINED', needsReason: true, right: 'received.decide' },
  reopen: { from: 'CONFIRMED', to: 'REOPENED', needsReason: true, right: 'received.note' },
} as const satisfies Record<string, Decision>

export type NoteAction = keyof typeof decisions

export const noteActions = Object.keys(decisions) as NoteAction[]

export function actionNamed(name: unknown): NoteAction | null {
  return noteActions.find(action => action === name) ?? null
}

/** How it was handed in, and what is written on it. */
export interface Receipt {
  way: ReceivedWay
  /** '' where it has none. */
  number: string
  /** 'YYYY-MM-DD' */
  receivedOn: string
}

export const receivedWays = ['PAPER', 'DOCUMENT_AXIS', 'OTHER'] as const
export type ReceivedWay = (typeof receivedWays)[number]

/** Late by the day of receipt that the note names, not by the day on which it is written. */
export function isLate(receivedOn: string, dueOn: string): boolean {
  return receivedOn > dueOn
}
