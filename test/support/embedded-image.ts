import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { projectRoot } from '../../src/project-root.ts'
import { databaseOver, EMBEDDED_MAJOR } from '../../src/store/embedded.ts'
import { migrate } from '../../src/store/migrate.ts'
import { readMigrations } from '../../src/store/migrations.ts'
import { aloneIn } from './alone-in.ts'

/** A database with nothing in it and nothing over it, not even the migrations table. */
export function emptyDatabase(): Promise<PGlite> {
  return copyOf(`empty-${EMBEDDED_MAJOR}`, async () => {
    const database = await PGlite.create()
    return { database, close: () => database.close() }
  })
}

/** A migrated, empty database with nothing over it. */
export async function freshDatabase(): Promise<PGlite> {
  return copyOf(`pglite-${EMBEDDED_MAJOR}-${await migrationsHash()}`, async () => {
    const database = await emptyDatabase()
    const { adapter, close } = databaseOver(database)
    await migrate(adapter, await readMigrations())
    return { database, close }
  })
}

interface Made {
  database: PGlite
  close(): Promise<void>
}

/** What the first of all callers makes is kept in a file, and copied: a quarter of the time of PostgreSQL's own beginning. */
async function copyOf(name: string, make: () => Promise<Made>): Promise<PGlite> {
  const file = join(folder, `${name}.tar`)
  if (!existsSync(file)) await aloneIn(`${folder}/${name}`, () => keep(file, make))
  return PGlite.create({ loadDataDir: new Blob([await readFile(file)]) })
}

const folder = join(projectRoot, 'node_modules', '.cache', 'thidua')

async function keep(file: string, make: () => Promise<Made>): Promise<void> {
  if (existsSync(file)) return
  const { database, close } = await make()
  await writeFile(`${file}.new`, Buffer.from(await (await database.dumpDataDir('none')).arrayBuffer()))
  await close()
  await rename(`${file}.new`, file)
}

/** Of a set of migrations, for which a database is made once. */
export async function migrationsHash(): Promise<string> {
  const hash = createHash('sha256')
  for (const { name, checksum } of await readMigrations()) hash.update(`${name}:${checksum}\n`)
  return hash.digest('hex').slice(0, 16)
}
