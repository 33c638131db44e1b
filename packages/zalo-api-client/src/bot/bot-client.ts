import { ZaloError } from '../errors/zalo-error.ts'
import { zaloRoots } from '../http/root.ts'
import type { JsonObject, JsonValue } from '../json/json-value.ts'
import { botLimits } from '../limits/bot-limits.ts'
import { LimitCheck } from '../limits/limit-check.ts'
import { type Runtime, systemRuntime } from '../runtime.ts'
import {
  type BotAccount,
  type BotWebhookInfo,
  readAccount,
  readSentBotMessage,
  readWebhookInfo,
  type SentBotMessage,
} from './bot-answers.ts'
import { BotCaller } from './bot-caller.ts'
import type { BotUpdate } from './bot-update.ts'
import { readUpdates } from './read-bot-update.ts'

export interface BotClientSettings {
  /** The static token, of the form `12345689:abc-xyz`. */
  readonly token: string
  readonly botApiRoot?: string
  readonly timeoutMs?: number
  /** Errors tell in `said` what Zalo says, redacted. */
  readonly errorTexts?: boolean
  readonly runtime?: Runtime
}

/**
 * Every documented method of the Zalo Bot Platform. There are no keyboards, edits, deletions or file uploads.
 *
 * A send is never repeated after an `ambiguous` failure: there is no idempotency key.
 */
export class BotClient {
  readonly #caller: BotCaller
  readonly #timeoutMs: number

  constructor(settings: BotClientSettings) {
    const { token, botApiRoot = zaloRoots.botApi, runtime = systemRuntime } = settings
    this.#caller = new BotCaller({ token, root: botApiRoot, runtime, errorTexts: settings.errorTexts ?? false })
    this.#timeoutMs = settings.timeoutMs ?? 15_000
  }

  async getMe(): Promise<BotAccount> {
    return readAccount(await this.#call('getMe', {}))
  }

  /**
   * Waits up to `timeoutSeconds` for the next update and consumes it: there is no offset and no acknowledgement, so
   * process it durably before the next call. An empty list is the normal idle answer (408).
   *
   * Zalo answers one update at a time; a list is read too, should that change. Does not work while a webhook is set.
   */
  async getUpdates(wait: { timeoutSeconds?: number; signal?: AbortSignal } = {}): Promise<readonly BotUpdate[]> {
    const { timeoutSeconds = 30, signal } = wait
    const timing = { timeoutMs: (timeoutSeconds + 8) * 1000, ...(signal === undefined ? {} : { signal }) }
    try {
      return readUpdates(await this.#caller.call('getUpdates', { timeout: String(timeoutSeconds) }, timing))
    } catch (error) {
      if (error instanceof ZaloError && error.code === 408) return []
      throw error
    }
  }

  /** From then on `getUpdates` does not work. The secret comes back with every webhook call. */
  async setWebhook(url: string, secretToken: string): Promise<BotWebhookInfo> {
    const check = new LimitCheck('bot', 'setWebhook')
    check.httpsUrl('webhook.url', url)
    const { secretMinCharacters, secretMaxCharacters } = botLimits
    check.count('webhook.secret', secretToken.length, secretMinCharacters, secretMaxCharacters)
    return readWebhookInfo(await this.#call('setWebhook', { url, secret_token: secretToken }))
  }

  async deleteWebhook(): Promise<BotWebhookInfo> {
    return readWebhookInfo(await this.#call('deleteWebhook', {}))
  }

  async getWebhookInfo(): Promise<BotWebhookInfo> {
    return readWebhookInfo(await this.#call('getWebhookInfo', {}))
  }

  /** Plain text. Marks (`parse_mode`, `text_styles`) are not sent: their grammar is not verified. */
  async sendMessage(chatId: string, text: string): Promise<SentBotMessage> {
    new LimitCheck('bot', 'sendMessage').characters('text.characters', text, botLimits.textCharacters)
    return readSentBotMessage(await this.#call('sendMessage', { chat_id: chatId, text }))
  }

  /** `photo` must be a public address: the platform takes no uploads. */
  async sendPhoto(chatId: string, photo: string, caption?: string): Promise<SentBotMessage> {
    const check = new LimitCheck('bot', 'sendPhoto')
    check.httpUrl('photo.url', photo)
    if (caption !== undefined) check.characters('caption.characters', caption, botLimits.captionCharacters)
    const text = caption === undefined ? {} : { caption }
    return readSentBotMessage(await this.#call('sendPhoto', { chat_id: chatId, photo, ...text }))
  }

  async sendSticker(chatId: string, sticker: string): Promise<SentBotMessage> {
    return readSentBotMessage(await this.#call('sendSticker', { chat_id: chatId, sticker }))
  }

  /** `voiceUrl` must be the public address of an `.aac` file. The parameter's name rests on one client. */
  async sendVoice(chatId: string, voiceUrl: string): Promise<SentBotMessage> {
    new LimitCheck('bot', 'sendVoice').httpUrl('voice.url', voiceUrl)
    return readSentBotMessage(await this.#call('sendVoice', { chat_id: chatId, voice_url: voiceUrl }))
  }

  async sendChatAction(chatId: string, action: 'typing' | 'upload_photo'): Promise<void> {
    await this.#call('sendChatAction', { chat_id: chatId, action })
  }

  #call(method: string, parameters: JsonObject): Promise<JsonValue> {
    return this.#caller.call(method, parameters, { timeoutMs: this.#timeoutMs })
  }
}
