import { FakeZalo } from 'zalo-api-client/testing'
import type { Inbound } from '../../../src/channels/channel.ts'
import { type ZaloBotChannel, type ZaloBotDeps, zaloBotChannel } from '../../../src/channels/zalo-bot/zalo-bot.ts'
import { steppedClock } from '../../../src/clock.ts'
import { loadTexts } from '../../../src/texts.ts'

const t = loadTexts('vi')
export const SECRET = 'bot-webhook-secret'
const publicUrl = 'https://thidua.example.vn'

/** The adapter between the fake Bot Platform and a `receive` that notes what came in. */
export class BotWorld {
  readonly fake: FakeZalo
  readonly clock: ReturnType<typeof steppedClock>
  readonly received: Inbound[] = []
  readonly pauses: number[] = []
  isCutOff = false
  onReceive: (inbound: Inbound) => unknown = () => 'handled'
  readonly channel: ZaloBotChannel

  private constructor(
    fake: FakeZalo,
    clock: ReturnType<typeof steppedClock>,
    deps: Partial<ZaloBotDeps>,
    isPolling: boolean,
  ) {
    this.fake = fake
    this.clock = clock
    const mode = isPolling
      ? ({ kind: 'polling' } as const)
      : ({ kind: 'webhook', url: `${publicUrl}/webhooks/zalo-bot`, secret: SECRET } as const)
    const quiet = () => undefined
    this.channel = zaloBotChannel(
      { token: fake.bot.token, botApiRoot: fake.roots.botApi, mode },
      {
        receive: async inbound => {
          await this.onReceive(inbound)
          this.received.push(inbound)
        },
        clock,
        log: { info: quiet, warn: quiet, error: quiet },
        t,
        waitSeconds: 1,
        pause: async ms => {
          this.pauses.push(ms)
          await new Promise(resolve => setTimeout(resolve, 2))
        },
        fetch: (url, init) =>
          this.isCutOff
            ? Promise.reject(
                new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) }),
              )
            : fetch(url, init),
        ...deps,
      },
    )
  }

  static async open(mode: 'polling' | 'webhook', deps: Partial<ZaloBotDeps> = {}): Promise<BotWorld> {
    const clock = steppedClock('2026-09-01T02:00:00Z')
    const sleep = (ms: number, signal?: AbortSignal) =>
      new Promise<void>(resolve => {
        const timer = setTimeout(resolve, Math.min(ms, 20))
        signal?.addEventListener('abort', () => {
          clearTimeout(timer)
          resolve()
        })
      })
    const fake = await FakeZalo.start({ clock: { now: () => clock.now().getTime(), sleep } })
    const world = new BotWorld(fake, clock, deps, mode === 'polling')
    return world
  }

  /** One webhook request as the platform sends it. */
  async post(body: string | object, secret: string | null = SECRET): Promise<number> {
    const headers = secret === null ? {} : { 'X-Bot-Api-Secret-Token': secret }
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const request = new Request('https://x/webhooks/zalo-bot', { method: 'POST', headers, body: text })
    return (await this.channel.handleWebhook(request)).status
  }

  get texts(): string[] {
    return this.fake.bot.sent.all.map(({ text }) => text ?? '')
  }

  async close(): Promise<void> {
    await this.channel.stop()
    await this.fake.stop()
  }
}

export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise(resolve => setTimeout(resolve, 2))
}
