import { randomInt } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { System } from '../intake/system.ts'
import { isTransient } from '../store/transient.ts'
import { assetRoutes } from './assets.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { chatRoutes } from './chat-routes.tsx'
import { demoClockRoutes } from './demo-clock.tsx'
import { fileRoutes } from './file-routes.ts'
import { guardPosts } from './guard.ts'
import { knownFirst } from './known-first.ts'
import { metricsRoutes } from './metrics-routes.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { onlyHere } from './only-here.ts'
import { ownSessionsRoutes } from './own-sessions.tsx'
import { secondStepRoutes } from './second-step.tsx'
import { secondStepFirst } from './second-step-first.ts'
import { securityHeaders } from './security-headers.ts'
import { personaRoutes, signInRoutes, signOutRoutes } from './sign-in.tsx'
import { uploadRoutes } from './upload-routes.tsx'
import { visiting, type Web, type WebEnv } from './visit.ts'
import { type WebParts, webhookNames } from './web-parts.ts'
import { withoutSlash } from './without-slash.ts'

/** Telegram and Zalo send a few kilobytes; more is nobody's event. Handlers bound what they read of a length that is not told. */
const webhookLimit = 1024 * 1024

/**
 * The web: healthz, webhooks, the ways in, chat, desk, downloads. Holds nothing but the counters of wrong codes, so that any
 * number of instances can answer.
 */
export function createWeb(system: System, parts: WebParts): Hono<WebEnv> {
  const web: Web = { system, parts }
  const app = new Hono<WebEnv>()
  app.use(securityHeaders(system.publicUrl))
  app.use(withoutSlash)
  app.use(async (c, next) => {
    // The one thing in an address that decodes to what no text may hold.
    if (!c.req.url.includes('%00')) return next()
    if (c.req.method !== 'GET') return c.body(null, 400)
    return app.fetch(new Request(c.req.url.replaceAll('%00', ''), { headers: c.req.raw.headers }), c.env)
  })
  if (parts.demo) app.use(onlyHere(system.texts(system.defaultLocale)))

  app.get('/healthz', async c => {
    const health = await parts.health()
    c.header('Cache-Control', 'no-store')
    return c.json(health, health.status === 'down' ? 503 : 200)
  })
  for (const name of webhookNames) {
    const handle = parts.webhooks?.[name]
    if (!handle) continue
    app.post(`/webhooks/${name}`, async c =>
      Number(c.req.header('content-length') ?? 0) > webhookLimit ? c.body(null, 413) : handle(c.req.raw),
    )
  }
  app.all('/webhooks/*', c => c.notFound())
  app.route('/', metricsRoutes(web))
  app.route('/', assetRoutes())
  app.route('/', calendarRoutes(web))

  for (const page of parts.features.flatMap(({ openPages = [] }) => openPages))
    app.get(page.path, c => page.answer(system, new URL(c.req.url).searchParams))

  app.route('/vai/:vai', rooms(web, personaRoutes(web)))
  app.route('/', rooms(web, signInRoutes(web)))

  app.notFound(c => c.text(system.texts(system.defaultLocale)('web.errors.notFound'), 404))
  app.onError((error, c) => failed(web, error, c))
  return app
}

/** Everything a visitor sees, once under `/` and once under each persona of the demonstration. */
function rooms(web: Web, own: Hono<WebEnv>): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.use(oneAtATime(web))
  app.use(visiting(web))
  app.use(secondStepFirst(web))
  app.use(knownFirst(web))
  app.use(guardPosts(web))
  app.route('/', own)
  app.route('/', signOutRoutes(web))
  app.route('/', secondStepRoutes(web))
  app.route('/', ownSessionsRoutes(web))
  app.route('/', demoClockRoutes(web))
  app.route('/', chatRoutes(web))
  const { desk } = web.parts
  if (desk) app.route('/', desk(web))
  app.route('/', fileRoutes(web))
  app.route('/', uploadRoutes(web))
  return app
}

function failed({ system, parts }: Web, error: Error, c: Context): Response {
  const code = `W-${randomInt(100_000, 999_999)}`
  system.log.error({ err: error, code, method: c.req.method, route: c.req.routePath }, 'a page could not be shown')
  const isAway = isTransient(error)
  if (isAway && c.req.method === 'POST' && c.req.path.endsWith('/chat/messages')) parts.notStored?.()
  return c.text(system.texts(system.defaultLocale)('web.errors.failed', { code }), isAway ? 503 : 500)
}
