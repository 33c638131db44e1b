import type { DeskEntry } from '../contract/desk-page.ts'
import type { MorningLine } from '../contract/morning.ts'
import type { Flash } from '../web/flash.ts'
import type { Visit } from '../web/visit.ts'
import { type ChannelState, ChannelStates } from './channel-states.tsx'
import { DeskFrame } from './desk-frame.tsx'
import { type OpenDoor, openDoors } from './doors.ts'
import { Morning } from './morning.tsx'

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
  morning: readonly MorningLine[]
  /** How the channels are doing; empty for those whom it does not concern. */
  channels: readonly ChannelState[]
  flash: Flash | null
}

/** So many of what waits are in sight at once; the rest is unfolded. */
const inSight = 20

/** The first room of the desk: what does not come through, what waits for me and since when, what is late, what is new. */
export function StartPage({ visit, pages, waiting, morning, channels, flash }: StartProps) {
  const { t } = visit
  // Nothing comes through until somebody acts: that stands first.
  const isInTrouble = channels.some(({ health }) => health.state === 'down')
  const states = channels.length > 0 && <ChannelStates channels={channels} t={t} />
  const rest = waiting.slice(inSight)
  return (
    <DeskFrame visit={visit} pages={pages} title={t('desk.start.title')} flash={flash}>
      <h1>{t('desk.start.hello', { name: visit.person?.fullName ?? '' })}</h1>
      {isInTrouble && states}
      <Morning visit={visit} lines={morning} parts={['trouble']} />
      <section aria-labelledby="cho-toi">
        <h2 id="cho-toi">{t('desk.start.waiting', { count: waiting.length })}</h2>
        {waiting.length === 0 && <p class="empty">{t('desk.start.nothingWaits')}</p>}
        <WaitingList visit={visit} items={waiting.slice(0, inSight)} />
        {rest.length > 0 && (
          <details>
            <summary>{t('desk.start.more', { count: rest.length })}</summary>
            <WaitingList visit={visit} items={rest} />
          </details>
        )}
      </section>
      <Morning visit={visit} lines={morning} parts={['late', 'miss', 'fresh', 'overview']} />
      {!isInTrouble && states}
      <section aria-labelledby="tong-quan">
        <h2 id="tong-quan">{t('desk.start.collected')}</h2>
        <div class="behind-doors">
          {openDoors(pages).map(door => (
            <BehindDoor door={door} waiting={waiting} visit={visit} />
          ))}
        </div>
      </section>
    </DeskFrame>
  )
}

function WaitingList({ visit: { t, base }, items }: { visit: Visit; items: readonly WaitingItem[] }) {
  return (
    <ul class="waiting">
      {items.map(({ label, since, href }) => (
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
  )
}

function BehindDoor({ door, waiting, visit: { t, base } }: Pick<StartProps, 'waiting' | 'visit'> & { door: OpenDoor }) {
  const waits = waiting.filter(({ path }) => door.entries.some(entry => entry.path === path)).length
  return (
    <details class="behind-door">
      <summary>
        <h3>{t(`desk.doors.${door.name}.name`)}</h3>{' '}
        {waits > 0 && <span class="chip waiting">{t('desk.start.waits', { count: waits })}</span>}
      </summary>
      <ul class="counts">
        {door.entries.map(entry => (
          <li>
            <a href={`${base}/desk/${entry.path}`}>{t(entry.title)}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}
