import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.ts'
import { parseJson } from '../json/parse-json.ts'
import type { OaWire } from '../oa/build-oa-message.ts'
import { appSecretProof } from '../oauth/app-secret-proof.ts'
import { type FakeAnswer, type FakeRequest, isString, jsonOf, ok } from './fake-http.ts'
import { hexId } from './fake-ids.ts'
import type { FakeApp, FakeOauth } from './fake-oauth.ts'
import { FakeUploads } from './fake-uploads.ts'
import type { FakeUser, FakeUsers } from './fake-users.ts'
import { Journal } from './journal.ts'
import { noSuchApi, oaError, success } from './oa-answer.ts'
import { documentedWire, type MessageShape, type ShapedButton, shapeOf } from './oa-message-shape.ts'
import { RateLimit } from './rate-limit.ts'

/** A message that the fake accepted. */
export interface FakeSentMessage {
  readonly messageId: string
  /** The user, the widget visitor or the group. */
  readonly userId: string
  readonly at: number
  readonly form: Extract<MessageShape, { kind: 'message' }>['form']
  readonly text: string | null
  readonly attachmentId: string | null
  readonly buttons: readonly ShapedButton[]
  readonly elements: readonly JsonObject[]
  /** Sent after 48 h: taken from the paid quota. */
  readonly isCharged: boolean
}

const freeWindowMs = 48 * 60 * 60_000
const paidWindowMs = 7 * 24 * 60 * 60_000

/** The Official Account host. */
export class FakeOa {
  readonly sent = new Journal<FakeSentMessage>()
  readonly uploads: FakeUploads
  readonly rate = new RateLimit()
  readonly groups = new Set<string>()
  readonly reactions: { readonly messageId: string; readonly icon: string }[] = []
  paidQuota = 2_000
  /** Whether calls must carry a correct `appsecret_proof` (-242). */
  demandsProof = false
  /** Which fields this OA takes where clients disagree; the documented ones. */
  wire: Required<OaWire> = documentedWire
  /** Messages that were refused for their form. */
  refusedShapes = 0
  /** Whether the v2 message path answers -240. */
  isV2Off = false
  readonly #app: FakeApp
  readonly #oauth: FakeOauth
  readonly #users: FakeUsers
  readonly #now: () => number
  readonly #onSent: (sent: FakeSentMessage) => void
  readonly #sendTemplate: (request: FakeRequest) => FakeAnswer

  constructor(parts: {
    readonly app: FakeApp
    readonly oauth: FakeOauth
    readonly users: FakeUsers
    readonly now: () => number
    readonly onSent: (sent: FakeSentMessage) => void
    readonly sendTemplate: (request: FakeRequest) => FakeAnswer
  }) {
    this.#app = parts.app
    this.#oauth = parts.oauth
    this.#users = parts.users
    this.#now = parts.now
    this.#onSent = parts.onSent
    this.#sendTemplate = parts.sendTemplate
    this.uploads = new FakeUploads(parts.now)
  }

  handle(request: FakeRequest): Promise<FakeAnswer> | FakeAnswer {
    return this.#refusal(request) ?? this.#route(request)
  }

  #refusal(request: FakeRequest): FakeAnswer | null {
    // Only the header counts: `Authorization` or a query parameter is no token.
    const token = request.header('access_token')
    const state = this.#oauth.stateOf(token)
    if (state !== 'valid') return oaError(state === 'expired' ? -220 : -216, 'Access token is invalid')
    const proof = request.header('appsecret_proof')
    const isProven = proof === appSecretProof(this.#app.appSecret, token ?? '')
    if ((this.demandsProof || proof !== null) && !isProven) return oaError(-242, 'appsecret_proof is invalid')
    if (this.rate.isExceeded(this.#now())) return oaError(-32, 'Rate limit exceeded')
    return null
  }

  #route(request: FakeRequest): Promise<FakeAnswer> | FakeAnswer {
    switch (`${request.method} ${request.path}`) {
      case 'POST /v3.0/oa/message/cs':
        return this.#send(jsonOf(request))
      case 'POST /v2.0/oa/message':
        return this.#legacy(jsonOf(request))
      case 'POST /v3.0/oa/group/message':
        return this.#sendToGroup(jsonOf(request))
      case 'POST /v3.0/oa/message/template':
        return this.#sendTemplate(request)
      case 'POST /v2.0/oa/upload/image':
        return this.uploads.handle('image', request)
      case 'POST /v2.0/oa/upload/gif':
        return this.uploads.handle('gif', request)
      case 'POST /v2.0/oa/upload/file':
        return this.uploads.handle('file', request)
      case 'GET /v3.0/oa/user/detail':
        return this.#userDetail(dataOf(request))
      case 'GET /v3.0/oa/user/getlist':
        return this.#userList(dataOf(request))
      case 'GET /v2.0/oa/getoa':
        return ok(success({ oa_id: this.#app.oaId, name: 'OA thử nghiệm', is_verified: true }))
      case 'GET /v2.0/oa/listrecentchat':
      case 'GET /v2.0/oa/conversation':
        return this.#recent(dataOf(request))
      case 'POST /v2.0/oa/quota/message':
        return ok({ data: { type: 'active', remain: this.paidQuota, total: 2_000 }, error: 0 })
      case 'POST /v3.0/oa/quota/message':
        return this.#userQuota(jsonOf(request))
      default:
        return noSuchApi()
    }
  }

  #send(frame: JsonObject | null): FakeAnswer {
    const recipient = recipientOf(frame)
    if (frame === null || recipient === null) return oaError(-201, 'body is invalid')
    const shape = shapeOf(frame.message, this.wire)
    if (shape.kind === 'refused') {
      this.refusedShapes += 1
      return oaError(shape.code, 'message is invalid')
    }
    if (isString(recipient.anonymous_id)) return this.#accept(shape, recipient.anonymous_id, false)
    // `user_id_by_app` is another id space: nobody is found by it.
    const user = isString(recipient.user_id) ? this.#users.find(recipient.user_id) : null
    if (user === null) return oaError(-201, 'user_id is invalid')
    const code = this.#deliveryRefusal(user) ?? this.#attachmentRefusal(shape) ?? this.#quoteRefusal(shape)
    return code === null ? this.#accept(shape, user.id, this.#isCharged(user)) : oaError(code, 'not deliverable')
  }

  #deliveryRefusal(user: FakeUser): number | null {
    if (user.refusal !== null) return user.refusal
    const since = this.#sinceInteraction(user)
    if (since === null || since > paidWindowMs) return -230
    // What Zalo answers when the paid messages are used up is [unverified].
    return since > freeWindowMs && this.paidQuota <= 0 ? -211 : null
  }

  #attachmentRefusal(shape: Extract<MessageShape, { kind: 'message' }>): number | null {
    const { attachmentId, form, mediaType } = shape
    if (attachmentId === null || mediaType === 'sticker') return null
    const found = this.uploads.find(
      attachmentId,
      form === 'file' ? ['file'] : mediaType === 'gif' ? ['gif'] : ['image'],
    )
    if (found === 'expired') return -100
    return found === 'other-kind' ? -201 : null
  }

  // Quoting a message older than 48 h fails [1 source]; with which code is [unverified].
  #quoteRefusal({ quoteMessageId }: Extract<MessageShape, { kind: 'message' }>): number | null {
    if (quoteMessageId === null) return null
    const quoted = this.sent.all.find(({ messageId }) => messageId === quoteMessageId)
    return quoted !== undefined && this.#now() - quoted.at > freeWindowMs ? -201 : null
  }

  #accept(shape: Extract<MessageShape, { kind: 'message' }>, userId: string, isCharged: boolean): FakeAnswer {
    const { form, text, attachmentId, buttons, elements } = shape
    const at = this.#now()
    const sent = { messageId: hexId(), userId, at, form, text, attachmentId, buttons, elements, isCharged }
    if (isCharged) this.paidQuota -= 1
    this.sent.add(sent)
    this.#onSent(sent)
    const quota = isCharged
      ? { quota: { quota_type: 'sub_quota', remain: String(this.paidQuota), total: '2000', owner_type: 'OA' } }
      : {}
    return ok(success({ message_id: sent.messageId, user_id: userId, ...quota }))
  }

  #legacy(frame: JsonObject | null): FakeAnswer {
    if (this.isV2Off) return oaError(-240, 'This API is turned off')
    const recipient = recipientOf(frame)
    const action = frame?.sender_action
    if (isJsonObject(action)) {
      const { react_message_id: messageId, react_icon: icon } = action
      if (!isString(messageId) || !isString(icon)) return oaError(-201, 'sender_action is invalid')
      this.reactions.push({ messageId, icon })
      return ok(success({ message_id: hexId() }))
    }
    return isString(recipient?.anonymous_id) ? this.#send(frame) : oaError(-240, 'This API is turned off')
  }

  #sendToGroup(frame: JsonObject | null): FakeAnswer {
    const groupId = recipientOf(frame)?.group_id
    if (!isString(groupId) || !this.groups.has(groupId)) return oaError(-403, 'OA is not in this group')
    const shape = shapeOf(frame?.message, this.wire)
    if (shape.kind === 'refused') return oaError(shape.code, 'message is invalid')
    // Templates and buttons are not accepted in groups [1 source].
    return ['buttons', 'list', 'request_user_info'].includes(shape.form)
      ? oaError(-233, 'message is not supported')
      : this.#accept(shape, groupId, false)
  }

  #userDetail(data: JsonObject | null): FakeAnswer {
    const user = isString(data?.user_id) ? this.#users.find(data.user_id) : null
    if (user === null) return oaError(-201, 'user_id is invalid')
    const { id, idByApp, displayName, isFollower, phone } = user
    return ok(
      success({
        user_id: id,
        user_id_by_app: idByApp,
        display_name: displayName,
        user_alias: '',
        user_is_follower: isFollower,
        avatar: '',
        avatars: {},
        shared_info: { name: '', phone: phone ?? '', address: '', city: '', district: '' },
      }),
    )
  }

  #userList(data: JsonObject | null): FakeAnswer {
    const { offset, count } = pageOf(data)
    if (count < 1 || count > 50) return oaError(-210, 'count is invalid')
    const users = this.#users.all.slice(offset, offset + count).map(({ id }) => ({ user_id: id }))
    return ok(success({ total: this.#users.all.length, count: users.length, offset, users }))
  }

  #recent(data: JsonObject | null): FakeAnswer {
    const { offset, count } = pageOf(data)
    if (count < 1 || count > 10) return oaError(-210, 'count is invalid')
    const { oaId } = this.#app
    const ours = this.sent.all.map(each => ({ ...each, src: 0, from_id: oaId, to_id: each.userId }))
    const theirs = this.#users.written.map(each => ({ ...each, src: 1, from_id: each.userId, to_id: oaId }))
    const messages = [...ours, ...theirs]
      .filter(({ userId }) => data?.user_id === undefined || data.user_id === userId)
      .sort((one, other) => other.at - one.at)
      .slice(offset, offset + count)
    return ok(
      success(
        messages.map(({ messageId, text, at, src, from_id, to_id }) => ({
          ...{ src, time: at, type: 'text', message_id: messageId, message: text ?? '', from_id, to_id },
        })),
      ),
    )
  }

  #userQuota(body: JsonObject | null): FakeAnswer {
    const user = isString(body?.user_id) ? this.#users.find(body.user_id) : null
    if (user === null) return oaError(-201, 'user_id is invalid')
    const promotion = { daily_remain: 1, daily_total: 1, monthly_remain: 6, monthly_total: 6 }
    return ok(success({ last_interaction: String(user.lastInteractionAt ?? ''), promotion }))
  }

  #isCharged(user: FakeUser): boolean {
    return (this.#sinceInteraction(user) ?? 0) > freeWindowMs
  }

  #sinceInteraction(user: FakeUser): number | null {
    return user.lastInteractionAt === null ? null : this.#now() - user.lastInteractionAt
  }
}

function recipientOf(frame: JsonObject | null): JsonObject | null {
  return isJsonObject(frame?.recipient) ? frame.recipient : null
}

/** GET parameters come as JSON in one query parameter. */
function dataOf(request: FakeRequest): JsonObject | null {
  const data: JsonValue | undefined = parseJson(request.query.get('data') ?? '')
  return isJsonObject(data) ? data : null
}

function pageOf(data: JsonObject | null): { offset: number; count: number } {
  return { offset: Number(data?.offset ?? 0), count: Number(data?.count ?? 0) }
}
