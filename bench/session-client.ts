import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { SessionDelegate } from '@grammyjs/storage-prisma'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'

export interface Sessions {
  delegate: SessionDelegate
  close(): Promise<void>
}

interface SessionClient {
  session: SessionDelegate
  $executeRawUnsafe(sql: string): Promise<number>
  $disconnect(): Promise<void>
}

/** The table and the client that a bot with @grammyjs/storage-prisma has, on the same database as the product's. */
export async function sessionsIn(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<Sessions> {
  const schema = join('bench', 'session.prisma')
  const made = spawnSync(process.execPath, [join('prisma', 'generate.mjs'), schema, join('bench', 'generated')])
  if (made.status !== 0) throw new Error(`no client for the sessions: ${made.stderr}`)
  // The client is made just above, so that nothing but the bench needs it: its type is written here by hand.
  const path = './generated/client.ts'
  const { PrismaClient } = (await import(path)) as { PrismaClient: new (options: object) => SessionClient }
  const client = new PrismaClient({ adapter })
  await client.$executeRawUnsafe(
    'CREATE TABLE IF NOT EXISTS "Session" (id serial PRIMARY KEY, key text NOT NULL UNIQUE, value text NOT NULL)',
  )
  return { delegate: client.session, close: () => client.$disconnect() }
}
