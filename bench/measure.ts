/** What is measured of a side: its own processor time, or the time a person would wait. */
export type Cost = 'cpu' | 'wall'

export interface Side {
  /** Not measured: makes ready what one batch needs. */
  before?(): Promise<void> | void
  /** One batch. */
  run(): Promise<void> | void
  /** How many things one batch does; figures are for one of them. */
  size: number
}

export interface Pair {
  /** Medians, in microseconds for one thing. */
  ours: number
  theirs: number
  /** Median of the ratios of the rounds: what disturbs the machine disturbs both sides of a round. */
  ratio: number
  rounds: number
}

export interface MeasureRules {
  cost: Cost
  /** At least five. */
  rounds: number
  /** Not counted: the compiler and the caches settle. */
  warmUp: number
}

/** Measures two sides in turn, A B B A A B B A …, so that neither always comes first. */
export async function measurePair(ours: Side, theirs: Side, rules: MeasureRules): Promise<Pair> {
  if (rules.rounds < 5) throw new Error('a median needs at least five rounds')
  const rounds: { ours: number; theirs: number }[] = []
  for (let round = 0; round < rules.warmUp + rules.rounds; round++) {
    const first = round % 2 === 0
    const one = await batch(first ? ours : theirs, rules.cost)
    const other = await batch(first ? theirs : ours, rules.cost)
    if (round >= rules.warmUp) rounds.push(first ? { ours: one, theirs: other } : { ours: other, theirs: one })
  }
  return {
    ours: median(rounds.map(round => round.ours)),
    theirs: median(rounds.map(round => round.theirs)),
    ratio: median(rounds.map(round => round.ours / round.theirs)),
    rounds: rounds.length,
  }
}

async function batch(side: Side, cost: Cost): Promise<number> {
  await side.before?.()
  const from = readingOf(cost)
  await side.run()
  return (readingOf(cost) - from) / side.size
}

/** Microseconds. */
function readingOf(cost: Cost): number {
  if (cost === 'wall') return Number(process.hrtime.bigint()) / 1_000
  const { user, system } = process.cpuUsage()
  return user + system
}

export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}
