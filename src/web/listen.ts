import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'

/** Another program uses the port; the sentence for the operator is `web.errors.portInUse`. */
export class PortInUse extends Error {
  readonly code = 'port-in-use'
  readonly port: number

  constructor(port: number, cause: unknown) {
    super(`port ${port} is in use`, { cause })
    this.name = 'PortInUse'
    this.port = port
  }
}

export interface Listening {
  /** The port in use; differs from the wanted one when that was 0. */
  port: number
  /** Takes no new connection, lets requests in hand end, cuts off what is still open after a grace time. */
  close(): Promise<void>
}

const graceMilliseconds = 5_000
const sweepMilliseconds = 50

/** Anything that answers web requests: a Hono app of whatever environment. */
export interface Answering {
  fetch(request: Request, env?: object): Response | Promise<Response>
}

export interface ListenSettings {
  /** Only programs on this machine can connect: nothing listens on an address that others reach. */
  isOnlyHere?: boolean
  /** Called when closing begins: it ends what would stay open for ever, the streams of open chat pages. */
  letGo?: () => void
}

/**
 * Serves on a port of every address of this machine, or of its loopback ones only.
 *
 * @throws PortInUse
 */
export async function listen(app: Answering, port: number, settings: ListenSettings = {}): Promise<Listening> {
  const { isOnlyHere = false, letGo = () => {} } = settings
  if (!isOnlyHere) {
    const server = await serve(app, port)
    return { port: portOf(server), close: () => close([server], letGo) }
  }
  const server = await serve(app, port, '127.0.0.1')
  // «localhost» may be either; where there is no IPv6, there is one address less.
  const twin = await serve(app, portOf(server), '::1').catch(async error => {
    if (noSuchAddress.includes(codeOf(error))) return null
    await close([server], letGo)
    throw error
  })
  return { port: portOf(server), close: () => close(twin ? [server, twin] : [server], letGo) }
}

const noSuchAddress = ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']

function serve(app: Answering, port: number, host?: string): Promise<Server> {
  // Without http2 options the adaptor makes a plain node:http server.
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) }) as Server
  return new Promise((resolve, reject) => {
    server.once('error', error => reject(codeOf(error) === 'EADDRINUSE' ? new PortInUse(port, error) : error))
    server.listen(port, host, () => resolve(server))
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

async function close(servers: readonly Server[], letGo: () => void): Promise<void> {
  const force = setTimeout(() => {
    for (const server of servers) server.closeAllConnections()
  }, graceMilliseconds)
  // A connection becomes idle only when its answer has ended, and browsers keep idle ones open.
  const sweep = setInterval(() => {
    for (const server of servers) server.closeIdleConnections()
  }, sweepMilliseconds)
  const closed = servers.map(server => new Promise<void>(resolve => server.close(() => resolve())))
  letGo()
  await Promise.all(closed)
  clearTimeout(force)
  clearInterval(sweep)
}
