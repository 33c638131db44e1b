import { type Context, Hono } from 'hono'
import { onDesk } from '../contract/on-desk.ts'
import { download, inPlace } from './download.ts'
import { sayPage } from './html.tsx'
import { shownAs } from './shown-in-place.ts'
import type { Web, WebEnv } from './visit.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Files: as a download, or shown in place. One that this person may not see does not exist for them. */
export function fileRoutes(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.get('/files/:id', async c => {
    if (!c.var.visit.session) return c.redirect('/')
    const file = await fileAsked(c, web)
    if (!file) return noFile(c)
    return download(c, file)
  })

  // Only what a browser shows without running anything, by what its bytes are; and even that without scripts, forms or an origin.
  app.get('/files/:id/xem', async c => {
    if (!c.var.visit.session) return c.redirect('/')
    const file = await fileAsked(c, web)
    if (!file || shownAs(file.mime) === null) return noFile(c)
    return inPlace(c, file)
  })
  return app
}

interface Asked {
  name: string
  mime: string
  bytes: Uint8Array
}

async function fileAsked(c: Context<WebEnv>, web: Web): Promise<Asked | null> {
  const { session, campaign, campaigns } = c.var.visit
  const id = c.req.param('id') ?? ''
  if (!session?.personId || !uuid.test(id)) return null
  const visitor = { personId: session.personId, accountId: session.account.id }
  // It may belong to another campaign than the one that the desk shows.
  for (const one of [campaign, ...campaigns.filter(other => other !== campaign)]) {
    const file = await onDesk(
      web.system,
      visitor,
      async ctx =>
        (await web.parts.mayReadFile(ctx, id))
          ? ctx.tx.storedFile.findFirst({ where: { id, state: 'STORED' }, include: { content: true } })
          : null,
      one.id,
    )
    if (file?.content)
      return { name: file.name, mime: file.mime ?? 'application/octet-stream', bytes: file.content.bytes }
  }
  return null
}

function noFile(c: Context<WebEnv>) {
  const { visit } = c.var
  const said = { title: visit.t('web.errors.notFoundTitle'), text: visit.t('web.errors.noFile') }
  return sayPage(c, visit, said, 404)
}
