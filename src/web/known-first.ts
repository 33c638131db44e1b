import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { filesAsked } from '../people/one-time-link.ts'
import { fromOwnPages } from './csrf.ts'
import { CLOCK_PATH } from './demo-clock.tsx'
import { pageSecrets, type Web, type WebEnv } from './visit.ts'

const kilobyte = 1024
/** A code, a day of the demonstration, or nothing but the word of the page. */
const doorLimit = 4 * kilobyte
const formLimit = 256 * kilobyte

/**
 * Finds out from the head of a request alone whether its body is read at all, and how much of it: nothing from another site, of
 * a browser that has seen no page of ours, or of somebody who is not signed in, except the few bytes with which one gets in.
 */
export function knownFirst(web: Web) {
  const { maxBytes } = web.parts.uploads
  const isFromOwnPages = fromOwnPages(web.system.publicUrl)
  const { prisma, clock } = web.system
  const isAsked = async (token: string) => (await filesAsked(prisma, token, clock.now())) !== null
  return createMiddleware<WebEnv>(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    if (c.req.method !== 'POST') return c.notFound()
    const { visit } = c.var
    if (!(await isFromOwnPages(c)) || pageSecrets(c, web).length === 0)
      return c.text(visit.t('web.errors.staleForm'), 403)
    const path = c.req.path.slice(visit.base.length)
    const isDoor = path === '/tham-gia' || path === '/vao' || path.startsWith('/vao/') || path === CLOCK_PATH
    const isUpload = path.startsWith('/gui-tep/')
    // Its page says why nothing more is taken there.
    if (isUpload && !(await isAsked(path.slice('/gui-tep/'.length)))) return c.redirect(c.req.path, 303)
    if (!visit.session && !isDoor && !isUpload) return signedOut(c)
    const takesFile = isUpload || (path === '/chat/messages' && visit.person !== null)
    const maxSize = isDoor ? doorLimit : takesFile ? maxBytes + formLimit : formLimit
    const why = isUpload || visit.person ? 'tooLarge' : 'notYet'
    const say = visit.t(`web.upload.${why}`, { limit: Math.floor(maxBytes / kilobyte ** 2) })
    return bodyLimit({ maxSize, onError: () => c.json({ say }, 413) })(c, next)
  })
}

/** A page goes to the door; its script is told, so that it can say it. */
function signedOut(c: Context<WebEnv>): Response {
  const wantsJson = c.req.header('accept')?.includes('application/json') ?? false
  return wantsJson ? c.json({ say: c.var.visit.t('web.chat.signedOut') }, 401) : c.redirect('/', 303)
}
