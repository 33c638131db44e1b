import { type BotClient, type BotUpdate, botQuotaPauseMs, ZaloError } from 'zalo-api-client'
import { growingPause } from '../../growing-pause.ts'
import { type PollingTurn, pollInTurn } from '../polling.ts'
import type { Taken } from '../take-event.ts'
import type { Condition } from '../zalo/condition.ts'
import { inWords } from '../zalo/send-failure.ts'
import type { InHand } from './in-hand.ts'

export interface PollingDeps {
  client: Pick<BotClient, 'getUpdates' | 'deleteWebhook'>
  take(update: BotUpdate): Promise<Taken>
  turn: PollingTurn
  condition: Condition
  /** Sleeps, at most until the signal. */
  pause(ms: number, signal: AbortSignal): Promise<void>
  waitSeconds?: number
  inHand: InHand
}

/** Short, because a stop waits for the poll in hand: what Zalo hands out while the connection is cut is lost. */
const WAIT_SECONDS = 5
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000

/**
 * Polls until the signal. Zalo forgets an update when it hands it out and has no confirmation, so that an update is stored
 * before the next call, tried again as long as it takes. What is in hand when this process ends, with the database away or killed, is
 * kept beside the data and taken first at the next start. Webhooks are the way for real use all the same: what Zalo hands out to a
 * connection that breaks is lost.
 */
export async function poll(deps: PollingDeps, signal: AbortSignal): Promise<void> {
  const { client, turn, condition, pause, inHand } = deps
  // Storing what Zalo has handed out already needs no turn, which another instance may keep for weeks.
  let open = await storeAll(await inHand.read(), deps, signal)
  /** How often in a row the host has asked for a pause. */
  let refusals = 0
  const round = async () => {
    open = await storeAll(open, deps, signal)
    if (open.length > 0) return true
    open = await client.getUpdates({ timeoutSeconds: deps.waitSeconds ?? WAIT_SECONDS })
    refusals = 0
    condition.up()
    open = await storeAll(open, deps, signal)
    return true
  }
  const waitAfter = async (error: unknown, failures: number) => {
    condition.down(inWords(error))
    // 400: a webhook is set, and then there is nothing to poll.
    if (error instanceof ZaloError && error.code === 400) await client.deleteWebhook().catch(() => undefined)
    if (!(error instanceof ZaloError) || error.errorClass !== 'quota') return pauseAfter(error, failures)
    refusals += 1
    return botQuotaPauseMs(refusals)
  }
  await pollInTurn({ turn, pause, elsewhere: () => condition.up(), round, waitAfter }, signal)
  await storeAll(open, deps, signal)
  await turn.release().catch(() => undefined)
}

/** What could not be stored before the signal is left, and kept for the next start. */
async function storeAll(
  updates: readonly BotUpdate[],
  deps: PollingDeps,
  signal: AbortSignal,
): Promise<readonly BotUpdate[]> {
  if (updates.length === 0) return []
  for (const [index, update] of updates.entries()) {
    await deps.inHand.keep(updates.slice(index))
    if (!(await isStored(update, deps, signal))) return updates.slice(index)
  }
  await deps.inHand.keep([])
  return []
}

async function isStored(update: BotUpdate, { take, pause }: PollingDeps, signal: AbortSignal): Promise<boolean> {
  for (let failures = 1; (await take(update)) === 'again'; failures += 1) {
    if (signal.aborted) return (await take(update)) === 'done'
    await pause(growingPause(failures, FIRST_PAUSE_MS, LONGEST_PAUSE_MS), signal)
  }
  return true
}

function pauseAfter(error: unknown, failures: number): number {
  if (error instanceof ZaloError && error.errorClass === 'configuration') return LONGEST_PAUSE_MS
  return growingPause(failures, FIRST_PAUSE_MS, LONGEST_PAUSE_MS)
}
