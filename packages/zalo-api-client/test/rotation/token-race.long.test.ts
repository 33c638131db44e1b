import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FakeZalo } from '../../src/testing/fake-zalo.ts'
import { type Ask, TokenLender } from './lent-token-store.ts'

/** 10,000 races: in each round the two processes race for the token of every OA at the same moment. */
const OAS = 20
const rounds = 500

let fake: FakeZalo
let lenders: TokenLender[]
const racers: ChildProcess[] = []

beforeEach(async () => {
  fake = await FakeZalo.start()
  lenders = Array.from({ length: OAS }, () => {
    const { accessToken, refreshToken, expiresAt } = fake.oauth.issue()
    const pair = { accessToken, refreshToken, obtainedAt: expiresAt - 90_000_000, accessExpiresAt: expiresAt }
    return new TokenLender({ kind: 'active', pair, previous: null, refreshBegunAt: null })
  })
})

afterEach(async () => {
  for (const racer of racers.splice(0)) racer.kill('SIGKILL')
  await fake.stop()
})

test(`${rounds * OAS} refresh races between two processes: one refresh each, no token presented twice`, async () => {
  const [left, right] = [startRacer(), startRacer()]
  let before = await Promise.all([next(left), next(right)])
  expect(before[0]).toEqual(before[1])
  for (let round = 1; round <= rounds; round += 1) {
    const answers = Promise.all([next(left), next(right)])
    left.send({ go: true })
    right.send({ go: true })
    const after = await answers
    for (let oa = 0; oa < OAS; oa += 1) {
      const [one, other, old] = [after[0][oa], after[1][oa], before[0][oa]]
      if (one === undefined || one !== other || one === old) throw new Error(`round ${round}: OA ${oa} has two tokens`)
    }
    // Both have the same new token of each OA, and one of them has fetched it.
    if (fake.oauth.rotations !== round * OAS) throw new Error(`round ${round}: ${fake.oauth.rotations} refreshes`)
    before = after
  }
  expect(fake.oauth.presented.size).toBe(rounds * OAS)
  expect(Math.max(...fake.oauth.presented.values())).toBe(1)
  for (const { state } of lenders) {
    expect(state.kind).toBe('active')
    expect(fake.oauth.stateOf(state.kind === 'active' ? state.pair.accessToken : null)).toBe('valid')
  }
  // They did meet: in most races one came while the other was at it.
  expect(lenders.reduce((sum, { waits }) => sum + waits, 0)).toBeGreaterThan((rounds * OAS) / 2)
}, 300_000)

function startRacer(): ChildProcess {
  const { appId, appSecret } = fake.app
  const script = fileURLToPath(new URL('race-child.ts', import.meta.url))
  const racer = fork(script, [fake.roots.oauth, appId, appSecret, String(OAS)], { execArgv: ['--import', 'tsx'] })
  racer.on('message', (message: Ask | object) => {
    if ('ask' in message) lenders[message.oa]?.answer(racer, message)
  })
  racers.push(racer)
  return racer
}

function next(racer: ChildProcess): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const take = ({ tokens, error }: { tokens?: string[]; error?: string }) => {
      if (tokens === undefined && error === undefined) return
      racer.off('message', take)
      if (tokens === undefined) reject(new Error(error))
      else resolve(tokens)
    }
    racer.on('message', take)
  })
}
