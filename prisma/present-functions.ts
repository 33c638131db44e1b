import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { projectRoot } from '../src/project-root.ts'

/** The present texts of the functions of the database, one a file: prisma/functions/<name>.sql. */
export async function functionTexts(): Promise<readonly string[]> {
  const folder = join(projectRoot, 'prisma', 'functions')
  const files = (await readdir(folder)).filter(file => file.endsWith('.sql')).sort()
  return Promise.all(files.map(async file => (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n')))
}

interface StoredFunction {
  signature: string
  result: string
  definition: string
}

/**
 * The SQL that makes the functions of a migrated database those of the present texts; nothing when they are. What was added or changed
 * is created again, what has no text any more is dropped, what gives back something else is both. The database stays as it was.
 */
export async function pendingFunctions(database: PGlite, texts: readonly string[]): Promise<string | undefined> {
  const stored = await functionsIn(database)
  const present: StoredFunction[] = []
  const changes: string[] = []
  try {
    // With the triggers that call them: nothing of it is kept.
    await database.exec(`BEGIN; ${stored.map(one => drop(one).replace(/;$/, ' CASCADE;')).join('\n')}`)
    for (const text of texts) {
      const before = await functionsIn(database)
      await database.exec(text)
      const made = (await functionsIn(database)).filter(
        ({ signature }) => !before.some(one => one.signature === signature),
      )
      present.push(...made)
      if (!made.every(one => stored.some(other => other.definition === one.definition))) changes.push(text)
    }
  } finally {
    await database.exec('ROLLBACK')
  }
  const drops = stored.filter(({ signature, result }) => {
    const now = present.find(one => one.signature === signature)
    return now === undefined || now.result !== result
  })
  const sql = [...drops.map(drop), ...changes]
  return sql.length > 0 ? `${sql.map(one => one.trimEnd()).join('\n\n')}\n` : undefined
}

const drop = ({ signature }: StoredFunction): string => `DROP FUNCTION ${signature};`

async function functionsIn(database: PGlite): Promise<StoredFunction[]> {
  const { rows } = await database.query<StoredFunction>(
    `SELECT format('%I(%s)', proname, pg_get_function_identity_arguments(oid)) AS signature,
      pg_get_function_result(oid) AS result, pg_get_functiondef(oid) AS definition
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1`,
  )
  return rows
}
