import { spanOf } from '../campaign/report-period.ts'
import { stood } from '../records/stood.ts'
import { Prisma } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import { countingStates, reportKindName } from './counted.ts'
import { type Figure, noFigure } from './figure.ts'
import { bySpeaking } from './period-within.ts'
import { reportRights } from './rights.ts'

/** How the report stood that speaks for a unit and a target at an instant: its figure, if it counted then. */
export interface ReportStanding {
  recordId: string
  /** Whose figure it is: the unit that gave it, wherever the open record went on since. */
  unitCode: string
  /** The target of the figure; where none counts, what the report is filed under. */
  targetCode: string
  period: string
  state: string
  /** A version waits for the head: of this report, or of another one for the same target within the periods. */
  isWithHead: boolean
  figure: Figure | null
  asOf: string | null
  version: number
}

interface Wanted {
  campaignId: string
  /** Of several the one speaks that ends last, and of those that do the longest; one whose figure counts before any other. */
  periods: readonly string[]
  /** Null: as it stands now. Else as it stood just before this instant, by versions and moves. */
  before: Date | null
  /** Of these units alone; all of them when nothing is said. */
  units?: readonly string[] | undefined
}

type Packed = [
  string,
  string,
  number,
  string,
  number,
  number,
  string | null,
  string | null,
  string | null,
  string | null,
  string | null,
]

/**
 * The report that speaks, of each unit and target. Packed by unit in the database: a board of a thousand units by forty targets is
 * a thousand rows.
 */
export async function reportStandings(
  tx: Tx,
  { campaignId, periods, before, units }: Wanted,
): Promise<ReportStanding[]> {
  const order = bySpeaking(periods.filter(period => spanOf(period) !== null))
  const ofReport = Prisma.sql`r.campaign_id = ${campaignId}::uuid AND r.kind = ${reportKindName}
    AND r.period = ANY (${order as string[]}::text[])
    ${units ? Prisma.sql`AND r.unit_code = ANY (${[...units]}::text[])` : Prisma.empty}`
  const rows = await tx.$queryRaw<{ unitCode: string; packed: string }[]>`
    WITH stood AS MATERIALIZED (${stood(ofReport, before)}),
    said AS (
      SELECT s.id, s.origin, coalesce(f.target_code, s.topic) AS target, array_position(${order as string[]}::text[], s.period) AS place,
        s.state, s.passed_version, coalesce(s.waits_for = ${reportRights.approve.name}, false) AS at_head,
        f.target_code IS NOT NULL AS counts, f.numerator, f.denominator, f.is_done, f.text, f.as_of
      FROM stood s LEFT JOIN report_figure f ON f.record_id = s.id AND f.version = s.passed_version
        AND s.state = ANY (${[...countingStates]}::text[])),
    spoken AS (SELECT DISTINCT ON (origin, target) * FROM said ORDER BY origin, target, counts DESC, place),
    heads AS (SELECT DISTINCT origin, target FROM said WHERE at_head)
    SELECT s.origin AS "unitCode", json_agg(json_build_array(s.target, s.id, s.place, s.state, s.passed_version,
      CASE WHEN h.origin IS NOT NULL THEN 1 ELSE 0 END, CASE WHEN s.counts THEN s.as_of END, s.numerator::text, s.denominator::text,
      CASE s.is_done WHEN true THEN '1' WHEN false THEN '0' END, s.text))::text AS packed
    FROM spoken s LEFT JOIN heads h ON h.origin = s.origin AND h.target = s.target GROUP BY s.origin`
  return rows.flatMap(({ unitCode, packed }) =>
    // Written by the statement above and by nothing else.
    (JSON.parse(packed) as Packed[]).map(one => unpacked(unitCode, one, order)),
  )
}

function unpacked(
  unitCode: string,
  [targetCode, recordId, place, state, version, atHead, asOf, numerator, denominator, isDone, text]: Packed,
  order: readonly string[],
): ReportStanding {
  const figure =
    asOf === null
      ? null
      : {
          ...noFigure,
          numerator: numerator === null ? null : BigInt(numerator),
          denominator: denominator === null ? null : BigInt(denominator),
          isDone: isDone === null ? null : isDone === '1',
          text: text ?? '',
        }
  const period = order[place - 1] ?? ''
  return { recordId, unitCode, targetCode, period, state, isWithHead: atHead === 1, figure, asOf, version }
}
