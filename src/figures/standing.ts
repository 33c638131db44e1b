import { z } from 'zod'
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
  /** What reports are filed under: none filed under anything else is read. Left out: whatever they are filed under. */
  topics?: readonly string[]
}

/**
 * The report that speaks, of each unit and target. What ends last speaks first and is read first; earlier periods are read of those
 * units alone that lack a figure then, and of what waits for a head.
 */
export async function reportStandings(tx: Tx, asked: Wanted): Promise<Standings> {
  const { periods, before, wanted } = asked
  const order = bySpeaking(periods.filter(period => spanOf(period) !== null))
  const end = spanOf(order[0] ?? '')?.to
  const last = order.filter(period => spanOf(period)?.to === end)
  const earlier = order.slice(last.length)
  const found = new Map<string, Map<string, ReportStanding>>()
  const heads = new Map<string, Head>()
  const keep = (lines: string) => lines !== '' && unpack(lines, { order, heads }, found)
  const units = wanted && [...wanted.keys()]
  if (last.length > 0) keep(await read(tx, ofReports(asked, last, units), before, Prisma.empty))
  if (earlier.length > 0) {
    const isLacking = (unit: string, codes: ReadonlySet<string>) => {
      const of = found.get(unit)
      for (const code of codes) if (!of?.get(code)?.figure) return true
      return false
    }
    const lacking = wanted && [...wanted].flatMap(([unit, codes]) => (isLacking(unit, codes) ? [unit] : []))
    const atHead = Prisma.sql`s.waits_for = ${reportRights.approve.name}`
    const rest = lacking ? Prisma.sql`WHERE s.origin = ANY (${lacking}::text[]) OR ${atHead}` : Prisma.empty
    keep(await read(tx, ofReports(asked, earlier, units), before, rest))
  }
  return found
}

/** Reports for these periods; where few units are wanted theirs, wherever they went on since. */
function ofReports(
  { campaignId, topics }: Pick<Wanted, 'campaignId' | 'topics'>,
  periods: readonly string[],
  units: readonly string[] | undefined,
): Prisma.Sql {
  const filed = topics ? Prisma.sql`AND r.topic = ANY (${[...topics]}::text[])` : Prisma.empty
  const all = Prisma.sql`r.campaign_id = ${campaignId}::uuid AND r.kind = ${reportKindName}
    AND r.period = ANY (${[...periods]}::text[]) ${filed}`
  if (!units || units.length > fewUnits) return all
  const these = units as string[]
  return Prisma.sql`${all} AND (r.unit_code = ANY (${these}::text[])
    OR r.id = ANY (ARRAY (SELECT w.record_id FROM record_move w WHERE w.from_unit = ANY (${these}::text[]))))`
}

/** So many are found one by one sooner than among all. */
const fewUnits = 50

/**
 * One report a line, all of them in one text: a board of a thousand units by forty targets is one row. Each figure is looked up by its
 * report, in the order of their ids, in which the figures lie close to each other: versions that are not asked for cost nothing.
 */
async function read(tx: Tx, of: Prisma.Sql, before: Date | null, which: Prisma.Sql): Promise<string> {
  const [packed] = await tx.$queryRaw<{ lines: string | null }[]>`
    SELECT string_agg(concat_ws('|', s.origin,
      concat_ws(' ', s.period, s.state, s.passed_version, s.waits_for = ${reportRights.approve.name}, 'as of', f.as_of, f.is_done),
      coalesce(f.target_code, s.topic), s.id, coalesce(f.numerator::text, ''), coalesce(f.denominator::text, ''),
      CASE WHEN f.text <> '' THEN to_json(f.text)::text ELSE '' END) || E'\n', '') AS lines
    FROM (SELECT * FROM (${stood(of, before)}) s ${which} ORDER BY s.id OFFSET 0) s
    LEFT JOIN LATERAL (SELECT * FROM report_figure f WHERE f.record_id = s.id AND f.version = s.passed_version OFFSET 0) f
      ON s.state = ANY (${[...countingStates]}::text[])`
  return packed?.lines ?? ''
}

/** What many reports say alike. */
interface Head
  extends Pick<ReportStanding, 'period' | 'state' | 'version' | 'isWithHead' | 'asOf'>,
    Pick<Figure, 'isDone'> {}

function headIn(text: string): Head {
  const [stood = '', given = ''] = text.split(' as of')
  const [period = '', state = '', version, waits] = stood.split(' ')
  const [, asOf = null, isDone] = given.split(' ')
  return {
    ...{ period, state, version: Number(version), isWithHead: waits === 't', asOf },
    isDone: isDone === undefined ? null : isDone === 't',
  }
}

interface Unpacking {
  order: readonly string[]
  /** Those that were met already. */
  heads: Map<string, Head>
}

/** Puts in what speaks before what was found already. */
function unpack(lines: string, { order, heads }: Unpacking, found: Map<string, Map<string, ReportStanding>>): void {
  let at = 0
  const next = (end: '|' | '\n'): string => {
    const from = at
    at = lines.indexOf(end, from) + 1
    return lines.slice(from, at - 1)
  }
  while (at < lines.length) {
    const unitCode = next('|')
    const of = keptBy(found, unitCode, () => new Map<string, ReportStanding>())
    const head = keptBy(heads, next('|'), headIn)
    const targetCode = next('|')
    const recordId = next('|')
    const [numerator, denominator] = [whole(next('|')), whole(next('|'))]
    // Words are JSON, in which «|» may stand and no line ends.
    const words = next('\n')
    const { period, state, version, asOf, isDone } = head
    const known = of.get(targetCode)
    const isWithHead = head.isWithHead || known?.isWithHead === true
    if (known && !speaksBefore(order, head, known)) {
      known.isWithHead = isWithHead
      continue
    }
    const text = words === '' ? '' : z.string().parse(JSON.parse(words))
    const figure = asOf === null ? null : { numerator, denominator, isDone, text }
    of.set(targetCode, { recordId, unitCode, targetCode, period, state, isWithHead, figure, asOf, version })
  }
}

function keptBy<T>(kept: Map<string, T>, name: string, make: (name: string) => T): T {
  const known = kept.get(name)
  if (known !== undefined) return known
  const made = make(name)
  kept.set(name, made)
  return made
}

type Spoken = Pick<ReportStanding, 'period' | 'asOf'>

function speaksBefore(order: readonly string[], one: Spoken, other: Spoken): boolean {
  if ((one.asOf === null) !== (other.asOf === null)) return one.asOf !== null
  return order.indexOf(one.period) < order.indexOf(other.period)
}

function whole(text: string): bigint | null {
  return text === '' ? null : BigInt(text)
}
