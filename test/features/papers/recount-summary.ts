import type { Plan } from '../../../src/campaign/plan.ts'
import type { Target } from '../../../src/campaign/target.ts'
import type { PrismaClient } from '../../../src/store/generated/client.ts'

/** What the city summary says, as it is counted anew. */
export interface Recounted {
  units: number
  launch: { owed: number; sent: number; late: number }
  disbursed: { done: bigint; planned: bigint }
  initiatives: { registered: number; recognised: number; effective: number; replicated: number }
  /** By target and by unit: applying, reached, open, without. */
  targets: Record<string, number[]>
  rows: Record<string, number[]>
  outstanding: { code: string; title: string; author: string; unit: string; state: string }[]
}

export interface Asked {
  /** The units that are there on the day, by code, each with its sub-units. */
  units: Readonly<Record<string, { name: string; below?: readonly string[] }>>
  /** Units of which another one has taken the place by then. */
  merged: { units: readonly string[]; into: string }
  /** Nothing of this instant or later is looked at. */
  until: Date
}

type Cell = 'reached' | 'open' | 'without' | null

/**
 * Every figure of the city summary counted anew from the raw rows, slowly and by other means: each record is played through move by
 * move, each decision one after another, up to an instant. Shares no rule with the board or the papers.
 */
export async function recountSummary(prisma: PrismaClient, plan: Plan, asked: Asked): Promise<Recounted> {
  const played = (await loadRecords(prisma)).map(record => play(record, asked.until))
  const standing = played.filter(one => one !== null)
  const applying = await replayDecisions(prisma, asked.until)
  const rankings = (await prisma.rankingEntry.findMany()).filter(({ loadedAt }) => loadedAt < asked.until)
  const columns = plan.targets.filter(({ code, judges }) => judges === 'COLLECTIVE' && !metByDuty(plan, code))
  const targets: Recounted['targets'] = Object.fromEntries(columns.map(({ name }) => [name, [0, 0, 0, 0]]))
  const rows: Recounted['rows'] = {}
  const disbursed = { done: 0n, planned: 0n }
  for (const [unit, { name, below = [] }] of Object.entries(asked.units)) {
    const row = [0, 0, 0, 0]
    rows[name] = row
    let sum: Given | null = null
    for (const target of columns) {
      const applies = applying.get(`${unit}:${target.code}`)
      if (applies !== 'APPLIES' && applies !== 'PENDING') continue
      const found = figureOf(plan, target, unit, { asked, standing, rankings, below })
      if (target.measure.kind === 'PERCENT' && target.measure.unit === 'money') sum ??= found.figure
      const cell = judged(target, found, applies)
      if (cell === null) continue
      for (const counts of [row, targets[target.name] ?? []]) {
        counts[0] = (counts[0] ?? 0) + 1
        const at = { reached: 1, open: 2, without: 3 }[cell]
        counts[at] = (counts[at] ?? 0) + 1
      }
    }
    disbursed.done += sum?.numerator ?? 0n
    disbursed.planned += sum?.denominator ?? 0n
  }
  const register = standing.filter(({ record, state }) => record.kind === 'initiative' && !gone.includes(state))
  const inState = (...states: string[]) => register.filter(({ state }) => states.includes(state)).length
  return {
    units: Object.keys(asked.units).length,
    launch: await launches(prisma, plan, standing, asked),
    disbursed,
    initiatives: {
      registered: register.length,
      recognised: inState('RECOGNISED', 'APPLIED', 'EFFECT_CONFIRMED', 'REPLICATED', 'NOT_EFFECTIVE'),
      effective: inState('EFFECT_CONFIRMED', 'REPLICATED'),
      replicated: inState('REPLICATED'),
    },
    ...{ targets, rows, outstanding: await outstandingOf(prisma, register, asked.until) },
  }
}

const gone = ['DRAFT', 'REJECTED', 'WITHDRAWN']

/** What is told by sending a paper or registering is no column of the board. */
function metByDuty(plan: Plan, code: string): boolean {
  const target = plan.targets.find(one => one.code === code)
  if (target?.computed) return false
  return ['C01', 'C15'].includes(code)
}

const loadRecords = (prisma: PrismaClient) =>
  prisma.record.findMany({
    include: { versions: { include: { figures: true } }, moves: { orderBy: { seq: 'asc' } } },
    orderBy: { number: 'asc' },
  })
type Stored = Awaited<ReturnType<typeof loadRecords>>[number]

interface Played {
  record: Stored
  state: string
  /** The version that had passed the head; 0: none. */
  passed: number
  atHead: boolean
  unit: string
  /** When it was handed in the first time that it passed, and by whom the unit said so. */
  firstSent: Date | null
}

/** Where a record stood: its moves made one after another, «mở lại» takes the last decision back. Null: it was not there. */
function play(record: Stored, until: Date): Played | null {
  const own = record.moves.find(({ fromUnit }) => fromUnit !== null)?.fromUnit ?? record.unitCode
  interface Standing {
    state: string
    passed: number
    atHead: boolean
    firstSent: Date | null
  }
  let now: Standing | null = null
  const before: (Standing | null)[] = []
  let unit = own
  for (const move of record.moves) {
    if (move.at >= until) break
    if (move.toUnit !== null) {
      unit = move.toUnit
      continue
    }
    before.push(now)
    const hasGate = ['report', 'list', 'launch'].includes(record.kind)
    const version = record.versions.find(one => one.version === move.version)
    const { passed, firstSent }: Pick<Standing, 'passed' | 'firstSent'> = now ?? { passed: 0, firstSent: null }
    if (move.action === 'handIn' && hasGate && move.role !== 'HEAD')
      now = { state: move.to, passed, atHead: true, firstSent }
    else if (move.action === 'handIn' || move.action === 'approve') {
      now = { state: move.to, passed: move.version, atHead: false, firstSent: firstSent ?? version?.sentAt ?? null }
    } else if (move.action === 'reopen') now = before.at(-2) ?? null
    else now = { state: move.to, passed, atHead: false, firstSent }
  }
  return now && { record, unit, ...now }
}

/** Which targets applied: the decisions in their order, before the first one what it says it found. */
async function replayDecisions(prisma: PrismaClient, until: Date): Promise<ReadonlyMap<string, string>> {
  const applying = new Map<string, string>()
  const decided = await prisma.audit.findMany({
    where: { action: 'applicability.decide' },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  for (const { unitCode, targetCode, state } of await prisma.applicability.findMany()) {
    const own = decided.filter(({ subjectId }) => subjectId === `${unitCode}:${targetCode}`)
    const [first] = own
    const last = own.findLast(({ at }) => at < until)
    const then = last ? last.to : first ? first.from : state
    if (then) applying.set(`${unitCode}:${targetCode}`, then)
  }
  return applying
}

interface Given {
  numerator: bigint | null
  denominator: bigint | null
  isDone: boolean | null
  isVerified?: boolean
}

interface Found {
  figure: Given | null
  atHead: boolean
}

interface Known {
  asked: Asked
  standing: readonly Played[]
  rankings: readonly { unitCode: string; year: number; rank: number; decidedOn: string | null }[]
  below: readonly string[]
}

function figureOf(plan: Plan, target: Target, unit: string, known: Known): Found {
  const { merged } = known.asked
  const parts = unit === merged.into ? merged.units : []
  switch (target.computed) {
    case 'list': {
      const owner = plan.targets.find(({ code, list }) => list && (code === target.code || code === target.partOf))
      return listed(target, [unit, ...parts], owner?.code ?? '', known)
    }
    case 'initiativesEffective': {
      const all = registerOf([unit, ...known.below], known)
      const effective = all.filter(({ state }) => ['EFFECT_CONFIRMED', 'REPLICATED'].includes(state))
      return { figure: share(effective.length, all.length), atHead: false }
    }
    case 'subUnitsRegistered': {
      const active = known.below.filter(code => registerOf([code], known).length > 0)
      return { figure: share(active.length, known.below.length), atHead: false }
    }
    case 'ranking': {
      const entry = known.rankings.find(
        one => one.unitCode === unit && target.measure.kind === 'RANK' && one.year === target.measure.ofYear,
      )
      return { figure: entry ? { ...share(entry.rank, null) } : null, atHead: false }
    }
    default: {
      const own = withList(plan, target, [unit, ...parts], known, newest(unit, target.code, known))
      if (own.figure || parts.length === 0) return own
      const theirs = parts.map(code => newest(code, target.code, known)).flatMap(({ figure }) => figure ?? [])
      const [first, ...others] = theirs
      if (!first || target.measure.kind === 'DOCUMENT' || target.measure.kind === 'QUALITATIVE')
        return { figure: null, atHead: own.atHead }
      const both = (a: bigint | null, b: bigint | null) => (a === null && b === null ? null : (a ?? 0n) + (b ?? 0n))
      const figure = others.reduce<Given>(
        (sum, one) => ({
          numerator: both(sum.numerator, one.numerator),
          denominator: both(sum.denominator, one.denominator),
          isDone: sum.isDone === null ? null : sum.isDone && one.isDone === true,
        }),
        first,
      )
      return { figure, atHead: own.atHead }
    }
  }
}

/** What is judged in words stands with its list: without words, the list alone stands for it. */
function withList(plan: Plan, target: Target, units: readonly string[], known: Known, said: Found): Found {
  if (target.measure.kind !== 'QUALITATIVE' || said.figure) return said
  const owner = plan.targets.find(({ code, list }) => list && (code === target.code || code === target.partOf))
  return { figure: owner ? listed(target, units, owner.code, known).figure : null, atHead: said.atHead }
}

function share(numerator: number, denominator: number | null): Given {
  return { numerator: BigInt(numerator), denominator: denominator === null ? null : BigInt(denominator), isDone: null }
}

/** Ends and beginnings of the periods that the histories use. */
const spans: Readonly<Record<string, [string, string]>> = {
  '2024-Q1': ['2024-01-01', '2024-03-31'],
  '2024-04': ['2024-04-01', '2024-04-30'],
  '2024-05': ['2024-05-01', '2024-05-31'],
  '2024-Q2': ['2024-04-01', '2024-06-30'],
}

/** The figure of the period that ends last, of those the longest, that the unit itself gave. */
function newest(unit: string, code: string, { standing }: Known): Found {
  const reports = standing
    .filter(({ record }) => record.kind === 'report' && String(record.key).startsWith(`${unit}:`))
    .toSorted((a, b) => {
      const [[fromA, toA], [fromB, toB]] = [spans[a.record.period] ?? ['', ''], spans[b.record.period] ?? ['', '']]
      return toB.localeCompare(toA) || fromA.localeCompare(fromB)
    })
  let figure: Given | null = null
  let atHead = false
  for (const { record, state, passed, atHead: waits } of reports) {
    const counts = ['SUBMITTED', 'VERIFIED', 'LOCKED'].includes(state)
    const version = record.versions.find(one => one.version === passed)
    const given = counts ? version?.figures.find(one => one.targetCode === code) : undefined
    if (given) figure ??= { ...given, isVerified: state !== 'SUBMITTED' }
    if (waits && (given || record.topic === code)) atHead = true
  }
  return { figure, atHead }
}

interface Items {
  items: { value: { items: { receivedOn: string | null; dueOn: string | null; doneOn: string | null }[] } }
}

function listed(target: Target, units: readonly string[], owner: string, { standing }: Known): Found {
  let [received, done, kept, found, atHead] = [0, 0, 0, false, false]
  for (const { record, state, passed, atHead: waits } of standing) {
    if (record.kind !== 'list' || !units.some(code => record.key === `${code}:${owner}`)) continue
    atHead ||= waits
    const answers = record.versions.find(one => one.version === passed)?.answers as Items | undefined
    if (!answers || ['RETURNED', 'NOT_SENT', 'DRAFT'].includes(state)) continue
    found = true
    for (const item of answers.items.value.items) {
      if (item.receivedOn !== null && item.receivedOn > '2024-12-31') continue
      received += 1
      if (item.doneOn === null) continue
      done += 1
      if (item.dueOn === null || item.doneOn <= item.dueOn) kept += 1
    }
  }
  if (!found) return { figure: null, atHead }
  return { figure: target.measure.kind === 'COUNT' ? share(done, null) : share(kept, received), atHead }
}

/** What of the register these units have at the end of the year: their own, and what was begun by those whose place they took. */
function registerOf(units: readonly string[], { asked: { merged }, standing }: Known): readonly Played[] {
  return standing.filter(({ record, state, unit }) => {
    if (record.kind !== 'initiative' || gone.includes(state)) return false
    const of = merged.units.includes(unit) ? merged.into : unit
    return units.includes(of)
  })
}

function judged({ measure }: Target, { figure, atHead }: Found, applies: string): Cell {
  if (figure?.denominator === 0n) return null
  if (!figure) return applies === 'PENDING' && !atHead ? null : 'without'
  const reaches = (value: bigint, threshold: bigint, comparison: string) =>
    comparison === 'gte' ? value >= threshold : comparison === 'lte' ? value <= threshold : value === threshold
  switch (measure.kind) {
    case 'YES_NO':
      return figure.isDone ? 'reached' : 'open'
    case 'PERCENT': {
      if (measure.threshold === null) return 'open'
      const limit = BigInt(measure.threshold) * (figure.denominator ?? 0n)
      return reaches((figure.numerator ?? 0n) * 100n, limit, measure.comparison) ? 'reached' : 'open'
    }
    case 'COUNT':
    case 'RANK':
      if (measure.threshold === null) return 'open'
      return reaches(figure.numerator ?? 0n, BigInt(measure.threshold), measure.comparison) ? 'reached' : 'open'
    case 'DOCUMENT':
      return figure.isVerified ? 'reached' : 'open'
    case 'QUALITATIVE':
      return 'open'
  }
}

/** Who owed the launch document, had it beyond the unit and not returned, or noted as received elsewhere; late by the first sending. */
async function launches(
  prisma: PrismaClient,
  plan: Plan,
  standing: readonly Played[],
  { until, merged }: Pick<Asked, 'until' | 'merged'>,
) {
  const duty = plan.duties.find(({ metBy }) => metBy.kind === 'launchDocument')?.code ?? ''
  const owed = await prisma.obligation.findMany({
    where: { dutyCode: duty, state: { not: 'WITHDRAWN' } },
    include: { receivedNotes: true },
  })
  const audits = await prisma.audit.findMany({
    where: { action: { startsWith: 'received.' } },
    orderBy: [{ at: 'asc' }],
  })
  let [sent, late] = [0, 0]
  for (const { id, unitCode, dueOn, receivedNotes } of owed) {
    const ofUnit = (code: string) =>
      standing.find(
        ({ record, passed, state }) =>
          record.kind === 'launch' && record.key === code && passed > 0 && ['SENT', 'ACCEPTED'].includes(state),
      )
    const document = ofUnit(unitCode) ?? (merged.units.includes(unitCode) ? ofUnit(merged.into) : undefined)
    if (document) {
      sent += 1
      if (document.firstSent && localDay(document.firstSent) > dueOn) late += 1
      continue
    }
    const last = audits.findLast(({ subjectId, at }) => subjectId === id && at < until)
    const note = receivedNotes.findLast(({ at }) => at < until)
    if (!note || (last?.action !== 'received.note' && last?.action !== 'received.confirm')) continue
    sent += 1
    if (note.receivedOn > dueOn) late += 1
  }
  return { owed: owed.length, sent, late }
}

function localDay(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
}

async function outstandingOf(prisma: PrismaClient, register: readonly Played[], until: Date) {
  const chosen = await prisma.audit.findMany({
    where: { action: { in: ['initiative.outstanding', 'initiative.ordinary'] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const people = new Map((await prisma.person.findMany()).map(({ id, fullName }) => [id, fullName]))
  return register.flatMap(({ record, passed, unit, state }) => {
    const last = chosen.findLast(({ subjectId, at }) => subjectId === record.id && at < until)
    if (last?.action !== 'initiative.outstanding') return []
    const version = record.versions.find(one => one.version === passed)
    const answers = version?.answers as { title?: { value: string } } | undefined
    const author = people.get(record.versions.find(one => one.version === 1)?.authorId ?? '') ?? ''
    return [{ code: record.code, title: answers?.title?.value ?? '', author, unit, state }]
  })
}
