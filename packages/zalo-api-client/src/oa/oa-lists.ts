import { flagAt, idAt, idOf, listAt, numberAt, textAt } from '../json/json-fields.ts'
import { isJsonObject, type JsonObject } from '../json/json-value.ts'

/** A page of users. Only ids are certain in it. */
export interface OaUserPage {
  readonly userIds: readonly string[]
  readonly total: number | null
  readonly offset: number | null
}

export function readUserPage(data: JsonObject): OaUserPage {
  const users = listAt(data, 'users') ?? listAt(data, 'followers') ?? []
  return {
    userIds: users.flatMap(user => (isJsonObject(user) ? idAt(user, 'user_id') : idOf(user)) ?? []),
    total: numberAt(data, 'total'),
    offset: numberAt(data, 'offset'),
  }
}

/** What Zalo tells of the OA; a field that it leaves out is `null`. */
export interface OaInfo {
  readonly oaId: string | null
  readonly name: string | null
  readonly description: string | null
  readonly isVerified: boolean | null
  readonly followers: number | null
  readonly avatarUrl: string | null
  /** The service package and the day until which it is paid, as Zalo writes them. */
  readonly packageName: string | null
  readonly packageValidThrough: string | null
  /** As received, ids as strings. */
  readonly raw: JsonObject
}

export function readOaInfo(data: JsonObject): OaInfo {
  return {
    oaId: idAt(data, 'oa_id'),
    name: textAt(data, 'name') || null,
    description: textAt(data, 'description') || null,
    isVerified: flagAt(data, 'is_verified'),
    followers: numberAt(data, 'num_follower'),
    avatarUrl: textAt(data, 'avatar') || null,
    packageName: textAt(data, 'package_name') || null,
    packageValidThrough: textAt(data, 'package_valid_through_date') || null,
    raw: data,
  }
}

/** A message as the read calls list it; the fields besides the id and the text rest on integrations. */
export interface OaChatMessage {
  readonly messageId: string | null
  /** Who wrote: `src` is 0 for the OA and 1 for the user. */
  readonly from: 'oa' | 'user' | null
  /** Milliseconds. */
  readonly at: number | null
  /** Zalo's word for what it is, such as `text`, `photo`, `sticker`. */
  readonly type: string | null
  readonly text: string | null
  /** Of a picture, a file or a link. */
  readonly url: string | null
  readonly fromId: string | null
  readonly toId: string | null
  readonly raw: JsonObject
}

/** The list itself is in `data`, which is then no object, or in one of its fields. */
export function readChatMessages(data: JsonObject): readonly OaChatMessage[] {
  const list = listAt(data, 'data') ?? listAt(data, 'messages') ?? []
  return list.filter(isJsonObject).map(readChatMessage)
}

function readChatMessage(raw: JsonObject): OaChatMessage {
  const src = numberAt(raw, 'src')
  return {
    messageId: idAt(raw, 'message_id') ?? idAt(raw, 'msg_id'),
    from: src === 0 ? 'oa' : src === 1 ? 'user' : null,
    at: numberAt(raw, 'time'),
    type: textAt(raw, 'type'),
    text: textAt(raw, 'message') || null,
    url: textAt(raw, 'url') || null,
    fromId: idAt(raw, 'from_id'),
    toId: idAt(raw, 'to_id'),
    raw,
  }
}
