import type { SendResult, SentWay } from '../channels/channel.ts'
import { rateLimited } from '../channels/rate-limited.ts'
import { after } from '../clock.ts'
import { growingPause } from '../growing-pause.ts'
import type { ClaimedRow } from './claimed-row.ts'

/** An attempt after which it is not certain that the message went out. */
export type Unsent = Exclude<SendResult, { result: 'sent' }>

/** What becomes of a row after such an attempt. */
export type NextState =
  | { state: 'QUEUED'; notBefore: Date; attempts: number; why: string }
  /** The account is lost for good, or it is kept: only this message could not go there. */
  | { state: 'UNREACHABLE'; why: string; account: 'lost' | 'kept' }
  | { state: 'UNKNOWN'; why: string; way: SentWay | null }
  | { state: 'DEAD'; why: string }

/** Attempts that surely did not arrive: with waits of up to ten minutes this spans about six hours. */
export const MAX_ATTEMPTS = 40

/**
 * The rule of what a send result means (architecture, promise 2). Where it cannot be known whether the message arrived, a reply is
 * sent once more and everything else ends as UNKNOWN. Pure.
 */
export function nextState(row: Pick<ClaimedRow, 'kind' | 'attempts' | 'why'>, result: Unsent, now: Date): NextState {
  switch (result.result) {
    case 'retryAt':
      return retried(row, result, now)
    case 'unknown':
      if (row.kind === 'REPLY' && !isRepeat(row))
        return { state: 'QUEUED', notBefore: now, attempts: row.attempts, why: `${REPEAT}${result.why}` }
      return { state: 'UNKNOWN', why: result.why, way: result.way ?? null }
    case 'unreachable':
      return { state: 'UNREACHABLE', why: result.why, account: 'lost' }
    case 'closed':
      if (row.kind === 'REPLY' && result.reopensAt)
        return retried(row, { result: 'retryAt', at: result.reopensAt, why: result.why }, now)
      return { state: 'UNREACHABLE', why: result.why, account: 'kept' }
    case 'refused':
      return { state: 'DEAD', why: result.why }
  }
}

function retried(
  row: Pick<ClaimedRow, 'attempts' | 'why'>,
  result: Extract<Unsent, { result: 'retryAt' }>,
  now: Date,
): NextState {
  const why = isRepeat(row) ? `${REPEAT}${result.why}` : result.why
  if (result.why === rateLimited) return { state: 'QUEUED', notBefore: result.at, attempts: row.attempts - 1, why }
  if (row.attempts >= MAX_ATTEMPTS) return { state: 'DEAD', why: result.why }
  const wait = Math.max(result.at.getTime() - now.getTime(), growingPause(row.attempts, FIRST_WAIT_MS, LONGEST_WAIT_MS))
  return { state: 'QUEUED', notBefore: after(now, wait), attempts: row.attempts, why }
}

/** Between two attempts to send. */
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 600_000

/** Marks, in `why`, a reply that goes out for the second time because nobody knows what became of the first. */
const REPEAT = 'repeat: '

function isRepeat(row: Pick<ClaimedRow, 'why'>): boolean {
  return row.why?.startsWith(REPEAT) === true
}
