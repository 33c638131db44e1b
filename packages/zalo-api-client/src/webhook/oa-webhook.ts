import { idAt, numberAt, objectAt, textAt } from '../json/json-fields.ts'
import { isJsonObject, type JsonObject } from '../json/json-value.ts'
import { parseJson } from '../json/parse-json.ts'
import type { OaEvent } from './oa-event.ts'
import { isOaSignature } from './oa-signature.ts'
import { readOaEvent } from './read-oa-event.ts'
import { maxWebhookBytes, type RefusedWebhook, refused, type WebhookRequest } from './webhook-reading.ts'

export interface OaWebhookSettings {
  readonly appId: string
  /** The OA Secret Key of each linked OA, by OA id. */
  readonly oaSecretKeys: Readonly<Record<string, string>>
  /** Milliseconds. */
  readonly now: () => number
  /**
   * Events older than this are refused as replayed. Zalo retries for about two hours, by older texts for twelve: a
   * shorter time refuses real retries. Replays within it are caught by the event's `key`.
   */
  readonly maxAgeMs?: number
  readonly maxBytes?: number
  /**
   * Which timestamp was signed: the body's, as documented, or the header `X-ZEvent-Timestamp` that some integrations read.
   * `either` tries the body's first; that weakens nothing, because both need the key.
   */
  readonly signedTimestamp?: 'body' | 'header' | 'either'
}

export type OaWebhookReading =
  | { readonly kind: 'event'; readonly event: OaEvent }
  /** The unsigned `{}` with which Zalo tries out an address: answer 200. */
  | { readonly kind: 'probe' }
  | RefusedWebhook

const defaultMaxAgeMs = 13 * 60 * 60_000
const clockSkewMs = 10 * 60_000

/**
 * Reads one webhook call: size, form, signature, age, then the event. Never throws, whatever the bytes are.
 *
 * Answer 200 within 2 s, after the event is stored and before it is worked on.
 */
export function readOaWebhook(request: WebhookRequest, settings: OaWebhookSettings): OaWebhookReading {
  const { rawBody } = request
  if (rawBody.byteLength > (settings.maxBytes ?? maxWebhookBytes)) return refused(413, 'too-large', 'body too large')
  const body = parseJson(Buffer.from(rawBody.buffer, rawBody.byteOffset, rawBody.byteLength).toString('utf8'))
  if (!isJsonObject(body)) return refused(400, 'not-json', 'body is not a JSON object')
  const header = request.header('x-zevent-signature') ?? ''
  if (header === '' && Object.keys(body).length === 0) return { kind: 'probe' }
  if (header === '') return refused(401, 'unsigned', 'no signature')

  const eventName = textAt(body, 'event_name')
  const { signedTimestamp = 'body' } = settings
  const inBody = signedTimestamp === 'header' ? null : idAt(body, 'timestamp')
  const inHeader = signedTimestamp === 'body' ? null : request.header('x-zevent-timestamp')
  const timestamps = [inBody, inHeader].filter(isFilled)
  const oaId = findOa(body, settings.oaSecretKeys)
  const oaSecretKey = oaId === null ? undefined : settings.oaSecretKeys[oaId]
  if (oaId === null || oaSecretKey === undefined) return refused(401, 'other-oa', 'event of no known OA')
  const parts = { appId: settings.appId, rawBody, oaSecretKey }
  const signed = timestamps.find(timestamp => isOaSignature(header, { ...parts, timestamp }))
  if (signed === undefined) {
    const appId = idAt(body, 'app_id')
    return appId === null || appId === settings.appId
      ? refused(401, 'signature', 'signature does not match')
      : refused(401, 'other-app', 'event of another app')
  }

  // From here on the body is Zalo's.
  const at = numberAt(body, 'timestamp') ?? Number(signed)
  if (eventName === null || !Number.isSafeInteger(at)) return refused(400, 'no-event', 'event without a name or a time')
  const age = settings.now() - at
  if (age > (settings.maxAgeMs ?? defaultMaxAgeMs)) return refused(401, 'age', 'event too old')
  if (age < -clockSkewMs) return refused(401, 'age', 'event from the future')
  return { kind: 'event', event: readOaEvent(body, { eventName, oaId, at }) }
}

/**
 * By the documentation: `oa_id`, else the recipient of what users do, else the sender of what the OA does. Receipts do
 * not keep to that, so each party is tried. With one OA and no match, the signature alone decides.
 */
function findOa(body: JsonObject, keys: Readonly<Record<string, string>>): string | null {
  const parties = [
    idAt(body, 'oa_id'),
    idAt(objectAt(body, 'recipient'), 'id') ?? idAt(body, 'recipient'),
    idAt(objectAt(body, 'sender'), 'id') ?? idAt(body, 'sender'),
  ]
  const known = Object.keys(keys)
  return parties.find(id => id !== null && known.includes(id)) ?? (known.length === 1 ? (known[0] ?? null) : null)
}

function isFilled(text: string | null | undefined): text is string {
  return text !== null && text !== undefined && text !== ''
}
