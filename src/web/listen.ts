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

/**
 * Serves on a port of every address of this machine. `letGo` is called when closing begins: it ends what would stay open for
 * ever, the streams of open chat pages.
 *
 * @throws PortInUse
 */
export function listen(app: Answering, port: number, letGo: () => void = () => {}): Promise<Listening> {
  // Without http2 options the adaptor makes a plain node:http server.
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) }) as Server
  return new Promise((resolve, reject) => {
    server.once('error', error => {
      reject('code' in error && error.code === 'EADDRINUSE' ? new PortInUse(port, error) : error)
    })
    server.listen(port, () => {
      const address = server.address()
      resolve({ port: typeof address === 'object' && address ? address.port : port, close: () => close(server, letGo) })
    })
  })
}

function close(server: Server, letGo: () => void): Promise<void> {
  return new Promise(resolve => {
    const force = setTimeout(() => server.closeAllConnections(), graceMilliseconds)
    // A connection becomes idle only when its answer has ended, and browsers keep idle ones open.
    const sweep = setInterval(() => server.closeIdleConnections(), sweepMilliseconds)
    server.close(() => {
      clearTimeout(force)
      clearInterval(sweep)
      resolve()
    })
    letGo()
  })
}
