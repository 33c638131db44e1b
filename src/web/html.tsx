import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Page } from './page.tsx'
import type { Visit } from './visit.ts'

/** Answers with a whole page. Pages are personal: nothing between the browser and us may keep them. */
export async function html(c: Context, page: Child, status: ContentfulStatusCode = 200): Promise<Response> {
  c.header('Cache-Control', 'no-store')
  return c.html(`<!doctype html>${String(await page)}`, status)
}

/** A page that says one thing and where to go next. */
export function sayPage(c: Context, visit: Visit, said: { title: string; text: string }, status: ContentfulStatusCode) {
  const home = visit.session ? `${visit.base}/chat` : '/'
  return html(
    c,
    <Page visit={visit} title={said.title} room="door">
      <section class="card narrow">
        <h1>{said.title}</h1>
        <p>{said.text}</p>
        <p>
          <a class="button" href={home}>
            {visit.t(visit.session ? 'web.nav.backToChat' : 'web.nav.home')}
          </a>
        </p>
      </section>
    </Page>,
    status,
  )
}
