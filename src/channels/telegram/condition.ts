import type { Logger } from 'pino'
import { growingPause } from '../../growing-pause.ts'
import type { Channel } from '../channel.ts'
import { inWords, isTokenRefused, type TelegramFault } from './fault.ts'

/** How the channel is doing, for healthz; says each change once in the log. */
export interface Condition {
  read(): ReturnType<Channel['health']>
  up(): void
  down(fault: TelegramFault): void
}

export function conditionOf(log: Pick<Logger, 'info' | 'warn' | 'error'>): Condition {
  let state: ReturnType<Channel['health']> = { state: 'starting' }
  return {
    read: () => state,
    up: () => {
      if (state.state !== 'up') log.info('Telegram is connected')
      state = { state: 'up' }
    },
    down: fault => {
      const why = inWords(fault)
      if (state.why === why) return
      state = { state: 'down', why }
      // Somebody has to act on these: nothing comes in until then.
      const isAlarm = isTokenRefused(fault) || (fault.kind === 'answer' && fault.code === 409)
      log[isAlarm ? 'error' : 'warn']({ why }, 'Telegram is not connected')
    },
  }
}

/** Milliseconds to wait after the n-th failure in a row. */
export function waitAfter(fault: TelegramFault, failures: number): number {
  if (fault.kind === 'answer' && fault.retryAfterSeconds !== undefined) return fault.retryAfterSeconds * 1_000
  if (isTokenRefused(fault)) return 60_000
  return growingPause(failures, 1_000, 30_000)
}
