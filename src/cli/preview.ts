import { Temporal } from 'temporal-polyfill'
import { calendarNotes } from '../campaign/calendar-notes.ts'
import { Complaint } from '../complaint.ts'
import { previewStored } from '../reminders/round/preview-store.ts'
import type { Translate } from '../texts.ts'
import { campaignAsked } from './present-campaign.ts'
import type { Work } from './work.ts'

/** `reminders preview --from DATE --to DATE [--campaign CODE] [--json]`: every message that would go out if nobody handed anything in. */
export const previewWork: Work = async (system, args) => {
  const t = system.texts(system.defaultLocale)
  const campaign = await campaignAsked(system, system.prisma, args.campaign)
  const { startsOn, endsOn, calendar } = campaign
  const from = day(args.from, startsOn.toString(), t)
  const to = day(args.to, endsOn.toString(), t)
  const messages = await previewStored(system, system.prisma, campaign, from, to)
  if (args.json !== undefined) {
    return {
      output: messages
        .map(
          ({ day: on, hour, personId, name, message }) =>
            `${JSON.stringify({ day: on, hour, personId, name, message })}\n`,
        )
        .join(''),
    }
  }
  const lines = messages.map(
    ({ day: on, hour, name, message }) => `${on} ${hour}  ${name}\n    ${message.text.replaceAll('\n', '\n    ')}\n`,
  )
  const notes = calendarNotes(calendar, [Number(from.slice(0, 4)), Number(to.slice(0, 4))], t)
  const last = [t('cli.previewed', { count: messages.length, from, to }), ...notes]
  return { output: `${lines.join('')}${last.join('\n')}\n` }
}

function day(given: string | undefined, otherwise: string, t: Translate): string {
  if (given === undefined) return otherwise
  try {
    return Temporal.PlainDate.from(given).toString()
  } catch {
    throw new Complaint(t('cli.badDate', { given }))
  }
}
