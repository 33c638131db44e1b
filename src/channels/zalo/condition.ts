import type { Logger } from 'pino'
import type { Channel } from '../channel.ts'

/** How the channel is doing, for healthz; says each change once in the log. `why` is one short line without secrets. */
export interface Condition {
  read(): ReturnType<Channel['health']>
  up(): void
  down(why: string): void
}

export function conditionOf(name: string, log: Pick<Logger, 'info' | 'error'>): Condition {
  let state: ReturnType<Channel['health']> = { state: 'starting' }
  return {
    read: () => state,
    up: () => {
      if (state.state !== 'up') log.info({ channel: name }, 'Zalo is connected')
      state = { state: 'up' }
    },
    down: why => {
      if (state.why === why) return
      state = { state: 'down', why }
      log.error({ channel: name, why }, 'Zalo is not connected')
    },
  }
}
