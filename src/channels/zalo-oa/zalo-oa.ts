import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import {
  OaClient,
  type OaEvent,
  OaTokenSource,
  type Runtime,
  systemRuntime,
  type TokenStore,
  ZbsClient,
} from 'zalo-api-client'
import type { Clock } from '../../clock.ts'
import type { Translate } from '../../texts.ts'
import type { Channel, ChannelAbilities, Inbound } from '../channel.ts'
import { eventTaker, type Taken } from '../take-event.ts'
import { conditionOf } from '../zalo/condition.ts'
import { download } from '../zalo/download.ts'
import { inOrder, SETTLE_MS } from '../zalo/event-order.ts'
import { onceAPlace } from '../zalo/once-a-place.ts'
import { isLoopback } from '../zalo/public-address.ts'
import { inWords } from '../zalo/send-failure.ts'
import { type Offers, withTypedWord } from '../zalo/typed-words.ts'
import { noTrace, type WebhookTracer } from '../zalo/webhook-trace.ts'
import { rulesOf, type ZaloOaConfig } from './config.ts'
import { nameKeeper } from './display-names.ts'
import { inboundOf } from './inbound.ts'
import { messageSender, type ZaloContact } from './send.ts'
import { answerWebhook } from './webhook.ts'

export interface ZaloOaDeps {
  /** Resolves when the event is stored. */
  receive(inbound: Inbound): Promise<unknown>
  clock: Clock
  log: Pick<Logger, 'info' | 'warn' | 'error'>
  /** Names of nameless files, and what is said about files that do not go out here. */
  t: Translate
  store: TokenStore
  /** Notices whose words may come typed; without it there are none. */
  offers?: Offers
  /** What decides on the way to a person; asked before each message. */
  contact(account: string): Promise<ZaloContact>
  isNameless(account: string): Promise<boolean>
  keepName(account: string, name: string): Promise<void>
  /** The bytes of a stored file, for attachments. */
  readFile?(fileId: string): Promise<Uint8Array | null>
  /** Notes how the webhook calls fare; without it nothing is noted. */
  trace?: WebhookTracer
  /** How long an event waits for older ones of the same account. */
  settleMs?: number
  /** Instead of waiting for them. */
  settle?(): Promise<unknown>
  /** Instead of the network. */
  fetch?: Runtime['fetch']
}

export interface ZaloOaChannel extends Channel {
  handleWebhook(request: Request): Promise<Response>
  /** For the commands that look after the consent. */
  readonly tokens: OaTokenSource
  readonly client: OaClient
}

const abilities: ChannelAbilities = { textLength: 2_000, buttons: 5, filesIn: true, proactive: 'window' }

/** How often the token is looked after: refreshed when due, found again after a new consent. */
const LOOK_AFTER_MS = 60_000
/** A refresh token dies after about three months without use. */
const OLDEST_PAIR_MS = 30 * 86_400_000

/**
 * The channel of the Official Account: events come by webhook only. `start` never rejects: without a valid consent the
 * channel is down and says so, takes events in all the same, and sends as soon as there is a new one.
 */
export function zaloOaChannel(config: ZaloOaConfig, deps: ZaloOaDeps): ZaloOaChannel {
  const { clock, log, t } = deps
  const runtime: Runtime = {
    ...systemRuntime,
    now: () => clock.now().getTime(),
    ...(deps.fetch ? { fetch: deps.fetch } : {}),
  }
  const { appId, appSecret, oauthRoot, openapiRoot, businessRoot } = config
  const { store } = deps
  const tokens = new OaTokenSource({ appId, appSecret, store, runtime, ...(oauthRoot ? { oauthRoot } : {}) })
  const client = new OaClient({ tokens, runtime, ...(openapiRoot ? { openapiRoot } : {}) })
  const roots = { ...(openapiRoot ? { openapiRoot } : {}), ...(businessRoot ? { businessRoot } : {}) }
  const zbs = new ZbsClient({ tokens, runtime, ...roots })
  const condition = conditionOf('zalo-oa', log)
  const learnName = nameKeeper({ client, isNameless: deps.isNameless, keepName: deps.keepName })
  const offers = deps.offers ?? (async () => [])
  const receive = async (inbound: Inbound) => deps.receive(await withTypedWord(inbound, offers))
  const taker = eventTaker({ receive, clock, log })
  const takeInOrder = inOrder({
    take: inbound => taker(inbound.eventId, () => inbound),
    settleMs: deps.settleMs ?? SETTLE_MS,
    clock,
    pause: deps.settle ?? (ms => sleep(ms)),
  })
  const name = (key: string) => (number: string) => t(`zalo.files.${key}`, { number })
  const names = { photo: name('photo'), video: name('video'), document: name('document') }
  const tellGroup = onceAPlace(id => client.sendToGroup(id, { kind: 'text', text: t('zalo.privateOnly') }))
  const tellVisitor = onceAPlace(visitor => {
    const [anonymousId = '', conversationId = ''] = visitor.split(' ')
    return client.sendMessage({ anonymousId, conversationId }, { kind: 'text', text: t('zalo.followFirst') })
  })
  const trace = deps.trace ?? noTrace
  const stopping = new AbortController()
  const inHand = new Set<Promise<unknown>>()
  let lookingAfter: Promise<void> = Promise.resolve()

  const whileInHand = <T>(work: Promise<T>): Promise<T> => {
    inHand.add(work)
    work.finally(() => inHand.delete(work)).catch(() => undefined)
    return work
  }

  async function take(event: OaEvent): Promise<Taken> {
    const inbound = inboundOf(event, names)
    if (!inbound) {
      whileInHand(tellVisitors(event))
      return 'done'
    }
    const taken = await takeInOrder(inbound)
    if (taken === 'done' && inbound.content.type !== 'left') whileInHand(learnName(inbound.account))
    return taken
  }

  /** Groups and visitors of a web page are no person that could be known: nothing is kept of them, and each is told once where we talk. */
  async function tellVisitors(event: OaEvent): Promise<void> {
    if (event.kind !== 'message' || event.from.kind === 'user') return
    if (event.from.kind === 'group') return event.from.groupId === null ? undefined : tellGroup(event.from.groupId)
    const { anonymousId, conversationId } = event.from
    if (conversationId !== null) await tellVisitor(`${anonymousId} ${conversationId}`)
  }

  async function lookAfterTokens(): Promise<void> {
    try {
      await tokens.accessToken()
      await tokens.keepAlive(OLDEST_PAIR_MS)
      condition.up()
    } catch (error) {
      condition.down(inWords(error))
    }
  }

  async function keepLookingAfter(): Promise<void> {
    while (!stopping.signal.aborted) {
      await lookAfterTokens()
      await sleep(LOOK_AFTER_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  return {
    name: 'zalo-oa',
    abilities,
    tokens,
    client,
    send: messageSender({
      client,
      zbs,
      clock,
      condition,
      t,
      rules: rulesOf(config),
      templateId: config.reminderTemplateId ?? null,
      contact: deps.contact,
      readFile: deps.readFile ?? (async () => null),
    }),
    fetch: (ref, maxBytes) => download(ref, maxBytes, { mayBeLocal: isLoopback(openapiRoot ?? '') }),
    start: async () => {
      try {
        if (config.refreshToken) await tokens.seed(config.refreshToken)
      } catch (error) {
        log.warn({ why: inWords(error) }, 'the refresh token of the settings could not be stored')
      }
      lookingAfter = keepLookingAfter()
    },
    stop: async () => {
      stopping.abort()
      await lookingAfter
      while (inHand.size > 0) await Promise.allSettled(inHand)
      await trace.settled()
    },
    health: () => condition.read(),
    handleWebhook: async request => {
      if (stopping.signal.aborted) return new Response(null, { status: 503 })
      const oaSecretKeys = { [config.oaId]: config.oaSecretKey }
      const settings = { appId, oaSecretKeys, signedTimestamp: 'either' as const }
      return whileInHand(answerWebhook(request, { settings, appSecret, clock, trace, take }))
    },
  }
}
