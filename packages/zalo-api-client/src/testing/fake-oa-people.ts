import { objectAt, textAt } from '../json/json-fields.ts'
import type { JsonObject, JsonValue } from '../json/json-value.ts'
import { isString } from './fake-http.ts'
import type { FakeSentMessage } from './fake-oa.ts'
import type { FakeOaWebhook } from './fake-oa-webhook.ts'
import type { FakeApp } from './fake-oauth.ts'
import type { FakeUser, FakeUsers } from './fake-users.ts'
import { messageBody, relationBody, type UserContent, userBody } from './oa-event-bodies.ts'
import type { WebhookAttempt } from './webhook-sender.ts'

export interface Delivered {
  readonly event: JsonObject
  /** `null` when no webhook is set. */
  readonly attempt: WebhookAttempt | null
}

/** What people do in the OA's chat. Each deed is an event, opens the 48 h window and is delivered to the webhook. */
export class FakeOaPeople {
  readonly #app: FakeApp
  readonly #users: FakeUsers
  readonly #webhook: FakeOaWebhook
  readonly #now: () => number
  #lastTimestamp = 0

  constructor(app: FakeApp, users: FakeUsers, webhook: FakeOaWebhook, now: () => number) {
    this.#app = app
    this.#users = users
    this.#webhook = webhook
    this.#now = now
  }

  /** The event of a message, not delivered yet: for tests of order and repetition. */
  writes(userId: string, content: UserContent | string): JsonObject {
    const user = this.#interacting(userId)
    const full: UserContent = typeof content === 'string' ? { kind: 'text', text: content } : content
    const body = messageBody(this.#app, user, full, this.timestamp())
    const messageId = textAt(objectAt(body, 'message'), 'msg_id') ?? ''
    this.#users.written.push({ messageId, userId, at: this.#now(), text: full.kind === 'text' ? full.text : null })
    return body
  }

  sends(userId: string, content: UserContent | string): Promise<Delivered> {
    return this.#deliver(this.writes(userId, content))
  }

  /** Presses button `number` (from 1) of a message with buttons. `oa.open.*` sends nothing: `null`. */
  async taps(sent: FakeSentMessage, number: number): Promise<Delivered | null> {
    const button = sent.buttons[number - 1]
    if (button === undefined)
      throw new Error(`The message has ${sent.buttons.length} buttons, none is number ${number}.`)
    return this.#acts(sent.userId, button.type, button.payload)
  }

  /** Taps card `number` (from 1) of a list. */
  async tapsCard(sent: FakeSentMessage, number: number): Promise<Delivered | null> {
    const action = sent.elements[number - 1]?.default_action
    const { type, payload } = isRecord(action) ? action : {}
    return this.#acts(sent.userId, type, payload)
  }

  follows(userId: string, source = 'oa_profile'): Promise<Delivered> {
    const user = this.#find(userId)
    user.isFollower = true
    return this.#deliver(relationBody(this.#app, user, 'follow', source, this.timestamp()))
  }

  unfollows(userId: string): Promise<Delivered> {
    const user = this.#find(userId)
    user.isFollower = false
    return this.#deliver(relationBody(this.#app, user, 'unfollow', 'oa_profile', this.timestamp()))
  }

  /** The phone may come as a number or as a string. */
  submitsInfo(userId: string, info: { readonly name: string; readonly phone: string | number }): Promise<Delivered> {
    const extra = { info: { ...info, address: '', city: '', district: '', ward: '' } }
    return this.#deliver(userBody(this.#app, this.#interacting(userId), 'user_submit_info', extra, this.timestamp()))
  }

  sees(userId: string, messageIds: readonly string[]): Promise<Delivered> {
    const extra = { message: { msg_ids: messageIds } }
    return this.#deliver(userBody(this.#app, this.#find(userId), 'user_seen_message', extra, this.timestamp()))
  }

  /** Any other event of a user, also one that does not exist yet. */
  does(userId: string, eventName: string, extra: JsonObject = {}): Promise<Delivered> {
    return this.#deliver(userBody(this.#app, this.#interacting(userId), eventName, extra, this.timestamp()))
  }

  /** Milliseconds as a string, later for each event than for the one before. */
  timestamp(): string {
    this.#lastTimestamp = Math.max(this.#now(), this.#lastTimestamp + 1)
    return String(this.#lastTimestamp)
  }

  async #acts(userId: string, type: JsonValue | undefined, payload: JsonValue | undefined): Promise<Delivered | null> {
    this.#interacting(userId)
    if (!isString(type) || !type.startsWith('oa.query.') || !isString(payload)) return null
    return this.sends(userId, payload)
  }

  async #deliver(event: JsonObject): Promise<Delivered> {
    return { event, attempt: await this.#webhook.deliver(event) }
  }

  #interacting(userId: string): FakeUser {
    const user = this.#find(userId)
    user.lastInteractionAt = this.#now()
    return user
  }

  #find(userId: string): FakeUser {
    const user = this.#users.find(userId)
    if (user === null) throw new Error('The fake Zalo knows no such user: add one first.')
    return user
  }
}

function isRecord(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
