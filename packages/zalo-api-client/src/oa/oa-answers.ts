import { flagAt, idAt, numberAt, objectAt, textAt } from '../json/json-fields.ts'
import type { JsonObject } from '../json/json-value.ts'

export interface SentOaMessage {
  readonly messageId: string | null
  readonly quota: OaSendQuota | null
}

/** What this send was charged to; Zalo leaves it out at will. */
export interface OaSendQuota {
  readonly type: string | null
  readonly remain: number | null
  readonly total: number | null
}

export function readSent(data: JsonObject): SentOaMessage {
  const quota = objectAt(data, 'quota')
  return {
    // OA messages answer `message_id`, templates `msg_id`; both are accepted everywhere.
    messageId: idAt(data, 'message_id') ?? idAt(data, 'msg_id'),
    quota: quota && {
      type: textAt(quota, 'quota_type'),
      remain: numberAt(quota, 'remain'),
      total: numberAt(quota, 'total'),
    },
  }
}

export interface OaUser {
  readonly userId: string | null
  readonly userIdByApp: string | null
  readonly displayName: string | null
  readonly alias: string | null
  readonly isFollower: boolean | null
  readonly avatarUrl: string | null
  /** What the user gave the OA by a contact request. Empty fields are `null`. */
  readonly shared: { readonly name: string | null; readonly phone: string | null; readonly address: string | null }
}

export function readUser(data: JsonObject): OaUser {
  const shared = objectAt(data, 'shared_info')
  return {
    userId: idAt(data, 'user_id'),
    userIdByApp: idAt(data, 'user_id_by_app'),
    displayName: filled(textAt(data, 'display_name')),
    alias: filled(textAt(data, 'user_alias')),
    isFollower: flagAt(data, 'user_is_follower'),
    avatarUrl: filled(textAt(data, 'avatar')),
    shared: {
      name: filled(textAt(shared, 'name')),
      phone: filled(idAt(shared, 'phone')),
      address: filled(textAt(shared, 'address')),
    },
  }
}

export interface OaQuota {
  readonly type: string | null
  readonly remain: number | null
  readonly total: number | null
}

export function readOaQuota(data: JsonObject): OaQuota {
  return { type: textAt(data, 'type'), remain: numberAt(data, 'remain'), total: numberAt(data, 'total') }
}

export interface OaUserQuota {
  readonly lastInteraction: string | null
  /** `null` since Zalo dropped the count of free replies in March 2026. */
  readonly reply: { readonly remain: number | null; readonly total: number | null } | null
  readonly promotion: { readonly dailyRemain: number | null; readonly monthlyRemain: number | null } | null
}

export function readUserQuota(data: JsonObject): OaUserQuota {
  const reply = objectAt(data, 'cs_reply')
  const promotion = objectAt(data, 'promotion')
  return {
    lastInteraction: idAt(data, 'last_interaction'),
    reply: reply && { remain: numberAt(reply, 'remain'), total: numberAt(reply, 'total') },
    promotion: promotion && {
      dailyRemain: numberAt(promotion, 'daily_remain'),
      monthlyRemain: numberAt(promotion, 'monthly_remain'),
    },
  }
}

function filled(text: string | null): string | null {
  return text === '' ? null : text
}
