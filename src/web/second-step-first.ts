import { createMiddleware } from 'hono/factory'
import type { Web, WebEnv } from './visit.ts'

export const SECOND_STEP_PATH = '/buoc-hai'

/** The door, the second step itself, and leaving. */
const open = (path: string) =>
  ['', '/', '/tham-gia', SECOND_STEP_PATH, '/dang-xuat'].includes(path) || path.startsWith('/vao/')

/** Nothing of an officer is shown or done before the second step, wherever it is asked for: pages, chat, files. */
export function secondStepFirst(_: Web) {
  return createMiddleware<WebEnv>(async (c, next) => {
    const { owesSecondStep, base, t } = c.var.visit
    if (!owesSecondStep || open(c.req.path.slice(base.length))) return next()
    const isOfScript = c.req.path.endsWith('/stream') || c.req.header('accept')?.includes('application/json')
    if (isOfScript) return c.json({ say: t('accounts.second.needed') }, 401)
    return c.redirect(`${base}${SECOND_STEP_PATH}`, c.req.method === 'GET' ? 302 : 303)
  })
}
