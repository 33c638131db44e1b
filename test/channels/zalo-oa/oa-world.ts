import { MemoryTokenStore } from 'zalo-api-client'
import { FakeZalo } from 'zalo-api-client/testing'
import type { Inbound } from '../../../src/channels/channel.ts'
import type { ZaloOaConfig } from '../../../src/channels/zalo-oa/config.ts'
import type { ZaloContact } from '../../../src/channels/zalo-oa/send.ts'
import { type ZaloOaChannel, type ZaloOaDeps, zaloOaChannel } from '../../../src/channels/zalo-oa/zalo-oa.ts'
import { steppedClock } from '../../../src/clock.ts'
import { loadTexts } from '../../../src/texts.ts'

const t = loadTexts('vi')

/** The adapter between the fake Zalo and a `receive` that notes what came in. */
export class OaWorld {
  readonly fake: FakeZalo
  readonly clock: ReturnType<typeof steppedClock>
  readonly received: Inbound[] = []
  readonly logged: unknown[] = []
  readonly names = new Map<string, string>()
  /** Numbers that people gave for reminders. */
  readonly phones = new Map<string, string>()
  /** The network is gone. */
  isCutOff = false
  onReceive: (inbound: Inbound) => unknown = () => 'handled'
  readonly channel: ZaloOaChannel

  private constructor(
    fake: FakeZalo,
    clock: ReturnType<typeof steppedClock>,
    deps: Partial<ZaloOaDeps>,
    settings: Partial<ZaloOaConfig>,
  ) {
    this.fake = fake
    this.clock = clock
    const note = (...given: unknown[]) => void this.logged.push(...given)
    const { openapi: openapiRoot, oauth: oauthRoot, business: businessRoot } = fake.roots
    const { refreshToken } = fake.oauth.issue()
    this.channel = zaloOaChannel(
      { ...fake.app, openapiRoot, oauthRoot, businessRoot, refreshToken, mayPay: false, ...settings },
      {
        receive: async inbound => {
          await this.onReceive(inbound)
          this.received.push(inbound)
        },
        clock,
        log: { info: note, warn: note, error: note },
        t,
        store: new MemoryTokenStore(),
        contact: async account => this.contactOf(account),
        isNameless: async account => !this.names.has(account),
        keepName: async (account, name) => void this.names.set(account, name),
        settleMs: 0,
        fetch: (url, init) => (this.isCutOff ? Promise.reject(noConnection()) : fetch(url, init)),
        ...deps,
      },
    )
  }

  static async open(deps: Partial<ZaloOaDeps> = {}, settings: Partial<ZaloOaConfig> = {}): Promise<OaWorld> {
    const clock = steppedClock('2026-09-01T02:00:00Z')
    const fake = await FakeZalo.start({
      clock: { now: () => clock.now().getTime(), sleep: async () => undefined },
      echoes: false,
    })
    const world = new OaWorld(fake, clock, deps, settings)
    await world.channel.start()
    await until(() => world.channel.health().state === 'up')
    return world
  }

  /** What the app would know of the person: the fake's own memory of the last word, and the number that was given. */
  contactOf(account: string): ZaloContact {
    const at = this.fake.users.find(account)?.lastInteractionAt ?? null
    return { heardAt: at === null ? null : new Date(at), phone: this.phones.get(account) ?? null }
  }

  /** A person who has just written. */
  writer(): string {
    return this.fake.users.add({ lastInteractionAt: this.clock.now().getTime() }).id
  }

  async post(event: { rawBody: Buffer; headers: Record<string, string> }): Promise<number> {
    const { rawBody, headers } = event
    const request = new Request('https://x/webhooks/zalo-oa', {
      method: 'POST',
      headers,
      body: new Uint8Array(rawBody),
    })
    return (await this.channel.handleWebhook(request)).status
  }

  async close(): Promise<void> {
    await this.channel.stop()
    await this.fake.stop()
  }
}

/** As the platform says it. */
export function noConnection(): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) })
}

export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise(resolve => setTimeout(resolve, 2))
}
