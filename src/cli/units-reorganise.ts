import { storedUnits } from '../campaign/stored-units.ts'
import { unitKindWords } from '../campaign/unit-kind-words.ts'
import { dayOf } from '../clock.ts'
import { Complaint } from '../complaint.ts'
import { records } from '../features/list.ts'
import { reorganisationColumns, reorganisationIn } from '../features/reorganisation/file.ts'
import { preview, reorganise } from '../features/reorganisation/reorganise.ts'
import { noChoices } from '../features/reorganisation/stored.ts'
import { carriedInWords, faultInWords, sinceInWords } from '../features/reorganisation/words.ts'
import { formatDate } from '../reading/format.ts'
import { isOfRecords } from '../records/feature.ts'
import { inTransaction } from '../store/transaction.ts'
import { officeFile } from './office-file.ts'
import { presentCampaign } from './present-campaign.ts'
import type { Work } from './work.ts'

/**
 * `units reorganise FILE [--apply]`: who and what would go where; with `--apply` it is carried out, or kept for its day. Of a divided unit
 * everything goes to the larger part: who chooses otherwise does it on the desk.
 */
export const unitsReorganiseWork: Work = async (system, args) => {
  const t = system.texts(system.defaultLocale)
  const kinds = records.filter(isOfRecords).map(({ record }) => record)
  const output = await inTransaction(system.prisma, async tx => {
    const campaign = await presentCampaign(system, tx)
    const now = system.clock.now()
    const ctx = { tx, now, today: dayOf(now, campaign.timeZone), campaign, texts: system.texts }
    const known = await storedUnits(tx)
    const words = unitKindWords(system.texts('vi'), system.texts('en'))
    const { value: what, lines } = await officeFile(args.file ?? '', reorganisationColumns, t, list =>
      reorganisationIn(list, { known, kinds: words }),
    )
    const ordered = { what, choices: noChoices }
    const seen = await preview(ctx, kinds, ordered)
    if (!seen.ok) throw new Complaint(...seen.faults.map(fault => faultInWords({ t, campaign }, fault)))
    const told = carriedInWords(t, seen.carried).flatMap(({ heading, lines: of }) => [
      heading,
      ...of.map(line => `  ${line}`),
    ])
    const said = [...lines, sinceInWords(t, what), ...told]
    if (args.apply === undefined) return [...said, t('reorganisation.cli.preview')]
    const done = await reorganise(ctx, kinds, ordered, null)
    const counts = { count: seen.carried.units.length, people: seen.carried.places.people.length }
    const isLater = done.ok && done.isLater
    return [
      ...said,
      isLater ? t('reorganisation.planned', { day: formatDate(what.effectiveOn) }) : t('reorganisation.done', counts),
    ]
  })
  system.wake('outbox')
  return { output: `${output.join('\n')}\n` }
}
