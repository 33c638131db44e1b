import { ZaloError } from '../errors/zalo-error.ts'
import { botQuotaPauseMs } from '../limits/bot-quota-pause.ts'
import { type Runtime, systemRuntime } from '../runtime.ts'
import type { BotClient } from './bot-client.ts'
import type { BotUpdate } from './bot-update.ts'

export interface Polling {
  readonly client: Pick<BotClient, 'getUpdates'>
  /**
   * Called with one update after another, never two at a time. Zalo has already forgotten the update, so store it
   * durably before resolving. What it throws ends the polling.
   */
  readonly handle: (update: BotUpdate) => Promise<void>
  /** Ends the polling after the update in hand. */
  readonly signal: AbortSignal
  /** Told of every failure that the polling survives. */
  readonly onFailure?: (error: ZaloError) => void
  readonly timeoutSeconds?: number
  readonly runtime?: Runtime
}

const firstPauseMs = 1_000
const longestPauseMs = 60_000

/**
 * Fetches updates until the signal: one poller per bot, and no webhook may be set. Survives a lost network, a busy host
 * and a used-up quota with growing pauses. A refused token, a set webhook or a bad request ends it with that error.
 */
export async function pollUpdates(polling: Polling): Promise<void> {
  const { client, handle, signal, runtime = systemRuntime } = polling
  const wait = polling.timeoutSeconds === undefined ? { signal } : { signal, timeoutSeconds: polling.timeoutSeconds }
  let failures = 0
  let refusals = 0
  while (!signal.aborted) {
    const updates = await client.getUpdates(wait).catch((error: unknown) => {
      if (signal.aborted) return []
      if (!(error instanceof ZaloError) || endsPolling(error)) throw error
      return error
    })
    if (updates instanceof ZaloError) {
      polling.onFailure?.(updates)
      if (updates.errorClass === 'quota') refusals += 1
      else failures += 1
      await runtime.sleep(updates.errorClass === 'quota' ? botQuotaPauseMs(refusals) : growing(failures), signal)
      continue
    }
    failures = 0
    refusals = 0
    for (const update of updates) await handle(update)
  }
}

function endsPolling(error: ZaloError): boolean {
  return ['configuration', 'payload', 'permanent'].includes(error.errorClass)
}

function growing(failures: number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures - 1, 10))
}
