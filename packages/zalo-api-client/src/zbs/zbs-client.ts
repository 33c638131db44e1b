import { zaloRoots } from '../http/root.ts'
import type { JsonObject } from '../json/json-value.ts'
import { LimitCheck } from '../limits/limit-check.ts'
import type { Pace } from '../limits/pace.ts'
import { zbsLimits } from '../limits/zbs-limits.ts'
import { OaCaller } from '../oa/oa-caller.ts'
import type { AccessTokens } from '../oauth/access-tokens.ts'
import { type Runtime, systemRuntime } from '../runtime.ts'
import { hashPhone, normalisePhone } from './phone.ts'
import {
  readSentTemplate,
  readTemplateStatus,
  readZbsQuota,
  type SentTemplate,
  type TemplateStatus,
  type ZbsQuota,
} from './zbs-answers.ts'
import { readTemplate, type ZbsTemplate } from './zbs-template.ts'

export interface ZbsClientSettings {
  /** The token of the OA. */
  readonly tokens: AccessTokens
  readonly businessRoot?: string
  /** Templates by user id go to the OA host. */
  readonly openapiRoot?: string
  readonly proofSecret?: string
  readonly pace?: Pace
  /** Errors tell in `said` what Zalo says, redacted. Off: a redaction is a guess, and the texts are for people to read. */
  readonly errorTexts?: boolean
  readonly timeoutMs?: number
  readonly runtime?: Runtime
}

export interface TemplateMessage {
  readonly templateId: string
  /** All parameters the template declares. Their lengths are set by the template and checked by Zalo. */
  readonly data: Readonly<Record<string, string>>
  /** Your own id; comes back with the delivery. Zalo does not use it against duplicates. */
  readonly trackingId: string
  /** Reaches admins of the OA or the app only. */
  readonly isDevelopment?: boolean
}

/** `status` filter of `templates`; answers carry the word. */
export const templateStatusFilter = { ENABLE: 1, PENDING_REVIEW: 2, REJECT: 3, DISABLE: 4, DELETE: 5 } as const

/** Pre-approved template messages, charged one by one, without a window. Formerly ZNS. */
export class ZbsClient {
  readonly #business: OaCaller
  readonly #openapi: OaCaller

  constructor(settings: ZbsClientSettings) {
    const shared = {
      platform: 'zbs' as const,
      tokens: settings.tokens,
      runtime: settings.runtime ?? systemRuntime,
      timeoutMs: settings.timeoutMs ?? 15_000,
      proofSecret: settings.proofSecret ?? null,
      pace: settings.pace ?? null,
      errorTexts: settings.errorTexts ?? false,
    }
    this.#business = new OaCaller({ ...shared, root: settings.businessRoot ?? zaloRoots.business })
    this.#openapi = new OaCaller({ ...shared, root: settings.openapiRoot ?? zaloRoots.openapi })
  }

  async sendByPhone(phone: string, message: TemplateMessage): Promise<SentTemplate> {
    const target = { phone: checkedPhone('sendByPhone', phone) }
    return this.#send(this.#business, 'sendByPhone', '/message/template', target, message)
  }

  /** Cheaper than by phone; on `use-phone` (-249) the template cannot go this way. */
  async sendByUserId(userId: string, message: TemplateMessage): Promise<SentTemplate> {
    const target = { user_id: userId }
    return this.#send(this.#openapi, 'sendByUserId', '/v3.0/oa/message/template', target, message)
  }

  /** By the SHA-256 of the number. Two SDKs write the path as `/hashphone`, one as `/hash_phone`: both are tried. */
  async sendByHashedPhone(phone: string, message: TemplateMessage): Promise<SentTemplate> {
    const target = { hash_phone: hashPhone(checkedPhone('sendByHashedPhone', phone)) }
    return this.#send(this.#business, 'sendByHashedPhone', '/message/template/hashphone', target, message, [
      '/message/template/hash_phone',
    ])
  }

  async status(messageId: string): Promise<TemplateStatus> {
    return readTemplateStatus(await this.#get('status', '/message/status', { message_id: messageId }))
  }

  async quota(): Promise<ZbsQuota> {
    return readZbsQuota(await this.#get('quota', '/message/quota', {}))
  }

  /** One page of templates; the raw answer. */
  async templates(page: {
    offset: number
    limit: number
    status?: keyof typeof templateStatusFilter
  }): Promise<JsonObject> {
    new LimitCheck('zbs', 'templates').count('templates.count', page.limit, 1, zbsLimits.templatesPerRead)
    const filter = page.status === undefined ? {} : { status: String(templateStatusFilter[page.status]) }
    return this.#get('templates', '/template/all', {
      offset: String(page.offset),
      limit: String(page.limit),
      ...filter,
    })
  }

  /** A template with its parameters. Their list may be empty until the template is approved. */
  async templateInfo(templateId: string): Promise<ZbsTemplate> {
    return readTemplate(await this.#get('templateInfo', '/template/info/v2', { template_id: templateId }))
  }

  /** Values with which the template can be tried; the raw `data`. */
  async sampleData(templateId: string): Promise<JsonObject> {
    return this.#get('sampleData', '/template/sample-data', { template_id: templateId })
  }

  async #send(
    caller: OaCaller,
    operation: string,
    path: string,
    target: JsonObject,
    message: TemplateMessage,
    otherPaths: readonly string[] = [],
  ): Promise<SentTemplate> {
    const check = new LimitCheck('zbs', operation)
    for (const name of Object.keys(message.data)) {
      check.holds('parameter.name', /^[A-Za-z0-9_]+$/.test(name), 'names are ASCII letters, digits and _')
    }
    const body = {
      ...target,
      template_id: message.templateId,
      template_data: message.data,
      tracking_id: message.trackingId,
      ...(message.isDevelopment === true ? { mode: 'development' } : {}),
    }
    return readSentTemplate(await caller.call({ operation, method: 'POST', path, otherPaths, body }))
  }

  #get(operation: string, path: string, query: Record<string, string>): Promise<JsonObject> {
    const search = new URLSearchParams(query).toString()
    return this.#business.call({ operation, method: 'GET', path: search === '' ? path : `${path}?${search}` })
  }
}

function checkedPhone(operation: string, written: string): string {
  const phone = normalisePhone(written)
  const rule = 'must be a Vietnamese number: 84 and nine digits'
  new LimitCheck('zbs', operation).holds('phone.form', phone !== null, rule)
  return phone ?? ''
}
