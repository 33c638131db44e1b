import { after } from '../../clock.ts'
import type { SendResult } from '../channel.ts'
import { rateLimited } from '../rate-limited.ts'
import type { TelegramFault } from './fault.ts'

/** What a failed send means for the message. After a server error or a broken connection nobody knows whether it arrived. */
export function sendResultOf(fault: TelegramFault, now: Date): SendResult {
  switch (fault.kind) {
    case 'notSent':
      return { result: 'retryAt', at: after(now, 5_000), why: fault.reason }
    case 'network':
      return { result: 'unknown', why: fault.reason }
    case 'answer':
      return answered(fault, now)
  }
}

function answered(fault: Extract<TelegramFault, { kind: 'answer' }>, now: Date): SendResult {
  const { code, description } = fault
  const why = `${code} ${description}`
  if (code === 429)
    return { result: 'retryAt', at: after(now, (fault.retryAfterSeconds ?? 30) * 1_000), why: rateLimited }
  if (code === 403 || (code === 400 && gone.test(description))) return { result: 'unreachable', why }
  // The account of the bot is in trouble, not the message: it waits until somebody has mended that.
  if (code === 401 || code === 404 || code === 409) return { result: 'retryAt', at: after(now, 60_000), why }
  return code >= 500 ? { result: 'unknown', why } : { result: 'refused', why }
}

const gone = /chat not found|user is deactivated|user not found|PEER_ID_INVALID|bot was blocked/i
