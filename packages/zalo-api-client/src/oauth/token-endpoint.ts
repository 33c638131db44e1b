import { unreadableAnswer } from '../errors/api-error.ts'
import { ZaloTransportError } from '../errors/transport-error.ts'
import type { ZaloError } from '../errors/zalo-error.ts'
import { exchange } from '../http/exchange.ts'
import { urlBelow } from '../http/root.ts'
import { numberAt, textAt } from '../json/json-fields.ts'
import { isJsonObject, type JsonObject } from '../json/json-value.ts'
import { parseJson } from '../json/parse-json.ts'
import type { Runtime } from '../runtime.ts'
import { readRefusal } from './read-refusal.ts'
import type { TokenPair } from './token-state.ts'

export interface OauthApp {
  readonly appId: string
  /** The App Secret Key, not the OA Secret Key that signs webhooks. */
  readonly appSecret: string
  readonly oauthRoot: string
}

export type TokenAnswer =
  | { readonly kind: 'granted'; readonly pair: TokenPair }
  /** Zalo said no for good to this refresh token or code. */
  | { readonly kind: 'refused'; readonly code: number | null; readonly said: string | null }
  /** No answer or none that settles it: the refresh token may be burned. */
  | { readonly kind: 'failed'; readonly error: ZaloError }

/** How long one call to the token endpoint may take. */
export const tokenCallTimeoutMs = 20_000

/** One call of the token endpoint. Decides by the body: refusals come with HTTP 200 or 400, with a number or without. */
export async function requestTokens(
  runtime: Runtime,
  app: OauthApp,
  operation: 'refresh' | 'exchangeCode',
  grant: Readonly<Record<string, string>>,
): Promise<TokenAnswer> {
  const answer = await exchange(runtime, {
    method: 'POST',
    url: urlBelow(app.oauthRoot, '/v4/oa/access_token'),
    headers: { 'content-type': 'application/x-www-form-urlencoded', secret_key: app.appSecret },
    body: new URLSearchParams({ app_id: app.appId, ...grant }).toString(),
    timeoutMs: tokenCallTimeoutMs,
  })
  if (answer.kind === 'failed') return { kind: 'failed', error: new ZaloTransportError('oauth', operation, answer) }
  const body = parseJson(answer.text)
  if (!isJsonObject(body)) return { kind: 'failed', error: unreadableAnswer('oauth', operation, answer.status) }
  const pair = readPair(body, runtime.now(), grant.refresh_token)
  if (pair !== null) return { kind: 'granted', pair }
  const secrets = [app.appSecret, ...Object.values(grant).filter(value => value !== grant.grant_type)]
  const error = readRefusal(body, operation, answer.status, secrets)
  return error.errorClass === 'needs-consent'
    ? { kind: 'refused', code: error.code, said: error.said }
    : { kind: 'failed', error }
}

// Only for an answer without `expires_in`, which is not documented. The shortest lifetime that any project reports.
const lifetimeWhenUntoldSeconds = 3600

function readPair(body: JsonObject, now: number, burned: string | undefined): TokenPair | null {
  const accessToken = textAt(body, 'access_token')
  const refreshToken = textAt(body, 'refresh_token') ?? burned ?? null
  if (accessToken === null || accessToken === '' || refreshToken === null || refreshToken === '') return null
  const seconds = numberAt(body, 'expires_in') ?? lifetimeWhenUntoldSeconds
  return { accessToken, refreshToken, obtainedAt: now, accessExpiresAt: now + seconds * 1000 }
}
