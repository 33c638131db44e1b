import type { JsonObject, JsonValue } from '../json/json-value.ts'
import { botLimits } from '../limits/bot-limits.ts'
import type { Runtime } from '../runtime.ts'
import { type FakeAnswer, type FakeRequest, isString, jsonOf } from './fake-http.ts'
import { hexId } from './fake-ids.ts'
import type { Delivered } from './fake-oa-people.ts'
import { Journal } from './journal.ts'
import type { WebhookSender } from './webhook-sender.ts'

export interface FakeBotSent {
  readonly messageId: string
  readonly method: 'sendMessage' | 'sendPhoto' | 'sendSticker' | 'sendVoice'
  readonly chatId: string
  /** The text or the caption. */
  readonly text: string | null
  /** The photo, sticker or voice. */
  readonly media: string | null
  readonly at: number
}

/** What a person sends to the bot. `unsupported` is what Zalo makes of files, video and protected accounts. */
export type BotUserContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'image'; readonly url: string; readonly caption?: string }
  | { readonly kind: 'sticker'; readonly id: string; readonly url: string }
  | { readonly kind: 'voice'; readonly url: string }
  | { readonly kind: 'unsupported' }

/** The Bot Platform host. */
export class FakeBot {
  readonly token: string
  readonly sent = new Journal<FakeBotSent>()
  readonly actions: { readonly chatId: string; readonly action: string }[] = []
  readonly webhook: WebhookSender
  /** Live webhooks are flat; the documentation wraps them. */
  webhookForm: 'flat' | 'wrapped' = 'flat'
  /** Live traffic has `photo_url`, the documentation `photo`. */
  photoField: 'photo_url' | 'photo' = 'photo_url'
  /** Whether errors come with their code as HTTP status is [unverified]; by default they come with 200. */
  errorsHaveHttpStatus = false
  isQuotaUsedUp = false
  /** Whether an unsupported message tells at least who sent it: the documentation allows both. */
  unsupportedForm: 'bare' | 'with-sender' = 'bare'
  /** Set by `setWebhook`; a test may map it to a server of its own with `reachableAt`. */
  webhookUrl = ''
  /** Public origins and where they really are: `setWebhook` takes https only, a test server is on loopback. */
  readonly reachableAt = new Map<string, string>()
  readonly #clock: Pick<Runtime, 'now' | 'sleep'>
  readonly #chats = new Map<string, string>()
  #queue: JsonObject[] = []
  readonly #pollers = new Set<() => void>()
  #secret = ''
  #updatedAt = 0

  constructor(token: string, clock: Pick<Runtime, 'now' | 'sleep'>, webhook: WebhookSender) {
    this.token = token
    this.#clock = clock
    this.webhook = webhook
  }

  get pendingUpdates(): number {
    return this.#queue.length
  }

  /** A person who may be written to; in private chats the chat's id is the person's. */
  addChat(displayName = 'Trần Thị Bình'): string {
    const id = hexId()
    this.#chats.set(id, displayName)
    return id
  }

  /** Hands the update to the webhook if one is set, else to the next `getUpdates`. */
  async sends(chatId: string, content: BotUserContent | string): Promise<Delivered> {
    const event = this.update(chatId, content)
    if (this.webhook.target !== null) return this.deliver(event)
    this.#queue.push(event)
    for (const wake of [...this.#pollers]) wake()
    return { event, attempt: null }
  }

  /** An update, not delivered yet. */
  update(chatId: string, content: BotUserContent | string): JsonObject {
    const full: BotUserContent = typeof content === 'string' ? { kind: 'text', text: content } : content
    if (full.kind === 'unsupported' && this.unsupportedForm === 'bare') {
      return { event_name: 'message.unsupported.received' }
    }
    const displayName = this.#chats.get(chatId) ?? ''
    return {
      event_name: `message.${full.kind}.received`,
      message: {
        message_id: hexId(),
        date: this.#clock.now(),
        chat: { id: chatId, chat_type: 'PRIVATE' },
        from: { id: chatId, display_name: displayName, is_bot: false },
        ...this.#contentFields(full),
      },
    }
  }

  async deliver(event: JsonObject, secret = this.#secret): Promise<Delivered> {
    const body = this.webhookForm === 'flat' ? event : { ok: true, result: event }
    const rawBody = Buffer.from(JSON.stringify(body), 'utf8')
    return { event, attempt: await this.webhook.deliver(rawBody, { 'x-bot-api-secret-token': secret }) }
  }

  async handle(request: FakeRequest): Promise<FakeAnswer> {
    const [, token, method] = /^\/bot([^/]*)\/(\w+)$/.exec(request.path) ?? []
    if (token !== this.token) return this.#error(401, 'Unauthorized')
    if (this.isQuotaUsedUp && method?.startsWith('send') === true) return this.#error(429, 'Quota exceeded')
    const parameters = parametersOf(request)
    switch (method) {
      case 'getMe':
        return result({
          id: '1459232241454765289',
          account_name: 'bot.fake',
          account_type: 'BASIC',
          can_join_groups: false,
        })
      case 'getUpdates':
        return this.#getUpdates(parameters, request.gone)
      case 'setWebhook':
        return this.#setWebhook(parameters)
      case 'deleteWebhook':
        this.#pointTo('', '')
        return result({ url: '', updated_at: this.#updatedAt })
      case 'getWebhookInfo':
        return result({ url: this.webhookUrl, updated_at: this.#updatedAt })
      case 'sendMessage':
        return this.#send(method, parameters, { text: parameters.text, media: null })
      case 'sendPhoto':
        return this.#send(method, parameters, { text: parameters.caption ?? null, media: parameters.photo })
      case 'sendSticker':
        return this.#send(method, parameters, { text: null, media: parameters.sticker })
      case 'sendVoice':
        return this.#send(method, parameters, { text: null, media: parameters.voice_url })
      case 'sendChatAction':
        return this.#act(parameters)
      default:
        return this.#error(400, 'Bad request')
    }
  }

  /** Lets waiting `getUpdates` calls go. */
  stop(): void {
    for (const wake of [...this.#pollers]) wake()
  }

  async #getUpdates(parameters: JsonObject, gone: AbortSignal): Promise<FakeAnswer> {
    if (this.webhookUrl !== '') return this.#error(400, 'Bad request')
    if (this.#queue.length === 0) await this.#waitForUpdate(Number(parameters.timeout ?? 30) * 1000, gone)
    if (gone.aborted) return this.#error(408, 'Request timeout')
    const next = this.#queue.shift()
    return next === undefined ? this.#error(408, 'Request timeout') : result(next)
  }

  async #waitForUpdate(ms: number, gone: AbortSignal): Promise<void> {
    const awake = new AbortController()
    const wake = () => awake.abort()
    this.#pollers.add(wake)
    gone.addEventListener('abort', wake)
    await this.#clock.sleep(ms, awake.signal)
    this.#pollers.delete(wake)
    gone.removeEventListener('abort', wake)
  }

  #setWebhook(parameters: JsonObject): FakeAnswer {
    const { url, secret_token: secret } = parameters
    if (!isString(url) || !url.startsWith('https://') || !isString(secret)) return this.#error(400, 'Bad request')
    const { secretMinCharacters, secretMaxCharacters } = botLimits
    if (secret.length < secretMinCharacters || secret.length > secretMaxCharacters)
      return this.#error(400, 'Bad request')
    this.#pointTo(url, secret)
    return result({ url, updated_at: this.#updatedAt })
  }

  #pointTo(url: string, secret: string): void {
    this.webhookUrl = url
    this.#secret = secret
    this.#updatedAt = this.#clock.now()
    if (url === '') {
      this.webhook.target = null
      return
    }
    const { origin, pathname, search } = new URL(url)
    this.webhook.target = `${this.reachableAt.get(origin) ?? origin}${pathname}${search}`
  }

  #send(
    method: FakeBotSent['method'],
    parameters: JsonObject,
    content: { readonly text: JsonValue | undefined; readonly media: JsonValue | undefined },
  ): FakeAnswer {
    const { chat_id: chatId } = parameters
    const { text, media } = content
    if (!isString(chatId)) return this.#error(400, 'Bad request')
    if (text !== null && (!isString(text) || text.length > botLimits.textCharacters))
      return this.#error(400, 'Bad request')
    if (media !== null && !isString(media)) return this.#error(400, 'Bad request')
    if (method === 'sendPhoto' && !/^https?:\/\//.test(media ?? '')) return this.#error(400, 'Bad request')
    if (!this.#chats.has(chatId)) return this.#error(404, 'Not found')
    const sent = { messageId: hexId(), method, chatId, text, media, at: this.#clock.now() }
    this.sent.add(sent)
    return result({ message_id: sent.messageId, date: sent.at })
  }

  #act(parameters: JsonObject): FakeAnswer {
    const { chat_id: chatId, action } = parameters
    if (!isString(chatId) || !isString(action)) return this.#error(400, 'Bad request')
    this.actions.push({ chatId, action })
    return { status: 200, body: { ok: true } }
  }

  #error(code: number, description: string): FakeAnswer {
    const status = this.errorsHaveHttpStatus ? code : 200
    return { status, body: { ok: false, error_code: code, description } }
  }

  #contentFields(content: BotUserContent): JsonObject {
    switch (content.kind) {
      case 'text':
        return { text: content.text, message_type: 'CHAT_MESSAGE' }
      case 'image': {
        const caption = content.caption === undefined ? {} : { caption: content.caption }
        return { [this.photoField]: content.url, message_type: 'CHAT_PHOTO', ...caption }
      }
      case 'sticker':
        return { sticker: content.id, url: content.url, message_type: 'CHAT_STICKER' }
      case 'voice':
        return { voice_url: content.url, message_type: 'CHAT_VOICE' }
      case 'unsupported':
        return {}
    }
  }
}

function result(value: JsonObject): FakeAnswer {
  return { status: 200, body: { ok: true, result: value } }
}

/** Parameters may come in the query, as a form or as JSON. */
function parametersOf(request: FakeRequest): JsonObject {
  const isForm = (request.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded')
  const form = isForm ? Object.fromEntries(new URLSearchParams(request.body.toString('utf8'))) : jsonOf(request)
  return { ...Object.fromEntries(request.query), ...form }
}
