import { Secret, TOTP } from 'otpauth'

/** What every authenticator app takes: SHA-1, 30 seconds. */
const rules = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** Clocks of phones differ, and typing takes a while: one step before and after. */
const WINDOW = 1

/** A new secret in the letters that can be typed into an app: 160 bits, as RFC 4226 asks. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address that an app reads from the picture (otpauth://totp/…). */
export function appAddress(secret: string, issuer: string, label: string): string {
  return new TOTP({ ...rules, issuer, issuerInLabel: false, label, secret }).toString()
}

/**
 * The time step to which a code belongs (RFC 6238), of those around `now`; null: to none. The caller takes no step twice. Spaces
 * between the figures do not matter.
 */
export function stepOf(secret: string, typed: string, now: Date): number | null {
  const token = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const timestamp = now.getTime()
  const delta = new TOTP({ ...rules, secret }).validate({ token, timestamp, window: WINDOW })
  return delta === null ? null : Math.floor(timestamp / 1000 / rules.period) + delta
}
