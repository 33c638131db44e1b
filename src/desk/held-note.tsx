import type { Held } from '../backup/sending.ts'
import { instantOf, localTime } from '../clock.ts'
import { may } from '../people/may.ts'
import type { Visit } from '../web/visit.ts'

/** Tells on every page that this is a restored copy that sends nothing, and who may end that the way to it. */
export function HeldNote({ visit: { t, base, person, campaign }, held }: { visit: Visit; held: Held }) {
  const taken = localTime(instantOf(held.takenAt), campaign.timeZone)
  return (
    <p class="flash bad" role="status">
      {t('sending.note', { taken })}{' '}
      {person && may(person, 'sending.letGo') && <a href={`${base}/desk/bat-gui-tin`}>{t('sending.title')}</a>}
    </p>
  )
}
