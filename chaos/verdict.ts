import type { Store } from '../src/store/open.ts'
import type { Played } from './conductor.ts'
import { localDay, localHour, workingDaysOf } from './days.ts'
import type { Known } from './oracle.ts'
import type { Arrival } from './platform.ts'
import type { Script } from './script.ts'

export interface Verdict {
  /** What happened, for the reader. */
  figures: readonly (readonly [string, string | number])[]
  /** What must not happen, with how often it did; each must be 0, and the lateness within a minute. */
  promises: readonly { name: string; count: number; examples: readonly string[] }[]
  lateness: { count: number; p50: number; p95: number; max: number }
  /** Rows whose person was told. */
  told: number
  isKept: boolean
}

interface Row {
  key: string
  state: string
  why: string | null
  outboxKey: string | null
}

/** Compares what is stored and what reached people with what had to be. */
export async function judge(
  { prisma }: Store,
  known: Known,
  script: Script,
  played: Played,
  arrivals: readonly Arrival[],
): Promise<Verdict> {
  const rows = await readRows(prisma)
  const outbox = await prisma.outbox.findMany({ include: { account: true }, orderBy: { seq: 'asc' } })
  const byKey = new Map(rows.map(row => [row.key, row]))
  const rowsOf = by(rows, row => row.outboxKey)
  const arrivedBy = by(arrivals, arrival => arrival.key)
  const expected = [...script.expected.rows]
  const stateOf = (key: string): string | undefined => byKey.get(key)?.state.replace('ACKNOWLEDGED', 'SENT')

  const missed = expected.filter(
    ([key, { isSure }]) => isSure && ['PLANNED', 'QUEUED', undefined].includes(stateOf(key)),
  )
  const otherwise = expected.filter(([key, { states }]) => {
    const state = stateOf(key)
    return state !== undefined && state !== 'PLANNED' && state !== 'QUEUED' && !states.has(state)
  })
  const unexpected = rows.filter(row => !script.expected.rows.has(row.key))
  const reasonless = rows.filter(row => row.state !== 'SENT' && row.why === null)
  const lost = rows.filter(row => row.state === 'SENT' && row.why === null && !arrivedBy.has(row.outboxKey ?? ''))
  const orphans = [...arrivedBy.keys()].filter(key => !key.includes(':morning') && !rowsOf.has(key))
  const twice = [...arrivedBy].filter(([, all]) => all.length > 1)
  const afterMet = arrivals.filter(arrival =>
    (rowsOf.get(arrival.key) ?? []).some(
      row => (played.metIn.get(row.key.slice(0, 36)) ?? Number.POSITIVE_INFINITY) < arrival.tick,
    ),
  )
  const isWorking = workingDaysOf(known.calendar)
  const outside = arrivals.filter(({ at }) => {
    const hour = localHour(at)
    return !isWorking(localDay(at)) || !known.windows.some(({ from, to }) => from <= hour && hour < to)
  })
  const spokenTo = new Set(
    outbox
      .filter(row => row.state === 'SENT' || row.state === 'UNKNOWN')
      .map(row => `${row.account.personId} ${localDay(row.createdAt.toISOString())}`),
  )
  const mornings = script.expected.mornings.filter(({ personId, day }) => !spokenTo.has(`${personId} ${day}`))
  const open = outbox.filter(row => row.state === 'QUEUED' || row.state === 'SENDING')
  const lateness = latenessOf(script, played, byKey, arrivedBy)
  const [doubled] = await prisma.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM reminder GROUP BY obligation_id, person_id, step HAVING count(*) > 1) d`

  const promise = (name: string, examples: readonly string[], count = examples.length) => ({ name, count, examples })
  const told = (key: string): string =>
    `${key} ${byKey.get(key)?.state ?? 'absent'} ${byKey.get(key)?.why ?? ''}, not ${[...(script.expected.rows.get(key)?.states ?? [])].join('/')}`
  const promises = [
    promise(
      'missed',
      missed.map(([key]) => told(key)),
    ),
    promise('doubled in the ledger', [], doubled?.count ?? 0),
    promise(
      'delivered twice',
      twice.map(([key]) => key),
    ),
    promise(
      'ended otherwise than the plan says',
      otherwise.map(([key]) => told(key)),
    ),
    promise(
      'told though nothing was due',
      unexpected.map(row => `${row.key} ${row.state} ${row.why ?? ''}`),
    ),
    promise(
      'marked as sent, never delivered',
      lost.map(row => row.key),
    ),
    promise('delivered, not in the ledger', orphans),
    promise(
      'delivered after it was handed in',
      afterMet.map(({ key, at }) => `${key} ${at}`),
    ),
    promise(
      'delivered outside the hours of the office',
      outside.map(({ key, at }) => `${key} ${at}`),
    ),
    promise(
      'overviews and weekly lists missed',
      mornings.map(({ personId, day }) => `${personId} ${day}`),
    ),
    promise(
      'ended without a reason',
      reasonless.map(row => row.key),
    ),
    promise('still waiting at the end', [...open.map(row => row.dedupeKey), ...played.unsettled]),
    promise('later than 60 s after a restart', lateness.tooLate),
  ]
  const count = (state: string) => rows.filter(row => row.state === state).length
  const unknown = rows.filter(row => row.why === 'unknown').length
  const figures = [
    ['units, people', `${known.units}, ${known.people.length}`],
    ['moments, ticks of the clock', `${script.stops.length}, ${played.ticks}`],
    ['kills (while at work)', `${played.kills} (${played.killsAtWork})`],
    ['restarts of the database', played.restarts],
    ['jumps of the clock', played.jumps],
    ['leases stolen', played.leasesStolen],
    ['beats', played.beats],
    ['handed in', played.handIns],
    ['steps due', expected.filter(([, { isSure }]) => isSure).length],
    ['told (sent)', count('SENT') - unknown],
    ['told or not, nobody knows (unknown)', unknown],
    ['superseded', count('SUPERSEDED')],
    ['expired', count('EXPIRED')],
    ['cancelled', count('CANCELLED')],
    ['messages queued', outbox.length],
    ['messages delivered', arrivals.length],
    ['messages unknown', outbox.filter(row => row.state === 'UNKNOWN').length],
  ] as const
  return { figures, promises, lateness, told: count('SENT') - unknown, isKept: promises.every(one => one.count === 0) }
}

async function readRows(prisma: Store['prisma']): Promise<Row[]> {
  const rows = await prisma.reminder.findMany()
  return rows.map(row => ({
    key: `${row.obligationId}|${row.personId}|${row.step}`,
    state: row.state,
    why: row.why,
    outboxKey: row.outboxKey,
  }))
}

/** Simulated seconds between the time a message was owed, or the last blow after it, and its arrival. */
function latenessOf(
  script: Script,
  { blows }: Played,
  rows: ReadonlyMap<string, Row>,
  arrivedBy: ReadonlyMap<string, readonly Arrival[]>,
) {
  const times = blows.map(at => Date.parse(at)).sort((a, b) => a - b)
  const disturbed: number[] = []
  const tooLate: string[] = []
  for (const [key, { tellAt }] of script.expected.rows) {
    const arrival = arrivedBy.get(rows.get(key)?.outboxKey ?? '')?.[0]
    if (tellAt === null || !arrival) continue
    const owed = Date.parse(tellAt)
    const arrived = Date.parse(arrival.at)
    const blow = times.findLast(time => time >= owed && time <= arrived)
    const seconds = (arrived - (blow ?? owed)) / 1_000
    if (blow !== undefined) disturbed.push(seconds)
    if (seconds > 60) tooLate.push(`${key} owed ${tellAt}, arrived ${arrival.at}, ${seconds} s`)
  }
  const sorted = disturbed.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? 0, tooLate }
}

function by<T, K>(all: readonly T[], key: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return groups
}
