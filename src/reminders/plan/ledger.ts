import type { ReminderState } from '../../store/generated/client.ts'
import type { Unreachable } from './recipients.ts'
import { dayAndHour } from './sending-hours.ts'

/** One row for ever per obligation, person and step. */
export interface LedgerRow {
  obligationId: string
  personId: string
  step: string
  state: ReminderState
  /** The day the ladder asked for. */
  plannedOn: string
  /** When it came into its present state; of an acknowledged one, when it was sent. */
  at: Date
  why: string | null
}

/** Why a row stands where it stands; each has a sentence under `reminders.why`. */
type Why =
  /** A newer step of the same ladder speaks. */
  | 'newer'
  | 'deadlineChanged'
  | 'notInCharge'
  | 'stopped'
  | 'skipped'
  | 'promised'
  | 'tooLate'
  | Unreachable
  | 'quiet'
  | 'budget'

/** A row to write; `was` is what the planner saw, and what must still be true when it is written. */
export interface RowChange {
  obligationId: string
  personId: string
  step: string
  plannedOn: string
  was: 'PLANNED' | 'QUEUED' | null
  state: ReminderState
  why: Why | null
}

/** Rows by obligation, then by person and step. */
export type LedgerIndex = ReadonlyMap<string, ReadonlyMap<string, LedgerRow>>

/** Whoever keeps an index hands it over as it is. */
export function ledgerIndex(rows: readonly LedgerRow[] | LedgerIndex): LedgerIndex {
  if ('get' in rows) return rows
  const index = new Map<string, Map<string, LedgerRow>>()
  for (const row of rows) {
    const own = index.get(row.obligationId) ?? new Map<string, LedgerRow>()
    own.set(rowKey(row.personId, row.step), row)
    index.set(row.obligationId, own)
  }
  return index
}

export function rowKey(personId: string, step: string): string {
  return `${personId}|${step}`
}

/** The person has been told, as far as anybody can know. */
function isTold(state: ReminderState): boolean {
  return state === 'QUEUED' || state === 'SENT' || state === 'ACKNOWLEDGED'
}

/** Who was told of one obligation, with the latest day of each, in the order of those days. */
export function notifiedBefore(
  rows: ReadonlyMap<string, LedgerRow>,
  timeZone: string,
): { personId: string; day: string }[] {
  const latest = new Map<string, Date>()
  for (const row of rows.values()) {
    if (!isTold(row.state)) continue
    const known = latest.get(row.personId)
    if (!known || known < row.at) latest.set(row.personId, row.at)
  }
  return [...latest]
    .toSorted((a, b) => a[1].getTime() - b[1].getTime())
    .map(([personId, at]) => ({ personId, day: dayAndHour(at, timeZone).day }))
}
