import { stood } from '../records/stood.ts'
import { Prisma } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import { countingStates, reportKindName } from './counted.ts'
import type { Figure } from './figure.ts'
import { reportRights } from './rights.ts'

/** How a report stood at an instant: its figure of one target, if it counted then. */
export interface ReportStanding {
  recordId: string
  /** Whose figure it is: the unit that gave it, wherever the open record went on since. */
  unitCode: string
  /** What the report is filed under; the target of the figure, when there is one. */
  topic: string
  targetCode: string | null
  period: string
  state: string
  isWithHead: boolean
  figure: Figure | null
  asOf: string | null
  version: number
}

interface Wanted {
  campaignId: string
  periods: readonly string[]
  /** Null: as it stands now. Else as it stood just before this instant, by versions and moves. */
  before: Date | null
}

interface Row extends Omit<ReportStanding, 'figure' | 'isWithHead'>, Figure {
  waitsFor: string | null
}

/** Every report of the periods, a row for each target that its counting version serves; one row without figure where none counts. */
export async function reportStandings(tx: Tx, { campaignId, periods, before }: Wanted): Promise<ReportStanding[]> {
  const ofReport = Prisma.sql`r.campaign_id = ${campaignId}::uuid AND r.kind = ${reportKindName}
    AND r.period = ANY (${periods as string[]}::text[])`
  const rows = await tx.$queryRaw<Row[]>`
    WITH stood AS (${stood(ofReport, before)})
    SELECT s.id AS "recordId", s.origin AS "unitCode", s.topic, s.period, s.state, s.waits_for AS "waitsFor",
      s.passed_version AS version, f.target_code AS "targetCode", f.numerator, f.denominator, f.is_done AS "isDone",
      coalesce(f.text, '') AS text, f.as_of AS "asOf"
    FROM stood s LEFT JOIN report_figure f ON f.record_id = s.id AND f.version = s.passed_version
      AND s.state = ANY (${[...countingStates]}::text[])`
  return rows.map(({ waitsFor, numerator, denominator, isDone, text, ...row }) => ({
    ...row,
    isWithHead: waitsFor === reportRights.approve.name,
    figure: row.targetCode === null ? null : { numerator, denominator, isDone, text },
  }))
}
