import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { functionTexts, pendingFunctions } from '../../prisma/present-functions.ts'
import { freshDatabase } from '../support/embedded-image.ts'

const one = (body: string, result = 'int') =>
  `CREATE OR REPLACE FUNCTION one(n int) RETURNS ${result} LANGUAGE sql AS $$ SELECT ${body} $$;\n`

let database: PGlite
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

test('every function of the migrated database is its present text, and every text is in the database', async () => {
  const texts = await functionTexts()
  expect(texts.length).toBeGreaterThan(3)
  expect(await pendingFunctions(database, texts)).toBeUndefined()
  const [first = '', ...others] = texts
  expect(await pendingFunctions(database, others)).toMatch(/^DROP FUNCTION \w+\(.*\);\n$/s)
  const longer = `${first}${one('n')}`
  expect(await pendingFunctions(database, [longer, ...others])).toBe(longer)
  expect(await pendingFunctions(database, texts)).toBeUndefined()
})

test('a changed text is created again, one that gives back something else dropped before', async () => {
  const texts = await functionTexts()
  const pending = (...more: string[]) => pendingFunctions(database, [...texts, ...more])
  await database.exec(one('n'))
  try {
    expect(await pending(one('n'))).toBeUndefined()
    expect(await pending(one('n + 1'))).toBe(one('n + 1'))
    expect(await pending(one('n::text', 'text'))).toBe(`DROP FUNCTION one(n integer);\n\n${one('n::text', 'text')}`)
    expect(await pending()).toBe('DROP FUNCTION one(n integer);\n')
  } finally {
    await database.exec('DROP FUNCTION one(int)')
  }
})

test('nothing acts by itself in the database but what tells the web chat: no other trigger, no rule, no view', async () => {
  const { rows } = await database.query(
    `SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT rulename FROM pg_rules WHERE schemaname = 'public'
    UNION ALL SELECT viewname FROM pg_views WHERE schemaname = 'public' ORDER BY 1`,
  )
  expect(rows).toEqual(['chat_line_told', 'web_account_leaving_told', 'web_session_end_told'].map(name => ({ name })))
})
