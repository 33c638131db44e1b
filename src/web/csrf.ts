import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'

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
 * Whether a form comes from our own pages, by hono's guard: browsers say so in Sec-Fetch-Site. Older ones at least send Origin, which must
 * be the public address or the host that was asked; it counts only where nothing better is said. JSON from elsewhere needs no word
 * here: a browser asks before it sends it, and is answered no.
 */
export function fromOwnPages(publicUrl: string): (c: Context) => Promise<boolean> {
  const isOwn = (origin: string, c: Context) => {
    if (c.req.header('sec-fetch-site') !== undefined) return false
    const host = c.req.header('host') ?? ''
    return [new URL(publicUrl).origin, `http://${host}`, `https://${host}`].includes(origin)
  }
  const guard = csrf({ origin: isOwn })
  return async c => {
    try {
      await guard(c, async () => undefined)
      return true
    } catch (error) {
      if (error instanceof HTTPException) return false
      throw error
    }
  }
}
