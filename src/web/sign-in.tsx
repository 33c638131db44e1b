import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { dayOf } from '../clock.ts'
import { type Attempts, createAttempts } from '../people/attempts.ts'
import { deviceOf } from '../people/device.ts'
import { findInvitation } from '../people/invitation.ts'
import { hashToken, redeem } from '../people/one-time-link.ts'
import { readPerson } from '../people/read-person.ts'
import { codeIn, hashCode } from '../people/secret-code.ts'
import { writeSecurity } from '../people/security-log.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import { clientAddress, networkOf } from './client-address.ts'
import { DoorPage } from './door-page.tsx'
import { readForm } from './form.ts'
import { html, sayPage } from './html.tsx'
import { LinkPage } from './link-page.tsx'
import { closeSession, newWebAccount, openSession, webAccountOf } from './session.ts'
import { idleOf } from './sign-in-rules.ts'
import { doorCsrf, forgetSession, rememberSession, rulesOf, type Web, type WebEnv } from './visit.ts'

/** The ways in: invitation code, one-time link, persona of the demonstration. */
export function signInRoutes(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  const attempts = createAttempts()
  const { demo } = web.parts

  // «?ma=CODE» is how a code is handed over as an address; it is only filled in, the visitor presses.
  app.get('/', c => {
    const typed = (c.req.query('ma') ?? '').slice(0, 40)
    return html(c, <DoorPage visit={c.var.visit} csrf={doorCsrf(c, web)} demo={demo} typed={typed} />)
  })

  app.post('/tham-gia', async c => {
    const { visit } = c.var
    const typed = String((await readForm(c.req))?.get('code') ?? '').trim()
    // A whole invitation may be pasted, «Mã mời: …» or its address.
    const code = codeIn(typed) ?? typed
    const problem = await codeProblem(web, attempts, code, clientAddress(c, web.system.publicUrl))
    if (problem !== null) {
      const problemSaid = visit.t(`web.code.${problem}`)
      const page = <DoorPage visit={visit} csrf={doorCsrf(c, web)} demo={demo} problem={problemSaid} typed={typed} />
      return html(c, page, problem === 'tooMany' ? 429 : 422)
    }
    await joinByCode(c, web, code)
    return c.redirect('/chat', 303)
  })

  app.get('/vao/:token', async c => {
    const link = await web.system.prisma.oneTimeLink.findUnique({
      where: { tokenHash: hashToken(c.req.param('token')) },
    })
    if (link?.purpose !== 'web' || link.usedAt || link.expiresAt <= web.system.clock.now()) return linkIsGone(c)
    return html(
      c,
      <LinkPage visit={c.var.visit} csrf={doorCsrf(c, web)} token={c.req.param('token')} to={c.req.query('den')} />,
    )
  })

  app.post('/vao/:token', async c => {
    const now = web.system.clock.now()
    const tokenHash = hashToken(c.req.param('token'))
    const personId = await inTransaction(web.system.prisma, tx => redeem(tx, tokenHash, 'web', now))
    if (personId === null) return linkIsGone(c)
    await signIn(c, web, personId, '')
    return c.redirect(pageOfDesk(c.req.query('den')) ?? '/chat', 303)
  })

  return app
}

/** The page of the desk that a link leads to; nothing else is followed, and rights are asked there. */
function pageOfDesk(to: string | undefined): string | null {
  return to !== undefined && /^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(to) ? `/desk/${to}` : null
}

/** Ending the visit, under the address of whoever the tab acts as. */
export function signOutRoutes(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.post('/dang-xuat', async c => {
    const { session, person, base } = c.var.visit
    if (session) {
      await closeSession(web.system.prisma, session.token)
      const entry = { person, action: 'session.close', subjectType: 'session', subjectId: session.ref } as const
      if (person && !web.parts.demo) await writeSecurity(web.system.prisma, entry, web.system.clock.now())
    }
    forgetSession(c, web, base)
    return c.redirect('/', 303)
  })
  return app
}

/** Acting as a persona; `/chat` and `/desk` follow the persona entered last, `/vai/<key>/…` stay with theirs. */
export function personaRoutes(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.post('/vao', async c => {
    const { demo } = web.parts
    if (!demo) return c.notFound()
    const { base } = c.var.visit
    const personId = await demo.enter(base.slice('/vai/'.length))
    await signIn(c, web, personId, base)
    await signIn(c, web, personId, '')
    return c.redirect(`${base}/chat`, 303)
  })
  return app
}

type CodeProblem = 'tooMany' | 'unknown' | 'expired' | 'usedUp' | 'revoked'

async function codeProblem(web: Web, attempts: Attempts, code: string, who: string): Promise<CodeProblem | null> {
  const { prisma, clock } = web.system
  if (!attempts.mayTry(who, clock.now())) return 'tooMany'
  const count = attempts.count(who, clock.now())
  const invitation = await findInvitation(prisma, code, clock.now())
  if (invitation.found || (await joinsAnAccount(prisma, code, clock.now()))) {
    attempts.takeBack(who)
    return null
  }
  // An attack fills no log: the first wrong code of an address in a quarter of an hour, and that it is braked.
  if (count === 1 || count === attempts.each) {
    const subject = { subjectType: 'door', subjectId: networkOf(who) } as const
    const action = count === 1 ? 'door.wrong' : 'door.locked'
    await writeSecurity(prisma, { person: null, ...subject, action }, clock.now())
  }
  return invitation.why
}

/** The short code of «thêm kênh» in the settings. */
async function joinsAnAccount(tx: Tx, code: string, now: Date): Promise<boolean> {
  const link = await tx.oneTimeLink.findUnique({ where: { tokenHash: hashCode(code) } })
  return link?.purpose === 'account' && link.usedAt === null && link.expiresAt > now
}

async function joinByCode(c: Context<WebEnv>, web: Web, code: string): Promise<void> {
  const now = web.system.clock.now()
  const { token, externalId } = await inTransaction(web.system.prisma, async tx => {
    const accountId = await newWebAccount(tx, null, now)
    const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } })
    const who = { accountId, personId: null, device: deviceOf(c.req.header('user-agent')) }
    const { token } = await openSession(tx, who, rulesOf(web).staffIdle, now)
    return { token, externalId: account.externalId }
  })
  // Not written into the transcript: the code is a secret.
  const content = { type: 'text', text: `/start ${oneWord(code)}` } as const
  await web.parts.receive({ channel: 'web', eventId: `join:${randomUUID()}`, account: externalId, at: now, content })
  rememberSession(c, web, '', token)
}

/** Codes are read aloud and typed with whatever between the groups; a command takes one word. */
function oneWord(code: string): string {
  return code.toUpperCase().replace(/[^0-9A-Z]/g, '')
}

async function signIn(c: Context<WebEnv>, web: Web, personId: string, base: string): Promise<void> {
  const now = web.system.clock.now()
  const { token, account, isNew } = await inTransaction(web.system.prisma, async tx => {
    const accountId = await webAccountOf(tx, personId, now)
    const account = await tx.account.findUniqueOrThrow({ where: { id: accountId }, include: { conversation: true } })
    // Nothing was asked yet, whatever was told.
    const isNew = (account.conversation?.promptNo ?? 0) === 0
    const { timeZone } = c.var.visit.campaign
    const person = await readPerson(tx, personId, dayOf(now, timeZone))
    const device = deviceOf(c.req.header('user-agent'))
    const { token, ref } = await openSession(tx, { accountId, personId, device }, idleOf(rulesOf(web), person), now)
    const entry = { person, action: 'session.open', subjectType: 'session', subjectId: ref, to: device } as const
    if (!web.parts.demo) await writeSecurity(tx, entry, now)
    return { token, account: account.externalId, isNew }
  })
  rememberSession(c, web, base, token)
  if (!isNew) return
  // The first visit begins with the menu; a later one finds the chat as it was left.
  const opened = {
    channel: 'web',
    eventId: `opened:${account}`,
    account,
    at: now,
    content: { type: 'opened' },
  } as const
  // The link is used up by now: an empty chat that tells how to begin is better than an error page.
  await web.parts.receive(opened).catch(error => web.system.log.error({ err: error }, 'web chat could not be opened'))
}

function linkIsGone(c: Context<WebEnv>) {
  const { visit } = c.var
  return sayPage(c, visit, { title: visit.t('web.link.goneTitle'), text: visit.t('web.link.gone') }, 410)
}
