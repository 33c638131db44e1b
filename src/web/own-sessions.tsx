import { type Context, Hono } from 'hono'
import { localTime } from '../clock.ts'
import { deviceInWords } from '../people/device.ts'
import { writeSecurity } from '../people/security-log.ts'
import { endSessionsOf, type OpenSession, openSessions } from '../people/sessions.ts'
import { inTransaction } from '../store/transaction.ts'
import { readForm } from './form.ts'
import { html } from './html.tsx'
import { Page } from './page.tsx'
import { forgetSession, type Visit, type Web, type WebEnv } from './visit.ts'

const PATH = '/phien-dang-nhap'

/** Where I am signed in: on which devices, since when, when last seen; ending one of them, or all. */
export function ownSessionsRoutes(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  const { prisma, clock } = web.system

  app.get(PATH, async c => {
    const { person, base, session } = c.var.visit
    return person && session ? show(c, web, person.id) : c.redirect(session ? `${base}/chat` : '/')
  })

  app.post(PATH, async c => {
    const { person, base, session } = c.var.visit
    if (!person || !session) return c.redirect('/', 303)
    const form = await readForm(c.req)
    const ref = form?.get('phien')
    const isAll = form?.get('viec') === 'tat-ca'
    if (!isAll && typeof ref !== 'string') return show(c, web, person.id)
    await inTransaction(prisma, async tx => {
      const ended = await endSessionsOf(tx, person.id, isAll ? undefined : String(ref))
      if (ended === 0) return
      const subject = { subjectType: 'session', subjectId: isAll ? person.id : String(ref) } as const
      await writeSecurity(tx, { person, action: isAll ? 'session.endAll' : 'session.end', ...subject }, clock.now())
    })
    if (!isAll && ref !== session.ref) return c.redirect(`${base}${PATH}`, 303)
    forgetSession(c, web, base)
    return c.redirect('/', 303)
  })

  return app
}

async function show(c: Context<WebEnv>, web: Web, personId: string): Promise<Response> {
  const { visit } = c.var
  const sessions = await openSessions(web.system.prisma, personId, web.system.clock.now())
  return html(c, <SessionsPage visit={visit} sessions={sessions} />)
}

function SessionsPage({ visit, sessions }: { visit: Visit; sessions: readonly OpenSession[] }) {
  const { t, base, campaign } = visit
  const at = (instant: Date) => localTime(instant, campaign.timeZone)
  return (
    <Page visit={visit} title={t('accounts.sessions.title')} room="door">
      <section class="card narrow">
        <h1>{t('accounts.sessions.title')}</h1>
        <p>{t('accounts.sessions.lead')}</p>
        <ul class="sessions">
          {sessions.map(({ ref, device, createdAt, lastSeenAt }) => (
            <li>
              <div>
                <strong>{deviceInWords(t, device)}</strong>
                {ref === visit.session?.ref && <span class="this-one"> {t('accounts.sessions.thisOne')}</span>}
                <span class="hint">{t('accounts.sessions.times', { since: at(createdAt), seen: at(lastSeenAt) })}</span>
              </div>
              <form method="post" action={`${base}${PATH}`}>
                <input type="hidden" name="csrf" value={visit.csrf} />
                <button type="submit" class="button" name="phien" value={ref}>
                  {t('accounts.sessions.end')}
                  <span class="sr-only">
                    : {t('accounts.sessions.ofDevice', { device: deviceInWords(t, device), since: at(createdAt) })}
                  </span>
                </button>
              </form>
            </li>
          ))}
        </ul>
        <form method="post" action={`${base}${PATH}`}>
          <input type="hidden" name="csrf" value={visit.csrf} />
          <button type="submit" class="button danger wide" name="viec" value="tat-ca">
            {t('accounts.sessions.endAll')}
          </button>
        </form>
        <p class="hint">{t('accounts.sessions.hint')}</p>
        {visit.hasDesk && (
          <p>
            <a href={`${base}/desk/quyen-cua-toi`}>{t('myRights.title')}</a>
          </p>
        )}
      </section>
    </Page>
  )
}
