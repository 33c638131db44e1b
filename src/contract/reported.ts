import type { ActiveCampaign } from '../campaign/active.ts'
import type { Tx } from '../store/transaction.ts'

/**
 * What has been reported of something that is owed, for the words of a reminder: the figures that count, as the board has them.
 * Days are 'YYYY-MM-DD'.
 */
export type Reported =
  /** Of its one target nothing has ever been reported. */
  | { is: 'nothing' }
  /** The last figure of its one target, and what is missing to the threshold; 0: reached. */
  | {
      is: 'share'
      unit: 'count' | 'money'
      numerator: bigint
      denominator: bigint
      threshold: number
      missing: bigint
      asOf: string
    }
  /** Of its several targets: how many have their figure for the period, and what the others are called. */
  | { is: 'some'; done: number; all: number; missing: readonly string[] }

/** Something owed, as far as the figures need to know it. */
export interface OwedReport {
  id: string
  /** Which owes it, and which acts for it today. */
  unitCodes: readonly string[]
  targets: readonly string[]
  dueOn: string
  /** The period that is to be reported. */
  period: string
}

/** Looks up what was reported of each, by id; what is no report is left out. */
export type LookUpReported = (
  tx: Tx,
  campaign: ActiveCampaign,
  owed: readonly OwedReport[],
) => Promise<ReadonlyMap<string, Reported>>
