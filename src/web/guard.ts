import { createMiddleware } from 'hono/factory'
import { isCsrfToken } from './csrf.ts'
import { readForm } from './form.ts'
import { pageSecrets, visitIn, type Web, type WebEnv } from './visit.ts'

/**
 * Lets a POST through only when it was made by one of our own pages for this very cookie; it is done in the campaign of that page. A
 * broken form is nobody's.
 */
export function guardPosts(web: Web) {
  return createMiddleware<WebEnv>(async (c, next) => {
    if (c.req.method !== 'POST') return next()
    const { t } = c.var.visit
    const form = await readForm(c.req)
    if (!form) return c.json({ say: t('web.chat.notAMessage') }, 400)
    const given = c.req.header('x-csrf-token') ?? String(form.get('csrf') ?? '')
    const [word = '', campaignId] = given.split('.')
    // The word of any page of this browser will do: the door's forms lead to addresses with another cookie.
    if (!pageSecrets(c, web).some(secret => isCsrfToken(word, secret)))
      return c.json({ say: t('web.errors.staleForm') }, 403)
    const campaign = c.var.visit.campaigns.find(({ id }) => id === campaignId)
    if (campaign) c.set('visit', visitIn(c.var.visit, campaign))
    return next()
  })
}
