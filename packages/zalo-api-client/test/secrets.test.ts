import { inspect } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BotClient } from '../src/bot/bot-client.ts'
import { ZaloError } from '../src/errors/zalo-error.ts'
import { OaClient } from '../src/oa/oa-client.ts'
import { OaTokenSource } from '../src/oauth/oa-token-source.ts'
import type { Runtime } from '../src/runtime.ts'
import { hourMs } from '../src/testing/fake-clock.ts'
import { ZbsClient } from '../src/zbs/zbs-client.ts'
import { type FakeWorld, failureOf, fakeWorld } from './fake-world.ts'

const phone = '84987654321'
const text = 'Lời nhắn riêng của tôi'
let world: FakeWorld
let bot: BotClient
let secrets: string[]

beforeEach(async () => {
  world = await fakeWorld()
  const { fake, runtime, tokens } = world
  bot = new BotClient({ token: fake.bot.token, botApiRoot: fake.roots.botApi, runtime })
  const state = await world.store.read()
  const refreshToken = state?.kind === 'active' ? state.pair.refreshToken : ''
  const { appSecret, oaSecretKey } = fake.app
  secrets = [fake.bot.token, await tokens.accessToken(), refreshToken, appSecret, oaSecretKey, phone, text]
})

afterEach(() => world.fake.stop())

function expectClean(error: unknown): void {
  const shown = [String(error), inspect(error, { depth: 10, showHidden: true }), JSON.stringify(error)]
  if (error instanceof Error) shown.push(error.stack ?? '', JSON.stringify({ ...error }))
  for (const secret of secrets) {
    for (const each of shown) expect(each).not.toContain(secret)
  }
}

/** Whatever Zalo says back: everything it was told. */
const echoing = (runtime: Runtime): Runtime => ({
  ...runtime,
  fetch: async (url, init) => {
    const told = JSON.stringify({ url, headers: init.headers, body: String(init.body) })
    return Response.json({
      error: -201,
      error_code: 400,
      ok: false,
      message: told,
      description: told,
      error_name: told,
    })
  },
})

/** The network fails with everything in its error. */
const failing = (runtime: Runtime): Runtime => ({
  ...runtime,
  fetch: async (url, init) => {
    throw new TypeError(`fetch failed ${url}`, { cause: new Error(JSON.stringify(init)) })
  },
})

test.each([
  ['answers', echoing, false],
  ['answers whose texts are asked for', echoing, true],
  ['network errors', failing, false],
])('no token, phone or text gets from %s into an error', async (_from, spoil, errorTexts) => {
  const { fake, tokens, store } = world
  const runtime = spoil(world.runtime)
  const { appId, appSecret } = fake.app
  const oa = new OaClient({ tokens, runtime, proofSecret: appSecret, errorTexts })
  const zbs = new ZbsClient({ tokens, runtime, errorTexts })
  const spoiltBot = new BotClient({ token: fake.bot.token, runtime, errorTexts })
  const message = { templateId: '1', data: { text }, trackingId: 't' }
  const refreshing = new OaTokenSource({ appId, appSecret, store, runtime })
  await world.clock.advance(24 * hourMs)
  const works = [
    oa.sendMessage({ userId: '8000000000000000001' }, { kind: 'text', text }),
    oa.userDetail('8000000000000000001'),
    zbs.sendByPhone(phone, message),
    spoiltBot.sendMessage('chat', text),
    spoiltBot.getUpdates(),
    refreshing.renew((await tokens.accessToken()) ?? ''),
    refreshing.exchangeCode(secrets[2] ?? ''),
  ]
  for (const work of works) {
    const error = await failureOf(work)
    expect(error).toBeInstanceOf(ZaloError)
    expectClean(error)
  }
})

test('an error about a limit names the limit and not the text', async () => {
  const { oa, zbs } = world
  expectClean(await failureOf(oa.sendMessage({ userId: '1' }, { kind: 'text', text: text.repeat(200) })))
  expectClean(await failureOf(bot.sendMessage('chat', text.repeat(200))))
  expectClean(await failureOf(zbs.sendByPhone(`${phone}0`, { templateId: '1', data: {}, trackingId: 't' })))
})

test('a root that is no address does not spill the token in it', async () => {
  const broken = new BotClient({ token: world.fake.bot.token, botApiRoot: 'not an address' })
  const error = await failureOf(broken.getMe())
  expect(error).toMatchObject({ errorClass: 'not-delivered', reason: 'ERR_INVALID_URL' })
  expectClean(error)
})

test('a client, a token source and its health can be logged as they are', async () => {
  const { oa, zbs, tokens } = world
  for (const thing of [oa, zbs, bot, tokens, await tokens.health()]) expectClean(thing)
})
