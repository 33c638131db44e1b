import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMigrations } from '../../src/store/migrations.ts'
import { openStore } from '../../src/store/open.ts'
import { emptyPostgres, type ServerDatabase, silentLog } from '../support/database.ts'
import { migration } from '../support/migration.ts'
import { spawnStore } from '../support/spawned-store.ts'

describe('opening a PostgreSQL database', () => {
  const databases: ServerDatabase[] = []
  const empty = async () => {
    const database = await emptyPostgres()
    databases.push(database)
    return database.databaseUrl
  }
  afterAll(async () => {
    for (const database of databases) await database.drop()
  })
  let server: URL
  beforeAll(async () => {
    server = new URL(await empty())
  })

  it('migrates once when several processes start together', async () => {
    const databaseUrl = await empty()
    const processes = [1, 2, 3, 4, 5, 6].map(() => spawnStore(databaseUrl, 'close'))
    const answers = await Promise.all(processes.map(store => store.next()))
    const own = (await readMigrations()).map(({ name }) => name)
    expect(answers.flatMap(answer => answer?.opened ?? ['refused']).sort()).toEqual(own)
  })

  it('keeps whole migrations only when one fails, functions included', async () => {
    const databaseUrl = await empty()
    const first = migration('1_first', `CREATE FUNCTION two() RETURNS int LANGUAGE sql AS $$ SELECT 1; SELECT 2; $$;`)
    const bad = migration('2_bad', 'CREATE TABLE half (id int); SELECT 1 / 0;')
    const good = migration('2_bad', 'CREATE TABLE whole (id int);')
    const open = (...migrations: (typeof first)[]) =>
      openStore({ dataDir: '', databaseUrl, log: silentLog, migrations })
    await expect(open(first, bad)).rejects.toMatchObject({
      code: 'migration-failed',
      params: { detail: expect.stringContaining('division by zero') },
    })
    const store = await open(first, good)
    expect(store.appliedMigrations).toEqual(['2_bad'])
    expect(await store.prisma.$queryRaw`SELECT two() AS two, to_regclass('half')::text AS half`).toEqual([
      { two: 2, half: null },
    ])
    await store.close()
  })

  it('says that the database is missing', async () => {
    const address = new URL(server)
    address.pathname = '/no_such_thidua'
    await expect(openStore({ dataDir: '', databaseUrl: address.href, log: silentLog })).rejects.toMatchObject({
      code: 'database-unreachable',
      params: { reason: 'no-such-database', database: 'no_such_thidua' },
    })
  })

  it('says that the login is refused', async () => {
    const address = new URL(server)
    address.username = 'nobody_of_thidua'
    address.password = 'wrong-word'
    const error = await openStore({ dataDir: '', databaseUrl: address.href, log: silentLog }).catch(reason => reason)
    expect(error.params).toMatchObject({ reason: 'credentials', user: 'nobody_of_thidua' })
    expect(JSON.stringify([error.message, error.params])).not.toContain('wrong-word')
  })
})
