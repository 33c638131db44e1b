import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ErrorClass } from '../src/errors/error-class.ts'
import { ZaloApiError } from '../src/errors/zalo-api-error.ts'
import { Pace } from '../src/limits/pace.ts'
import { OaClient } from '../src/oa/oa-client.ts'
import type { FakeUser } from '../src/testing/fake-users.ts'
import { type FakeWorld, failureOf, fakeWorld } from './fake-world.ts'

let world: FakeWorld
let user: FakeUser

beforeEach(async () => {
  world = await fakeWorld()
  user = world.fake.users.add({ lastInteractionAt: world.clock.now() })
})

afterEach(() => world.fake.stop())

const send = () => world.oa.sendMessage({ userId: user.id }, { kind: 'text', text: 'Chào' })

// Written from the documentation's tables, not from the code's.
const oaTable: [ErrorClass, number[]][] = [
  ['wait', [-32, -214]],
  ['attachment-expired', [-100]],
  ['permanent', [-200, -248, -1340, -1341]],
  ['payload', [-201, -210, -233]],
  ['configuration', [-204, -205, -209, -212, -219, -221, -223, -235, -237, -238, -240, -241, -242, -403]],
  // A token that is refused twice: the refresh did not help, so it is a permission.
  ['configuration', [-216, -220, 216, 401, -401]],
  ['quota', [-211, -218]],
  ['recipient', [-213, -217, -227, -244]],
  ['billing', [-224, -320, -321]],
  ['outside-window', [-230, -231, -232]],
  ['schedule', [-234]],
  ['use-phone', [-249]],
  ['ambiguous', [-99999, 7, -1]],
]
test.each(oaTable.flatMap(([errorClass, codes]) => codes.map(code => [code, errorClass] as const)))(
  'OA code %i means %s',
  async (code, errorClass) => {
    world.fake.faults.add('openapi', { kind: 'code', code }, { times: 2 })
    expect(await failureOf(send())).toMatchObject({ platform: 'oa', operation: 'sendMessage', code, errorClass })
    expect(world.fake.oa.sent.all).toEqual([])
  },
)

const zbsTable: [ErrorClass, number[]][] = [
  ['wait', [-100, -32]],
  ['configuration', [-101, -102, -103, -104, -105, -109, -117, -131, -120, -135, -136, -138, -126, -127, -1241]],
  ['configuration', [-124]],
  ['permanent', [-106, -107]],
  ['recipient', [-108, -110, -118, -139, -140, -141]],
  ['payload', [-111, -112, -1121, -1122, -1123, -1124, -113, -1131, -1132, -114, -116, -121, -122, -132, -130]],
  ['billing', [-115, -137]],
  ['schedule', [-133]],
  ['quota', [-144, -1441, -147, -1471, -1472]],
  ['use-phone', [-249]],
  ['ambiguous', [-99999]],
]
test.each(zbsTable.flatMap(([errorClass, codes]) => codes.map(code => [code, errorClass] as const)))(
  'ZBS code %i means %s',
  async (code, errorClass) => {
    world.fake.faults.add('business', { kind: 'code', code }, { times: 2 })
    const message = { templateId: '1', data: {}, trackingId: 't' }
    const error = await failureOf(world.zbs.sendByPhone('0987654321', message))
    expect(error).toMatchObject({ platform: 'zbs', operation: 'sendByPhone', code, errorClass })
  },
)

test.each([-216, -220, 216, 401, -401])('on %i the token is refreshed once and the call repeated once', async code => {
  const { fake } = world
  fake.faults.add('openapi', { kind: 'code', code })
  await send()
  expect(fake.oauth.rotations).toBe(1)
  expect(fake.oa.sent.all).toHaveLength(1)
})

test('on -124 the ZBS call is repeated with a fresh token', async () => {
  const { fake, zbs } = world
  fake.faults.add('business', { kind: 'code', code: -124 })
  expect(await zbs.quota()).toEqual({ daily: 500, remaining: 500 })
  expect(fake.oauth.rotations).toBe(1)
})

test('a token that the server has expired is replaced without the caller noticing', async () => {
  world.fake.oauth.expireAccess()
  await send()
  expect(world.fake.oauth.rotations).toBe(1)
})

test('a fresh token refused again is a permission problem and never a loop', async () => {
  const { fake } = world
  fake.faults.add('openapi', { kind: 'code', code: -216 }, { times: 50 })
  expect(await failureOf(send())).toMatchObject({ errorClass: 'configuration', code: -216 })
  expect(fake.oauth.rotations).toBe(1)
})

test('-217 from a token that never worked is tried with a fresh one, from a proven token it is the recipient', async () => {
  const { fake } = world
  fake.faults.add('openapi', { kind: 'code', code: -217 })
  await send()
  expect(fake.oauth.rotations).toBe(1)
  fake.faults.add('openapi', { kind: 'code', code: -217 })
  expect(await failureOf(send())).toMatchObject({ errorClass: 'recipient', code: -217 })
  expect(fake.oauth.rotations).toBe(1)
})

test('many recipients who blocked the OA cost one refresh, not one each', async () => {
  const { fake } = world
  fake.faults.add('openapi', { kind: 'code', code: -217 }, { times: 20 })
  for (let n = 0; n < 10; n += 1) await failureOf(send())
  expect(fake.oauth.rotations).toBe(1)
})

test('-200 is tried once more, then it is final', async () => {
  const { fake } = world
  fake.faults.add('openapi', { kind: 'code', code: -200 })
  await send()
  expect(fake.oa.sent.all).toHaveLength(1)
})

test('-32 says to wait a minute, and a shared pace then does', async () => {
  const { fake, runtime, tokens, clock } = world
  fake.oa.rate.perMinute = 3
  const pace = new Pace(3)
  const oa = new OaClient({ tokens, openapiRoot: fake.roots.openapi, runtime, pace })
  const started = clock.now()
  for (let n = 0; n < 9; n += 1) await oa.quota()
  expect(clock.now() - started).toBeGreaterThanOrEqual(2 * 60_000)
  const hasty = new OaClient({ tokens, openapiRoot: fake.roots.openapi, runtime })
  for (let n = 0; n < 3; n += 1) await hasty.quota().catch(() => null)
  expect(await failureOf(hasty.quota())).toMatchObject({ errorClass: 'wait', code: -32, retryAfterMs: 60_000 })
})

test('success is decided by the body: an error with 200 fails, a success with 500 does not', async () => {
  const { fake } = world
  fake.faults.add('openapi', { kind: 'code', code: -213 })
  await expect(send()).rejects.toMatchObject({ errorClass: 'recipient' })
  const html = '{"error":0,"message":"Success","data":{"message_id":"abc"}}'
  fake.faults.add('openapi', { kind: 'page', status: 500, html })
  expect((await send()).messageId).toBe('abc')
})

test.each(['', '<html>502</html>', '[]', '{}', '{"message":"Success"}', '{"error":"zero"}', '{"error":null}'])(
  'an answer that is no answer is ambiguous: %j',
  async html => {
    world.fake.faults.add('openapi', { kind: 'page', status: 200, html })
    expect(await failureOf(send())).toMatchObject({ errorClass: 'ambiguous', code: null })
  },
)

test('ids in answers keep every digit even when Zalo leaves the quotes out', async () => {
  const html = '{"error":0,"data":{"message_id":9007199254740993123,"user_id":8000000000000000001}}'
  world.fake.faults.add('openapi', { kind: 'page', status: 200, html })
  expect((await send()).messageId).toBe('9007199254740993123')
})

test('a call that Zalo does not know is a configuration error', async () => {
  const { tokens, fake, runtime } = world
  const oa = new OaClient({ tokens, openapiRoot: `${fake.roots.openapi}/old`, runtime })
  await expect(oa.quota()).rejects.toBeInstanceOf(ZaloApiError)
  await expect(oa.quota()).rejects.toMatchObject({ errorClass: 'configuration', code: null })
})

test('an answer that is lost is ambiguous and not repeated; a refused connection is not delivered', async () => {
  const { fake } = world
  fake.faults.add('openapi', { kind: 'drop-after' })
  expect(await failureOf(send())).toMatchObject({ errorClass: 'ambiguous', name: 'ZaloTransportError' })
  expect(fake.oa.sent.all).toHaveLength(1)
  await fake.stop()
  expect(await failureOf(send())).toMatchObject({ errorClass: 'not-delivered', reason: 'ECONNREFUSED' })
})

test('an app that demands appsecret_proof gets the right one', async () => {
  const { fake, tokens, runtime } = world
  fake.oa.demandsProof = true
  const settings = { tokens, openapiRoot: fake.roots.openapi, runtime }
  await expect(new OaClient(settings).quota()).rejects.toMatchObject({ errorClass: 'configuration', code: -242 })
  await new OaClient({ ...settings, proofSecret: fake.app.appSecret }).quota()
})
