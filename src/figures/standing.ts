import { spanOf } from '../campaign/report-period.ts'
import { stood } from '../records/stood.ts'
import { Prisma } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import { countingStates, reportKindName } from './counted.ts'
import type { Figure } from './figure.ts'
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

/** By unit, and there by target. */
export type Standings = ReadonlyMap<string, ReadonlyMap<string, ReportStanding>>

interface Wanted {
  campaignId: string
  /** Of several the one speaks that ends last, and of those that do the longest; one whose figure counts before any other. */
  periods: readonly string[]
  /** Null: as it stands now. Else as it stood just before this instant, by versions and moves. */
  before: Date | null
  /** Targets whose figure is looked for, by unit; of other units nothing need be found. Left out: all that there is. */
  wanted?: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * The report that speaks, of each unit and target. What ends last speaks first and is read first; earlier periods are read of those
 * units alone that lack a figure then, and of what waits for a head.
 */
export async function reportStandings(tx: Tx, { campaignId, periods, before, wanted }: Wanted): Promise<Standings> {
  const order = bySpeaking(periods.filter(period => spanOf(period) !== null))
  const end = spanOf(order[0] ?? '')?.to
  const last = order.filter(period => spanOf(period)?.to === end)
  const earlier = order.slice(last.length)
  const found = new Map<string, Map<string, ReportStanding>>()
  const keep = (rows: readonly Packed[]) => {
    for (const packed of rows) {
      const of = found.get(packed.unitCode) ?? new Map<string, ReportStanding>()
      found.set(packed.unitCode, of)
      unpack(packed, order, of)
    }
  }
  const units = wanted && [...wanted.keys()]
  if (last.length > 0) keep(await read(tx, ofReports(campaignId, last, units), before, Prisma.empty))
  if (earlier.length > 0) {
    const isLacking = (unit: string, codes: ReadonlySet<string>) =>
      [...codes].some(code => !found.get(unit)?.get(code)?.figure)
    const lacking = wanted && [...wanted].flatMap(([unit, codes]) => (isLacking(unit, codes) ? [unit] : []))
    const atHead = Prisma.sql`s.waits_for = ${reportRights.approve.name}`
    const rest = lacking ? Prisma.sql`WHERE s.origin = ANY (${lacking}::text[]) OR ${atHead}` : Prisma.empty
    keep(await read(tx, ofReports(campaignId, earlier, units), before, rest))
  }
  return found
}

/** Reports for these periods; where few units are wanted theirs, wherever they went on since. */
function ofReports(campaignId: string, periods: readonly string[], units: readonly string[] | undefined): Prisma.Sql {
  const all = Prisma.sql`r.campaign_id = ${campaignId}::uuid AND r.kind = ${reportKindName}
    AND r.period = ANY (${periods as string[]}::text[])`
  if (!units || units.length > fewUnits) return all
  const these = units as string[]
  return Prisma.sql`${all} AND (r.unit_code = ANY (${these}::text[])
    OR r.id = ANY (ARRAY (SELECT w.record_id FROM record_move w WHERE w.from_unit = ANY (${these}::text[]))))`
}

/** So many are found one by one sooner than among all. */
const fewUnits = 50

/** Reports of a unit that differ in target, record and numbers alone. */
interface Packed extends Omit<ReportStanding, 'recordId' | 'targetCode' | 'figure'>, Pick<Figure, 'isDone'> {
  text: string | null
  columns: string
}

type Columns = [targets: string[], recordIds: string[], numerators: (string | null)[], denominators: (string | null)[]]

/**
 * Packed in the database: a board of a thousand units by forty targets is some thousand rows. Each figure is looked up by its
 * report: versions that are not asked for cost nothing.
 */
function read(tx: Tx, of: Prisma.Sql, before: Date | null, which: Prisma.Sql): Promise<Packed[]> {
  return tx.$queryRaw<Packed[]>`
    SELECT s.origin AS "unitCode", s.period, s.state, s.passed_version AS version,
      coalesce(s.waits_for = ${reportRights.approve.name}, false) AS "isWithHead", f.as_of AS "asOf", f.is_done AS "isDone", f.text,
      json_build_array(array_agg(coalesce(f.target_code, s.topic)), array_agg(s.id), array_agg(f.numerator::text),
        array_agg(f.denominator::text))::text AS columns
    FROM (${stood(of, before)}) s
    LEFT JOIN LATERAL (SELECT * FROM report_figure f WHERE f.record_id = s.id AND f.version = s.passed_version OFFSET 0) f
      ON s.state = ANY (${[...countingStates]}::text[])
    ${which} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`
}

/** Puts in what of it speaks before what was found already. */
function unpack(
  { columns, isDone, text, isWithHead: waits, ...packed }: Packed,
  order: readonly string[],
  found: Map<string, ReportStanding>,
): void {
  const { unitCode, period, state, asOf, version } = packed
  // Written by the statement above and by nothing else.
  const [targets, recordIds, numerators, denominators] = JSON.parse(columns) as Columns
  for (const [at, targetCode] of targets.entries()) {
    const known = found.get(targetCode)
    const isWithHead = waits || known?.isWithHead === true
    if (known && !speaksBefore(order, packed, known)) {
      known.isWithHead = isWithHead
      continue
    }
    const figure =
      asOf === null
        ? null
        : { numerator: whole(numerators[at]), denominator: whole(denominators[at]), isDone, text: text ?? '' }
    const recordId = recordIds[at] ?? ''
    found.set(targetCode, { recordId, unitCode, targetCode, period, state, isWithHead, figure, asOf, version })
  }
}

type Spoken = Pick<ReportStanding, 'period' | 'asOf'>

function speaksBefore(order: readonly string[], one: Spoken, other: Spoken): boolean {
  if ((one.asOf === null) !== (other.asOf === null)) return one.asOf !== null
  return order.indexOf(one.period) < order.indexOf(other.period)
}

function whole(text: string | null | undefined): bigint | null {
  return text === null || text === undefined ? null : BigInt(text)
}
