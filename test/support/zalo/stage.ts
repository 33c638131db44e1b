import { setTimeout as sleep } from 'node:timers/promises'
import { FakeZalo } from 'zalo-api-client/testing'
import type { Channel, ChannelName, Inbound } from '../../../src/channels/channel.ts'
import { createBell } from '../../../src/channels/web/bell.ts'
import { webChannel } from '../../../src/channels/web/channel.ts'
import { sentOffers } from '../../../src/channels/zalo/typed-words.ts'
import type { ZaloBotConfig } from '../../../src/channels/zalo-bot/config.ts'
import { zaloBotChannel } from '../../../src/channels/zalo-bot/zalo-bot.ts'
import { contactsIn } from '../../../src/channels/zalo-oa/contact.ts'
import { DatabaseTokenStore } from '../../../src/channels/zalo-oa/token-store.ts'
import { zaloOaChannel } from '../../../src/channels/zalo-oa/zalo-oa.ts'
import { features } from '../../../src/features/list.ts'
import { type Fetcher, fetcherOver } from '../../../src/files/fetcher.ts'
import { receive } from '../../../src/intake/receive.ts'
import type { System } from '../../../src/intake/system.ts'
import { type Outbox, outboxOver } from '../../../src/outbox/deliver.ts'
import { listen } from '../../../src/web/listen.ts'
import { createWeb } from '../../../src/web/server.ts'
import { leftToDo } from '../left-to-do.ts'

/** How people reach the system over Zalo. */
export type ZaloWay = 'oa' | 'bot-polling' | 'bot-webhook'

type Take = (inbound: Inbound) => Promise<unknown>
type Waiting = { settle: () => Promise<unknown> } | { settleMs: number }

export const botSecret = 'bot-webhook-secret'
const publicBot = 'https://thidua.example.vn'

/** A system with one Zalo channel and the web chat, over real HTTP, and the fake Zalo that people write to. */
export class ZaloStage {
  readonly fake: FakeZalo
  readonly system: System
  readonly channel: Channel
  /** Events over Zalo that were handled, in the order in which they were; repetitions left out. */
  readonly handled: readonly Inbound[]
  /** Where the web is reached. */
  readonly url: string
  readonly #count: { asked: number }
  readonly #outbox: Outbox
  readonly #fetcher: Fetcher
  readonly #byTurns: (() => void) | undefined
  readonly #closing: (() => Promise<unknown>)[]

  private constructor(parts: {
    fake: FakeZalo
    system: System
    channel: Channel
    handled: readonly Inbound[]
    url: string
    count: { asked: number }
    outbox: Outbox
    fetcher: Fetcher
    byTurns: (() => void) | undefined
    closing: (() => Promise<unknown>)[]
  }) {
    this.fake = parts.fake
    this.system = parts.system
    this.channel = parts.channel
    this.handled = parts.handled
    this.url = parts.url
    this.#count = parts.count
    this.#outbox = parts.outbox
    this.#fetcher = parts.fetcher
    this.#byTurns = parts.byTurns
    this.#closing = parts.closing
  }

  /**
   * `isSilent`: nothing is sent. `settle`: what an event waits for, so that older ones can overtake it. `byTurns`: nothing is sent in the
   * background, only while somebody waits for it; called whenever a turn has left something, so that a clock that stands still goes on.
   */
  static async open(
    system: System,
    way: ZaloWay,
    {
      isSilent = false,
      settle,
      byTurns,
    }: { isSilent?: boolean; settle?: () => Promise<unknown>; byTurns?: () => void } = {},
  ): Promise<ZaloStage> {
    const { prisma, clock, log } = system
    const now = () => clock.now().getTime()
    const pause = (ms: number, signal?: AbortSignal) =>
      sleep(ms, undefined, signal ? { signal } : {}).catch(() => undefined)
    const fake = await FakeZalo.start({ clock: { now, sleep: pause } })
    const handled: Inbound[] = []
    const take: Take = async inbound => {
      if ((await receive(system, inbound)) === 'handled') handled.push(inbound)
    }
    const count = { asked: 0 }
    const waiting = settle ? { settle } : { settleMs: 1 }
    const { channel, handleWebhook } =
      way === 'oa' ? await oa(fake, system, take, waiting) : bot(fake, system, way, take, waiting)
    const bell = createBell()
    const channels = [channel, webChannel({ prisma, clock, bell })]
    // A script types faster than people do; the pace has tests of its own.
    const quick = { perSecond: 10_000, forReplies: 0, chatBurst: 10_000, parallel: 3 }
    const paces = { 'zalo-oa': quick, 'zalo-bot': quick, web: quick }
    const outbox = outboxOver({ prisma, clock, log, owner: `stage-${process.pid}`, channels, paces })
    const fetcher = fetcherOver({ prisma, clock, log, channels, texts: system.texts })
    const web = createWeb(system, {
      bell,
      features,
      receive: async inbound => {
        await receive(system, inbound)
        outbox.wake()
        fetcher.wake()
      },
      health: async () => ({ status: 'ok', parts: {} }),
      mayReadFile: async () => false,
      uploads: { maxBytes: 1_048_576, accept: '.pdf', isWithinQuota: async () => true, refusal: async () => null },
      webhooks: {
        [channel.name]: (request: Request) => {
          count.asked += 1
          return handleWebhook(request)
        },
      },
    })
    const listening = await listen(web, 0)
    const url = `http://127.0.0.1:${listening.port}`
    if (way === 'oa') fake.oaWebhook.sender.target = `${url}/webhooks/zalo-oa`
    fake.bot.reachableAt.set(publicBot, url)
    if (!isSilent && !byTurns) outbox.start()
    fetcher.start()
    await channel.start()
    const closing = [
      () => channel.stop(),
      () => outbox.stop(),
      () => fetcher.stop(),
      () => listening.close(),
      () => fake.settled(),
      () => fake.stop(),
    ]
    const stage = new ZaloStage({ fake, system, channel, handled, url, count, outbox, fetcher, byTurns, closing })
    while (channel.health().state !== 'up') await sleep(5)
    return stage
  }

  async close(): Promise<void> {
    for (const step of this.#closing) await step()
  }

  /** Until everything sent is taken in, fetched and answered. */
  async settled(): Promise<void> {
    const { prisma, clock } = this.system
    for (;;) {
      if (this.#byTurns) await this.#outbox.turn()
      else this.#outbox.wake()
      const isTakenIn = this.fake.bot.pendingUpdates === 0
      const { isUnsent, isUnfetched } = await leftToDo(prisma, clock.now())
      if (isUnfetched) this.#fetcher.wake()
      if (isTakenIn && !isUnsent && !isUnfetched) return
      if (this.#byTurns && isUnsent) this.#byTurns()
      else await sleep(5)
    }
  }

  /** Webhook calls that have reached the server. */
  get asked(): number {
    return this.#count.asked
  }

  /** Until the event of this person that was polled last is stored. */
  async isStored(name: ChannelName, count: number): Promise<void> {
    while ((await this.system.prisma.inboundEvent.count({ where: { channel: name } })) < count) await sleep(5)
  }
}

async function oa(fake: FakeZalo, system: System, take: Take, waiting: Waiting) {
  const { prisma, clock, log } = system
  const { openapi: openapiRoot, oauth: oauthRoot } = fake.roots
  const store = new DatabaseTokenStore(prisma, fake.app.oaId, fake.app.appSecret)
  const channel = zaloOaChannel(
    { ...fake.app, openapiRoot, oauthRoot, refreshToken: fake.oauth.issue().refreshToken, mayPay: false },
    {
      receive: take,
      clock,
      log,
      t: system.texts('vi'),
      store,
      offers: sentOffers(prisma, 'zalo-oa'),
      contact: contactsIn(prisma),
      isNameless: async () => false,
      keepName: async () => undefined,
      ...waiting,
    },
  )
  return { channel, handleWebhook: channel.handleWebhook }
}

function bot(fake: FakeZalo, system: System, way: 'bot-polling' | 'bot-webhook', take: Take, waiting: Waiting) {
  const { prisma, clock, log } = system
  const mode: ZaloBotConfig['mode'] =
    way === 'bot-polling'
      ? { kind: 'polling' }
      : { kind: 'webhook', url: `${publicBot}/webhooks/zalo-bot`, secret: botSecret }
  const channel = zaloBotChannel(
    { token: fake.bot.token, botApiRoot: fake.roots.botApi, mode },
    {
      receive: take,
      clock,
      log,
      t: system.texts('vi'),
      offers: sentOffers(prisma, 'zalo-bot'),
      waitSeconds: 1,
      ...waiting,
    },
  )
  return { channel, handleWebhook: channel.handleWebhook }
}
