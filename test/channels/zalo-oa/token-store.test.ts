import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { OaTokenSource, systemRuntime, type TokenState } from 'zalo-api-client'
import { FakeZalo } from 'zalo-api-client/testing'
import { DatabaseTokenStore, TokenLeaseLost } from '../../../src/channels/zalo-oa/token-store.ts'
import type { Store } from '../../../src/store/open.ts'
import { seal, unseal } from '../../../src/store/seal.ts'
import { freshEmbedded } from '../../support/database.ts'

const state = (name: string): TokenState => ({
  kind: 'active',
  pair: { accessToken: `access-${name}`, refreshToken: `refresh-${name}`, obtainedAt: 1, accessExpiresAt: 2 },
  previous: null,
  refreshBegunAt: null,
})
const need = { atLeastMs: 60_000 }

describe('the tokens of an OA in the database', () => {
  let store: Store
  const open = (secret = 'app-secret', oaId = '1') => new DatabaseTokenStore(store.prisma, oaId, secret)
  const lapse = () => store.prisma.$executeRaw`UPDATE channel_token SET lease_until = '2000-01-01'`
  beforeEach(async () => {
    store = await freshEmbedded()
  })
  afterEach(() => store.close())

  test('are what was written last, at once and for every process, and cannot be read in the database', async () => {
    await open().exclusively(need, async slot => {
      await slot.write(state('a'))
      expect(await open().read()).toEqual(state('a'))
    })
    expect(await open().read()).toEqual(state('a'))
    const rows = JSON.stringify(await store.prisma.channelToken.findMany({ omit: { fence: true } }))
    expect(rows).not.toMatch(/access-a|refresh-a/)
    expect(await open('another-secret').read()).toBeNull()
    expect(await open('app-secret', '2').read()).toBeNull()
  })

  test('are in one hand at a time', async () => {
    let inside = 0
    let most = 0
    const work = async () => {
      inside += 1
      most = Math.max(most, inside)
      await new Promise(resolve => setTimeout(resolve, 5))
      inside -= 1
    }
    await Promise.all([1, 2, 3].map(() => open().exclusively(need, work)))
    expect(most).toBe(1)
  })

  test('of a holder that is gone are free again when its lease has run out, and its late write is refused', async () => {
    let late: Promise<void> | undefined
    await open().exclusively(need, async slot => {
      await lapse()
      await open().exclusively(need, async other => {
        await other.write(state('new'))
        late = slot.write(state('old'))
        await expect(late).rejects.toBeInstanceOf(TokenLeaseLost)
      })
    })
    expect(await open().read()).toEqual(state('new'))
  })

  test('are free again after work that failed', async () => {
    const failing = open().exclusively(need, async () => {
      throw new Error('bug')
    })
    await expect(failing).rejects.toThrow('bug')
    expect(await open().exclusively(need, async () => 'in')).toBe('in')
  })

  test('are refreshed once however many ask for them, with single-use refresh tokens', async () => {
    const fake = await FakeZalo.start()
    const { appId, appSecret } = fake.app
    const source = () =>
      new OaTokenSource({ appId, appSecret, store: open(), oauthRoot: fake.roots.oauth, runtime: systemRuntime })
    await source().seed(fake.oauth.issue().refreshToken)
    const tokens = await Promise.all(Array.from({ length: 8 }, () => source().accessToken()))
    expect(new Set(tokens).size).toBe(1)
    expect([...fake.oauth.presented.values()]).toEqual([1])
    await fake.stop()
  })
})

test('a sealed text opens with its secret and name only, and not when it is damaged', () => {
  const sealed = seal('mã', 's', 'n')
  expect(unseal(sealed, 's', 'n')).toBe('mã')
  expect([unseal(sealed, 'x', 'n'), unseal(sealed, 's', 'x'), unseal('', 's', 'n')]).toEqual([null, null, null])
  const bytes = Buffer.from(sealed, 'base64')
  bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20)
  expect(unseal(bytes.toString('base64'), 's', 'n')).toBeNull()
  expect(seal('mã', 's', 'n')).not.toBe(sealed)
})
