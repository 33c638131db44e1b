/** One pair as Zalo issued it. Both parts are secrets: encrypt them at rest. */
export interface TokenPair {
  /** `null` for a pair that came from settings and has not been refreshed yet. */
  readonly accessToken: string | null
  /** Single use: the next refresh kills it. Zalo lets it live for about three months. */
  readonly refreshToken: string
  /** Instants in milliseconds. */
  readonly obtainedAt: number
  readonly accessExpiresAt: number
}

export interface ActiveTokens {
  readonly kind: 'active'
  readonly pair: TokenPair
  /** The pair before this one, kept for diagnosis only: its refresh token is burned. */
  readonly previous: TokenPair | null
  /** Set before a refresh is asked for and cleared with its result. Found set later, its outcome was never learnt. */
  readonly refreshBegunAt: number | null
}

export interface NeedsConsent {
  readonly kind: 'needs-consent'
  /**
   * `refused`: Zalo refused the refresh token. `lost`: it did so after an earlier refresh whose answer never arrived or
   * was never stored, so the new pair is most likely lost.
   */
  readonly reason: 'refused' | 'lost'
  /** `null` where Zalo gave no number. */
  readonly code: number | null
  /** Zalo's own words, redacted. */
  readonly said?: string | null
  readonly since: number
  readonly previous: TokenPair
}

export type TokenState = ActiveTokens | NeedsConsent

/** What may be logged or shown about a token state: no token in it. */
export type TokenHealth =
  | { readonly kind: 'none' }
  | { readonly kind: 'active'; readonly obtainedAt: number; readonly accessExpiresAt: number }
  | {
      readonly kind: 'needs-consent'
      readonly reason: 'refused' | 'lost'
      readonly code: number | null
      readonly said: string | null
      readonly since: number
    }

export function tokenHealth(state: TokenState | null): TokenHealth {
  if (state === null) return { kind: 'none' }
  if (state.kind === 'active') {
    return { kind: 'active', obtainedAt: state.pair.obtainedAt, accessExpiresAt: state.pair.accessExpiresAt }
  }
  const { reason, code, said = null, since } = state
  return { kind: 'needs-consent', reason, code, said, since }
}
