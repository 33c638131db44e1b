import { apiError, unreadableAnswer } from '../errors/api-error.ts'
import { redacted } from '../errors/redacted.ts'
import { ZaloTransportError } from '../errors/transport-error.ts'
import { exchange } from '../http/exchange.ts'
import { urlBelow } from '../http/root.ts'
import { numberAt, textAt } from '../json/json-fields.ts'
import { isJsonObject, type JsonObject, type JsonValue, textsIn } from '../json/json-value.ts'
import { parseJson } from '../json/parse-json.ts'
import type { Runtime } from '../runtime.ts'

export interface BotCallerSettings {
  readonly token: string
  readonly root: string
  readonly runtime: Runtime
  /** Errors tell what Zalo says, redacted. */
  readonly errorTexts: boolean
}

/** One call of the Bot API. The token is part of the address: no address ever gets into an error. */
export class BotCaller {
  readonly #settings: BotCallerSettings

  constructor(settings: BotCallerSettings) {
    this.#settings = settings
  }

  /** The `result` of a successful answer; `null` where there is none. Throws a `ZaloError` otherwise. */
  async call(
    method: string,
    parameters: JsonObject,
    timing: { readonly timeoutMs: number; readonly signal?: AbortSignal },
  ): Promise<JsonValue> {
    const { token, root, runtime, errorTexts } = this.#settings
    const answer = await exchange(runtime, {
      method: 'POST',
      url: urlBelow(root, `/bot${token}/${method}`),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
      ...timing,
    })
    if (answer.kind === 'failed') throw new ZaloTransportError('bot', method, answer)
    const body = parseJson(answer.text)
    if (!isJsonObject(body)) throw unreadableAnswer('bot', method, answer.status)
    const isHttpSuccess = answer.status >= 200 && answer.status < 300
    if (body.ok === true && isHttpSuccess) return body.result ?? null
    // Whether errors come with HTTP 200 is not known: the body's code counts, the status only where there is none.
    if (body.ok !== false) throw unreadableAnswer('bot', method, answer.status)
    const code = numberAt(body, 'error_code') ?? (isHttpSuccess ? null : answer.status)
    if (code === null) throw unreadableAnswer('bot', method, answer.status)
    const hidden = { secrets: [token], quotes: textsIn(parameters) }
    throw apiError('bot', method, code, errorTexts ? redacted(textAt(body, 'description') ?? '', hidden) : null)
  }
}
