import { Temporal } from 'temporal-polyfill'
import type { Ctx, Waiting } from '../../contract/feature.ts'
import { lapsesSeenOn } from '../../law/bases.ts'
import { WARNED_DAYS } from '../../law/grounds.ts'
import { lapseInWords } from '../../law/words.ts'
import { may } from '../../people/may.ts'
import { keepLaw, LAW_PATH } from './rights.ts'

/** A basis that lapses with nothing known after it waits for the officers from 90 days before, until the law is corrected. */
export async function lapsesWaiting({ person, today, campaign, t }: Ctx): Promise<readonly Waiting[]> {
  if (!may(person, keepLaw)) return []
  return lapsesSeenOn(today.toString()).map(lapse => ({
    label: lapseInWords(lapse, t),
    since: instantOf(lapse.on, campaign.timeZone),
    go: { to: 'law', args: { topic: 'bases' } },
    page: LAW_PATH,
  }))
}

/** When its end began to be told. */
function instantOf(on: string, timeZone: string): Date {
  const day = Temporal.PlainDate.from(on).subtract({ days: WARNED_DAYS })
  return new Date(day.toZonedDateTime({ timeZone }).epochMilliseconds)
}
