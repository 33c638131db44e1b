import { afterEach, beforeEach, expect, test } from 'vitest'
import { ZaloNeedsConsentError } from '../src/errors/needs-consent-error.ts'
import { createPkce } from '../src/oauth/consent.ts'
import { MemoryTokenStore } from '../src/oauth/memory-token-store.ts'
import { OaTokenSource } from '../src/oauth/oa-token-source.ts'
import type { TokenState } from '../src/oauth/token-state.ts'
import type { TokenSlot, TokenStore } from '../src/oauth/token-store.ts'
import { FakeClock, hourMs } from '../src/testing/fake-clock.ts'
import { type FakeWorld, failureOf, fakeWorld } from './fake-world.ts'

let world: FakeWorld

beforeEach(async () => {
  world = await fakeWorld()
})

afterEach(() => world.fake.stop())

function sourceOn(store: TokenStore): OaTokenSource {
  const { fake, runtime } = world
  const { appId, appSecret } = fake.app
  return new OaTokenSource({ appId, appSecret, store, oauthRoot: fake.roots.oauth, runtime })
}

test('a token with life left is used without asking Zalo', async () => {
  const { tokens, fake } = world
  expect(await tokens.accessToken()).toBe(await tokens.accessToken())
  expect(fake.oauth.rotations).toBe(0)
})

test('a token is refreshed ten minutes before it expires', async () => {
  const { tokens, fake, clock } = world
  const first = await tokens.accessToken()
  await clock.advance(25 * hourMs - 11 * 60_000)
  expect(await tokens.accessToken()).toBe(first)
  await clock.advance(2 * 60_000)
  const second = await tokens.accessToken()
  expect(second).not.toBe(first)
  expect(fake.oauth.stateOf(second)).toBe('valid')
  expect(fake.oauth.rotations).toBe(1)
})

test.each(['string', 'number'] as const)('expires_in is read as a %s', async form => {
  const { tokens, fake, store, clock } = world
  fake.oauth.expiresInAs = form
  fake.oauth.accessLifetimeSeconds = 3_600
  await clock.advance(25 * hourMs)
  await tokens.accessToken()
  expect(await store.read()).toMatchObject({ kind: 'active', pair: { accessExpiresAt: clock.now() + hourMs } })
})

test('a token that lives shorter than the early refresh is not refreshed on every call', async () => {
  const { tokens, fake, clock } = world
  fake.oauth.accessLifetimeSeconds = 300
  await clock.advance(25 * hourMs)
  await tokens.accessToken()
  await tokens.accessToken()
  await clock.advance(200_000)
  await tokens.accessToken()
  expect(fake.oauth.rotations).toBe(1)
})

test('a hundred callers at once cause one refresh', async () => {
  const { tokens, fake, clock } = world
  await clock.advance(25 * hourMs)
  const all = await Promise.all(Array.from({ length: 100 }, () => tokens.accessToken()))
  expect(new Set(all).size).toBe(1)
  expect(fake.oauth.rotations).toBe(1)
})

test('a hundred callers whose token was refused cause one refresh', async () => {
  const { tokens, fake } = world
  const rejected = await tokens.accessToken()
  const all = await Promise.all(Array.from({ length: 100 }, () => tokens.renew(rejected)))
  expect(new Set(all).size).toBe(1)
  expect(all[0]).not.toBe(rejected)
  expect(fake.oauth.rotations).toBe(1)
})

test('a pair that another process has refreshed is taken from the store', async () => {
  const { tokens, fake, store } = world
  const rejected = await tokens.accessToken()
  const other = await sourceOn(store).renew(rejected)
  expect(await tokens.renew(rejected)).toBe(other)
  expect(fake.oauth.rotations).toBe(1)
})

test('the new pair is in the store before its access token is handed out', async () => {
  const { clock, fake } = world
  await clock.advance(25 * hourMs)
  const store = new WatchedStore(await world.store.read())
  const token = await sourceOn(store).accessToken()
  expect(store.durable).toMatchObject({ kind: 'active', pair: { accessToken: token }, refreshBegunAt: null })
  expect(fake.oauth.rotations).toBe(1)
})

test('a store that fails for a moment costs no pair', async () => {
  const { clock, fake } = world
  await clock.advance(25 * hourMs)
  const store = new WatchedStore(await world.store.read())
  store.failWritesAfter = 1
  store.failures = 2
  const token = await sourceOn(store).accessToken()
  expect(store.durable).toMatchObject({ pair: { accessToken: token } })
  expect(fake.oauth.rotations).toBe(1)
})

test('a store that stays down keeps the pair from use, and gets it when it is back', async () => {
  const { clock, fake } = world
  await clock.advance(25 * hourMs)
  const store = new WatchedStore(await world.store.read())
  store.failWritesAfter = 1
  store.failures = 100
  const source = sourceOn(store)
  await expect(source.accessToken()).rejects.toThrow('the store is down')
  store.failures = 0
  const token = await source.accessToken()
  expect(fake.oauth.stateOf(token)).toBe('valid')
  expect(store.durable).toMatchObject({ pair: { accessToken: token } })
  expect(fake.oauth.rotations).toBe(1)
})

test('a definite refusal becomes a stored state, and Zalo is not asked again', async () => {
  const { tokens, fake, clock, store } = world
  fake.oauth.revokeAll()
  await clock.advance(25 * hourMs)
  const error = await failureOf(tokens.accessToken())
  expect(error).toBeInstanceOf(ZaloNeedsConsentError)
  expect(error).toMatchObject({ errorClass: 'needs-consent', code: -14014 })
  await failureOf(tokens.accessToken())
  await failureOf(sourceOn(store).accessToken())
  expect([...fake.oauth.presented.values()]).toEqual([1])
  const said = 'Invalid refresh token.'
  const refused = { kind: 'needs-consent', reason: 'refused', code: -14014, said, since: clock.now() }
  expect(await tokens.health()).toEqual(refused)
})

test('a store whose lock is a transaction keeps the refusal, too', async () => {
  const { fake, clock } = world
  fake.oauth.revokeAll()
  await clock.advance(25 * hourMs)
  const store = new RollingBackStore(await world.store.read())
  await failureOf(sourceOn(store).accessToken())
  expect(await store.read()).toMatchObject({ kind: 'needs-consent' })
})

test('an answer lost after the rotation ends in needs-consent that says so', async () => {
  const { tokens, fake, clock } = world
  await clock.advance(25 * hourMs)
  fake.faults.add('oauth', { kind: 'drop-after' })
  await failureOf(tokens.accessToken())
  expect(await tokens.health()).toMatchObject({ kind: 'needs-consent', reason: 'lost' })
})

test('an answer lost before the rotation is asked for once more with the same token', async () => {
  const { tokens, fake, clock } = world
  await clock.advance(25 * hourMs)
  fake.faults.add('oauth', { kind: 'drop-before' })
  expect(fake.oauth.stateOf(await tokens.accessToken())).toBe('valid')
  expect(fake.oauth.rotations).toBe(1)
})

test('a refresh that fails early leaves the token in use, and is not tried on every call', async () => {
  const { tokens, fake, clock } = world
  const first = await tokens.accessToken()
  await clock.advance(25 * hourMs - 5 * 60_000)
  fake.faults.add('oauth', { kind: 'page', status: 502, html: '<h1>Bad gateway</h1>' }, { times: 2 })
  expect(await tokens.accessToken()).toBe(first)
  expect(await tokens.accessToken()).toBe(first)
  expect(fake.oauth.rotations).toBe(0)
  await clock.advance(61_000)
  expect(await tokens.accessToken()).not.toBe(first)
})

test('a wrong setting at the endpoint is told as such and burns nothing', async () => {
  const { tokens, fake, clock, store } = world
  await clock.advance(25 * hourMs)
  fake.faults.add('oauth', { kind: 'code', code: -14003 })
  await expect(tokens.accessToken()).rejects.toMatchObject({ errorClass: 'configuration', code: -14003 })
  expect(await store.read()).toMatchObject({ kind: 'active', refreshBegunAt: null })
  expect(fake.oauth.stateOf(await tokens.accessToken())).toBe('valid')
})

test('the code of a consent becomes the first pair, with PKCE', async () => {
  const { fake } = world
  const store = new MemoryTokenStore()
  const source = sourceOn(store)
  expect(await source.health()).toEqual({ kind: 'none' })
  await expect(source.accessToken()).rejects.toBeInstanceOf(ZaloNeedsConsentError)
  const { verifier, challenge } = createPkce()
  expect(verifier).toHaveLength(43)
  await source.exchangeCode(fake.oauth.consent(challenge), verifier)
  expect(fake.oauth.stateOf(await source.accessToken())).toBe('valid')
  const wrong = source.exchangeCode(fake.oauth.consent(challenge), createPkce().verifier)
  await expect(wrong).rejects.toMatchObject({ errorClass: 'needs-consent', code: -118 })
})

test('a refresh token from the settings begins once and never displaces a newer pair', async () => {
  const { fake } = world
  const store = new MemoryTokenStore()
  const source = sourceOn(store)
  const { refreshToken } = fake.oauth.issue()
  expect(await source.seed(refreshToken)).toBe(true)
  const token = await source.accessToken()
  expect(await source.seed(refreshToken)).toBe(false)
  expect(await sourceOn(store).accessToken()).toBe(token)
})

test('after a refusal only another refresh token is taken from the settings', async () => {
  const { fake } = world
  const store = new MemoryTokenStore()
  const source = sourceOn(store)
  const { refreshToken } = fake.oauth.issue()
  fake.oauth.revokeAll()
  await source.seed(refreshToken)
  await failureOf(source.accessToken())
  expect(await source.seed(refreshToken)).toBe(false)
  expect(await source.seed(fake.oauth.issue().refreshToken)).toBe(true)
  expect(fake.oauth.stateOf(await source.accessToken())).toBe('valid')
})

test('an idle pair is refreshed before its refresh token dies', async () => {
  const { tokens, fake, clock } = world
  await tokens.keepAlive(30 * 24 * hourMs)
  expect(fake.oauth.rotations).toBe(0)
  await clock.advance(31 * 24 * hourMs)
  await tokens.keepAlive(30 * 24 * hourMs)
  expect(fake.oauth.rotations).toBe(1)
})

test('a late answer does not make a second refresh', async () => {
  await world.fake.stop()
  const clock = new FakeClock()
  world = await fakeWorld(clock)
  await clock.advance(25 * hourMs)
  world.fake.faults.add('oauth', { kind: 'late', ms: 5_000 })
  const both = Promise.all([world.tokens.accessToken(), world.tokens.accessToken()])
  await expect.poll(() => world.fake.oauth.rotations).toBe(1)
  await expect
    .poll(async () => {
      await clock.advance(5_000)
      return Promise.race([both.then(() => true), new Promise(resolve => setImmediate(() => resolve(false)))])
    })
    .toBe(true)
  expect(world.fake.oauth.rotations).toBe(1)
})

/** Knows what is durable, and can fail its writes. */
class WatchedStore implements TokenStore {
  durable: TokenState | null
  failWritesAfter = Number.POSITIVE_INFINITY
  failures = 0
  #writes = 0

  constructor(state: TokenState | null) {
    this.durable = state
  }

  async read(): Promise<TokenState | null> {
    return this.durable
  }

  exclusively<T>(_need: { readonly atLeastMs: number }, work: (slot: TokenSlot) => Promise<T>): Promise<T> {
    return work({
      read: () => this.read(),
      write: async state => {
        this.#writes += 1
        if (this.#writes > this.failWritesAfter && this.failures > 0) {
          this.failures -= 1
          throw new Error('the store is down')
        }
        this.durable = state
      },
    })
  }
}

/** A database transaction: nothing is kept when the work throws. */
class RollingBackStore implements TokenStore {
  #state: TokenState | null

  constructor(state: TokenState | null) {
    this.#state = state
  }

  async read(): Promise<TokenState | null> {
    return this.#state
  }

  async exclusively<T>(_need: { readonly atLeastMs: number }, work: (slot: TokenSlot) => Promise<T>): Promise<T> {
    let state = this.#state
    const result = await work({
      read: async () => state,
      write: async next => {
        state = next
      },
    })
    this.#state = state
    return result
  }
}
