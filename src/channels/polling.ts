/** The right to poll: a platform hands its events to one poller, so that of several instances one holds it. */
export interface PollingTurn {
  /** Takes or prolongs the turn; false: another instance polls. */
  hold(): Promise<boolean>
  release(): Promise<void>
}

export interface Polling {
  turn: PollingTurn
  /** Another instance has the turn. */
  elsewhere(): void
  /** One poll with the storing of what it brought; false: not all could be stored. */
  round(): Promise<boolean>
  /** How long to wait after so many failures in a row, in milliseconds; `error` is null when something could not be stored. */
  waitAfter(error: unknown, failures: number): number | Promise<number>
  /** Sleeps, at most until the signal. */
  pause(ms: number, signal: AbortSignal): Promise<void>
}

/** How often whoever has no turn looks whether it is free; part of the silence after a crash. */
const TURN_RETRY_MS = 2_000

/** Polls in its turn until the signal; what is in hand then is finished. The turn is still held afterwards. */
export async function pollInTurn(polling: Polling, signal: AbortSignal): Promise<void> {
  const { turn, pause } = polling
  let failures = 0
  while (!signal.aborted) {
    try {
      if (!(await turn.hold())) {
        polling.elsewhere()
        await pause(TURN_RETRY_MS, signal)
        continue
      }
      const isWhole = await polling.round()
      failures = isWhole ? 0 : failures + 1
      if (!isWhole) await pause(await polling.waitAfter(null, failures), signal)
    } catch (error) {
      if (signal.aborted) return
      failures += 1
      await pause(await polling.waitAfter(error, failures), signal)
    }
  }
}
