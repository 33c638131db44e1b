import { createHash, timingSafeEqual } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { Web, WebEnv } from './visit.ts'

/**
 * `GET /metrics` for whoever knows the token; without one set, for this machine alone, and only where no proxy can stand in front, because
 * through a proxy everybody comes from this machine. To all others there is no such page.
 */
export function metricsRoutes({ system, parts }: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  const { metrics } = parts
  app.get('/metrics', async c => {
    if (!metrics || !(metrics.token ? knows(c, metrics.token) : isOwn(c, system.publicUrl))) return c.notFound()
    c.header('Cache-Control', 'no-store')
    return c.body(await metrics.read(), 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
  return app
}

function knows(c: Context, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(c.req.header('authorization') ?? ''), digest(`Bearer ${token}`))
}

function isOwn(c: Context, publicUrl: string): boolean {
  // Without a socket (tests call the app directly) there are no bindings.
  const bindings: Partial<HttpBindings> | undefined = c.env
  const address = bindings?.incoming?.socket.remoteAddress ?? ''
  const isForwarded = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'].some(
    name => c.req.header(name) !== undefined,
  )
  return /^(::ffff:)?127\.|^::1$/.test(address) && !isForwarded && isLoopback(new URL(publicUrl).hostname)
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\./.test(host)
}
