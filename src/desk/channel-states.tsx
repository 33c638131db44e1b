import type { Health, PartHealth } from '../web/health.ts'
import type { Visit } from '../web/visit.ts'
import { StateChip } from './state-chip.tsx'

/** How one channel is doing. */
export interface ChannelState {
  name: string
  health: Exclude<PartHealth, 'off'>
}

/** The channels among the parts of the system; those that are not set up are left out. */
export function channelStates(parts: Health['parts']): ChannelState[] {
  return channelNames.flatMap(name => {
    const health = parts[name]
    return health === undefined || health === 'off' ? [] : [{ name, health }]
  })
}

const channelNames = ['telegram', 'zalo-oa', 'zalo-bot']

/** What an officer must know when messages do not come through, and who can mend it. */
export function ChannelStates({ channels, t }: { channels: readonly ChannelState[]; t: Visit['t'] }) {
  return (
    <section aria-labelledby="kenh">
      <h2 id="kenh">{t('desk.channels.title')}</h2>
      <ul class="channels">
        {channels.map(({ name, health }) => (
          <li>
            <span>{t(`channels.${name}`)}</span>
            <StateChip state={{ label: t(`desk.channels.${health.state}`), tone: tones[health.state] }} />
            {health.state === 'down' && <span class="waiting-since">{troubleOf(health.why ?? '', t)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const tones = { up: 'good', starting: 'waiting', down: 'bad' } as const

function troubleOf(why: string, t: Visit['t']): string {
  return /\bneeds-consent\b/.test(why) ? t('desk.channels.needsConsent') : t('desk.channels.why', { why })
}
