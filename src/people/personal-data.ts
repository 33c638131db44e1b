import type { Tx } from '../store/transaction.ts'

/**
 * What a column that can hold text may say of a person, and so what becomes of it when the person is erased.
 * - `own`: something of the row's own person; their own rows are emptied or removed.
 * - `words`: what people write. The erased person's own rows are emptied unless they are official records; wherever else the name
 *   stands in it, a pseudonym takes its place.
 * - `impersonal`: codes, days, states, fingerprints: it cannot name anybody.
 * - `kept`: it stays as it is, for this reason.
 */
export type Says = 'own' | 'words' | 'impersonal' | { kept: string }

/** What a part of the system holds of one person: how much, and the rows, as far as a copy of them says something to the person. */
export interface Held {
  count: number
  rows?: readonly object[]
}

/** Somebody whose data are being erased. */
export interface Erasure {
  personId: string
  /** Every chat account of the person. */
  accountIds: readonly string[]
  /** The account in whose chat it was asked for: the last reply still goes there. */
  accountInHand: string
  fullName: string
  givenName: string
  pseudonym: string
  /** What a file that stays is called from now on; its ending is kept. */
  neutralFileName(fileId: string): string
  now: Date
  /** Local day 'YYYY-MM-DD'. */
  today: string
}

/**
 * The personal data of one room or feature. «Dữ liệu của tôi», its copy and the erasure follow from these declarations; a test
 * reads the tables of the database and fails when a column that can hold text stands in none of them.
 */
export interface PersonalData {
  /** Told as `mydata.held.<name>`. */
  name: string
  /** By table and column, as the database names them. */
  says: Readonly<Record<string, Readonly<Record<string, Says>>>>
  holds?(tx: Tx, personId: string): Promise<Held>
  /** Removes what is the person's own. The name in the words of others is replaced afterwards, for all parts at once. */
  erase?(tx: Tx, erasure: Erasure): Promise<void>
}

/** Rows that a copy shows whole. */
export function held(rows: readonly object[]): Held {
  return { count: rows.length, rows }
}
