import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { MemoryTokenStore } from '../oauth/memory-token-store.ts'
import { OaTokenSource } from '../oauth/oa-token-source.ts'
import { type Runtime, systemRuntime } from '../runtime.ts'
import type { OaWebhookSettings } from '../webhook/oa-webhook.ts'
import { FakeBot } from './fake-bot.ts'
import { type FakeAnswer, type FakeHost, type FakeRequest, headerOf } from './fake-http.ts'
import { hexId, newToken } from './fake-ids.ts'
import { FakeOa, type FakeSentMessage } from './fake-oa.ts'
import { FakeOaPeople } from './fake-oa-people.ts'
import { FakeOaWebhook } from './fake-oa-webhook.ts'
import { type FakeApp, FakeOauth } from './fake-oauth.ts'
import { FakeUsers } from './fake-users.ts'
import { FakeZbs } from './fake-zbs.ts'
import { type FaultEffect, Faults, type HostName } from './faults.ts'
import { oaError } from './oa-answer.ts'
import { oaBody } from './oa-event-bodies.ts'
import { oaRetrySchedule, WebhookSender } from './webhook-sender.ts'

export interface FakeZaloOptions {
  /** Give the client the same clock. Default: the machine's. */
  readonly clock?: Pick<Runtime, 'now' | 'sleep'>
  /** Default: any free port. */
  readonly port?: number
  /** Whether each message sent by the OA comes back as `oa_send_*` and is received. Default: yes. */
  readonly echoes?: boolean
}

/**
 * All of Zalo on one loopback port: the token endpoint, the OA host, the business host and the bot host, with the
 * documented behaviour and its traps. Behaviour that rests on one source or on none is marked so where it is coded.
 */
export class FakeZalo {
  readonly app: FakeApp = {
    appId: '1234567890123456789',
    appSecret: 'fake-app-secret',
    oaId: '1000000000000000009',
    oaSecretKey: 'fake-oa-secret-key',
  }
  readonly oauth: FakeOauth
  readonly users = new FakeUsers()
  readonly oa: FakeOa
  /** What people do in the OA's chat. */
  readonly people: FakeOaPeople
  readonly oaWebhook: FakeOaWebhook
  readonly zbs: FakeZbs
  readonly bot: FakeBot
  readonly faults = new Faults()
  /** Files that people send, by the path under which they are served. */
  readonly #media = new Map<string, { readonly bytes: Buffer; readonly mediaType: string }>()
  readonly #clock: Pick<Runtime, 'now' | 'sleep'>
  readonly #server: Server
  readonly #background = new Set<Promise<unknown>>()
  readonly #echoes: boolean
  #origin = ''

  private constructor(options: FakeZaloOptions) {
    this.#clock = options.clock ?? systemRuntime
    this.#echoes = options.echoes ?? true
    const { now } = this.#clock
    this.oauth = new FakeOauth(this.app, now)
    this.zbs = new FakeZbs(this.oauth, this.users, now)
    this.oaWebhook = new FakeOaWebhook(this.app, new WebhookSender(this.#clock, oaRetrySchedule))
    this.people = new FakeOaPeople(this.app, this.users, this.oaWebhook, now)
    this.oa = new FakeOa({
      app: this.app,
      oauth: this.oauth,
      users: this.users,
      now,
      onSent: sent => this.#echo(sent),
      sendTemplate: request => this.zbs.sendByUserId(request),
    })
    // Retries of the Bot Platform are unpublished; the OA's schedule stands in for them.
    const botWebhook = new WebhookSender(this.#clock, oaRetrySchedule)
    this.bot = new FakeBot(`12345689:${newToken('access')}`, this.#clock, botWebhook)
    this.#server = createServer((message, response) => this.#track(this.#serve(message, response)))
  }

  static async start(options: FakeZaloOptions = {}): Promise<FakeZalo> {
    const fake = new FakeZalo(options)
    await new Promise<void>(resolve => fake.#server.listen(options.port ?? 0, '127.0.0.1', resolve))
    const address = fake.#server.address()
    if (address === null || typeof address === 'string') throw new Error('The fake Zalo got no port.')
    fake.#origin = `http://127.0.0.1:${address.port}`
    return fake
  }

  /** Give these to the clients instead of Zalo's hosts. */
  get roots(): { oauth: string; openapi: string; business: string; botApi: string } {
    const at = (host: HostName) => `${this.#origin}/${host}`
    return { oauth: at('oauth'), openapi: at('openapi'), business: at('business'), botApi: at('bot') }
  }

  /** A token source whose OA has just given consent, kept in memory. */
  async tokens(): Promise<OaTokenSource> {
    const { appId, appSecret } = this.app
    const runtime = { ...systemRuntime, now: this.#clock.now, sleep: this.#clock.sleep }
    const store = new MemoryTokenStore()
    const tokens = new OaTokenSource({ appId, appSecret, store, oauthRoot: this.roots.oauth, runtime })
    await tokens.exchangeCode(this.oauth.consent())
    return tokens
  }

  /** What a receiver of this OA's webhooks needs. */
  get webhookSettings(): OaWebhookSettings {
    const { appId, oaId, oaSecretKey } = this.app
    return { appId, oaSecretKeys: { [oaId]: oaSecretKey }, now: this.#clock.now }
  }

  /** A file that a person can send: answers the address under which it is fetched, without a token. */
  serve(bytes: Uint8Array, mediaType: string, name = hexId()): string {
    const path = `/media/${hexId()}/${encodeURIComponent(name)}`
    this.#media.set(path, { bytes: Buffer.from(bytes), mediaType })
    return `${this.#origin}${path}`
  }

  /** Sends the webhook event that a template message has arrived. */
  async deliverTemplate(messageId: string): Promise<void> {
    const sent = this.zbs.sent.all.find(each => each.messageId === messageId)
    if (sent === undefined) throw new Error('The fake Zalo sent no such template message.')
    this.zbs.markDelivered(messageId)
    const recipient = sent.by === 'user-id' ? sent.user.id : (sent.user.phone ?? '')
    const timestamp = this.people.timestamp()
    const message = { msg_id: messageId, tracking_id: sent.trackingId ?? '', delivery_time: timestamp }
    await this.oaWebhook.deliver(oaBody(this.app, recipient, 'user_received_message', message, timestamp))
  }

  /** Resolves when nothing that the fake does by itself (echoes, late answers) is under way. */
  async settled(): Promise<void> {
    while (this.#background.size > 0) await Promise.all(this.#background)
  }

  async stop(): Promise<void> {
    this.bot.stop()
    this.#server.closeAllConnections()
    await new Promise(resolve => this.#server.close(resolve))
  }

  #echo(sent: FakeSentMessage): void {
    if (!this.#echoes || this.oaWebhook.sender.target === null) return
    const kind = sent.form === 'text' ? 'text' : sent.form === 'file' ? 'file' : sent.form === 'list' ? 'list' : 'image'
    const name = sent.form === 'buttons' ? 'oa_send_text' : `oa_send_${kind}`
    const body = (eventName: string, message: { msg_id: string; text?: string }) =>
      oaBody(this.app, sent.userId, eventName, message, this.people.timestamp())
    const echo = body(name, { msg_id: sent.messageId, ...(sent.text === null ? {} : { text: sent.text }) })
    const received = body('user_received_message', { msg_id: sent.messageId })
    this.#track(this.oaWebhook.deliver(echo).then(() => this.oaWebhook.deliver(received)))
  }

  #track(work: Promise<unknown>): void {
    const tracked = work.catch(() => undefined).finally(() => this.#background.delete(tracked))
    this.#background.add(tracked)
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(message.url ?? '/', this.#origin)
    const media = this.#media.get(pathname)
    if (media !== undefined) return write(response, mediaAnswer(media))
    const [, host, path] = /^\/(oauth|openapi|business|bot)(\/.*)$/.exec(pathname) ?? []
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const request: FakeRequest = {
      method: message.method ?? '',
      path: path ?? '/',
      query: searchParams,
      header: name => headerOf(message, name),
      body: await readBody(message),
      gone: gone.signal,
    }
    if (!isHostName(host)) return write(response, { status: 404, body: { error: 404 } })
    await this.#answer(host, request, response)
  }

  async #answer(host: HostName, request: FakeRequest, response: ServerResponse): Promise<void> {
    const effect = this.faults.take(host, request.path)
    if (effect?.kind === 'drop-before') return void response.destroy()
    const early = effect === null ? null : answerInstead(host, effect)
    const answer = early ?? (await this.#host(host)(request))
    if (effect?.kind === 'late') await this.#clock.sleep(effect.ms)
    if (effect?.kind === 'drop-after') return void response.destroy()
    write(response, answer)
  }

  #host(name: HostName): FakeHost {
    switch (name) {
      case 'oauth':
        return request => this.oauth.handle(request)
      case 'openapi':
        return request => this.oa.handle(request)
      case 'business':
        return request => this.zbs.handle(request)
      case 'bot':
        return request => this.bot.handle(request)
    }
  }
}

function isHostName(name: string | undefined): name is HostName {
  return name === 'oauth' || name === 'openapi' || name === 'business' || name === 'bot'
}

function answerInstead(host: HostName, effect: FaultEffect): FakeAnswer | null {
  if (effect.kind === 'page') {
    return { status: effect.status, body: Buffer.from(effect.html), headers: { 'content-type': 'text/html' } }
  }
  if (effect.kind !== 'code') return null
  if (host !== 'bot') return oaError(effect.code)
  return { status: 200, body: { ok: false, error_code: effect.code, description: 'Error' } }
}

function mediaAnswer(media: { readonly bytes: Buffer; readonly mediaType: string }): FakeAnswer {
  return { status: 200, body: media.bytes, headers: { 'content-type': media.mediaType } }
}

function write(response: ServerResponse, answer: FakeAnswer): void {
  const isBytes = Buffer.isBuffer(answer.body)
  response.writeHead(answer.status, { ...(isBytes ? {} : { 'content-type': 'application/json' }), ...answer.headers })
  response.end(isBytes ? answer.body : JSON.stringify(answer.body))
}

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
