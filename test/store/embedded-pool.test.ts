import type { PGlite } from '@electric-sql/pglite'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { embeddedDatabase } from '../../src/store/embedded-database.ts'
import { embeddedPool } from '../../src/store/embedded-pool.ts'
import { emptyDatabase } from '../support/embedded-image.ts'

describe('the pool over the embedded database', () => {
  let database: PGlite
  let pool: pg.Pool
  beforeAll(async () => {
    database = await emptyDatabase()
    pool = embeddedPool(embeddedDatabase(database))
    await pool.query('CREATE TABLE note (text text)')
  })
  afterAll(async () => {
    await pool.end()
    await database.close()
  })
  beforeEach(() => pool.query('TRUNCATE note'))

  const named = (value: unknown) => ({ name: 'echo', text: 'SELECT $1::text AS said', values: [value] })
  const count = async () => Number((await pool.query('SELECT count(*) FROM note')).rows[0].count)

  it('takes nothing from an environment that is meant for a server', async () => {
    const server = {
      PGHOST: '127.0.0.1',
      PGUSER: 'x',
      PGDATABASE: 'x',
      PGSSLMODE: 'require',
      PGOPTIONS: '-c search_path=x',
    }
    for (const [name, value] of Object.entries(server)) vi.stubEnv(name, value)
    const other = embeddedPool(embeddedDatabase(database))
    const { rows } = await other.query('SELECT current_user AS user, current_schema() AS schema')
    expect(rows).toEqual([{ user: 'postgres', schema: 'public' }])
    await other.end()
    vi.unstubAllEnvs()
  })

  it('says what is wrong with a statement, and goes on', async () => {
    await expect(pool.query('SELECT 1 / 0')).rejects.toMatchObject({ code: '22012' })
    await expect(pool.query({ name: 'bad', text: 'SELEC $1', values: [1] })).rejects.toMatchObject({ code: '42601' })
    await expect(pool.query({ name: 'nought', text: 'SELECT 1 / $1::int', values: [0] })).rejects.toMatchObject({
      code: '22012',
    })
    expect((await pool.query({ name: 'nought', text: 'SELECT 1 / $1::int', values: [1] })).rowCount).toBe(1)
    expect((await pool.query(named('vẫn chạy'))).rows).toEqual([{ said: 'vẫn chạy' }])
  })

  it('carries texts that are longer than any buffer, both ways', async () => {
    const long = 'Cải cách hành chính. '.repeat(300_000)
    expect((await pool.query(named(long))).rows[0].said).toBe(long)
  })

  it('gives its one connection to one after the other, in the order of asking', async () => {
    const first = await pool.connect()
    const order: number[] = []
    const waiting = [1, 2, 3].map(async n => {
      await pool.query(named(n))
      order.push(n)
    })
    await first.query('SELECT 1')
    expect(order).toEqual([])
    first.release()
    await Promise.all(waiting)
    expect(order).toEqual([1, 2, 3])
  })

  it('takes nothing over from a connection that was given up inside a transaction', async () => {
    await pool.query(named('một'))
    const lost = await pool.connect()
    await lost.query('BEGIN')
    await lost.query(`INSERT INTO note VALUES ('nửa chừng')`)
    await lost.query('SELECT pg_advisory_lock(7)')
    lost.release(true)
    expect(await count()).toBe(0)
    expect((await pool.query('SELECT FROM pg_locks WHERE locktype = $1', ['advisory'])).rowCount).toBe(0)
    expect((await pool.query(named('hai'))).rows).toEqual([{ said: 'hai' }])
  })

  it('tells who waits when the database breaks, and never lets them hang', async () => {
    const carryOut = database.execProtocolRawStream
    database.execProtocolRawStream = async () => {
      throw new Error('out of memory')
    }
    await expect(pool.query(named('ai đó'))).rejects.toThrow()
    await expect(pool.query(named('ai nữa'))).rejects.toThrow()
    database.execProtocolRawStream = carryOut
    expect((await pool.query(named('lại chạy'))).rows).toEqual([{ said: 'lại chạy' }])
  })
})
