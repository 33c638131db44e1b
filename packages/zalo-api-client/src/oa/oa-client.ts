import { ZaloError } from '../errors/zalo-error.ts'
import { zaloRoots } from '../http/root.ts'
import type { JsonObject } from '../json/json-value.ts'
import { LimitCheck } from '../limits/limit-check.ts'
import { oaLimits } from '../limits/oa-limits.ts'
import type { Pace } from '../limits/pace.ts'
import type { AccessTokens } from '../oauth/access-tokens.ts'
import { type Runtime, systemRuntime } from '../runtime.ts'
import { buildOaMessage, type OaWire } from './build-oa-message.ts'
import {
  type OaQuota,
  type OaUser,
  type OaUserQuota,
  readOaQuota,
  readSent,
  readUser,
  readUserQuota,
  type SentOaMessage,
} from './oa-answers.ts'
import { OaCaller } from './oa-caller.ts'
import {
  type OaChatMessage,
  type OaInfo,
  type OaUserPage,
  readChatMessages,
  readOaInfo,
  readUserPage,
} from './oa-lists.ts'
import type { OaMessage } from './oa-message.ts'
import { type OaReaction, oaReactionIcons } from './oa-reaction.ts'
import { buildRecipient, type OaRecipient } from './oa-recipient.ts'
import { type UploadedFile, uploadFile } from './oa-upload.ts'

export interface OaClientSettings {
  readonly tokens: AccessTokens
  readonly openapiRoot?: string
  /** The App Secret Key, only when the app demands `appsecret_proof`. */
  readonly proofSecret?: string
  /** Waits before a call that would exceed the per-minute rate. Share one between the clients of an OA. */
  readonly pace?: Pace
  /** Errors tell in `said` what Zalo says, redacted. Off: a redaction is a guess, and the texts are for people to read. */
  readonly errorTexts?: boolean
  /** Where this OA takes other fields than the documented ones. */
  readonly wire?: OaWire
  readonly timeoutMs?: number
  readonly runtime?: Runtime
}

/**
 * The Official Account API. Every method checks the documented limits first (`ZaloLimitError`), refreshes the access
 * token once if it is refused, and otherwise throws a `ZaloError` whose `errorClass` says what to do.
 *
 * A send is never repeated after an `ambiguous` failure: Zalo has no idempotency key.
 */
export class OaClient {
  readonly #caller: OaCaller
  readonly #wire: OaWire

  constructor(settings: OaClientSettings) {
    this.#wire = settings.wire ?? {}
    this.#caller = new OaCaller({
      platform: 'oa',
      root: settings.openapiRoot ?? zaloRoots.openapi,
      tokens: settings.tokens,
      runtime: settings.runtime ?? systemRuntime,
      timeoutMs: settings.timeoutMs ?? 15_000,
      proofSecret: settings.proofSecret ?? null,
      pace: settings.pace ?? null,
      errorTexts: settings.errorTexts ?? false,
    })
  }

  /** Sends a consultation message: free within 48 h of the user's last interaction, charged until 7 days, then refused. */
  async sendMessage(recipient: OaRecipient, message: OaMessage): Promise<SentOaMessage> {
    const check = new LimitCheck('oa', 'sendMessage')
    const frame = { recipient: buildRecipient(recipient), message: buildOaMessage(check, message, this.#wire) }
    try {
      return await this.#send(frame, 'anonymousId' in recipient && isPlain(message))
    } catch (error) {
      if (message.kind !== 'text' || message.quoteMessageId === undefined) throw error
      if (!(error instanceof ZaloError) || error.errorClass !== 'payload') throw error
      return this.sendMessage(recipient, { kind: 'text', text: message.text })
    }
  }

  /** Sends to a GMF group that the OA owns. Groups take text, file, image and sticker only. */
  async sendToGroup(
    groupId: string,
    message: Extract<OaMessage, { kind: 'text' | 'file' | 'image' | 'sticker' }>,
  ): Promise<SentOaMessage> {
    const body = buildOaMessage(new LimitCheck('oa', 'sendToGroup'), message, this.#wire)
    const frame = { recipient: { group_id: groupId }, message: body }
    return readSent(await this.#post('sendToGroup', '/v3.0/oa/group/message', frame))
  }

  /** Puts an icon on a message of the user, or clears it. */
  async react(userId: string, messageId: string, reaction: OaReaction): Promise<void> {
    const action = { react_message_id: messageId, react_icon: oaReactionIcons[reaction] }
    await this.#post('react', '/v2.0/oa/message', { recipient: { user_id: userId }, sender_action: action })
  }

  /** JPG or PNG up to 1 MB. The id lives about 7 days; after that a send answers `attachment-expired`. */
  async uploadImage(file: UploadedFile): Promise<{ attachmentId: string }> {
    return { attachmentId: await uploadFile(this.#caller, 'image', file) }
  }

  /** GIF up to 5 MB. */
  async uploadGif(file: UploadedFile): Promise<{ attachmentId: string }> {
    return { attachmentId: await uploadFile(this.#caller, 'gif', file) }
  }

  /** PDF, DOC or DOCX up to 5 MB. */
  async uploadFile(file: UploadedFile): Promise<{ token: string }> {
    return { token: await uploadFile(this.#caller, 'file', file) }
  }

  /** The only source of a user's display name: webhooks carry none. */
  async userDetail(userId: string): Promise<OaUser> {
    return readUser(await this.#get('userDetail', '/v3.0/oa/user/detail', { user_id: userId }))
  }

  /** One page of users: their ids only, `userDetail` tells more. */
  async userList(page: { offset: number; count: number; isFollower?: boolean }): Promise<OaUserPage> {
    new LimitCheck('oa', 'userList').count('users.count', page.count, 1, oaLimits.usersPerRead)
    const filter = page.isFollower === undefined ? {} : { is_follower: String(page.isFollower) }
    const data = { offset: page.offset, count: page.count, ...filter }
    return readUserPage(await this.#get('userList', '/v3.0/oa/user/getlist', data))
  }

  /** Name, package and state of the OA. */
  async oaInfo(): Promise<OaInfo> {
    return readOaInfo(await this.#caller.call({ operation: 'oaInfo', method: 'GET', path: '/v2.0/oa/getoa' }))
  }

  /** The latest messages with anyone, newest first, at most 10 a call. */
  async recentMessages(page: { offset: number; count: number }): Promise<readonly OaChatMessage[]> {
    new LimitCheck('oa', 'recentMessages').count('messages.count', page.count, 1, oaLimits.messagesPerRead)
    const data = { offset: page.offset, count: page.count }
    return readChatMessages(await this.#get('recentMessages', '/v2.0/oa/listrecentchat', data))
  }

  /** The latest messages with one user, newest first, at most 10 a call. */
  async conversation(userId: string, page: { offset: number; count: number }): Promise<readonly OaChatMessage[]> {
    new LimitCheck('oa', 'conversation').count('messages.count', page.count, 1, oaLimits.messagesPerRead)
    const data = { user_id: userId, offset: page.offset, count: page.count }
    return readChatMessages(await this.#get('conversation', '/v2.0/oa/conversation', data))
  }

  /** What is left of the OA's paid consultation messages. */
  async quota(): Promise<OaQuota> {
    return readOaQuota(await this.#caller.call({ operation: 'quota', method: 'POST', path: '/v2.0/oa/quota/message' }))
  }

  /** What may still be sent to this user. */
  async userQuota(userId: string): Promise<OaUserQuota> {
    return readUserQuota(await this.#post('userQuota', '/v3.0/oa/quota/message', { user_id: userId }))
  }

  async #send(frame: JsonObject, isAnonymousPlain: boolean): Promise<SentOaMessage> {
    const [v2, v3] = ['/v2.0/oa/message', '/v3.0/oa/message/cs']
    // Zalo's own samples post text and stickers for widget visitors to the v2 path and files to v3.
    const paths = isAnonymousPlain ? { path: v2, otherPaths: [v3] } : { path: v3 }
    return readSent(await this.#caller.call({ operation: 'sendMessage', method: 'POST', body: frame, ...paths }))
  }

  #get(operation: string, path: string, data: JsonObject): Promise<JsonObject> {
    const query = new URLSearchParams({ data: JSON.stringify(data) })
    return this.#caller.call({ operation, method: 'GET', path: `${path}?${query}` })
  }

  #post(operation: string, path: string, body: JsonObject): Promise<JsonObject> {
    return this.#caller.call({ operation, method: 'POST', path, body })
  }
}

function isPlain(message: OaMessage): boolean {
  return message.kind === 'text' || message.kind === 'sticker'
}
