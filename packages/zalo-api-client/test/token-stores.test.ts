import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { FileTokenStore } from '../src/oauth/file-token-store.ts'
import { MemoryTokenStore } from '../src/oauth/memory-token-store.ts'
import { OaTokenSource } from '../src/oauth/oa-token-source.ts'
import { SqlTokenStore } from '../src/oauth/sql-token-store.ts'
import { TokenLeaseLost } from '../src/oauth/token-lease-lost.ts'
import type { TokenSeal } from '../src/oauth/token-seal.ts'
import type { TokenState } from '../src/oauth/token-state.ts'
import type { TokenStore } from '../src/oauth/token-store.ts'
import type { Runtime } from '../src/runtime.ts'
import { FakeClock } from '../src/testing/fake-clock.ts'
import { FakeZalo } from '../src/testing/fake-zalo.ts'
import { failureOf } from './fake-world.ts'

const need = { atLeastMs: 60_000 }
const pairOf = (refreshToken: string) => ({ accessToken: null, refreshToken, obtainedAt: 0, accessExpiresAt: 0 })
const active = (refreshToken: string): TokenState => ({
  ...{ kind: 'active', pair: pairOf(refreshToken), previous: null, refreshBegunAt: null },
})

let folder: string
let database: PGlite
let clock: FakeClock
let count = 0
beforeAll(async () => {
  database = await PGlite.create()
  await database.exec(SqlTokenStore.schema())
})
afterAll(() => database.close())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zalo-tokens-'))
  clock = new FakeClock(undefined, { sleepsAdvance: true })
  count += 1
})
afterEach(() => rm(folder, { recursive: true }))

/** A clock that stands still while somebody waits, as a process that works for a while sees it. */
const still = (): Runtime => ({
  fetch,
  now: clock.now,
  sleep: () => new Promise<void>(resolve => setTimeout(resolve, 1)),
})
const running = (): Runtime => ({ fetch, now: clock.now, sleep: clock.sleep })
const query = async (sql: string, values: readonly (string | number | null)[]) =>
  (await database.query<Record<string, unknown>>(sql, [...values])).rows
const path = () => join(folder, 'tokens.json')

type Maker = (runtime: Runtime, seal?: TokenSeal) => TokenStore
const stores: [string, Maker][] = [
  ['in a file', (runtime, seal) => new FileTokenStore({ path: path(), runtime, ...(seal ? { seal } : {}) })],
  ['in SQL', (runtime, seal) => new SqlTokenStore({ query, oaId: `oa-${count}`, runtime, ...(seal ? { seal } : {}) })],
]

describe.each(stores)('tokens %s', (_where, make) => {
  test('are none at first, and then what was written last, for every process', async () => {
    expect(await make(still()).read()).toBeNull()
    await make(still()).exclusively(need, slot => slot.write(active('first')))
    await make(still()).exclusively(need, async slot => {
      expect(await slot.read()).toEqual(active('first'))
      await slot.write(active('second'))
      expect(await slot.read()).toEqual(active('second'))
    })
    expect(await make(still()).read()).toEqual(active('second'))
  })

  test('are in one hand at a time', async () => {
    let holders = 0
    let most = 0
    const work = async () => {
      holders += 1
      most = Math.max(most, holders)
      await new Promise(resolve => setTimeout(resolve, 3))
      holders -= 1
    }
    await Promise.all(Array.from({ length: 12 }, () => make(still()).exclusively(need, work)))
    expect(most).toBe(1)
  })

  test('are given free by work that fails, whose error is handed on', async () => {
    const failing = make(still()).exclusively(need, async () => {
      throw new Error('on purpose')
    })
    expect(await failureOf(failing)).toMatchObject({ message: 'on purpose' })
    expect(await make(still()).exclusively(need, async () => 'free')).toBe('free')
  })

  test('of a holder that was killed are free when its lease has run out, and it can write no more', async () => {
    const killed = make(still())
    let goOn: () => void = () => undefined
    const asleep = killed.exclusively(need, async slot => {
      await new Promise<void>(resolve => {
        goOn = resolve
      })
      await slot.write(active('too late'))
    })
    const began = clock.now()
    // Sleeping moves this clock: the successor waits as long as the lease lasts, and not longer.
    while ((await isFree()) === true) await new Promise(resolve => setTimeout(resolve, 1))
    await make(running()).exclusively(need, slot => slot.write(active('successor')))
    expect(clock.now() - began).toBeGreaterThanOrEqual(need.atLeastMs)
    expect(clock.now() - began).toBeLessThan(need.atLeastMs + 5_000)
    goOn()
    expect(await failureOf(asleep)).toBeInstanceOf(TokenLeaseLost)
    expect(await make(still()).read()).toEqual(active('successor'))
  })

  test('are kept sealed where a seal is given; what it cannot open is as good as none', async () => {
    const seal: TokenSeal = {
      seal: text => Buffer.from(text).toString('base64'),
      open: text => (/^[\w+/=]+$/.test(text) ? Buffer.from(text, 'base64').toString() : null),
    }
    await make(still(), seal).exclusively(need, slot => slot.write(active('a-secret-token')))
    expect(await make(still(), seal).read()).toEqual(active('a-secret-token'))
    expect(await make(still()).read()).toBeNull()
  })

  test('serve a token source through rotation and restart', async () => {
    const fake = await FakeZalo.start({ clock })
    const { appId, appSecret } = fake.app
    const source = () =>
      new OaTokenSource({ appId, appSecret, store: make(still()), oauthRoot: fake.roots.oauth, runtime: running() })
    await source().exchangeCode(fake.oauth.consent())
    const first = await source().accessToken()
    await clock.advance(26 * 3_600_000)
    const [one, other] = await Promise.all([source().accessToken(), source().accessToken()])
    expect(one).toBe(other)
    expect(one).not.toBe(first)
    expect([...fake.oauth.presented.values()]).toEqual([1])
    await fake.stop()
  })

  /** Whether nobody holds the lock. */
  async function isFree(): Promise<boolean> {
    const files = await readdir(folder)
    if (files.includes('tokens.json.lock')) return false
    const rows = await query('SELECT lease_until FROM zalo_token WHERE oa_id = $1', [`oa-${count}`])
    return Number(rows[0]?.lease_until ?? 0) === 0
  }
})

test('a file is for the eyes of its owner, whatever the umask, and nothing is left beside it', async () => {
  const umask = process.umask(0)
  try {
    await writeFile(path(), '{"kind":"old"}', { mode: 0o644 })
    await new FileTokenStore({ path: path() }).exclusively(need, slot => slot.write(active('first')))
  } finally {
    process.umask(umask)
  }
  expect((await stat(path())).mode & 0o777).toBe(0o600)
  expect(await readdir(folder)).toEqual(['tokens.json'])
  expect(JSON.parse(await readFile(path(), 'utf8'))).toEqual(active('first'))
})

test('a file is whole at every moment: whoever reads while it is written sees the one state or the other', async () => {
  const store = new FileTokenStore({ path: path() })
  const long = 'x'.repeat(200_000)
  await store.exclusively(need, slot => slot.write(active(long)))
  let isWriting = true
  const writing = store
    .exclusively(need, async slot => {
      for (let turn = 0; turn < 20; turn += 1) await slot.write(active(`${turn}${long}`))
    })
    .finally(() => {
      isWriting = false
    })
  while (isWriting) expect((await store.read())?.kind).toBe('active')
  await writing
})

test('a damaged file is no state, and a table has a plain name', async () => {
  await writeFile(path(), '{"kind":"act')
  expect(await new FileTokenStore({ path: path() }).read()).toBeNull()
  expect(() => new SqlTokenStore({ query, oaId: '1', table: 'a; DROP TABLE b' })).toThrow(TypeError)
  expect(await new MemoryTokenStore().read()).toBeNull()
})
