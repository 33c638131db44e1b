import type { Action } from '../../people/may.ts'
import { may } from '../../people/may.ts'
import type { Person } from '../../people/person.ts'
import type { ReportState } from '../../store/generated/client.ts'

interface Move {
  from: ReportState
  /** Whether the focal point's figure waits for the head. */
  awaitingHead: boolean
  to: ReportState
  needsReason: boolean
  right: Extract<Action, 'report.approve' | 'report.verify' | 'report.lock'>
}

/**
 * The decisions on a report (plan §9.4, K03): the head approves the focal point's figure or gives it back; Phòng Nội vụ or the
 * focal agency of the field verifies it or returns it; Phòng Nội vụ closes the period of a verified figure. A figure given back
 * is corrected as a new version, so that what was sent before stays readable; so is one that was verified or closed, with the
 * reason.
 */
export const moves = {
  approve: { from: 'DRAFT', awaitingHead: true, to: 'SUBMITTED', needsReason: false, right: 'report.approve' },
  sendBack: { from: 'DRAFT', awaitingHead: true, to: 'DRAFT', needsReason: true, right: 'report.approve' },
  verify: { from: 'SUBMITTED', awaitingHead: false, to: 'VERIFIED', needsReason: false, right: 'report.verify' },
  return: { from: 'SUBMITTED', awaitingHead: false, to: 'RETURNED', needsReason: true, right: 'report.verify' },
  lock: { from: 'VERIFIED', awaitingHead: false, to: 'LOCKED', needsReason: false, right: 'report.lock' },
} as const satisfies Record<string, Move>

export type ReportAction = keyof typeof moves

export const reportActions = Object.keys(moves) as ReportAction[]

export function isAction(name: string): name is ReportAction {
  return Object.hasOwn(moves, name)
}

/** What the rules look at. */
export interface Standing {
  state: ReportState
  awaitingHead: boolean
  unitCode: string
  senderId: string
}

/** Whether the state allows the move; says nothing about who asks. */
export function isOpenTo(report: Pick<Standing, 'state' | 'awaitingHead'>, action: ReportAction): boolean {
  return moves[action].from === report.state && moves[action].awaitingHead === report.awaitingHead
}

/** Whether this person may make the move, whatever the state. */
export function mayMove(
  person: Person,
  report: Standing,
  action: ReportAction,
  focalAgencies: readonly string[],
): boolean {
  return may(person, moves[action].right, { unitCode: report.unitCode, authorId: report.senderId, focalAgencies })
}

/** A figure that was not handed in is the unit's own affair; what was handed in is seen by those who see the unit. */
export function maySee(person: Person, report: Standing, focalAgencies: readonly string[]): boolean {
  const { unitCode, senderId } = report
  if (senderId === person.id || may(person, 'unit.seeDrafts', { unitCode })) return true
  if (report.state === 'DRAFT') return false
  return may(person, 'unit.see', { unitCode }) || may(person, 'report.verify', { unitCode, focalAgencies })
}

/** A figure that came back waits for its correction. */
export function mayCorrect(person: Person, report: Standing): boolean {
  const cameBack = report.state === 'RETURNED' || (report.state === 'DRAFT' && !report.awaitingHead)
  return cameBack && may(person, 'report.write', { unitCode: report.unitCode })
}

/** What a new figure does to the latest version of the same target and period. */
export type Succession =
  /** Not handed in yet: it is rewritten. */
  | { is: 'rewrite'; version: number }
  /** Handed in: it stays, and the new figure is the next version; after verification or closing only with a reason. */
  | { is: 'next'; version: number; needsReason: boolean }

export function successionOf(latest: { state: ReportState; version: number } | null): Succession {
  if (latest === null) return { is: 'next', version: 1, needsReason: false }
  if (latest.state === 'DRAFT') return { is: 'rewrite', version: latest.version }
  const needsReason = latest.state === 'VERIFIED' || latest.state === 'LOCKED'
  return { is: 'next', version: latest.version + 1, needsReason }
}
