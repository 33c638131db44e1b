import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pendingMigration } from '../../prisma/pending-migration.ts'
import { projectRoot } from '../../src/project-root.ts'
import { databaseOver } from '../../src/store/embedded.ts'
import { migrate } from '../../src/store/migrate.ts'
import { type Migration, readMigrations } from '../../src/store/migrations.ts'
import { emptyDatabase } from '../support/embedded-image.ts'
import { migration } from '../support/migration.ts'

describe('migrations', () => {
  let database: PGlite
  let opened: ReturnType<typeof databaseOver>
  beforeAll(async () => {
    database = await emptyDatabase()
    opened = databaseOver(database)
  })
  afterAll(() => opened.close())
  beforeEach(() => database.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public'))

  const run = (...migrations: Migration[]) => migrate(opened.adapter, migrations)
  const tables = async () => {
    const { rows } = await database.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' ORDER BY 1`,
    )
    return rows.map(row => row.name)
  }

  const first = migration('1_first', 'CREATE TABLE first (id int);')
  const second = migration('2_second', 'CREATE TABLE second (id int);')

  it('say exactly what the schema says', async () => {
    const schema = await readFile(join(projectRoot, 'prisma', 'schema.prisma'), 'utf8')
    expect(await pendingMigration(schema, await emptyDatabase())).toBeUndefined()
    const more = `${schema}\nmodel Forgotten {\n  id Int @id\n}\n`
    expect(await pendingMigration(more, await emptyDatabase())).toContain('CREATE TABLE "Forgotten"')
  })

  it('are applied once: a second time does nothing', async () => {
    const own = await readMigrations()
    expect(await run(...own)).toEqual(own.map(({ name }) => name))
    expect(await run(...own)).toEqual([])
  })

  it('go on from where the database is', async () => {
    await run(first)
    expect(await run(first, second)).toEqual(['2_second'])
    expect(await tables()).toEqual(['first', 'second'])
  })

  it('that fail leave nothing of themselves, keep those before, and can be tried again', async () => {
    const bad = migration('2_second', 'CREATE TABLE half (id int); SELECT 1 / 0;')
    await expect(run(first, bad)).rejects.toMatchObject({
      code: 'migration-failed',
      params: { migration: '2_second', detail: expect.stringContaining('division by zero') },
    })
    expect(await tables()).toEqual(['first'])
    expect(await run(first, second)).toEqual(['2_second'])
  })

  it('may hold functions, with semicolons and quotes of their own', async () => {
    const body = `CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM ';'; RETURN 2; END; $$;`
    await run(migration('1_function', body))
    expect((await database.query('SELECT two() AS two')).rows).toEqual([{ two: 2 }])
  })

  it('that were changed after they were applied are refused', async () => {
    await run(first)
    const edited = migration('1_first', 'CREATE TABLE first (id bigint);')
    await expect(run(edited)).rejects.toMatchObject({ code: 'migration-edited', params: { migration: '1_first' } })
  })

  it('of a newer release are not run over by an older one', async () => {
    await run(first, second)
    await expect(run(first)).rejects.toMatchObject({ code: 'database-newer', params: { migration: '2_second' } })
  })

  it('do not touch a database that belongs to something else', async () => {
    await database.exec('CREATE TABLE somebody (id int)')
    await expect(run(first)).rejects.toMatchObject({ code: 'database-occupied' })
    expect(await tables()).toEqual(['somebody'])
  })
})
