import { setTimeout as sleep } from 'node:timers/promises'
import { type PollingTurn, pollInTurn } from '../polling.ts'
import type { Taken } from '../take-event.ts'
import { type Condition, waitAfter } from './condition.ts'
import { faultOf } from './fault.ts'
import type { PressTime } from './press-times.ts'
import { updatesInHand } from './updates-in-hand.ts'

export interface PollingDeps {
  /** Waits at Telegram for updates from `offset` on, which confirms all before. */
  getUpdates(offset: number | undefined, waitSeconds: number, signal: AbortSignal): Promise<readonly unknown[]>
  take(raw: unknown, pressTime: PressTime): Promise<Taken>
  now(): Date
  turn: PollingTurn
  condition: Condition
  /** Sleeps, at most until the signal. */
  pause(ms: number, signal: AbortSignal): Promise<void>
  /** A second poller or a webhook is in the way (409). */
  clearWay(): Promise<void>
}

const WAIT_SECONDS = 20
/** How many updates Telegram hands out in one answer. */
export const MOST_AT_ONCE = 100

/** How soon it asks for more while a chat is not through: others may have written meanwhile. */
const ASK_AGAIN_MS = 20

/**
 * Polls until the signal. The offset moves only over updates that are stored: it is the lowest one that is not, so that a kill at
 * any instant loses nothing. Chats go in parallel, each in its own order, and none waits for another: while one is not through, what
 * others write is asked for, as far as Telegram hands out updates beyond those that are not confirmed (a hundred). After the signal
 * what is in hand is finished and confirmed.
 */
export async function poll(deps: PollingDeps, signal: AbortSignal): Promise<void> {
  const { turn, condition, pause } = deps
  const hand = updatesInHand(deps.take)
  /** When a poll began that has brought all that was waiting. */
  let emptied: Date | undefined
  const elsewhere = () => {
    condition.up()
    emptied = undefined
  }
  const round = async () => {
    const began = deps.now()
    const batch = await deps.getUpdates(hand.offset(), WAIT_SECONDS, signal)
    condition.up()
    hand.put(batch, emptied)
    if (batch.length < MOST_AT_ONCE) emptied = began
    await sooner(hand.settled(), ASK_AGAIN_MS)
    const failure = hand.failure()
    if (failure?.error) throw failure.error
    return failure === null
  }
  const waitAfterFailure = async (error: unknown, failures: number) => {
    if (error === null) return waitAfter({ kind: 'network', reason: 'not-stored' }, failures)
    const fault = faultOf(error)
    condition.down(fault)
    if (fault.kind === 'answer' && fault.code === 409) await deps.clearWay().catch(() => undefined)
    return waitAfter(fault, failures)
  }
  await pollInTurn({ turn, pause, elsewhere, round, waitAfter: waitAfterFailure }, signal)
  await hand.finished()
  const offset = hand.offset()
  if (offset !== undefined) await confirm(deps, offset)
  await turn.release().catch(() => undefined)
}

async function sooner(work: Promise<void>, ms: number): Promise<void> {
  const timer = new AbortController()
  await Promise.race([work, sleep(ms, undefined, { signal: timer.signal }).catch(() => undefined)])
  timer.abort()
}

/** Without this the last batch would come again after the restart: harmless, but work for nothing. */
async function confirm(deps: PollingDeps, offset: number): Promise<void> {
  await deps.getUpdates(offset, 0, AbortSignal.timeout(5_000)).catch(() => undefined)
}
