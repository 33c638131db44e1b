import { storedUnits } from '../campaign/stored-units.ts'
import { dayOf } from '../clock.ts'
import { awardColumns } from '../features/awards/award-columns.ts'
import { awardsIn, type ListedAward } from '../features/awards/award-list.ts'
import { type AwardsDiff, awardsDiff, loadAwards } from '../features/awards/load.ts'
import type { System } from '../intake/system.ts'
import { formatDate } from '../reading/format.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import { officeFile } from './office-file.ts'
import { presentCampaign } from './present-campaign.ts'
import type { Work } from './work.ts'

/** `awards load FILE`: awards of past years into the register. */
export const awardsLoadWork: Work = (system, args) => loaded(system, args, 'loaded', loadAwards)

/** `awards preview FILE`: what it would add, nothing written. */
export const awardsPreviewWork: Work = (system, args) => loaded(system, args, 'preview', awardsDiff)

async function loaded(
  system: System,
  args: Readonly<Record<string, string>>,
  end: 'loaded' | 'preview',
  work: (tx: Tx, listed: readonly ListedAward[], now: Date) => Promise<AwardsDiff>,
) {
  const t = system.texts(system.defaultLocale)
  return inTransaction(system.prisma, async tx => {
    const { timeZone } = await presentCampaign(system, tx)
    const now = system.clock.now()
    const units = await storedUnits(tx)
    const today = dayOf(now, timeZone).toString()
    const { value, lines } = await officeFile(args.file ?? '', awardColumns, t, list =>
      awardsIn(list, { units, today, t }),
    )
    const { added, same } = await work(tx, value, now)
    const news = added.map(award =>
      t('awards.load.new', {
        ...{ name: award.name, unit: award.unitName, form: t(`awards.forms.${award.form}`) },
        ...{ number: award.decisionNumber, day: formatDate(award.decidedOn) },
      }),
    )
    const strange = [
      ...new Set(value.flatMap(({ unitCode, unitName }) => (unitCode === null && unitName !== '' ? [unitName] : []))),
    ]
    const note = strange.length > 0 ? [t('awards.load.strange', { names: strange.join('; ') })] : []
    const counts = t(`awards.load.${end}`, { count: value.length, added: added.length, same })
    return { output: `${[...lines, ...news, ...note, counts].join('\n')}\n` }
  })
}
