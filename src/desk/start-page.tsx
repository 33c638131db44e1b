import type { DeskEntry } from '../contract/desk-page.ts'
import type { Visit } from '../web/visit.ts'
import { type ChannelState, ChannelStates } from './channel-states.tsx'
import { DeskFrame } from './desk-frame.tsx'
import { type OpenDoor, openDoors } from './doors.ts'

/** Something that waits for this person. Without an address on the desk it is decided in the chat. */
export interface WaitingItem {
  label: string
  since: string
  href: string | null
  /** Path of the page on which it is decided. */
  path: string | null
}

interface StartProps {
  visit: Visit
  pages: readonly DeskEntry[]
  waiting: readonly WaitingItem[]
  /** How many records each list holds, by its path. */
  counts: ReadonlyMap<string, number>
  /** How the channels are doing; empty for those whom it does not concern. */
  channels: readonly ChannelState[]
}

/** The first room of the desk: what waits for me, and behind which door there is how much of what. */
export function StartPage({ visit, pages, waiting, counts, channels }: StartProps) {
  const { t, base } = visit
  // Nothing comes through until somebody acts: that stands first.
  const isInTrouble = channels.some(({ health }) => health.state === 'down')
  const states = channels.length > 0 && <ChannelStates channels={channels} t={t} />
  return (
    <DeskFrame visit={visit} pages={pages} title={t('desk.start.title')}>
      <h1>{t('desk.start.hello', { name: visit.person?.fullName ?? '' })}</h1>
      {isInTrouble && states}
      <section aria-labelledby="cho-toi">
        <h2 id="cho-toi">{t('desk.start.waiting', { count: waiting.length })}</h2>
        {waiting.length === 0 && <p class="empty">{t('desk.start.nothingWaits')}</p>}
        <ul class="waiting">
          {waiting.map(({ label, since, href }) => (
            <li>
              <a href={href ?? `${base}/chat`}>
                <span class="waiting-label">{label}</span>
                <span class="waiting-since">
                  {t('desk.start.since', { since })}
                  {href === null && ` · ${t('desk.start.inChat')}`}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </section>
      {!isInTrouble && states}
      <section aria-labelledby="tong-quan">
        <h2 id="tong-quan">{t('desk.start.collected')}</h2>
        <div class="behind-doors">
          {openDoors(pages).map(door => (
            <BehindDoor door={door} waiting={waiting} counts={counts} visit={visit} />
          ))}
        </div>
      </section>
    </DeskFrame>
  )
}

function BehindDoor({
  door,
  waiting,
  counts,
  visit: { t, base },
}: Pick<StartProps, 'waiting' | 'counts' | 'visit'> & { door: OpenDoor }) {
  const waits = waiting.filter(({ path }) => door.entries.some(entry => entry.path === path)).length
  return (
    <div class="behind-door">
      <h3>
        {t(`desk.doors.${door.name}.name`)}{' '}
        {waits > 0 && <span class="chip waiting">{t('desk.start.waits', { count: waits })}</span>}
      </h3>
      <ul class="counts">
        {door.entries.map(entry => {
          const total = counts.get(entry.path)
          return (
            <li>
              <a href={`${base}/desk/${entry.path}`}>
                <span>{t(entry.title)}</span>
                {total !== undefined && <span class="count">{total.toLocaleString('vi-VN')}</span>}
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
