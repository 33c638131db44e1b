import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { BotClient, type BotUpdate, type Runtime, systemRuntime } from 'zalo-api-client'
import type { Clock } from '../../clock.ts'
import type { Translate } from '../../texts.ts'
import type { Channel, ChannelAbilities, Inbound } from '../channel.ts'
import type { PollingTurn } from '../polling.ts'
import { eventTaker, type Taken } from '../take-event.ts'
import { conditionOf } from '../zalo/condition.ts'
import { download } from '../zalo/download.ts'
import { inOrder, SETTLE_MS } from '../zalo/event-order.ts'
import { onceAPlace } from '../zalo/once-a-place.ts'
import { isLoopback } from '../zalo/public-address.ts'
import { inWords } from '../zalo/send-failure.ts'
import { type Offers, withTypedWord } from '../zalo/typed-words.ts'
import { noTrace, type WebhookTracer } from '../zalo/webhook-trace.ts'
import type { ZaloBotConfig } from './config.ts'
import type { InHand } from './in-hand.ts'
import { inboundOf } from './inbound.ts'
import { poll } from './polling.ts'
import { messageSender } from './send.ts'
import { answerWebhook } from './webhook.ts'

export interface ZaloBotDeps {
  /** Resolves when the event is stored. */
  receive(inbound: Inbound): Promise<unknown>
  clock: Clock
  log: Pick<Logger, 'info' | 'warn' | 'error'>
  t: Translate
  /** Notices whose words may come typed; without it there are none. */
  offers?: Offers
  /** Of several instances one polls; without it this one always may. */
  turn?: PollingTurn
  /** Where polled updates are kept that are not stored yet; without it they end with the process. */
  inHand?: InHand
  /** Notes how the webhook calls fare; without it nothing is noted. */
  trace?: WebhookTracer
  /** How long an event of a webhook waits for older ones of the same account. */
  settleMs?: number
  /** Instead of waiting for them. */
  settle?(): Promise<unknown>
  /** Seconds that one poll waits. */
  waitSeconds?: number
  /** Instead of waiting. */
  pause?(ms: number, signal: AbortSignal): Promise<void>
  /** Instead of the network. */
  fetch?: Runtime['fetch']
}

export interface ZaloBotChannel extends Channel {
  /** Takes one webhook request. In polling mode there is no webhook: 404. */
  handleWebhook(request: Request): Promise<Response>
}

/** Photos come in; all other files do not, and are handed in on the web. */
const abilities: ChannelAbilities = { textLength: 2_000, buttons: 0, filesIn: false, proactive: 'always' }

/** How long to wait before the webhook is set again when that failed. */
const CONNECT_RETRY_MS = 60_000

/** The channel of the Bot Platform. `start` never rejects: when Zalo cannot be reached it goes on trying, and `health` says so. */
export function zaloBotChannel(config: ZaloBotConfig, deps: ZaloBotDeps): ZaloBotChannel {
  const { clock, log, t } = deps
  const { mode, token, botApiRoot } = config
  const runtime: Runtime = {
    ...systemRuntime,
    now: () => clock.now().getTime(),
    ...(deps.fetch ? { fetch: deps.fetch } : {}),
  }
  const client = new BotClient({ token, runtime, ...(botApiRoot ? { botApiRoot } : {}) })
  const condition = conditionOf('zalo-bot', log)
  const offers = deps.offers ?? (async () => [])
  const taker = eventTaker({
    receive: async inbound => deps.receive(await withTypedWord(inbound, offers)),
    clock,
    log,
  })
  const takeEvent = (inbound: Inbound) => taker(inbound.eventId, () => inbound)
  // Webhooks come in any order; polled updates come one by one, in the order of their time.
  const takeInOrder = inOrder({
    take: takeEvent,
    settleMs: deps.settleMs ?? SETTLE_MS,
    clock,
    pause: deps.settle ?? (ms => sleep(ms)),
  })
  const pause = deps.pause ?? ((ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined))
  const names = { photo: (number: string) => t('zalo.files.photo', { number }) }
  const tellOnce = onceAPlace(group => client.sendMessage(group, t('zalo.privateOnly')))
  const trace = deps.trace ?? noTrace
  const stopping = new AbortController()
  const inHand = new Set<Promise<unknown>>()
  let running: Promise<void> = Promise.resolve()

  async function take(update: BotUpdate): Promise<Taken> {
    const inbound = inboundOf(update, names, clock.now())
    if (!inbound) {
      tellGroup(update)
      return 'done'
    }
    return mode.kind === 'webhook' ? takeInOrder(inbound) : takeEvent(inbound)
  }

  /** A group has no person: nothing is kept of it, and it is told once where the bot works. */
  function tellGroup({ chat, from }: BotUpdate): void {
    if (chat?.kind !== 'group' || from?.isBot) return
    const work = tellOnce(chat.id)
    inHand.add(work)
    work.finally(() => inHand.delete(work))
  }

  async function run(): Promise<void> {
    await connect()
    if (mode.kind === 'webhook' || stopping.signal.aborted) return
    const turn = deps.turn ?? { hold: async () => true, release: async () => undefined }
    const waitSeconds = deps.waitSeconds === undefined ? {} : { waitSeconds: deps.waitSeconds }
    const inHand = deps.inHand ?? { keep: async () => undefined, read: async () => [] }
    await poll({ client, take, turn, condition, pause, inHand, ...waitSeconds }, stopping.signal)
  }

  /** Tells Zalo how updates go out to us: it polls or calls, never both. */
  async function connect(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await (mode.kind === 'webhook' ? client.setWebhook(mode.url, mode.secret) : client.deleteWebhook())
        condition.up()
        return
      } catch (error) {
        condition.down(inWords(error))
        await pause(CONNECT_RETRY_MS, stopping.signal)
      }
    }
  }

  return {
    name: 'zalo-bot',
    abilities,
    send: messageSender({ client, clock, condition, t }),
    fetch: (ref, maxBytes) => download(ref, maxBytes, { mayBeLocal: isLoopback(botApiRoot ?? '') }),
    start: async () => {
      running = run()
    },
    stop: async () => {
      stopping.abort()
      await running
      while (inHand.size > 0) await Promise.allSettled(inHand)
      await trace.settled()
    },
    health: () => condition.read(),
    handleWebhook: async request => {
      if (mode.kind !== 'webhook') return new Response(null, { status: 404 })
      if (stopping.signal.aborted) return new Response(null, { status: 503 })
      const work = answerWebhook(request, mode.secret, take, trace)
      inHand.add(work)
      work.finally(() => inHand.delete(work)).catch(() => undefined)
      return work
    },
  }
}
