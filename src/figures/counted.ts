import { topicsIn } from '../records/topics-in.ts'
import { Prisma } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import type { Figure } from './figure.ts'
import { reportRights } from './rights.ts'

/** Name of the kind of record that holds figures. */
export const reportKindName = 'report'

/** States of a report in which its figure counts. */
export const countingStates = ['SUBMITTED', 'VERIFIED', 'LOCKED'] as const

/** A figure that counts at present, with the version it stands in. */
export interface CountedFigure extends Figure {
  recordId: string
  version: number
  unitCode: string
  targetCode: string
  /** '2024-Q2', '2024-04' */
  period: string
  /** 'YYYY-MM-DD': the local day on which it was given. */
  asOf: string
  state: string
}

interface Wanted {
  campaignId: string
  /** Left out: all. */
  units?: readonly string[] | null
  targets?: readonly string[]
}

/**
 * The figures that count: of each unit, target and period the newest version that the head has let through, unless it was returned.
 * A newer one that waits for the head does not hide it. By unit and target, the latest given first.
 */
export function countedFigures(tx: Tx, { campaignId, units = null, targets }: Wanted): Promise<CountedFigure[]> {
  const ofUnits = units === null ? Prisma.empty : Prisma.sql`AND r.unit_code = ANY (${units as string[]}::text[])`
  const ofTargets = targets ? Prisma.sql`AND f.target_code = ANY (${targets as string[]}::text[])` : Prisma.empty
  return tx.$queryRaw<CountedFigure[]>`
    SELECT r.id AS "recordId", f.version, r.unit_code AS "unitCode", f.target_code AS "targetCode", r.period, f.as_of AS "asOf", r.state,
      f.numerator, f.denominator, f.is_done AS "isDone", f.text
    FROM record r JOIN report_figure f ON f.record_id = r.id AND f.version = r.passed_version
    WHERE r.campaign_id = ${campaignId}::uuid AND r.kind = ${reportKindName} AND r.state = ANY (${[...countingStates]}::text[])
      ${ofUnits} ${ofTargets}
    ORDER BY r.unit_code, f.target_code, f.as_of DESC, r.period DESC`
}

/** The last figure given of each target of a unit, whatever its period. */
export async function lastFigures(
  tx: Tx,
  campaignId: string,
  unitCode: string,
): Promise<ReadonlyMap<string, CountedFigure>> {
  const last = new Map<string, CountedFigure>()
  for (const figure of await countedFigures(tx, { campaignId, units: [unitCode] }))
    if (!last.has(figure.targetCode)) last.set(figure.targetCode, figure)
  return last
}

/** Targets of which a unit has given its figure, by period, the head's approval awaited or not. */
export function reportedIn(
  tx: Tx,
  campaignId: string,
  unitCode: string,
  periods: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const states = countingStates
  return topicsIn(tx, {
    ...{ campaignId, kind: reportKindName, unitCode, periods, states, waitsFor: reportRights.approve.name },
  })
}
