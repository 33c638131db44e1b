import { type BotClient, type BotUpdate, ZaloError } from 'zalo-api-client'
import type { Taken } from '../take-event.ts'
import type { Condition } from '../zalo/condition.ts'
import { inWords } from '../zalo/send-failure.ts'

/** The right to poll: each update is handed out once, so that of several instances one polls. */
export interface PollingTurn {
  /** Takes or prolongs the turn; false: another instance polls. */
  hold(): Promise<boolean>
  release(): Promise<void>
}

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
/** How often whoever has no turn looks whether it is free; part of the silence after a crash. */
const TURN_RETRY_MS = 2_000
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
  let failures = 0
  while (!signal.aborted) {
    try {
      if (!(await turn.hold())) {
        condition.up()
        await pause(TURN_RETRY_MS, signal)
        continue
      }
      const updates = await client.getUpdates({ timeoutSeconds: deps.waitSeconds ?? WAIT_SECONDS })
      condition.up()
      failures = 0
      for (const update of updates) await store(update, deps, signal)
    } catch (error) {
      failures += 1
      condition.down(inWords(error))
      // 400: a webhook is set, and then there is nothing to poll.
      if (error instanceof ZaloError && error.code === 400) await client.deleteWebhook().catch(() => undefined)
      await pause(pauseAfter(error, failures), signal)
    }
  }
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
