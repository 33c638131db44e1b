import { isJsonObject, type JsonObject } from '../json/json-value.ts'
import { hashPhone, normalisePhone } from '../zbs/phone.ts'
import { templateStatusFilter } from '../zbs/zbs-client.ts'
import { type FakeAnswer, type FakeRequest, isString, jsonOf, ok } from './fake-http.ts'
import { hexId } from './fake-ids.ts'
import type { FakeOauth } from './fake-oauth.ts'
import type { FakeUser, FakeUsers } from './fake-users.ts'
import { Journal } from './journal.ts'
import { noSuchApi, oaError, success } from './oa-answer.ts'

export interface FakeTemplate {
  readonly id: string
  /** Names of the declared parameters; all of them must be given, as strings. */
  readonly parameters: readonly string[]
  /** What is declared of them besides the name; a longer value is refused with -1121. */
  readonly declared: Readonly<
    Record<string, { readonly type?: string; readonly minLength?: number; readonly maxLength?: number }>
  >
  status: keyof typeof templateStatusFilter
  /** Whether it may go to a user id (-249 otherwise). */
  acceptsUserId: boolean
  /** Promotion is not sendable at night (-133). */
  isPromotion: boolean
}

export interface FakeSentTemplate {
  readonly messageId: string
  /** As it was addressed. */
  readonly by: 'phone' | 'user-id' | 'hashed-phone'
  readonly user: FakeUser
  readonly templateId: string
  readonly data: JsonObject
  readonly trackingId: string | null
  readonly at: number
}

/** Template messages: the business host, and the OA host's path for user ids. */
export class FakeZbs {
  readonly sent = new Journal<FakeSentTemplate>()
  readonly #templates = new Map<string, FakeTemplate>()
  /** Messages that are paid for; each send takes one (-115 at none). */
  balance = 500
  /** How the path for hashed phones is spelled; sources disagree. */
  hashedPhonePath: '/message/template/hashphone' | '/message/template/hash_phone' = '/message/template/hashphone'
  readonly #oauth: FakeOauth
  readonly #users: FakeUsers
  readonly #now: () => number
  readonly #delivered = new Set<string>()

  constructor(oauth: FakeOauth, users: FakeUsers, now: () => number) {
    this.#oauth = oauth
    this.#users = users
    this.#now = now
  }

  addTemplate(template: Pick<FakeTemplate, 'id' | 'parameters'> & Partial<FakeTemplate>): FakeTemplate {
    const full: FakeTemplate = { status: 'ENABLE', acceptsUserId: true, isPromotion: false, declared: {}, ...template }
    this.#templates.set(full.id, full)
    return full
  }

  markDelivered(messageId: string): void {
    this.#delivered.add(messageId)
  }

  handle(request: FakeRequest): FakeAnswer {
    if (this.#oauth.stateOf(request.header('access_token')) !== 'valid') return oaError(-124, 'Access token invalid')
    switch (`${request.method} ${request.path}`) {
      case 'POST /message/template':
        return this.#send(jsonOf(request), 'phone')
      case `POST ${this.hashedPhonePath}`:
        return this.#send(jsonOf(request), 'hashed-phone')
      case 'GET /message/status':
        return this.#status(request.query.get('message_id') ?? '')
      case 'GET /message/quota':
        return ok(success({ dailyQuota: '500', remainingQuota: String(this.balance) }))
      case 'GET /template/all':
        return this.#all(request.query)
      case 'GET /template/info/v2':
        return this.#info(request.query.get('template_id') ?? '')
      case 'GET /template/sample-data':
        return this.#sample(request.query.get('template_id') ?? '')
      default:
        return noSuchApi()
    }
  }

  /** The OA host checks the token itself. */
  sendByUserId(request: FakeRequest): FakeAnswer {
    return this.#send(jsonOf(request), 'user-id')
  }

  #send(body: JsonObject | null, by: FakeSentTemplate['by']): FakeAnswer {
    if (body === null) return oaError(-122, 'body is invalid')
    const template = isString(body.template_id) ? this.#templates.get(body.template_id) : undefined
    if (template === undefined) return oaError(-109, 'template_id is invalid')
    const user = this.#recipient(body, by)
    if (user === null) return oaError(by === 'user-id' ? -201 : -108, 'recipient is invalid')
    const code = this.#refusal(template, user, body, by)
    if (code !== null) return oaError(code, 'not sendable')
    this.balance -= 1
    const sent: FakeSentTemplate = {
      messageId: hexId(),
      by,
      user,
      templateId: template.id,
      data: isJsonObject(body.template_data) ? body.template_data : {},
      trackingId: isString(body.tracking_id) ? body.tracking_id : null,
      at: this.#now(),
    }
    this.sent.add(sent)
    const quota = { dailyQuota: '500', remainingQuota: String(this.balance) }
    return ok(success({ msg_id: sent.messageId, sent_time: String(sent.at), sending_mode: '1', quota }))
  }

  #recipient(body: JsonObject, by: FakeSentTemplate['by']): FakeUser | null {
    if (by === 'user-id') return isString(body.user_id) ? this.#users.find(body.user_id) : null
    if (by === 'hashed-phone') {
      return this.#users.all.find(({ phone }) => phone !== null && hashPhone(phone) === body.hash_phone) ?? null
    }
    const phone = isString(body.phone) ? normalisePhone(body.phone) : null
    return phone === null ? null : this.#users.byPhone(phone)
  }

  #refusal(template: FakeTemplate, user: FakeUser, body: JsonObject, by: FakeSentTemplate['by']): number | null {
    const isDevelopment = body.mode === 'development'
    if (template.status !== 'ENABLE' && !(isDevelopment && template.status === 'PENDING_REVIEW')) return -131
    if (by === 'user-id' && !template.acceptsUserId) return -249
    const data = isJsonObject(body.template_data) ? body.template_data : {}
    if (template.parameters.some(name => data[name] === undefined || data[name] === '')) return -1122
    if (Object.values(data).some(value => typeof value !== 'string')) return -112
    const isTooLong = ([name, value]: [string, unknown]) =>
      isString(value as string) &&
      String(value).length > (template.declared[name]?.maxLength ?? Number.POSITIVE_INFINITY)
    if (Object.entries(data).some(isTooLong)) return -1121
    if (user.refusal !== null) return -139
    if (isDevelopment && !user.isAdmin) return -127
    if (template.isPromotion && isNightInVietnam(this.#now())) return -133
    return this.balance <= 0 ? -115 : null
  }

  #status(messageId: string): FakeAnswer {
    const sent = this.sent.all.find(each => each.messageId === messageId)
    if (sent === undefined) return ok(success({ status: -1 }))
    const delivery = { status: 1, delivery_time: String(sent.at) }
    return ok(success(this.#delivered.has(messageId) ? delivery : { status: 0 }))
  }

  #all(query: URLSearchParams): FakeAnswer {
    const limit = Number(query.get('limit') ?? '0')
    if (limit < 1 || limit > 100) return oaError(-132, 'limit is invalid')
    const wanted = query.get('status')
    const templates = [...this.#templates.values()]
      .filter(({ status }) => wanted === null || String(templateStatusFilter[status]) === wanted)
      .map(({ id, status }) => ({ templateId: id, status }))
    return ok(success(templates.slice(Number(query.get('offset') ?? '0')).slice(0, limit)))
  }

  #info(id: string): FakeAnswer {
    const template = this.#templates.get(id)
    if (template === undefined) return oaError(-109, 'template_id is invalid')
    const listParams = template.parameters.map(name => ({
      ...{ name, require: true, acceptNull: false, type: 'STRING' },
      ...template.declared[name],
    }))
    return ok(success({ templateId: id, status: template.status, listParams }))
  }

  #sample(id: string): FakeAnswer {
    const template = this.#templates.get(id)
    if (template === undefined) return oaError(-109, 'template_id is invalid')
    return ok(success(Object.fromEntries(template.parameters.map(name => [name, 'mẫu']))))
  }
}

function isNightInVietnam(now: number): boolean {
  const hour = Math.floor(now / 3_600_000 + 7) % 24
  return hour >= 22 || hour < 6
}
