import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ZaloNeedsConsentError } from '../src/errors/needs-consent-error.ts'
import { ZaloError } from '../src/errors/zalo-error.ts'
import { OaClient } from '../src/oa/oa-client.ts'
import { OaTokenSource } from '../src/oauth/oa-token-source.ts'
import { hourMs } from '../src/testing/fake-clock.ts'
import { type FakeWorld, failureOf, fakeWorld } from './fake-world.ts'

let world: FakeWorld
beforeEach(async () => {
  world = await fakeWorld()
})
afterEach(() => world.fake.stop())

/** The token endpoint answers every call of one refresh with this; an object is its JSON. */
async function refreshed(status: number, answer: object | string): Promise<unknown> {
  const { fake, clock, tokens } = world
  const html = typeof answer === 'string' ? answer : JSON.stringify(answer)
  fake.faults.add('oauth', { kind: 'page', status, html }, { times: 2 })
  await clock.advance(25 * hourMs)
  return failureOf(tokens.accessToken())
}

const name = 'Invalid refresh token'

describe.each([200, 400])('with HTTP status %i', status => {
  test.each<[string, object]>([
    ['a name and a reason', { error_name: name, error_reason: 'The refresh token is not valid' }],
    ['a name alone', { error_name: name }],
    ['a reason alone', { error_reason: 'Refresh token expired' }],
    ['a description alone', { error_description: 'refresh_token has already been used' }],
    ['a message alone', { message: 'Refresh token hết hạn' }],
    ['a number as text', { error: '-14014', error_name: '' }],
    ['a number', { error: -14014 }],
    ['a nested number', { error: { code: -14014, message: 'x' } }],
    ['a nested name', { error: { error_name: name } }],
    ['a number in data', { data: { error: -14014 } }],
    ['zero and a name', { error: 0, error_name: name }],
    ['the form of the OAuth standard', { error: 'invalid_grant', error_description: 'x' }],
    ['an unknown number and a known name', { error: -14999, error_name: name }],
  ])('%s means a new consent', async (_what, answer) => {
    expect(await refreshed(status, answer)).toBeInstanceOf(ZaloNeedsConsentError)
    expect(await world.tokens.health()).toMatchObject({ kind: 'needs-consent', reason: 'refused' })
  })

  test.each<[string, object, string]>([
    ['a wrong app secret by name', { error_name: 'Invalid secret key' }, 'app-secret'],
    ['a wrong app secret by reason', { error_reason: 'app secret is incorrect' }, 'app-secret'],
    ['a wrong app secret with a number', { error: -14002, error_name: 'Invalid app secret' }, 'app-secret'],
    ['an unknown app', { error_name: 'Invalid app id' }, 'app-id'],
    ['an unknown app by another name', { error: 'invalid_client' }, 'app-id'],
    ['a wrong callback', { error: -14003 }, 'redirect-uri'],
  ])('%s is told as such, and the refresh token is kept', async (_what, answer, setting) => {
    expect(await refreshed(status, answer)).toMatchObject({ errorClass: 'configuration', refusedSetting: setting })
    expect(await world.tokens.health()).toMatchObject({ kind: 'active' })
  })
})

test.each<[string, number, object | string]>([
  ['a page', 200, '<html>Bảo trì: invalid refresh token</html>'],
  ['a page with an error status', 502, '<html>Bad gateway</html>'],
  ['nothing', 200, ''],
  ['null', 200, 'null'],
  ['a list', 200, '[]'],
  ['an empty object', 200, {}],
  ['a name that nobody knows', 400, { error_name: 'Something else' }],
  ['a number that nobody knows', 200, { error: -1 }],
  ['a host in trouble that speaks of the token', 500, { error_name: 'Invalid refresh token cache' }],
  ['an internal error that speaks of the token', 200, { error_reason: 'Internal error: refresh token not found' }],
  ['a rate limit that speaks of the token', 429, { error_name: 'Invalid: too many refresh token calls' }],
  ['a type of grant', 400, { error_name: 'Invalid grant type' }],
])('%s settles nothing, and the refresh token is kept', async (_what, status, answer) => {
  expect(await refreshed(status, answer)).toMatchObject({ errorClass: 'ambiguous' })
  expect(await world.tokens.health()).toMatchObject({ kind: 'active' })
  expect(await world.tokens.accessToken()).not.toBe('')
})

test('what Zalo says is in the error, without the token, the secret and what they are cut into', async () => {
  const { fake, clock, tokens, store } = world
  const state = await store.read()
  const token = state?.kind === 'active' ? state.pair.refreshToken : ''
  const told = `Refresh token ${token} (${token.slice(0, 12)}…) of ${fake.app.appSecret} and 0987 654 321, a@b.vn is invalid`
  const error = await refreshed(400, { error_name: name, error_description: told })
  const said = error instanceof ZaloError ? error.said : null
  expect(said).toMatch(/^Invalid refresh token; Refresh token … \(…+\) of … and …, … is invalid$/)
  expect(await tokens.health()).toMatchObject({ said })
  await clock.advance(hourMs)
  expect(await failureOf(tokens.accessToken())).toMatchObject({ said })
})

test('the fake refuses without numbers, too, and a code is refused in the same way', async () => {
  const { fake, runtime, store } = world
  for (const form of ['named', 'named-400'] as const) {
    fake.oauth.refusalsAre = form
    const { appId, appSecret } = fake.app
    const source = (secret: string) =>
      new OaTokenSource({ appId, appSecret: secret, store, oauthRoot: fake.roots.oauth, runtime })
    expect(await failureOf(source(appSecret).exchangeCode('used-up'))).toMatchObject({ errorClass: 'needs-consent' })
    expect(await failureOf(source('wrong').exchangeCode('any'))).toMatchObject({ refusedSetting: 'app-secret' })
  }
})

test('the other hosts tell what they say on request only, without the words of the message', async () => {
  const { fake, tokens, runtime } = world
  const answers = (errorTexts: boolean) => {
    const oa = new OaClient({ tokens, openapiRoot: fake.roots.openapi, runtime, errorTexts })
    const message = 'Parameter text «Lời nhắn» of 84987654321 is invalid'
    fake.faults.add('openapi', { kind: 'page', status: 200, html: JSON.stringify({ error: -201, message }) })
    return failureOf(oa.sendMessage({ userId: '8000000000000000001' }, { kind: 'text', text: 'Lời nhắn riêng' }))
  }
  expect(await answers(false)).toMatchObject({ code: -201, said: null })
  expect(await answers(true)).toMatchObject({ code: -201, said: 'Parameter text «… …» of … is invalid' })
})
