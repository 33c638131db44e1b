import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FakeZalo } from 'zalo-api-client/testing'
import { DatabaseTokenStore } from '../../src/channels/zalo-oa/token-store.ts'
import { projectRoot } from '../../src/project-root.ts'
import { builtProgram } from '../support/built-program.ts'
import { freshPostgres } from '../support/database.ts'

/** 10,000 races: in each round two processes race for the token of every OA at the same moment. */
const OAS = 100
const rounds = 100

let store: Awaited<ReturnType<typeof freshPostgres>>
let fake: FakeZalo
const racers: ChildProcess[] = []

beforeAll(async () => {
  store = await freshPostgres()
  fake = await FakeZalo.start()
})
afterAll(async () => {
  for (const racer of racers) racer.kill('SIGKILL')
  await fake.stop()
  await store.close()
})

test(`${rounds * OAS} refresh races between two processes over the database: never two with one token, never a lost pair`, async () => {
  const tokensOf = (oa: number) => new DatabaseTokenStore(store.prisma, String(oa), fake.app.appSecret)
  for (let oa = 0; oa < OAS; oa += 1) {
    const { accessToken, refreshToken, expiresAt } = fake.oauth.issue()
    const pair = { accessToken, refreshToken, obtainedAt: expiresAt - 90_000_000, accessExpiresAt: expiresAt }
    await tokensOf(oa).exclusively({ atLeastMs: 1_000 }, slot =>
      slot.write({ kind: 'active', pair, previous: null, refreshBegunAt: null }),
    )
  }
  const both = [racer(), racer()]
  let before = await Promise.all(both.map(one => one.next()))
  for (let round = 1; round <= rounds; round += 1) {
    for (const one of both) one.go()
    const after = await Promise.all(both.map(one => one.next()))
    for (let oa = 0; oa < OAS; oa += 1) {
      const [one, other, old] = [after[0]?.[oa], after[1]?.[oa], before[0]?.[oa]]
      if (one === undefined || one !== other || one === old) throw new Error(`round ${round}: OA ${oa} has two tokens`)
    }
    if (fake.oauth.rotations !== round * OAS) throw new Error(`round ${round}: ${fake.oauth.rotations} refreshes`)
    before = after
  }
  expect(fake.oauth.presented.size).toBe(rounds * OAS)
  expect(Math.max(...fake.oauth.presented.values())).toBe(1)
  for (let oa = 0; oa < OAS; oa += 1) {
    const state = await tokensOf(oa).read()
    expect(fake.oauth.stateOf(state?.kind === 'active' ? state.pair.accessToken : null)).toBe('valid')
  }
})

function racer(): { go(): void; next(): Promise<string[]> } {
  const { appId, appSecret } = fake.app
  const args = [store.databaseUrl, fake.roots.oauth, appId, appSecret, String(OAS)]
  const child = spawn(process.execPath, [builtProgram('race-process'), ...args], {
    cwd: projectRoot,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  racers.push(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    go: () => void child.stdin.write('go\n'),
    next: async () => {
      const { value, done } = await lines.next()
      if (done) throw new Error('a racer has ended')
      return JSON.parse(value)
    },
  }
}
