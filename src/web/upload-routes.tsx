import { type Context, Hono } from 'hono'
import { stageFile } from '../channels/web/staged-file.ts'
import { type AskedFiles, filesAsked, giveBack, hashToken, redeem } from '../people/one-time-link.ts'
import { isOverruled } from '../secrecy/overrule.ts'
import { secretInFile } from '../secrecy/secret-in.ts'
import { withoutPosition } from '../secrecy/without-position.ts'
import type { Account } from '../store/generated/client.ts'
import { inTransaction } from '../store/transaction.ts'
import { readForm } from './form.ts'
import { html, sayPage } from './html.tsx'
import { UploadPage } from './upload-page.tsx'
import { doorCsrf, type Web, type WebEnv } from './visit.ts'
import type { UploadRefusal } from './web-parts.ts'

/** Where the link leads that a chat gives which cannot carry files. Whoever is signed in here as somebody else is sent away. */
export function uploadRoutes(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  const { prisma, clock } = web.system

  app.get('/gui-tep/:token', async c => {
    const open = await openLink(c, web)
    return open instanceof Response ? open : page(c, web, open)
  })

  app.post('/gui-tep/:token', async c => {
    const open = await openLink(c, web)
    if (open instanceof Response) return open
    const files = ((await readForm(c.req))?.getAll('file') ?? []).filter(one => one instanceof File && one.size > 0)
    const read = await readFiles(web, open, files as File[])
    if ('why' in read) return page(c, web, open, refusal(c, web, read.why))
    const tokenHash = hashToken(c.req.param('token'))
    const now = clock.now()
    // Of two presses one goes on; what came to nothing can be tried again.
    if ((await inTransaction(prisma, tx => redeem(tx, tokenHash, 'files', now))) === null) return gone(c)
    try {
      const staged = []
      for (const { name, bytes } of read.files) {
        const ref = await stageFile(prisma, withoutPosition(bytes), web.system.clock.now())
        staged.push({ name, ref, size: bytes.length, from: 'web' as const })
      }
      const { account, asked } = open
      const { draftId, field } = asked
      const content = { type: 'files' as const, files: staged, asked: { draftId, field } }
      const channel = account.channel === 'zalo-oa' ? 'zalo-oa' : 'zalo-bot'
      await web.parts.receive({
        channel,
        eventId: `upload:${tokenHash}`,
        account: account.externalId,
        at: now,
        content,
      })
    } catch (error) {
      await giveBack(prisma, tokenHash)
      throw error
    }
    return sayPage(
      c,
      c.var.visit,
      { title: c.var.visit.t('web.files.doneTitle'), text: c.var.visit.t('web.files.done') },
      200,
    )
  })

  return app
}

interface Open {
  asked: AskedFiles
  account: Account
  /** The form whose question it is. */
  form: string
}

/** What the link asks for; or the answer to somebody who may not use it, or can no longer. */
async function openLink(c: Context<WebEnv>, { system: { prisma, clock } }: Web): Promise<Open | Response> {
  const asked = await filesAsked(prisma, c.req.param('token') ?? '', clock.now())
  if (!asked) return gone(c)
  const { session, t } = c.var.visit
  const visitor = session?.personId ?? null
  if (visitor !== null && visitor !== asked.personId)
    return sayPage(c, c.var.visit, { title: t('web.files.otherTitle'), text: t('web.files.other') }, 403)
  const conversation = await prisma.conversation.findUnique({
    where: { accountId: asked.accountId },
    include: { account: true, draft: true },
  })
  const { account, draft } = conversation ?? {}
  if (!account || draft?.id !== asked.draftId || draft.state !== 'OPEN' || account.personId !== asked.personId)
    return gone(c, 'web.files.answered')
  return { asked, account, form: draft.form }
}

async function readFiles(
  { system, parts: { uploads } }: Web,
  { asked }: Open,
  given: readonly File[],
): Promise<{ files: { name: string; bytes: Uint8Array }[] } | { why: UploadRefusal }> {
  const { accountId, personId } = asked
  if (given.length === 0) return { why: 'empty' }
  if (!(await uploads.isWithinQuota({ accountId, personId }))) return { why: 'quota' }
  const files = []
  for (const file of given) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const why = bytes.length > uploads.maxBytes ? 'tooLarge' : await uploads.refusal(file.name, bytes)
    if (why) return { why }
    const secret = secretInFile(file.name, bytes)
    if (secret !== null && !(await isOverruled(system.prisma, accountId, system.clock.now())))
      return { why: secret === 'stamp' ? 'secretStamp' : 'secretIdentity' }
    files.push({ name: file.name, bytes })
  }
  return { files }
}

function refusal(c: Context<WebEnv>, web: Web, why: UploadRefusal): string {
  return c.var.visit.t(`web.upload.${why}`, { limit: Math.floor(web.parts.uploads.maxBytes / 1_048_576) })
}

function page(c: Context<WebEnv>, web: Web, { form }: Open, problem?: string): Promise<Response> {
  const { visit } = c.var
  const shown = {
    visit,
    csrf: doorCsrf(c, web),
    token: c.req.param('token') ?? '',
    uploads: web.parts.uploads,
    problem,
  }
  return html(c, <UploadPage {...shown} form={visit.t(`drafts.forms.${form}`)} />, problem === undefined ? 200 : 422)
}

function gone(c: Context<WebEnv>, text = 'web.files.gone'): Promise<Response> {
  const { visit } = c.var
  return sayPage(c, visit, { title: visit.t('web.link.goneTitle'), text: visit.t(text) }, 410)
}
