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

/** The network an address belongs to, for the log: enough to see that an attack comes from one place, no address of anybody. */
export function networkOf(address: string): string {
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(address)?.[1]
  if (v4 !== undefined) return `${v4}.0/24`
  const groups = address.split(':').filter(Boolean).slice(0, 3)
  return address.includes(':') && groups.length > 0 ? `${groups.join(':')}::/48` : 'local'
}
