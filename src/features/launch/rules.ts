import type { LaunchDocumentState } from '../../store/generated/client.ts'

export type LaunchAction = 'approve' | 'sendBack' | 'accept' | 'return'

/** What may be done with a launch document, and what it becomes. Source: plan 114 §9.2, K01. */
interface Move {
  from: LaunchDocumentState
  /** Whether the focal point's version waits for the head. */
  awaitingHead: boolean
  to: LaunchDocumentState
  needsReason: boolean
  right: 'launch.approve' | 'launch.decide'
}

export const moves: Record<LaunchAction, readonly Move[]> = {
  approve: [
    { from: 'NOT_SENT', awaitingHead: true, to: 'SENT', needsReason: false, right: 'launch.approve' },
    { from: 'RETURNED', awaitingHead: true, to: 'SENT', needsReason: false, right: 'launch.approve' },
  ],
  sendBack: [
    { from: 'NOT_SENT', awaitingHead: true, to: 'NOT_SENT', needsReason: true, right: 'launch.approve' },
    { from: 'RETURNED', awaitingHead: true, to: 'RETURNED', needsReason: true, right: 'launch.approve' },
  ],
  accept: [{ from: 'SENT', awaitingHead: false, to: 'ACCEPTED', needsReason: false, right: 'launch.decide' }],
  return: [{ from: 'SENT', awaitingHead: false, to: 'RETURNED', needsReason: true, right: 'launch.decide' }],
}

export const launchActions = Object.keys(moves) as LaunchAction[]

/** The move that an action is for a document as it stands, or undefined. */
export function moveOf(
  action: LaunchAction,
  document: { state: LaunchDocumentState; awaitingHead: boolean },
): Move | undefined {
  return moves[action].find(move => move.from === document.state && move.awaitingHead === document.awaitingHead)
}

/** Whether the unit may hand in (again): nothing has reached the managing office, or it came back. */
export function mayHandIn(document: { state: LaunchDocumentState } | null): boolean {
  return document === null || document.state === 'NOT_SENT' || document.state === 'RETURNED'
}
