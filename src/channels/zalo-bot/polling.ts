import { type BotClient, type BotUpdate, ZaloError } from 'zalo-api-client'
import { type PollingTurn, pollInTurn } from '../polling.ts'
import type { Taken } from '../take-event.ts'
import type { Condition } from '../zalo/condition.ts'
import { inWords } from '../zalo/send-failure.ts'

export interface PollingDeps {
  client: Pick<BotClient, 'getUpdates' | 'deleteWebhook'>
  take(update: BotUpdate): Promise<Taken>
  turn: PollingTurn
  condition: Condition
  /** Sleeps, at most until the signal. */
  pause(ms: number, signal: AbortSignal): Promise<void>
  waitSeconds?: number
}

/** Short, because a stop waits for the poll in hand: what Zalo hands out while the connection is cut is lost. */
const WAIT_SECONDS = 5
const LONGEST_PAUSE_MS = 60_000
/** The plan of the bot is used up; how long, nobody says. */
const QUOTA_PAUSE_MS = 15 * 60_000

/**
 * Polls until the signal. Zalo forgets an update when it hands it out and has no confirmation, so that an update is stored
 * before the next call, tried again as long as it takes. Killed between the two, one update is lost: the platform offers
 * nothing better, and webhooks are the way for real use.
 */
export async function poll(deps: PollingDeps, signal: AbortSignal): Promise<void> {
  const { client, turn, condition, pause } = deps
  const round = async () => {
    const updates = await client.getUpdates({ timeoutSeconds: deps.waitSeconds ?? WAIT_SECONDS })
    condition.up()
    for (const update of updates) await store(update, deps, signal)
    return true
  }
  const waitAfter = async (error: unknown, failures: number) => {
    condition.down(inWords(error))
    // 400: a webhook is set, and then there is nothing to poll.
    if (error instanceof ZaloError && error.code === 400) await client.deleteWebhook().catch(() => undefined)
    return pauseAfter(error, failures)
  }
  await pollInTurn({ turn, pause, elsewhere: () => condition.up(), round, waitAfter }, signal)
  await turn.release().catch(() => undefined)
}

async function store(update: BotUpdate, { take, pause }: PollingDeps, signal: AbortSignal): Promise<void> {
  for (let failures = 1; (await take(update)) === 'again'; failures += 1) {
    // Stopped while the database is away: one last try.
    if (signal.aborted) {
      await take(update)
      return
    }
    await pause(growing(failures), signal)
  }
}

function pauseAfter(error: unknown, failures: number): number {
  if (error instanceof ZaloError && error.errorClass === 'quota') return QUOTA_PAUSE_MS
  if (error instanceof ZaloError && error.errorClass === 'configuration') return LONGEST_PAUSE_MS
  return growing(failures)
}

function growing(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** Math.min(failures - 1, 6))
}
