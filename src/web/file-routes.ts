import { Hono } from 'hono'
import { onDesk } from '../contract/on-desk.ts'
import { download } from './download.ts'
import { sayPage } from './html.tsx'
import type { Web, WebEnv } from './visit.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Downloads. A file that this person may not see does not exist for them. */
export function fileRoutes(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.get('/files/:id', async c => {
    const { visit } = c.var
    const { session } = visit
    if (!session) return c.redirect('/')
    const id = c.req.param('id')
    const visitor = { personId: session.personId ?? '', accountId: session.account.id }
    const isReadable = uuid.test(id) && session.personId !== null
    const file = isReadable
      ? await onDesk(web.system, visitor, async ctx =>
          (await web.parts.mayReadFile(ctx, id))
            ? ctx.tx.storedFile.findFirst({ where: { id, state: 'STORED' }, include: { content: true } })
            : null,
        )
      : null
    if (!file?.content) {
      const said = { title: visit.t('web.errors.notFoundTitle'), text: visit.t('web.errors.noFile') }
      return sayPage(c, visit, said, 404)
    }
    const { name, mime } = file
    return download(c, { name, mime: mime ?? 'application/octet-stream', bytes: file.content.bytes })
  })
  return app
}
