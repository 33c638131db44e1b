import { idAt, numberAt, objectAt } from '../json/json-fields.ts'
import type { JsonObject } from '../json/json-value.ts'

export interface SentTemplate {
  /** Accepted, not delivered: the delivery arrives as a `delivered` event with the tracking id. */
  readonly messageId: string | null
  readonly sentAt: number | null
  readonly quota: ZbsQuota | null
}

export interface ZbsQuota {
  readonly daily: number | null
  readonly remaining: number | null
}

export interface TemplateStatus {
  readonly status: 'delivered' | 'pending' | 'unknown'
  readonly deliveredAt: string | null
}

export function readSentTemplate(data: JsonObject): SentTemplate {
  const quota = objectAt(data, 'quota')
  return {
    // Templates answer `msg_id`, OA messages `message_id`; both are accepted everywhere.
    messageId: idAt(data, 'msg_id') ?? idAt(data, 'message_id'),
    sentAt: numberAt(data, 'sent_time'),
    quota: quota && readZbsQuota(quota),
  }
}

export function readZbsQuota(data: JsonObject): ZbsQuota {
  return { daily: numberAt(data, 'dailyQuota'), remaining: numberAt(data, 'remainingQuota') }
}

export function readTemplateStatus(data: JsonObject): TemplateStatus {
  const status = numberAt(data, 'status')
  return {
    status: status === 1 ? 'delivered' : status === 0 ? 'pending' : 'unknown',
    deliveredAt: idAt(data, 'delivery_time'),
  }
}
