import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/**
 * Who asks, for counting tries. Forwarded headers are believed only when the public address is https: this server speaks no
 * TLS, so a proxy of the operator stands in front and has written the last entry.
 */
export function clientAddress(c: Context, publicUrl: string): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  if (publicUrl.startsWith('https:') && forwarded) return forwarded
  // Without a socket (tests call the app directly) there are no bindings.
  const bindings: Partial<HttpBindings> | undefined = c.env
  return bindings?.incoming?.socket.remoteAddress ?? 'local'
}
