import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Prisma } from '../../src/store/generated/client.ts'
import { acquireLease, releaseLease, renewLease } from '../../src/store/lease.ts'
import { newId } from '../../src/store/new-id.ts'
import type { Store } from '../../src/store/open.ts'
import { readingOnly } from '../../src/store/reading-only.ts'
import { sqlStateOf } from '../../src/store/sql-state.ts'
import { Ending, inTransaction, type Tx } from '../../src/store/transaction.ts'

/** Listens; resolves when nothing that is announced from now on can be missed. */
export async function listenTo(store: Store, heard: (payload: string) => void) {
  let look = () => {}
  let misses = 0
  const told = (isEnough: () => boolean) =>
    new Promise<void>(resolve => {
      look = () => isEnough() && resolve()
      look()
    })
  const missed = () => {
    misses += 1
    look()
  }
  const listening = store.listen({
    heard: payload => {
      heard(payload)
      look()
    },
    missed,
  })
  if (store.kind === 'postgres') await told(() => misses > 0)
  return { listening, told, misses: () => misses }
}

/** What every database under the system must do alike; run once for each kind. */
export function storeContract(kind: Store['kind'], fresh: () => Promise<Store>): void {
  describe(`store contract: ${kind}`, () => {
    let store: Store
    beforeAll(async () => {
      store = await fresh()
    })
    afterAll(() => store?.close())

    const setting = (key: string) => store.prisma.setting.findUnique({ where: { key } })
    const at = (time: string) => new Date(`2024-09-30T${time}Z`)

    it('tells who listens which account has a new line in its web chat, and nobody else', async () => {
      const heard: string[] = []
      const { listening, told } = await listenTo(store, payload => heard.push(payload))
      const lineOf = async (externalId: string) => {
        const data = { id: newId(at('08:00:00')), channel: 'web', externalId, createdAt: at('08:00:00') }
        const { id: accountId } = await store.prisma.account.create({ data })
        await store.prisma.chatLine.create({
          data: { accountId, key: externalId, fromBot: true, body: { text: 'x' }, at: at('08:00:00') },
        })
        return accountId
      }
      const accounts = [await lineOf('one'), await lineOf('two')]
      await told(() => heard.length >= 2)
      expect(heard).toEqual(accounts)
      await listening.close()
    })

    it('puts words in the order of Vietnamese', async () => {
      const letters = [
        ...'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz',
      ]
      const names = [
        'Hoà',
        'Hòa',
        'Hoá',
        'hoa an',
        'Lê Thị Ánh',
        'LÊ THỊ AN',
        'Nguyễn Vân A',
        'Nguyễn Văn B',
        'Nguyễn Van C',
        'Tổ 10',
        'Tổ 2',
      ]
      const all = [...letters.flatMap(one => [one, `T${one}`, `t${one}m`, `${one.toUpperCase()} n`]), ...names]
      const { compare } = new Intl.Collator('vi', { sensitivity: 'accent' })
      const [{ sorted } = { sorted: [] }] = await store.prisma.$queryRaw<{ sorted: string[] }[]>`
        SELECT array_agg(word ORDER BY in_vietnamese_order(word) COLLATE "C", place) AS sorted
        FROM unnest(${all}::text[]) WITH ORDINALITY AS one (word, place)`
      expect(sorted).toEqual(all.toSorted(compare))
    })

    it('says what kind it is', () => {
      expect(store.kind).toBe(kind)
    })

    it('keeps instants to the millisecond, whatever the time zone of the server', async () => {
      const instant = new Date('2024-12-31T17:30:00.123Z')
      const [row] = await store.prisma.$queryRaw<{ same: boolean; back: Date; epoch: bigint }[]>`
        SELECT ${instant}::timestamptz = '2024-12-31 17:30:00.123+00'::timestamptz AS same,
          ${instant}::timestamptz AS back,
          (extract(epoch FROM ${instant}::timestamptz) * 1000)::bigint AS epoch`
      expect(row).toEqual({ same: true, back: instant, epoch: BigInt(instant.getTime()) })
    })

    it('carries big integers, JSON, lists, null and Vietnamese text through SQL in a transaction', async () => {
      const amount = 9_007_199_254_740_993n
      const data = { nested: [1, 'Uông Bí', null], quote: `it's "so"` }
      const tags = ['a,b', 'c"d', 'sáng kiến', '{}']
      const row = await store.prisma.$transaction(async tx => {
        const rows = await tx.$queryRaw<unknown[]>`
          SELECT ${amount}::bigint AS amount, ${JSON.stringify(data)}::jsonb AS data, ${tags}::text[] AS tags,
            ${null}::text AS nothing, ${'Trợ lý Thi đua'} AS text`
        return rows[0]
      })
      expect(row).toEqual({ amount, data, tags, nothing: null, text: 'Trợ lý Thi đua' })
    })

    it('undoes everything when the work of a transaction fails', async () => {
      const work = store.prisma.$transaction(async tx => {
        await tx.setting.create({ data: { key: 'undone', value: '1' } })
        throw new Error('stop')
      })
      await expect(work).rejects.toThrow('stop')
      expect(await setting('undone')).toBeNull()
    })

    describe('an ending', () => {
      const write = (key: string) =>
        new Ending(
          Prisma.sql`INSERT INTO setting (key, value) VALUES (${key}, '1') RETURNING key`,
          rows => rows as readonly { key: string }[],
        )
      const begin = (tx: Tx, key: string) => tx.setting.create({ data: { key, value: '1' } })

      it('is committed with all that came before it, and gives what is made of its rows', async () => {
        const kept = await inTransaction(store.prisma, async tx => {
          await begin(tx, 'begun')
          return write('ended').map(rows => rows.length)
        })
        expect(kept).toBe(1)
        expect([await setting('begun'), await setting('ended')]).not.toContain(null)
      })

      it('that fails undoes everything before it, with its own reason, and the next goes through', async () => {
        const work = inTransaction(store.prisma, async tx => {
          await begin(tx, 'failed before')
          return write('failed before')
        })
        expect(sqlStateOf(await work.catch((error: unknown) => error))).toBe('23505')
        expect(await setting('failed before')).toBeNull()
        await inTransaction(store.prisma, async () => write('failed before'))
        expect(await setting('failed before')).not.toBeNull()
      })

      it('never comes when something is thrown before it: nothing is kept', async () => {
        const work = inTransaction(store.prisma, async tx => {
          await begin(tx, 'thrown')
          if ((await tx.setting.count({ where: { key: 'thrown' } })) === 1) throw new Error('stop')
          return write('not reached')
        })
        await expect(work).rejects.toThrow('stop')
        expect([await setting('thrown'), await setting('not reached')]).toEqual([null, null])
      })

      it('does not go through when a failed statement before it was passed over', async () => {
        const work = inTransaction(store.prisma, async tx => {
          await tx.$executeRaw`SELECT 1 / 0`.catch(() => undefined)
          return write('after a failure')
        })
        await expect(work).rejects.toThrow()
        expect(await setting('after a failure')).toBeNull()
      })

      it('ends a transaction that has nothing else, and leaves its savepoints behind', async () => {
        await inTransaction(store.prisma, async () => write('alone'))
        await inTransaction(store.prisma, async tx => {
          await readingOnly(tx, () => begin(tx, 'refused'))
          return write('after a savepoint')
        })
        expect([await setting('alone'), await setting('after a savepoint')]).not.toContain(null)
        expect(await setting('refused')).toBeNull()
      })
    })

    it('never acknowledges a transaction in which a failed statement was caught and passed over', async () => {
      const work = store.prisma.$transaction(async tx => {
        await tx.setting.create({ data: { key: 'passed over', value: '1' } })
        await tx.$executeRaw`SELECT 1 / 0`.catch(() => undefined)
      })
      await expect(work).rejects.toThrow()
      expect(await setting('passed over')).toBeNull()
      await store.prisma.setting.create({ data: { key: 'afterwards', value: '1' } })
      expect(await setting('afterwards')).not.toBeNull()
    })

    it('never acknowledges a commit that the database refuses', async () => {
      await store.prisma
        .$executeRaw`CREATE TABLE late (id int PRIMARY KEY, mate int REFERENCES late DEFERRABLE INITIALLY DEFERRED)`
      const work = store.prisma.$transaction(async tx => {
        await tx.$executeRaw`INSERT INTO late VALUES (1, 2)`
      })
      await expect(work).rejects.toThrow()
      const rows = await store.prisma.$queryRaw<unknown[]>`SELECT * FROM late`
      expect(rows).toEqual([])
    })

    it('reports a broken unique key by its code', async () => {
      await store.prisma.setting.create({ data: { key: 'once', value: '1' } })
      const again = store.prisma.setting.create({ data: { key: 'once', value: '2' } })
      await expect(again).rejects.toMatchObject({ code: 'P2002' })
    })

    it('runs transactions that begin together one after another or side by side, and loses none', async () => {
      await store.prisma.setting.create({ data: { key: 'count', value: 0 } })
      const add = () =>
        store.prisma.$transaction(async tx => {
          const [row] = await tx.$queryRaw<
            { value: number }[]
          >`SELECT value FROM setting WHERE key = 'count' FOR UPDATE`
          await tx.$executeRaw`UPDATE setting SET value = ${String((row?.value ?? 0) + 1)}::jsonb WHERE key = 'count'`
        })
      await Promise.all(Array.from({ length: 20 }, add))
      expect((await setting('count'))?.value).toBe(20)
    })

    describe('lease', () => {
      it('is held by one owner until it runs out', async () => {
        expect(await acquireLease(store.prisma, 'beat', 'A', at('08:00:00'), 60_000)).toBe(true)
        expect(await acquireLease(store.prisma, 'beat', 'B', at('08:00:59.999'), 60_000)).toBe(false)
        expect(await acquireLease(store.prisma, 'beat', 'B', at('08:01:00'), 60_000)).toBe(true)
        expect(await renewLease(store.prisma, 'beat', 'A', at('08:01:01'), 60_000)).toBe(false)
      })

      it('is prolonged by its owner, both ways', async () => {
        await acquireLease(store.prisma, 'poll', 'A', at('08:00:00'), 60_000)
        expect(await renewLease(store.prisma, 'poll', 'A', at('08:00:30'), 60_000)).toBe(true)
        expect(await acquireLease(store.prisma, 'poll', 'B', at('08:01:10'), 60_000)).toBe(false)
        expect(await acquireLease(store.prisma, 'poll', 'A', at('08:01:20'), 60_000)).toBe(true)
        expect(await acquireLease(store.prisma, 'poll', 'B', at('08:02:10'), 60_000)).toBe(false)
      })

      it('that has run out cannot be renewed, only taken again', async () => {
        await acquireLease(store.prisma, 'token', 'A', at('08:00:00'), 60_000)
        expect(await renewLease(store.prisma, 'token', 'A', at('08:01:00'), 60_000)).toBe(false)
      })

      it('is free at once when its owner gives it up, and only then', async () => {
        await acquireLease(store.prisma, 'outbox', 'A', at('08:00:00'), 60_000)
        await releaseLease(store.prisma, 'outbox', 'B')
        expect(await acquireLease(store.prisma, 'outbox', 'B', at('08:00:01'), 60_000)).toBe(false)
        await releaseLease(store.prisma, 'outbox', 'A')
        expect(await acquireLease(store.prisma, 'outbox', 'B', at('08:00:02'), 60_000)).toBe(true)
      })

      it('of a clock that ran far ahead counts as over; of one that is a little ahead it does not', async () => {
        await acquireLease(store.prisma, 'near', 'A', at('08:00:50'), 60_000)
        expect(await acquireLease(store.prisma, 'near', 'B', at('08:00:00'), 60_000)).toBe(false)
        await acquireLease(store.prisma, 'far', 'A', at('09:00:00'), 60_000)
        expect(await acquireLease(store.prisma, 'far', 'B', at('08:00:00'), 60_000)).toBe(true)
      })

      it('goes to exactly one of many that ask together', async () => {
        const owners = Array.from({ length: 12 }, (_, index) => `instance ${index}`)
        const answers = await Promise.all(
          owners.map(owner => acquireLease(store.prisma, 'crowd', owner, at('08:00:00'), 60_000)),
        )
        expect(answers.filter(Boolean)).toHaveLength(1)
      })
    })
  })
}
