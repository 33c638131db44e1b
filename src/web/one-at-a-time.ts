import { createMiddleware } from 'hono/factory'
import { inTurn } from '../intake/in-turn.ts'
import { clientAddress } from './client-address.ts'
import type { Web } from './visit.ts'

/** More than anybody types while an answer is awaited; what comes beyond is not kept waiting. */
const MOST_WAITING = 300

/** What one browser posts is done one after the other, before anything is read of it. */
export function oneAtATime(web: Web) {
  const turn = inTurn()
  const { publicUrl, texts, defaultLocale } = web.system
  return createMiddleware(async (c, next) => {
    if (c.req.method !== 'POST') return next()
    const who = c.req.header('cookie') ?? clientAddress(c, publicUrl)
    if (turn.count(who) < MOST_WAITING) return turn(who, next)
    return c.json({ say: texts(defaultLocale)('web.chat.tooFast') }, 429)
  })
}
