import { may, type Subject } from '../people/may.ts'
import type { Person } from '../people/person.ts'
import type { Right } from '../people/right.ts'
import type { RecordMove, Record as StoredRecord } from '../store/generated/client.ts'
import { type AnyKind, handedInOf, type Move, waitsFor, whereItStood } from './kind.ts'
import { isAtGate } from './seeing.ts'

/** A move that is open from where a record stands. */
export interface OpenMove {
  name: string
  right: Right
  asks: Move['asks']
  tone: Move['tone']
  /** Where it leads. */
  to: { state: string; waitsFor: string | null; passedVersion: number }
}

/** The moves that a record stands open to, whoever asks: those of its kind, or at the gate the head's. Pure. */
export function openMoves(kind: AnyKind, record: StoredRecord, last: RecordMove | null): OpenMove[] {
  return [...forward(kind, record, last), ...wayBack(kind, record, last)]
}

function forward(kind: AnyKind, record: StoredRecord, last: RecordMove | null): OpenMove[] {
  const { approve } = kind.rights
  const { state, version, passedVersion } = record
  if (approve && isAtGate(kind, record)) {
    const handedIn = handedInOf(kind, record.topic)
    const passed = { state: handedIn, waitsFor: waitsFor(kind, handedIn), passedVersion: version }
    return [
      { name: 'approve', right: approve, asks: 'nothing', tone: 'good', to: passed },
      { name: 'sendBack', right: approve, asks: 'return', tone: 'bad', to: { state, waitsFor: null, passedVersion } },
      ...movesFrom(kind, record, last).filter(isOfTheUnit),
    ]
  }
  // The head has sent it back: it is the unit's again.
  return version > passedVersion ? movesFrom(kind, record, last).filter(isOfTheUnit) : movesFrom(kind, record, last)
}

/** What the unit does with its own, whoever has it: of what waits for its head, too. */
const isOfTheUnit = ({ name }: OpenMove): boolean => name === withdrawal

/** The move by which whoever handed a record in takes it back, in the kinds that have it. */
export const withdrawal = 'withdraw'

/** What only takes a record back: open also to whom it is about. */
export const takesBack: readonly string[] = [withdrawal, 'sendBack']

function movesFrom(kind: AnyKind, { state, passedVersion }: StoredRecord, last: RecordMove | null): OpenMove[] {
  return Object.entries(kind.moves)
    .filter(([, { from }]) => from.includes(state))
    .map(([name, { right, asks, tone, to }]) => ({
      name,
      right,
      asks,
      tone,
      to:
        to === whereItStood && last?.from
          ? { state: last.from, waitsFor: last.waitedFor, passedVersion }
          : { state: to, waitsFor: waitsFor(kind, to), passedVersion },
    }))
}

/** The last decision can be taken back by those who may take it, as long as nothing was handed in after it. */
function wayBack(kind: AnyKind, record: StoredRecord, last: RecordMove | null): OpenMove[] {
  if (!last || last.version !== record.version || last.from === null) return []
  // Where a move of the kind itself leads back, it says what that is.
  if (Object.values(kind.moves).some(({ from, to }) => to === whereItStood && from.includes(record.state))) return []
  const isOfHead = last.action === 'approve' || last.action === 'sendBack'
  const right = isOfHead ? kind.rights.approve : kind.moves[last.action]?.right
  if (!right) return []
  const to = { state: last.from, waitsFor: last.waitedFor, passedVersion: last.passedBefore }
  return [{ name: 'reopen', right, asks: 'reason', tone: 'neutral', to }]
}

/** Those of the open moves that this person may make. Nobody decides on their own work; it is open to others. */
export function offeredTo(person: Person, moves: readonly OpenMove[], subject: Subject): OpenMove[] {
  return moves.filter(({ right }) => may(person, right, subject))
}
