import { apiError, unknownPath, unreadableAnswer } from '../errors/api-error.ts'
import type { Platform } from '../errors/error-class.ts'
import { redacted } from '../errors/redacted.ts'
import { ZaloTransportError } from '../errors/transport-error.ts'
import { ZaloApiError } from '../errors/zalo-api-error.ts'
import type { ZaloError } from '../errors/zalo-error.ts'
import { exchange } from '../http/exchange.ts'
import { urlBelow } from '../http/root.ts'
import { type JsonObject, textsIn } from '../json/json-value.ts'
import { parseJson } from '../json/parse-json.ts'
import type { Pace } from '../limits/pace.ts'
import type { AccessTokens } from '../oauth/access-tokens.ts'
import { appSecretProof } from '../oauth/app-secret-proof.ts'
import type { Runtime } from '../runtime.ts'
import { type OaEnvelope, readEnvelope } from './oa-envelope.ts'

export interface OaCallerSettings {
  readonly platform: Extract<Platform, 'oa' | 'zbs'>
  readonly root: string
  readonly tokens: AccessTokens
  readonly runtime: Runtime
  readonly timeoutMs: number
  /** Set when the app demands `appsecret_proof`. */
  readonly proofSecret: string | null
  /** Waits before a call that would exceed the rate. */
  readonly pace: Pace | null
  /** Errors tell what Zalo says, redacted. */
  readonly errorTexts: boolean
}

/** One call, without its token. */
export interface OaCall {
  readonly operation: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** Tried in turn where the path before does not exist: for calls whose path the sources disagree about. */
  readonly otherPaths?: readonly string[]
  readonly body?: JsonObject | FormData
}

/**
 * Calls the OA and the ZBS host: token header, envelope, one refresh and one repetition where the tables ask for it.
 * Success is `error: 0` in the body and nothing else.
 */
export class OaCaller {
  readonly #settings: OaCallerSettings
  /** The token with which a call has worked: a later -217 cannot mean that it expired early. */
  #proven: string | null = null

  constructor(settings: OaCallerSettings) {
    this.#settings = settings
  }

  /** The `data` of a successful answer. Throws a `ZaloError` otherwise. */
  async call(call: OaCall): Promise<JsonObject> {
    const [path, ...otherPaths] = [call.path, ...(call.otherPaths ?? [])]
    try {
      return await this.#callPath({ ...call, path })
    } catch (error) {
      const [next, ...rest] = otherPaths
      if (next === undefined || !isNoSuchPath(error)) throw error
      return this.call({ ...call, path: next, otherPaths: rest })
    }
  }

  async #callPath(call: OaCall): Promise<JsonObject> {
    const token = await this.#settings.tokens.accessToken()
    const first = await this.#once(call, token)
    if (first.kind === 'success') return this.#succeeded(first.data, token)
    const { error } = first
    if (error.code === -200) return this.#repeat(call, token)
    if (error.errorClass !== 'refresh' && !this.#mayBeExpiry(error, token)) throw error
    return this.#repeat(call, await this.#settings.tokens.renew(token))
  }

  async #repeat(call: OaCall, token: string): Promise<JsonObject> {
    const second = await this.#once(call, token)
    if (second.kind === 'success') return this.#succeeded(second.data, token)
    const { error } = second
    if (this.#isConflicting(error)) this.#proven = token
    throw error.errorClass === 'refresh' ? stillRefused(error) : error
  }

  // One document lists -217 as "token expired", the official table as "user blocked the invitation".
  #isConflicting(error: ZaloError): boolean {
    return error.platform === 'oa' && error.code === -217
  }

  #mayBeExpiry(error: ZaloError, token: string): boolean {
    return this.#isConflicting(error) && this.#proven !== token
  }

  #succeeded(data: JsonObject, token: string): JsonObject {
    this.#proven = token
    return data
  }

  async #once(call: OaCall, token: string): Promise<OaOutcome> {
    const { platform, runtime, root, timeoutMs, proofSecret, pace } = this.#settings
    const wait = pace?.take(runtime.now()) ?? 0
    if (wait > 0) await runtime.sleep(wait)
    const isJson = call.body !== undefined && !(call.body instanceof FormData)
    const answer = await exchange(runtime, {
      method: call.method,
      url: urlBelow(root, call.path),
      headers: {
        access_token: token,
        ...(proofSecret === null ? {} : { appsecret_proof: appSecretProof(proofSecret, token) }),
        ...(isJson ? { 'content-type': 'application/json' } : {}),
      },
      ...(call.body === undefined
        ? {}
        : { body: call.body instanceof FormData ? call.body : JSON.stringify(call.body) }),
      timeoutMs,
    })
    if (answer.kind === 'failed') {
      return { kind: 'failure', error: new ZaloTransportError(platform, call.operation, answer) }
    }
    const envelope = readEnvelope(answer.text)
    if (envelope.kind === 'success') return envelope
    const error = this.#errorOf(envelope, call, token, answer.status)
    if (error.code === -32) pace?.exhausted(runtime.now())
    return { kind: 'failure', error }
  }

  #errorOf(envelope: Exclude<OaEnvelope, { kind: 'success' }>, call: OaCall, token: string, status: number): ZaloError {
    const { platform, errorTexts, proofSecret } = this.#settings
    if (envelope.kind === 'unreadable') return unreadableAnswer(platform, call.operation, status)
    if (envelope.kind === 'unknown-path') return unknownPath(platform, call.operation)
    const hidden = { secrets: [token, proofSecret ?? ''], quotes: quotesOf(call) }
    return apiError(platform, call.operation, envelope.code, errorTexts ? redacted(envelope.message, hidden) : null)
  }
}

/** What Zalo might say back: the values that were sent, never the names of their fields. */
function quotesOf({ path, body }: OaCall): string[] {
  const query = [...new URLSearchParams(path.split('?')[1] ?? '').values()]
  const asked = query.flatMap(value => textsIn(parseJson(value) ?? value))
  return body === undefined || body instanceof FormData ? asked : [...asked, ...textsIn(body)]
}

type OaOutcome = { kind: 'success'; data: JsonObject } | { kind: 'failure'; error: ZaloError }

// -240: message API v2 switched off.
function isNoSuchPath(error: unknown): boolean {
  if (!(error instanceof ZaloApiError)) return false
  return error.code === -240 || (error.code === null && error.errorClass === 'configuration')
}

/** After a refresh the same refusal is no longer about the token: another document has -216 as missing permission. */
function stillRefused(error: ZaloError): ZaloError {
  const { platform, operation, code } = error
  const meaning = 'a fresh access token is refused too: the OA has not granted this permission to the app'
  return new ZaloApiError({ platform, operation, code, errorClass: 'configuration', meaning })
}
