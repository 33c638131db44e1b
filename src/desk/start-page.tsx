import type { DeskEntry, DeskPage } from '../contract/desk-page.ts'
import type { Visit } from '../web/visit.ts'
import { type ChannelState, ChannelStates } from './channel-states.tsx'
import { DeskFrame } from './desk-frame.tsx'

/** Something that waits for this person. Without an address on the desk it is decided in the chat. */
export interface WaitingItem {
  label: string
  since: string
  href: string | null
}

interface StartProps {
  visit: Visit
  pages: readonly DeskEntry[]
  waiting: readonly WaitingItem[]
  counts: readonly { page: DeskPage; total: number }[]
  /** How the channels are doing; empty for those whom it does not concern. */
  channels: readonly ChannelState[]
}

/** The first room of the desk: what waits for me, and how much there is of everything. */
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
        <ul class="counts">
          {counts.map(({ page, total }) => (
            <li>
              <a href={`${base}/desk/${page.path}`}>
                <span class="count">{total.toLocaleString('vi-VN')}</span>
                <span>{t(page.title)}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
    </DeskFrame>
  )
}
