import type { TokenPair } from './token-state.ts'

export function isUsable(pair: TokenPair, now: number): boolean {
  return pair.accessToken !== null && now < pair.accessExpiresAt
}

/**
 * Whether the pair is within `earlyMs` of its expiry. A lifetime shorter than five times that is refreshed in its last
 * fifth instead: otherwise a short-lived token would be refreshed on every call.
 */
export function isDue(pair: TokenPair, now: number, earlyMs: number): boolean {
  const lifetime = pair.accessExpiresAt - pair.obtainedAt
  return !isUsable(pair, now) || now >= pair.accessExpiresAt - Math.min(earlyMs, lifetime / 5)
}
