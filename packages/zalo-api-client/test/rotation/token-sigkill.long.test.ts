import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ZaloNeedsConsentError } from '../../src/errors/needs-consent-error.ts'
import { OaTokenSource } from '../../src/oauth/oa-token-source.ts'
import { FakeZalo } from '../../src/testing/fake-zalo.ts'
import { FileTokenStore } from './file-token-store.ts'
import { freePort } from './free-port.ts'
import { type KillPoint, killPoints } from './kill-point.ts'

let fake: FakeZalo
let folder: string
let store: FileTokenStore
let lockPort: number
let survivor: OaTokenSource

beforeEach(async () => {
  fake = await FakeZalo.start()
  folder = await mkdtemp(join(tmpdir(), 'zalo-tokens-'))
  lockPort = await freePort()
  store = new FileTokenStore(join(folder, 'tokens.json'), lockPort)
  const { accessToken, refreshToken } = fake.oauth.issue()
  const pair = { accessToken, refreshToken, obtainedAt: 0, accessExpiresAt: 1 }
  await store.write({ kind: 'active', pair, previous: null, refreshBegunAt: null })
  const { appId, appSecret } = fake.app
  survivor = new OaTokenSource({ appId, appSecret, oauthRoot: fake.roots.oauth, store })
})

afterEach(async () => {
  await fake.stop()
  await rm(folder, { recursive: true })
})

// Zalo has rotated and the new pair was only in the dead process: nothing but a new consent can help.
const lost: readonly KillPoint[] = ['after-rotation', 'before-save', 'during-save']

test.each(killPoints)('killed %s: the next process has a working pair or a clear needs-consent', async point => {
  const child = startChild(point, 'die')
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
  if (lost.includes(point)) {
    await expect(survivor.accessToken()).rejects.toBeInstanceOf(ZaloNeedsConsentError)
    expect(await survivor.health()).toMatchObject({ kind: 'needs-consent', reason: 'lost', code: -14014 })
    await survivor.exchangeCode(fake.oauth.consent())
  } else {
    expect(Math.max(0, ...fake.oauth.presented.values())).toBeLessThanOrEqual(1)
  }
  expect(fake.oauth.stateOf(await survivor.accessToken())).toBe('valid')
  expect(await survivor.health()).toMatchObject({ kind: 'active' })
  expect(fake.oauth.rotations).toBe(1)
})

test('a process that waits for the lock gets it when its holder is killed', async () => {
  const child = startChild('after-lock', 'wait')
  await once(child, 'message')
  const waiting = survivor.accessToken()
  await new Promise(resolve => setImmediate(resolve))
  child.kill('SIGKILL')
  expect(fake.oauth.stateOf(await waiting)).toBe('valid')
})

function startChild(point: KillPoint, how: 'die' | 'wait'): ChildProcess {
  const { appId, appSecret } = fake.app
  const script = fileURLToPath(new URL('kill-child.ts', import.meta.url))
  const args = [join(folder, 'tokens.json'), String(lockPort), fake.roots.oauth, appId, appSecret, point, how]
  return fork(script, args, { execArgv: ['--import', 'tsx'] })
}
