import { OaClient } from '../src/oa/oa-client.ts'
import { MemoryTokenStore } from '../src/oauth/memory-token-store.ts'
import { OaTokenSource } from '../src/oauth/oa-token-source.ts'
import type { Runtime } from '../src/runtime.ts'
import { FakeClock } from '../src/testing/fake-clock.ts'
import { FakeZalo } from '../src/testing/fake-zalo.ts'
import { ZbsClient } from '../src/zbs/zbs-client.ts'

export interface FakeWorld {
  readonly clock: FakeClock
  readonly fake: FakeZalo
  readonly runtime: Runtime
  readonly store: MemoryTokenStore
  readonly tokens: OaTokenSource
  readonly oa: OaClient
  readonly zbs: ZbsClient
}

/** A fake Zalo, an OA that has given consent, and clients that share the fake's clock. */
export async function fakeWorld(clock = new FakeClock(undefined, { sleepsAdvance: true })): Promise<FakeWorld> {
  const fake = await FakeZalo.start({ clock })
  const runtime: Runtime = { fetch: (url, init) => fetch(url, init), now: clock.now, sleep: clock.sleep }
  const issued = fake.oauth.issue()
  const pair = {
    accessToken: issued.accessToken,
    refreshToken: issued.refreshToken,
    obtainedAt: clock.now(),
    accessExpiresAt: issued.expiresAt,
  }
  const store = new MemoryTokenStore({ kind: 'active', pair, previous: null, refreshBegunAt: null })
  const { appId, appSecret } = fake.app
  const tokens = new OaTokenSource({ appId, appSecret, store, oauthRoot: fake.roots.oauth, runtime })
  const oa = new OaClient({ tokens, openapiRoot: fake.roots.openapi, runtime })
  const zbs = new ZbsClient({
    tokens,
    businessRoot: fake.roots.business,
    openapiRoot: fake.roots.openapi,
    runtime,
  })
  return { clock, fake, runtime, store, tokens, oa, zbs }
}

/** The error that `work` rejects with. */
export async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => {
      throw new Error('It should have failed.')
    },
    (error: unknown) => error,
  )
}
