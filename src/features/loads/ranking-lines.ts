import type { RankingEntry } from '../../campaign/ranking-list.ts'
import type { RankingDiff } from '../../loading/load-ranking.ts'
import type { Translate } from '../../texts.ts'

/** What a list changes in the ranks of a year, a line a unit. */
export function rankingLines(
  { added, changed, gone }: RankingDiff,
  names: ReadonlyMap<string, string>,
  t: Translate,
): string[] {
  const line = (key: string, entry: RankingEntry, more: Record<string, string> = {}) =>
    t(`office-files.ranking.${key}`, {
      name: names.get(entry.unitCode) ?? entry.unitCode,
      what: shown(entry, t),
      ...more,
    })
  return [
    ...added.map(entry => line('new', entry)),
    ...changed.map(({ from, to }) => line('changed', to, { before: shown(from, t) })),
    ...gone.map(entry => line('gone', entry)),
  ]
}

function shown({ group, rank, scoreThousandths, decision }: RankingEntry, t: Translate): string {
  const score = scoreThousandths === null ? '' : String(scoreThousandths / 1_000).replace('.', ',')
  return t(score === '' ? 'office-files.ranking.rank' : 'office-files.ranking.rankAndScore', {
    group,
    rank,
    score,
    decision,
  })
}
