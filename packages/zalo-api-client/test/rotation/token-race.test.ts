import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FakeZalo } from '../../src/testing/fake-zalo.ts'
import { FileTokenStore } from './file-token-store.ts'
import { freePort } from './free-port.ts'

// The full run of 10,000 takes a minute or so: set ZALO_TOKEN_RACES=10000 for it.
const races = Number(process.env.ZALO_TOKEN_RACES ?? '1000')

let fake: FakeZalo
let folder: string
let store: FileTokenStore
let lockPort: number
const racers: ChildProcess[] = []

beforeEach(async () => {
  fake = await FakeZalo.start()
  folder = await mkdtemp(join(tmpdir(), 'zalo-tokens-'))
  lockPort = await freePort()
  store = new FileTokenStore(join(folder, 'tokens.json'), lockPort)
  const { accessToken, refreshToken, expiresAt } = fake.oauth.issue()
  const pair = { accessToken, refreshToken, obtainedAt: expiresAt - 90_000_000, accessExpiresAt: expiresAt }
  await store.write({ kind: 'active', pair, previous: null, refreshBegunAt: null })
})

afterEach(async () => {
  for (const racer of racers.splice(0)) racer.kill('SIGKILL')
  await fake.stop()
  await rm(folder, { recursive: true })
})

test(`${races} refresh races between two processes: one refresh each, no token presented twice`, async () => {
  const [left, right] = [startRacer(), startRacer()]
  const begun = await Promise.all([next(left), next(right)])
  expect(new Set(begun).size).toBe(1)
  for (let race = 1; race <= races; race += 1) {
    const answers = Promise.all([next(left), next(right)])
    left.send('go')
    right.send('go')
    const [one, other] = await answers
    // Both have the same working token, and one of them has fetched it.
    if (one !== other || fake.oauth.rotations !== race) throw new Error(`race ${race} was not won by exactly one`)
  }
  expect(fake.oauth.presented.size).toBe(races)
  expect(Math.max(...fake.oauth.presented.values())).toBe(1)
  const state = await store.read()
  expect(state?.kind).toBe('active')
  expect(fake.oauth.stateOf(state?.kind === 'active' ? state.pair.accessToken : null)).toBe('valid')
}, 300_000)

function startRacer(): ChildProcess {
  const { appId, appSecret } = fake.app
  const script = fileURLToPath(new URL('race-child.ts', import.meta.url))
  const args = [join(folder, 'tokens.json'), String(lockPort), fake.roots.oauth, appId, appSecret]
  const racer = fork(script, args, { execArgv: ['--import', 'tsx'] })
  racers.push(racer)
  return racer
}

function next(racer: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    racer.once('message', (answer: { token?: string; error?: string }) => {
      if (answer.token === undefined) reject(new Error(answer.error ?? 'no answer'))
      else resolve(answer.token)
    })
  })
}
