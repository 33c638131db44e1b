import { Hono } from 'hono'
import { formatDate } from '../reading/format.ts'
import { readForm } from './form.ts'
import { html } from './html.tsx'
import { Page } from './page.tsx'
import { doorCsrf, type Visit, type Web, type WebEnv } from './visit.ts'
import type { DemoClock } from './web-parts.ts'

/** Address of the demonstration's clock, under whoever the tab acts as. */
export const CLOCK_PATH = '/ngay'

/** The demonstration's clock: what day it is, where it can be put forward to, how far that has come. */
export function demoClockRoutes(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  const clock = web.parts.demo?.clock
  if (!clock) return app
  app.get(CLOCK_PATH, c => {
    const { visit } = c.var
    const playing = clock.playing()
    // Without a script: the page asks again until the day has come.
    if (playing) c.header('Refresh', '1')
    const csrf = visit.session ? visit.csrf : doorCsrf(c, web)
    return html(
      c,
      playing ? <PlayingPage visit={visit} playing={playing} /> : <ClockPage {...{ visit, csrf, clock }} />,
    )
  })
  app.post(CLOCK_PATH, async c => {
    clock.moveTo(String((await readForm(c.req))?.get('day') ?? ''))
    return c.redirect(`${c.var.visit.base}${CLOCK_PATH}`, 303)
  })
  return app
}

function ClockPage({ visit, csrf, clock }: { visit: Visit; csrf: string; clock: DemoClock }) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('web.demo.clockTitle')} room="door">
      <section class="card narrow">
        <h1>{t('web.demo.clockTitle')}</h1>
        {clock.hasFailed() && (
          <p class="problem" role="alert">
            {t('web.demo.failed')}
          </p>
        )}
        <p>{t('web.demo.clockText', { day: visit.demoDay })}</p>
        <ClockButtons {...{ visit, csrf, clock }} />
        <p>
          <a href={visit.session ? `${visit.base}/chat` : '/'}>
            {t(visit.session ? 'web.nav.backToChat' : 'web.nav.home')}
          </a>
        </p>
      </section>
    </Page>
  )
}

/** A button for each day that lies ahead. */
export function ClockButtons({ visit, csrf, clock }: { visit: Visit; csrf: string; clock: DemoClock }) {
  const { t, base } = visit
  const days = clock.ahead()
  if (days.length === 0) return <p>{t('web.demo.ended')}</p>
  return (
    <form method="post" action={`${base}${CLOCK_PATH}`} class="row demo-clock">
      <input type="hidden" name="csrf" value={csrf} />
      {days.map(day => (
        <button type="submit" name="day" value={day} class="button">
          {t('web.demo.moveTo', { day: formatDate(day) })}
        </button>
      ))}
    </form>
  )
}

interface PlayingProps {
  visit: Visit
  playing: { day: string; done: number; total: number }
}

function PlayingPage({ visit, playing: { day, done, total } }: PlayingProps) {
  const { t } = visit
  const title = t('web.demo.playing', { day: formatDate(day) })
  const percent = total === 0 ? 0 : Math.floor((100 * done) / total)
  return (
    <Page visit={visit} title={title} room="door">
      <section class="card narrow" aria-live="polite">
        <h1>{title}</h1>
        <p>
          <progress max={100} value={percent} aria-label={title} />
        </p>
        <p>{t('web.demo.progress', { percent })}</p>
      </section>
    </Page>
  )
}
