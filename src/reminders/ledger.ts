import type { ReminderState } from '../store/generated/client.ts'

/** One row for ever per obligation, person and step. */
export interface LedgerRow {
  obligationId: string
  personId: string
  step: string
  state: ReminderState
  /** The day the ladder asked for. */
  plannedOn: string
  /** When it came into its present state. */
  at: Date
  why: string | null
}

/** Why a row stands where it stands; each has a sentence under `reminders.why`. */
export type Why =
  /** A newer step of the same ladder speaks. */
  | 'newer'
  | 'deadlineChanged'
  | 'notInCharge'
  | 'stopped'
  | 'skipped'
  | 'promised'
  | 'tooLate'
  | 'noAccount'
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
export function ledgerIndex(rows: readonly LedgerRow[]): ReadonlyMap<string, ReadonlyMap<string, LedgerRow>> {
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
export function isTold(state: ReminderState): boolean {
  return state === 'QUEUED' || state === 'SENT' || state === 'ACKNOWLEDGED'
}
