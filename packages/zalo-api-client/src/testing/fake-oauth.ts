import { pkceChallenge } from '../oauth/consent.ts'
import { type FakeAnswer, type FakeRequest, ok } from './fake-http.ts'
import { newToken } from './fake-ids.ts'

export interface FakeApp {
  readonly appId: string
  readonly appSecret: string
  readonly oaId: string
  readonly oaSecretKey: string
}

export interface IssuedPair {
  readonly accessToken: string
  readonly refreshToken: string
  readonly expiresAt: number
}

const codeLifetimeMs = 10 * 60_000
const refreshLifetimeMs = 90 * 24 * 60 * 60_000

/** The token endpoint: rotating, single-use refresh tokens; refusals with HTTP 200. */
export class FakeOauth {
  /** What the next pairs live for. */
  accessLifetimeSeconds = 90_000
  /** Zalo sends a string; a number must be read, too. */
  expiresInAs: 'string' | 'number' = 'string'
  readonly registeredRedirects = new Set<string>()
  /** How often each refresh token was presented. More than once is what a client must never do unprovoked. */
  readonly presented = new Map<string, number>()
  rotations = 0
  /** Production has answered refusals without a number, too, with HTTP 200 and 400. */
  refusalsAre: 'numbered' | 'named' | 'named-400' = 'numbered'

  readonly #app: FakeApp
  readonly #now: () => number
  readonly #access = new Map<string, number>()
  readonly #refresh = new Map<string, { isUsed: boolean; readonly diesAt: number }>()
  readonly #codes = new Map<string, { readonly diesAt: number; readonly challenge: string | null }>()

  constructor(app: FakeApp, now: () => number) {
    this.#app = app
    this.#now = now
  }

  /** A pair as if consent had been given. */
  issue(): IssuedPair {
    const pair = { accessToken: newToken('access'), refreshToken: newToken('refresh') }
    const expiresAt = this.#now() + this.accessLifetimeSeconds * 1000
    this.#access.set(pair.accessToken, expiresAt)
    this.#refresh.set(pair.refreshToken, { isUsed: false, diesAt: this.#now() + refreshLifetimeMs })
    return { ...pair, expiresAt }
  }

  /** A code as if an admin had just agreed. */
  consent(codeChallenge: string | null = null): string {
    const code = newToken('code')
    this.#codes.set(code, { diesAt: this.#now() + codeLifetimeMs, challenge: codeChallenge })
    return code
  }

  /** The OA's admin takes the permission back: nothing works any more. */
  revokeAll(): void {
    this.#access.clear()
    for (const refresh of this.#refresh.values()) refresh.isUsed = true
  }

  /** Kills the access tokens only; they are answered with -220. */
  expireAccess(): void {
    for (const token of this.#access.keys()) this.#access.set(token, 0)
  }

  stateOf(accessToken: string | null): 'valid' | 'expired' | 'unknown' {
    const expiresAt = accessToken === null ? undefined : this.#access.get(accessToken)
    if (expiresAt === undefined) return 'unknown'
    return this.#now() < expiresAt ? 'valid' : 'expired'
  }

  handle(request: FakeRequest): FakeAnswer {
    if (request.path === '/v4/oa/permission' && request.method === 'GET') return this.#permission(request.query)
    if (request.path !== '/v4/oa/access_token' || request.method !== 'POST') return this.#refusal(-14000, 'Not found')
    const form = new URLSearchParams(request.body.toString('utf8'))
    const isForm = (request.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded')
    // The codes for a wrong secret, app or form are [unverified].
    if (!isForm || request.header('secret_key') !== this.#app.appSecret)
      return this.#refusal(-14002, 'Invalid app secret')
    if (form.get('app_id') !== this.#app.appId) return this.#refusal(-14001, 'Invalid app')
    if (form.get('grant_type') === 'refresh_token') return this.#rotate(form.get('refresh_token') ?? '')
    return this.#redeem(form.get('code') ?? '', form.get('code_verifier'))
  }

  #permission(query: URLSearchParams): FakeAnswer {
    const redirect = query.get('redirect_uri') ?? ''
    if (query.get('app_id') !== this.#app.appId || !this.registeredRedirects.has(redirect)) {
      return this.#refusal(-14003, 'Invalid redirect uri')
    }
    const target = new URL(redirect)
    target.searchParams.set('code', this.consent(query.get('code_challenge')))
    target.searchParams.set('oa_id', this.#app.oaId)
    target.searchParams.set('state', query.get('state') ?? '')
    return { status: 302, body: Buffer.alloc(0), headers: { location: target.href } }
  }

  #rotate(token: string): FakeAnswer {
    this.presented.set(token, (this.presented.get(token) ?? 0) + 1)
    const known = this.#refresh.get(token)
    if (known === undefined || known.isUsed || known.diesAt <= this.#now()) {
      return this.#refusal(-14014, 'Invalid refresh token')
    }
    known.isUsed = true
    this.rotations += 1
    return this.#granted()
  }

  #redeem(code: string, verifier: string | null): FakeAnswer {
    const known = this.#codes.get(code)
    this.#codes.delete(code)
    const isProven = known?.challenge == null || known.challenge === pkceChallenge(verifier ?? '')
    if (known === undefined || known.diesAt <= this.#now() || !isProven) return this.#refusal(-118, 'Invalid grant')
    return this.#granted()
  }

  #granted(): FakeAnswer {
    const { accessToken, refreshToken } = this.issue()
    const lifetime = this.accessLifetimeSeconds
    return ok({
      access_token: accessToken,
      refresh_token: refreshToken,
      expires_in: this.expiresInAs === 'string' ? String(lifetime) : lifetime,
    })
  }

  #refusal(error: number, name: string): FakeAnswer {
    const said = { error_name: name, error_reason: `${name}.`, ref_doc: 'https://example.invalid' }
    if (this.refusalsAre === 'numbered') return ok({ error, ...said, error_description: `${name}.` })
    return { ...ok(said), status: this.refusalsAre === 'named' ? 200 : 400 }
  }
}
