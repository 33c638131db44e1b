import type { BotUpdate } from '../bot/bot-update.ts'
import { readBotUpdate } from '../bot/read-bot-update.ts'
import { isJsonObject } from '../json/json-value.ts'
import { parseJson } from '../json/parse-json.ts'
import { equalInConstantTime } from './equal-in-constant-time.ts'
import { maxWebhookBytes, type RefusedWebhook, refused, type WebhookRequest } from './webhook-reading.ts'

export interface BotWebhookSettings {
  /** What `setWebhook` was given. The body names no bot: use one path per bot. */
  readonly secretToken: string
  readonly maxBytes?: number
}

export type BotWebhookReading =
  | { readonly kind: 'update'; readonly update: BotUpdate }
  /** An empty body, or one without an event: answer 200. */
  | { readonly kind: 'probe' }
  | RefusedWebhook

/** Reads one webhook call of the Bot Platform, in the flat or in the wrapped form. Never throws. */
export function readBotWebhook(request: WebhookRequest, settings: BotWebhookSettings): BotWebhookReading {
  const { rawBody } = request
  if (rawBody.byteLength > (settings.maxBytes ?? maxWebhookBytes)) return refused(413, 'too-large', 'body too large')
  if (rawBody.byteLength === 0) return { kind: 'probe' }
  const secret = request.header('x-bot-api-secret-token') ?? ''
  if (secret === '') return refused(401, 'unsigned', 'no secret')
  if (!equalInConstantTime(secret, settings.secretToken)) return refused(401, 'signature', 'secret does not match')
  const body = parseJson(Buffer.from(rawBody.buffer, rawBody.byteOffset, rawBody.byteLength).toString('utf8'))
  if (!isJsonObject(body)) return refused(400, 'not-json', 'body is not a JSON object')
  const update = readBotUpdate(body)
  return update === null ? { kind: 'probe' } : { kind: 'update', update }
}
