import type { Plan } from '../../../src/campaign/plan.ts'
import type { PrismaClient } from '../../../src/store/generated/client.ts'

/**
 * The board counted anew from the raw rows, slowly and by other means: every move is replayed one after another as the plan tells it
 * (a head's own hand-in counts at once, the focal point's with the head's approval; a return takes it away; what is taken back
 * stands as before; what the unit itself does not give for a period, its predecessors give together). Only for percents of a lower
 * bound and yes or no. `<unit> <target>` → state and figure.
 */
export async function recount(
  prisma: PrismaClient,
  plan: Plan,
  of: {
    units: readonly string[]
    targets: readonly string[]
    from: string
    to: string
    until: Date
    today: string
    /** The unit that was merged, its last day, and into which: written down by the test, not read from the campaign. */
    merged?: { units: readonly string[]; into: string; lastDay: string }
  },
): Promise<ReadonlyMap<string, string>> {
  const records = await prisma.record.findMany({
    where: { kind: 'report' },
    include: { versions: { include: { figures: true } }, moves: { orderBy: { seq: 'asc' } } },
  })
  const applying = await prisma.applicability.findMany()
  const cells = new Map<string, string>()
  for (const unit of of.units)
    for (const code of of.targets) {
      const { merged } = of
      const isGone = merged !== undefined && merged.lastDay < (of.today < of.to ? of.today : of.to)
      const isThere = merged === undefined || (unit === merged.into ? isGone : !(isGone && merged.units.includes(unit)))
      const state = isThere ? applying.find(one => one.unitCode === unit && one.targetCode === code)?.state : undefined
      const givenBy = (who: string) =>
        records
          .filter(record => String(record.key).startsWith(`${who}:`) && endOf(record.period) === of.to)
          .map(record => replay(record, of.until))
          .flatMap(({ record, counts, atHead }) => {
            const figure = record.versions
              .find(({ version }) => version === counts)
              ?.figures.find(({ targetCode }) => targetCode === code)
            return figure || (atHead && record.topic === code) ? [{ figure, atHead }] : []
          })
      const own = givenBy(unit)
      const former =
        isGone && unit === merged.into && !own.some(({ figure }) => figure) ? merged.units.flatMap(givenBy) : []
      const found = former.some(({ figure }) => figure) ? [{ figure: together(former), atHead: false }] : own
      cells.set(`${unit} ${code}`, judged(plan, of, code, state, found[0]))
    }
  return cells
}

type Played = Awaited<ReturnType<typeof load>>[number]
const load = (prisma: PrismaClient) =>
  prisma.record.findMany({ include: { versions: { include: { figures: true } }, moves: true } })

/** Which version counted at that instant (0: none), and whether one waited for the head. */
function replay(record: Played, until: Date) {
  const undo: { counts: number; atHead: boolean }[] = []
  let now = { counts: 0, atHead: false }
  // What was let through before, also while it does not count because it was returned.
  let passed = 0
  const passes: number[] = []
  for (const move of record.moves.toSorted((a, b) => Number(a.seq - b.seq))) {
    if (move.at >= until) break
    undo.push(now)
    passes.push(passed)
    if (move.action === 'handIn') {
      if (move.role === 'HEAD') {
        passed = move.version
        now = { counts: passed, atHead: false }
      } else now = { counts: now.counts, atHead: true }
    } else if (move.action === 'approve') {
      passed = move.version
      now = { counts: passed, atHead: false }
    } else if (move.action === 'sendBack') now = { ...now, atHead: false }
    else if (move.action === 'return') now = { counts: 0, atHead: false }
    else if (move.action === 'reopen') {
      now = undo.at(-2) ?? now
      passed = passes.at(-2) ?? passed
    }
  }
  return { record, ...now }
}

function judged(
  plan: Plan,
  { from, to, today }: { from: string; to: string; today: string },
  code: string,
  applies: string | undefined,
  found: { figure: Played['versions'][number]['figures'][number] | undefined; atHead: boolean } | undefined,
): string {
  if (applies === undefined || applies === 'NOT_APPLICABLE') return 'NOT_APPLICABLE'
  const figure = found?.figure
  if (figure?.denominator === 0n) return 'NOT_APPLICABLE'
  if (today < from) return 'NOT_DUE'
  if (!figure) return found?.atHead ? 'WITH_HEAD' : today > to ? 'NO_FIGURE' : 'NOT_DUE'
  const target = plan.targets.find(one => one.code === code)
  if (target?.measure.kind === 'YES_NO') return figure.isDone ? 'REACHED' : 'ON_PACE'
  const threshold = target?.measure.kind === 'PERCENT' ? (target.measure.threshold ?? 0) : 0
  const share = Number(figure.numerator) / Number(figure.denominator)
  if (share >= threshold / 100) return 'REACHED'
  const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000
  const gone = (Math.min(day(to), day('2024-12-31')) - day('2024-03-15')) / (day('2024-12-31') - day('2024-03-15'))
  return share >= (threshold / 100) * gone ? 'ON_PACE' : 'BEHIND'
}

function endOf(period: string): string {
  return { '2024-Q1': '2024-03-31', '2024-Q2': '2024-06-30' }[period] ?? ''
}

/** What several gave, as if one had: everything counted once, «có» only when all said it. */
function together(given: readonly { figure: Given | undefined; atHead: boolean }[]): Given | undefined {
  const all = given.flatMap(({ figure }) => figure ?? [])
  const [first] = all
  if (!first) return undefined
  const summed = { ...first }
  for (const { numerator, denominator, isDone } of all.slice(1)) {
    if (numerator !== null) summed.numerator = (summed.numerator ?? 0n) + numerator
    if (denominator !== null) summed.denominator = (summed.denominator ?? 0n) + denominator
    if (isDone === false) summed.isDone = false
  }
  return summed
}

type Given = Played['versions'][number]['figures'][number]
