import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { withFewMessages } from '../../src/store/few-messages.ts'
import { together } from '../../src/store/together.ts'

/** How transactions go over a connection, whatever database is behind it. */
export function fewMessagesContract(
  kind: string,
  open: () => Promise<{ pool: pg.Pool; close(): Promise<void> }>,
): void {
  describe(`transactions with few messages: ${kind}`, () => {
    let opened: Awaited<ReturnType<typeof open>>
    let pool: pg.Pool
    beforeAll(async () => {
      opened = await open()
      pool = withFewMessages(opened.pool)
      await pool.query('CREATE TABLE note (text text UNIQUE DEFERRABLE INITIALLY DEFERRED)')
    })
    afterAll(() => opened?.close())

    let client: pg.PoolClient
    const sent = vi.spyOn(pg.Client.prototype, 'query')
    beforeEach(async () => {
      await pool.query('TRUNCATE note')
      client = await pool.connect()
      sent.mockClear()
    })
    afterEach(() => client.release())

    const run = (text: string, values: unknown[] = []) => client.query({ name: text.slice(0, 40), text, values })
    const insert = (text: string, values = [text]) => run('INSERT INTO note VALUES ($1)', values)
    const last = (text: string) => run('/* and COMMIT */ INSERT INTO note VALUES ($1) RETURNING text', [text])
    const status = async () => {
      await run('SELECT 1')
      return client.getTransactionStatus()
    }
    /** As everybody else sees it: on the one connection of the embedded database only what is committed is left after ROLLBACK. */
    const stored = async () => {
      const own: pg.PoolClient = Object.getPrototypeOf(client)
      await own.query('ROLLBACK')
      const { rows } = await own.query<{ text: string }>('SELECT text FROM note ORDER BY 1')
      return rows.map(({ text }) => text)
    }

    it('two messages are enough for one that begins, reads, writes and commits', async () => {
      await run('BEGIN')
      expect((await run('SELECT 1 + $1::int AS two', [1])).rows).toEqual([{ two: 2 }])
      expect((await last('một')).rows).toEqual([{ text: 'một' }])
      await run('COMMIT')
      expect(sent).toHaveBeenCalledTimes(2)
      expect(await stored()).toEqual(['một'])
    })

    it('one is enough when its only statement is the last, and none when there is nothing to do', async () => {
      await run('BEGIN')
      await last('một')
      await run('COMMIT')
      expect(sent).toHaveBeenCalledTimes(1)
      expect(await stored()).toEqual(['một'])
    })

    it('statements that are asked for together go one after the other, also behind one that fails', async () => {
      await run('BEGIN')
      const sentBefore = run('SELECT 1 / $1::int', [0]).catch(() => sent.mock.calls.length)
      const behind = run('SELECT 2')
      await expect(behind).rejects.toMatchObject({ code: '25P02' })
      expect([await sentBefore, sent.mock.calls.length]).toEqual([1, 2])
      await run('ROLLBACK')
    })

    it('what is not committed is undone', async () => {
      await run('BEGIN')
      await insert('một')
      await run('ROLLBACK')
      expect(await status()).toBe('I')
      expect(await stored()).toEqual([])
    })

    it('keeps the wanted isolation', async () => {
      await run('BEGIN')
      await run('SET TRANSACTION ISOLATION LEVEL SERIALIZABLE')
      const { rows } = await run('SHOW transaction_isolation')
      expect(rows).toEqual([{ transaction_isolation: 'serializable' }])
      await run('ROLLBACK')
    })

    it('a first statement that fails says why, and the transaction can be ended as any other', async () => {
      await run('BEGIN')
      await expect(run('SELECT 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' })
      await expect(insert('hai')).rejects.toMatchObject({ code: '25P02' })
      await run('ROLLBACK')
      expect(await status()).toBe('I')
      expect((await run('SELECT 1 / $1::int AS one', [1])).rows).toEqual([{ one: 1 }])
    })

    it('a last statement that fails says why, and nothing is committed', async () => {
      await run('BEGIN')
      await insert('một')
      await expect(run('/* and COMMIT */ SELECT 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' })
      await run('ROLLBACK')
      expect(await status()).toBe('I')
      expect(await stored()).toEqual([])
    })

    it('a commit that the database refuses is told by the last statement', async () => {
      await run('BEGIN')
      await insert('một')
      await expect(last('một')).rejects.toMatchObject({ code: '23505' })
      await run('ROLLBACK')
      expect(await stored()).toEqual([])
    })

    it('a value that cannot be put into words fails alone: nothing that was to follow is carried out', async () => {
      const circle: { self?: unknown } = {}
      circle.self = circle
      await run('BEGIN')
      await insert('một')
      await expect(run('/* and COMMIT */ SELECT $1::jsonb AS circle', [circle])).rejects.toThrow(/circular/i)
      await run('ROLLBACK')
      expect(await status()).toBe('I')
      expect(await stored()).toEqual([])
    })

    it('a statement after the last is refused, and what was committed stays', async () => {
      await run('BEGIN')
      await last('một')
      await expect(insert('hai')).rejects.toThrow('after the last')
      await run('ROLLBACK')
      expect(await stored()).toEqual(['một'])
    })

    it('a statement that comes while the last is under way is refused too, and an end that comes then is carried out', async () => {
      await run('BEGIN')
      const ending = last('một')
      await expect(insert('hai')).rejects.toThrow('after the last')
      await ending
      expect(await stored()).toEqual(['một'])
      client.release()
      client = await pool.connect()
      await run('BEGIN')
      const failing = run('/* and COMMIT */ SELECT 1 / $1::int', [0]).catch(() => 'failed')
      const ended = run('ROLLBACK')
      expect([await failing, (await ended).command]).toEqual(['failed', 'ROLLBACK'])
      expect(Object.getPrototypeOf(client).getTransactionStatus()).toBe('I')
    })

    it('a statement that was passed over because of another is prepared when it comes again', async () => {
      const own: pg.PoolClient = Object.getPrototypeOf(client)
      const after = { name: 'after', text: 'SELECT 2 AS two' }
      const failing = { name: 'failing', text: 'SELECT 1 / $1::int', values: [0] }
      await expect(together(own, [failing, after])).rejects.toMatchObject({ code: '22012' })
      expect((await own.query(after)).rows).toEqual([{ two: 2 }])
      const [one, two] = await together(own, [{ ...failing, values: [1] }, after])
      expect([one?.rows, two?.rows]).toEqual([[{ '?column?': 1 }], [{ two: 2 }]])
    })

    it('one transaction after the other goes over one connection', async () => {
      for (let n = 0; n < 3; n++) {
        client.release()
        client = await pool.connect()
        await run('BEGIN')
        await last(`${n}`)
        await run('COMMIT')
      }
      expect(await stored()).toEqual(['0', '1', '2'])
    })
  })
}
