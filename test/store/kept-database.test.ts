import { expect, it } from 'vitest'
import type { Store } from '../../src/store/open.ts'
import { freshEmbedded } from '../support/database.ts'

/** Tests of one worker use one embedded database after the other: what one leaves, the next must not find. */
async function after(work: (store: Store) => Promise<unknown>, look: (store: Store) => Promise<void>): Promise<void> {
  for (const act of [work, look]) {
    const store = await freshEmbedded()
    await act(store).finally(() => store.close())
  }
}
const one = async ({ prisma }: Store, sql: string) => (await prisma.$queryRawUnsafe<{ one: unknown }[]>(sql))[0]?.one

it('the next test finds no rows, counts from one and has a session of its own', () =>
  after(
    async store => {
      await store.prisma.setting.create({ data: { key: 'left', value: 1 } })
      await one(store, `SELECT nextval('outbox_seq_seq')::text AS one`)
      await store.prisma.$executeRawUnsafe(`SET statement_timeout = '7min'`)
      await store.prisma.$executeRawUnsafe('CREATE TEMPORARY TABLE left_behind (n int)')
    },
    async store => {
      expect(await store.prisma.setting.count()).toBe(0)
      expect(await one(store, `SELECT nextval('outbox_seq_seq')::text AS one`)).toBe('1')
      expect(await one(store, `SELECT current_setting('statement_timeout') AS one`)).toBe('0')
      expect(await one(store, `SELECT to_regclass('left_behind')::text AS one`)).toBeNull()
      expect(await one(store, 'SELECT count(*)::int AS one FROM _prisma_migrations')).toBeGreaterThan(10)
    },
  ))

it.each([
  ['table', 'CREATE TABLE left_behind (n int)'],
  ['column', 'ALTER TABLE setting ADD COLUMN left_behind int'],
  ['function', 'CREATE FUNCTION left_behind() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'],
])('a %s that a test has added is gone with its database', (_, sql) =>
  after(
    store => store.prisma.$executeRawUnsafe(sql),
    async store => {
      expect(await one(store, `SELECT to_regclass('public.left_behind')::text AS one`)).toBeNull()
      expect(await one(store, `SELECT count(*)::int AS one FROM pg_attribute WHERE attname = 'left_behind'`)).toBe(0)
      expect(await one(store, `SELECT count(*)::int AS one FROM pg_proc WHERE proname = 'left_behind'`)).toBe(0)
    },
  ),
)
