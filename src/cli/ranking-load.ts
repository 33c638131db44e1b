import { rankingColumns } from '../campaign/ranking-columns.ts'
import { type RankingEntry, rankingIn } from '../campaign/ranking-list.ts'
import { storedUnits } from '../campaign/stored-units.ts'
import { Complaint } from '../complaint.ts'
import { rankingLines } from '../features/loads/ranking-lines.ts'
import type { System } from '../intake/system.ts'
import { loadRanking, type RankingDiff, rankingDiff } from '../loading/load-ranking.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import { officeFile } from './office-file.ts'
import { presentCampaign } from './present-campaign.ts'
import type { Work } from './work.ts'

/** `ranking load FILE --year Y [--decision NUMBER]`: the ranks of the listed groups in the index of that year. */
export const rankingLoadWork: Work = (system, args) => loaded(system, args, 'loaded', loadRanking)

/** `ranking preview FILE --year Y [--decision NUMBER]`: the same difference, nothing written. */
export const rankingPreviewWork: Work = (system, args) => loaded(system, args, 'preview', rankingDiff)

async function loaded(
  system: System,
  args: Readonly<Record<string, string>>,
  end: 'loaded' | 'preview',
  work: (tx: Tx, year: number, entries: readonly RankingEntry[], now: Date) => Promise<RankingDiff>,
) {
  const t = system.texts(system.defaultLocale)
  const year = Number(args.year)
  if (!/^20\d\d$/.test(args.year ?? '')) throw new Complaint(t('office-files.ranking.yearMissing'))
  return inTransaction(system.prisma, async tx => {
    const { plan } = await presentCampaign(system, tx)
    const units = await storedUnits(tx)
    const names = new Map(units.map(({ code, name }) => [code, name]))
    const groups = plan.participants.collectives
    const decision = (args.decision ?? '').trim()
    const { value, lines } = await officeFile(args.file ?? '', rankingColumns, t, list =>
      rankingIn(list, { year, units, groups, decision }),
    )
    const diff = await work(tx, year, value, system.clock.now())
    const counts = {
      ...{ year, count: value.length, same: diff.same },
      ...{ added: diff.added.length, changed: diff.changed.length, gone: diff.gone.length },
    }
    return {
      output: `${[...lines, ...rankingLines(diff, names, t), t(`office-files.ranking.${end}`, counts)].join('\n')}\n`,
    }
  })
}
