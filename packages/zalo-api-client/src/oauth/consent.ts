import { createHash, randomBytes } from 'node:crypto'
import { urlBelow, zaloRoots } from '../http/root.ts'

export interface Pkce {
  /** Keep it until the code comes back. */
  readonly verifier: string
  readonly challenge: string
}

/** A fresh PKCE pair: a verifier of 43 characters and its SHA-256 challenge, base64url without padding. */
export function createPkce(): Pkce {
  const verifier = randomBytes(32).toString('base64url')
  return { verifier, challenge: pkceChallenge(verifier) }
}

export function pkceChallenge(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}

export interface ConsentRequest {
  readonly appId: string
  /** Must equal the registered callback exactly, on a verified domain; else Zalo answers -14003. */
  readonly redirectUri: string
  /** Comes back with the code: compare it to refuse codes that you did not ask for. */
  readonly state: string
  /** Left out when the app's settings do not ask for PKCE. */
  readonly codeChallenge?: string
  readonly oauthRoot?: string
}

/** The address an OA admin opens once to let the app act for the OA. Zalo comes back with `code`, `oa_id`, `state`. */
export function consentUrl(request: ConsentRequest): string {
  const query = new URLSearchParams({ app_id: request.appId, redirect_uri: request.redirectUri })
  if (request.codeChallenge !== undefined) query.set('code_challenge', request.codeChallenge)
  query.set('state', request.state)
  return `${urlBelow(request.oauthRoot ?? zaloRoots.oauth, '/v4/oa/permission')}?${query}`
}
