import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { Ear } from '../channels/web/bell.ts'
import { activePrompt, latestLines } from '../channels/web/transcript.ts'
import { ChatPage } from './chat-page.tsx'
import { chatStream } from './chat-stream.tsx'
import { html } from './html.tsx'
import { readPosted } from './posted.ts'
import type { Session } from './session.ts'
import { type Taken, takeMessage } from './take-message.ts'
import type { Visit, Web, WebEnv } from './visit.ts'

const linesShown = 60
/** How long a page without its script waits for the reply before it is shown again. */
const replyWait = { times: 4, milliseconds: 500 }

export function chatRoutes(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  app.get('/chat', async c => {
    const { session } = c.var.visit
    return session ? await showChat(c, web, session) : c.redirect('/')
  })

  app.get('/chat/stream', c => {
    const { session } = c.var.visit
    return session ? chatStream(c, web, session) : c.body(null, 401)
  })

  app.post('/chat/messages', async c => {
    const { visit } = c.var
    const wantsJson = c.req.header('accept')?.includes('application/json') ?? false
    if (!visit.session) return c.redirect('/', 303)
    const message = await readPosted(c.req)
    if (!message) return c.json({ say: visit.t('web.chat.notAMessage') }, 400)
    const ear = web.parts.bell.listen(visit.session.account.id)
    try {
      const taken = await takeMessage(web, visit.session, message)
      if (wantsJson) return c.json(taken.is === 'taken' ? {} : { say: saying(visit, web, taken) }, statusOf(taken))
      if (taken.is !== 'taken') {
        const typed = 'text' in message ? message.text : ''
        return await showChat(c, web, visit.session, { problem: saying(visit, web, taken), typed })
      }
      await untilAnswered(web, visit.session, ear)
      return c.redirect(`${visit.base}/chat#cuoi`, 303)
    } finally {
      ear.close()
    }
  })

  return app
}

async function untilAnswered(web: Web, session: Session, ear: Ear): Promise<void> {
  for (let tries = 0; tries < replyWait.times; tries++) {
    const [last] = await latestLines(web.system.prisma, session.account.id, 1)
    if (last?.fromBot) return
    await ear.wait(replyWait.milliseconds)
  }
}

async function showChat(
  c: Context<WebEnv>,
  web: Web,
  session: Session,
  refused?: { problem: string; typed: string },
): Promise<Response> {
  const { prisma, clock } = web.system
  const asked = c.req.query('truoc')
  const before = asked && /^\d{1,18}$/.test(asked) ? BigInt(asked) : undefined
  const found = await latestLines(prisma, session.account.id, linesShown + 1, before)
  // Read after the lines: a question that is shown is never taken for an old one.
  const active = await activePrompt(prisma, session.account.id)
  const hasEarlier = found.length > linesShown
  const page = (
    <ChatPage
      lines={hasEarlier ? found.slice(1) : found}
      hasEarlier={hasEarlier}
      isPast={before !== undefined}
      context={{ visit: c.var.visit, active, now: clock.now() }}
      uploads={web.parts.uploads}
      nextId={randomUUID()}
      {...(refused ? { refused } : {})}
    />
  )
  return html(c, page, refused ? 422 : 200)
}

function statusOf(taken: Taken): 200 | 422 | 503 {
  if (taken.is === 'taken') return 200
  return taken.is === 'failed' ? 503 : 422
}

function saying(visit: Visit, web: Web, taken: Exclude<Taken, { is: 'taken' }>): string {
  if (taken.is === 'failed') return visit.t('web.chat.tryAgain')
  if (taken.is === 'unstorable') return visit.t('web.chat.notAMessage')
  return visit.t(`web.upload.${taken.why}`, { limit: Math.floor(web.parts.uploads.maxBytes / 1_048_576) })
}
