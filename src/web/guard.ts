import { createMiddleware } from 'hono/factory'
import { isCsrfToken, isSameOrigin } from './csrf.ts'
import { pageSecrets, type Web, type WebEnv } from './visit.ts'

/** Lets a POST through only when it comes from one of our own pages, made for this very cookie. */
export function guardPosts(web: Web) {
  return createMiddleware<WebEnv>(async (c, next) => {
    if (c.req.method !== 'POST') return next()
    const word = c.req.header('x-csrf-token') ?? (await formField(c.req, 'csrf'))
    // The word of any page of this browser will do: the door's forms lead to addresses with another cookie.
    const isOurs = pageSecrets(c, web).some(secret => isCsrfToken(word, secret))
    if (!isOurs || !isSameOrigin(c.req.raw.headers, web.system.publicUrl)) {
      return c.text(c.var.visit.t('web.errors.staleForm'), 403)
    }
    return next()
  })
}

async function formField(request: { parseBody(): Promise<Record<string, unknown>> }, name: string): Promise<string> {
  const value = (await request.parseBody())[name]
  return typeof value === 'string' ? value : ''
}
