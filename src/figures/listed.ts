import type { Target } from '../campaign/target.ts'
import { stood } from '../records/stood.ts'
import { Prisma } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import { type Figure, noFigure } from './figure.ts'
import { listRights } from './rights.ts'

/** Name of the kind of record that holds the items of a target. */
export const listKindName = 'list'

/** States of a list in which its items count. */
export const countingListStates = ['SUBMITTED', 'VERIFIED'] as const

/** How the list of a unit and a target stood at an instant, counted for a period. */
export interface ListStanding {
  recordId: string
  /** Whose list it is: the unit that gave it, wherever the open record went on since. */
  unitCode: string
  /** The target that is kept by the list. */
  targetCode: string
  state: string
  isWithHead: boolean
  version: number
  /** Null: nothing counts. */
  counted: ListCount | null
}

export interface ListCount {
  /** Received by the period's end; what has no such day counts always. */
  received: number
  /** Of those: done by the period's end; and done by their time limit, or having none. */
  done: number
  kept: number
  /** Of those: not done, and their time limit is over by the period's end. */
  overdue: number
}

/**
 * The lists of a campaign: of each the version that the head has let through, unless it was returned. `before`: null: as they stand now;
 * else as they stood just before that instant, by versions and moves. `to`: the last day of the period that they are counted for. What was done is told by its day, whenever it was recorded: a
 * result that is recorded later betters the older period from then on.
 */
export async function listStandings(
  tx: Tx,
  { campaignId, to, before }: { campaignId: string; to: string; before: Date | null },
): Promise<ListStanding[]> {
  const ofList = Prisma.sql`r.campaign_id = ${campaignId}::uuid AND r.kind = ${listKindName}`
  const rows = await tx.$queryRaw<(Omit<ListStanding, 'counted'> & ListCount & { counts: boolean })[]>`
    WITH stood AS MATERIALIZED (${stood(ofList, before)})
    SELECT s.id AS "recordId", s.origin AS "unitCode", s.topic AS "targetCode", s.state, s.passed_version AS version,
      coalesce(s.waits_for = ${listRights.approve.name}, false) AS "isWithHead",
      s.passed_version > 0 AND s.state = ANY (${[...countingListStates]}::text[]) AS counts,
      (count(i.n))::int AS received, (count(i.n) FILTER (WHERE i.done_on <= ${to}))::int AS done,
      (count(i.n) FILTER (WHERE i.done_on <= ${to} AND i.done_on <= coalesce(i.due_on, i.done_on)))::int AS kept,
      (count(i.n) FILTER (WHERE i.due_on < ${to} AND coalesce(i.done_on, '9999') > ${to}))::int AS overdue
    FROM stood s LEFT JOIN listed_item i ON i.record_id = s.id AND i.version = s.passed_version
      AND coalesce(i.received_on, '') <= ${to}
    GROUP BY s.id, s.origin, s.topic, s.state, s.passed_version, s.waits_for ORDER BY s.origin, s.topic, s.id`
  return rows.map(({ counts, received, done, kept, overdue, ...list }) => ({
    ...list,
    counted: counts ? { received, done, kept, overdue } : null,
  }))
}

/** The figure of a target over counts of its list: of a share what was kept of what was received, of a count what was done. */
export function figureOfList({ measure }: Pick<Target, 'measure'>, counts: readonly ListCount[]): Figure | null {
  if (counts.length === 0) return null
  const sum = (part: keyof ListCount) => BigInt(counts.reduce((total, one) => total + one[part], 0))
  switch (measure.kind) {
    case 'PERCENT':
      return { ...noFigure, numerator: sum('kept'), denominator: sum('received') }
    case 'COUNT':
      return { ...noFigure, numerator: sum('done') }
    default:
      return { ...noFigure, numerator: sum('done'), denominator: sum('received') }
  }
}
