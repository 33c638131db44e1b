import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { restartableServer } from '../../bench/scratch-postgres.ts'
import { postgresProxy } from '../support/postgres-proxy.ts'
import { smallDisk } from '../support/small-disk.ts'
import type { Suffering } from './server-faults.ts'

/** Room for a server and its log; what is left is filled in a moment. */
const MEGABYTES = 300

/** Nothing gives room back meanwhile. */
const QUIET = '-c autovacuum=off -c checkpoint_timeout=1h'

const role = 'thidua'

/** A server of its own on a small disk, and an empty database on it as the product reaches it. Where that cannot be had: why. */
export async function sufferingServer(): Promise<
  (Suffering & { databaseUrl: string; stop(): Promise<void> }) | string
> {
  const disk = await smallDisk(MEGABYTES)
  if (typeof disk === 'string') return disk
  const folder = join(disk.folder, 'server')
  await mkdir(folder)
  const server = await restartableServer(folder, QUIET)
  if (!server) {
    await disk.remove()
    return 'PostgreSQL is not installed here'
  }
  const proxy = await postgresProxy(server.url)
  const address = new URL(server.url)
  const asAdmin: Suffering['asAdmin'] = work => asClient(address.href, work)
  await asAdmin(async admin => {
    await admin.query(`CREATE ROLE ${role} LOGIN`)
    await admin.query(`CREATE DATABASE ${role} OWNER ${role}`)
  })
  address.pathname = `/${role}`
  const own = new URL(address)
  own.username = role
  return {
    ...{ asAdmin, role, proxy, disk, restart: server.restart },
    databaseUrl: proxy.through(own.href),
    stop: async () => {
      await proxy.close()
      await server.stop()
      await disk.remove()
    },
  }
}

async function asClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString })
  // Some faults end the server under it.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
