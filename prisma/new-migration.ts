// npm run migration:new -- NAME: writes prisma/migrations/<time>_<name>/migration.sql from what the schema and the
// functions (prisma/functions) have and the migrations have not. Needs no server: it works the difference out on a database in memory.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { systemClock } from '../src/clock.ts'
import { projectRoot } from '../src/project-root.ts'
import { migrationsFolder, readMigrations } from '../src/store/migrations.ts'
import { pendingMigration } from './pending-migration.ts'
import { functionTexts, pendingFunctions } from './present-functions.ts'

const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('usage: npm run migration:new -- name_in_small_letters')
  process.exit(1)
}
await mkdir(migrationsFolder, { recursive: true })
const schema = await pendingMigration(
  await readFile(join(projectRoot, 'prisma', 'schema.prisma'), 'utf8'),
  await PGlite.create(),
)
const migrated = await PGlite.create()
for (const { sql } of await readMigrations()) await migrated.exec(sql)
const functions = await pendingFunctions(migrated, await functionTexts())
await migrated.close()
const sql = [schema, functions].filter(part => part !== undefined).join('\n')
if (sql) {
  const time = systemClock.now().toISOString().replace(/\D/g, '').slice(0, 14)
  const file = join(migrationsFolder, `${time}_${name}`, 'migration.sql')
  await mkdir(join(migrationsFolder, `${time}_${name}`))
  await writeFile(file, sql)
  await writeFile(join(migrationsFolder, 'migration_lock.toml'), 'provider = "postgresql"\n')
  console.log(`Written: ${file}. Read it and commit it; once released it must not change.`)
} else {
  console.log('The migrations already say what the schema and the functions say.')
}
