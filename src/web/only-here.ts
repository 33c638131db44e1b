import { createMiddleware } from 'hono/factory'
import type { Translate } from '../texts.ts'
import { isThisMachine } from './this-machine.ts'

const ofProxies = ['forwarded', 'x-forwarded-for', 'x-forwarded-host']

/**
 * Answers only whoever sits at this machine: not what a proxy hands on from elsewhere, nor a page of another site whose name
 * has been made to lead here. That nothing else can connect is the listener's part.
 */
export function onlyHere(t: Translate) {
  return createMiddleware(async (c, next) => {
    const host = c.req.header('host')
    const isHere = isThisMachine(host === undefined ? c.req.url : `http://${host}`)
    if (isHere && !ofProxies.some(name => c.req.header(name) !== undefined)) return next()
    return c.text(t('web.errors.onlyHere'), 403)
  })
}
