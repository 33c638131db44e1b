import type { Runtime } from '../runtime.ts'

export interface WebhookAttempt {
  readonly rawBody: Buffer
  /** `null` when nothing answered in time. */
  readonly status: number | null
  /** 0 for the first attempt. */
  readonly retry: number
}

interface Retry {
  readonly rawBody: Buffer
  readonly retry: number
  readonly dueAt: number
  readonly headers: Readonly<Record<string, string>>
}

/** 30 s, 5 min, 15 min, 30 min, 1 h; then the webhook is disabled. Older texts speak of twelve hours [conflict]. */
export const oaRetrySchedule = [30_000, 5 * 60_000, 15 * 60_000, 30 * 60_000, 60 * 60_000] as const

/**
 * Sends webhooks as Zalo does: any answer but 200 within two seconds is a failure and is tried again by the schedule.
 * Retries wait for `retryDue`, which a test calls after it has moved the clock.
 */
export class WebhookSender {
  /** Where to, or `null`: then nothing is sent. */
  target: string | null = null
  /** Real milliseconds until a silent receiver counts as failed. */
  timeoutMs = 2_000
  isDisabled = false
  readonly attempts: WebhookAttempt[] = []
  readonly #schedule: readonly number[]
  readonly #clock: Pick<Runtime, 'now'>
  #pending: Retry[] = []

  constructor(clock: Pick<Runtime, 'now'>, schedule: readonly number[]) {
    this.#clock = clock
    this.#schedule = schedule
  }

  get pendingRetries(): number {
    return this.#pending.length
  }

  /** One delivery with exactly these bytes and headers. Answers `null` when there is no target or it is disabled. */
  async deliver(rawBody: Buffer, headers: Readonly<Record<string, string>>): Promise<WebhookAttempt | null> {
    return this.#attempt({ rawBody, headers, retry: 0, dueAt: this.#clock.now() })
  }

  /** Tries again what is due by the clock, in the order in which it is due. */
  async retryDue(): Promise<readonly WebhookAttempt[]> {
    const now = this.#clock.now()
    const due = this.#pending.filter(({ dueAt }) => dueAt <= now).sort((a, b) => a.dueAt - b.dueAt)
    this.#pending = this.#pending.filter(({ dueAt }) => dueAt > now)
    const made: WebhookAttempt[] = []
    for (const retry of due) {
      const attempt = await this.#attempt(retry)
      if (attempt !== null) made.push(attempt)
    }
    return made
  }

  async #attempt(one: Retry): Promise<WebhookAttempt | null> {
    if (this.target === null || this.isDisabled) return null
    const { rawBody, retry } = one
    const counter: Record<string, string> = retry === 0 ? {} : { num_retry: String(retry) }
    const status = await post(this.target, rawBody, { ...one.headers, ...counter }, this.timeoutMs)
    const attempt = { rawBody, status, retry }
    this.attempts.push(attempt)
    if (status !== 200) this.#planRetry(one)
    return attempt
  }

  #planRetry(one: Retry): void {
    const pause = this.#schedule[one.retry]
    if (pause === undefined) {
      this.isDisabled = true
      return
    }
    this.#pending.push({ ...one, retry: one.retry + 1, dueAt: this.#clock.now() + pause })
  }
}

async function post(
  url: string,
  rawBody: Buffer,
  headers: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<number | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      // A connection of its own: one that has been idle may be closed by the receiver at the very moment of sending.
      headers: { 'content-type': 'application/json', connection: 'close', ...headers },
      body: new Uint8Array(rawBody),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    await response.arrayBuffer()
    return response.status
  } catch {
    return null
  }
}
