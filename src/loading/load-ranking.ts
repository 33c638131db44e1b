import type { RankingEntry } from '../campaign/ranking-list.ts'
import type { Tx } from '../store/transaction.ts'

/** What a list changes in the ranks of a year. */
export interface RankingDiff {
  added: readonly RankingEntry[]
  changed: readonly { from: RankingEntry; to: RankingEntry }[]
  /** Units of the listed groups that the list no longer names. */
  gone: readonly RankingEntry[]
  same: number
}

/** Compares a list with what the database has of that year; groups that the list does not name stay. */
export async function rankingDiff(
  tx: Pick<Tx, 'rankingEntry'>,
  year: number,
  entries: readonly RankingEntry[],
): Promise<RankingDiff> {
  const stored = await tx.rankingEntry.findMany({ where: { year }, orderBy: [{ group: 'asc' }, { rank: 'asc' }] })
  const known = new Map(stored.map(({ year: _, loadedAt: __, ...entry }) => [entry.unitCode, entry]))
  const groups = new Set(entries.map(({ group }) => group))
  const listed = new Set(entries.map(({ unitCode }) => unitCode))
  const changed = entries.flatMap(to => {
    const from = known.get(to.unitCode)
    return from && !isSame(from, to) ? [{ from, to }] : []
  })
  const added = entries.filter(({ unitCode }) => !known.has(unitCode))
  return {
    added,
    changed,
    gone: [...known.values()].filter(({ unitCode, group }) => groups.has(group) && !listed.has(unitCode)),
    same: entries.length - added.length - changed.length,
  }
}

/** Puts a list in the place of what the database has of the groups it names in that year. Loading twice changes nothing. */
export async function loadRanking(
  tx: Tx,
  year: number,
  entries: readonly RankingEntry[],
  now: Date,
): Promise<RankingDiff> {
  const diff = await rankingDiff(tx, year, entries)
  const out = [...diff.gone, ...diff.changed.map(({ from }) => from)].map(({ unitCode }) => unitCode)
  await tx.rankingEntry.deleteMany({ where: { year, unitCode: { in: out } } })
  const into = [...diff.added, ...diff.changed.map(({ to }) => to)]
  await tx.rankingEntry.createMany({ data: into.map(entry => ({ ...entry, year, loadedAt: now })) })
  return diff
}

function isSame(one: RankingEntry, other: RankingEntry): boolean {
  const parts = ({ group, rank, scoreThousandths, decision, decidedOn }: RankingEntry) =>
    JSON.stringify([group, rank, scoreThousandths, decision, decidedOn])
  return parts(one) === parts(other)
}
