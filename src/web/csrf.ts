import { createHmac, timingSafeEqual } from 'node:crypto'
import { parseUrl } from '../parse-url.ts'

/** The word that every form of a page carries: only pages made for the holder of the cookie know it. */
export function csrfToken(cookieSecret: string): string {
  return createHmac('sha256', cookieSecret).update('form').digest('base64url')
}

export function isCsrfToken(given: string, cookieSecret: string): boolean {
  const expected = Buffer.from(csrfToken(cookieSecret))
  const received = Buffer.from(given)
  return received.length === expected.length && timingSafeEqual(received, expected)
}

/**
 * Whether a request comes from our own pages. Browsers say so in Sec-Fetch-Site; older ones at least send Origin, whose host
 * must be the one of the public address or the one that was asked.
 */
export function isSameOrigin(headers: Headers, publicUrl: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = parseUrl(headers.get('origin') ?? '')
  if (origin === null) return false
  return origin.origin === new URL(publicUrl).origin || origin.host === headers.get('host')
}
