import { afterEach, beforeEach, expect, test } from 'vitest'
import { BotClient } from '../src/bot/bot-client.ts'
import type { ErrorClass } from '../src/errors/error-class.ts'
import { type FakeWorld, failureOf, fakeWorld } from './fake-world.ts'

let world: FakeWorld
let bot: BotClient
let chat: string

beforeEach(async () => {
  world = await fakeWorld()
  const { fake, runtime } = world
  bot = new BotClient({ token: fake.bot.token, botApiRoot: fake.roots.botApi, runtime })
  chat = fake.bot.addChat()
})

afterEach(() => world.fake.stop())

test('every documented method works', async () => {
  const { fake } = world
  expect(await bot.getMe()).toEqual({
    id: '1459232241454765289',
    accountName: 'bot.fake',
    accountType: 'BASIC',
    mayJoinGroups: false,
  })
  const sent = await bot.sendMessage(chat, 'Xin chào')
  expect(sent).toEqual({ messageId: fake.bot.sent.last?.messageId, sentAt: world.clock.now() })
  await bot.sendPhoto(chat, 'https://example.vn/a.jpg', 'Ảnh')
  await bot.sendPhoto(chat, 'https://example.vn/a.jpg')
  await bot.sendSticker(chat, 'bfe458bf64fa8da4d4eb')
  await bot.sendVoice(chat, 'https://example.vn/a.aac')
  await bot.sendChatAction(chat, 'typing')
  expect(fake.bot.sent.all.map(({ method, text }) => [method, text])).toEqual([
    ['sendMessage', 'Xin chào'],
    ['sendPhoto', 'Ảnh'],
    ['sendPhoto', null],
    ['sendSticker', null],
    ['sendVoice', null],
  ])
  expect(fake.bot.actions).toEqual([{ chatId: chat, action: 'typing' }])
  const url = 'https://thidua.example/webhooks/zalo-bot'
  expect(await bot.setWebhook(url, 'secret-secret')).toEqual({ url, updatedAt: world.clock.now() })
  expect(await bot.getWebhookInfo()).toMatchObject({ url })
  expect(await bot.deleteWebhook()).toMatchObject({ url: null })
})

test.each([
  ['bot.text.characters', () => bot.sendMessage(chat, 'a'.repeat(2001))],
  ['bot.text.characters', () => bot.sendMessage(chat, '')],
  ['bot.caption.characters', () => bot.sendPhoto(chat, 'https://example.vn/a.jpg', 'a'.repeat(2001))],
  ['bot.photo.url', () => bot.sendPhoto(chat, '/tmp/a.jpg')],
  ['bot.voice.url', () => bot.sendVoice(chat, 'a.aac')],
  ['bot.webhook.url', () => bot.setWebhook('http://thidua.example', 'secret-secret')],
  ['bot.webhook.secret', () => bot.setWebhook('https://thidua.example', 'short')],
  ['bot.webhook.secret', () => bot.setWebhook('https://thidua.example', 's'.repeat(257))],
] as const)('%s is checked before sending and named', async (limit, send) => {
  expect(await failureOf(send())).toMatchObject({ name: 'ZaloLimitError', limit, errorClass: 'payload' })
})

const table: [number, ErrorClass][] = [
  [400, 'payload'],
  [401, 'configuration'],
  [403, 'wait'],
  [404, 'permanent'],
  [408, 'ambiguous'],
  [429, 'quota'],
  [499, 'ambiguous'],
]
test.each(table)('Bot code %i of a send means %s', async (code, errorClass) => {
  world.fake.faults.add('bot', { kind: 'code', code })
  const error = await failureOf(bot.sendMessage(chat, 'Chào'))
  expect(error).toMatchObject({ platform: 'bot', operation: 'sendMessage', code, errorClass })
})

test.each([true, false])('errors are read whether or not they set the HTTP status (%s)', async errorsHaveHttpStatus => {
  world.fake.bot.errorsHaveHttpStatus = errorsHaveHttpStatus
  expect(await failureOf(bot.sendMessage('nobody', 'Chào'))).toMatchObject({ code: 404, errorClass: 'permanent' })
  world.fake.bot.isQuotaUsedUp = true
  expect(await failureOf(bot.sendMessage(chat, 'Chào'))).toMatchObject({ code: 429, errorClass: 'quota' })
})

test('a page instead of an answer is ambiguous, and so is a success with a failing status', async () => {
  world.fake.faults.add('bot', { kind: 'page', status: 502, html: '<h1>Bad gateway</h1>' })
  expect(await failureOf(bot.sendMessage(chat, 'Chào'))).toMatchObject({ errorClass: 'ambiguous', code: null })
  world.fake.faults.add('bot', { kind: 'page', status: 500, html: '{"ok":true,"result":{}}' })
  expect(await failureOf(bot.sendMessage(chat, 'Chào'))).toMatchObject({ errorClass: 'ambiguous', code: null })
})

test('getUpdates hands out one update a call and an empty list when idle', async () => {
  const { fake } = world
  await fake.bot.sends(chat, 'một')
  await fake.bot.sends(chat, 'hai')
  const [first, ...others] = await bot.getUpdates()
  expect(others).toEqual([])
  expect(first).toMatchObject({
    eventName: 'message.text.received',
    content: { kind: 'text', text: 'một' },
    chat: { id: chat, kind: 'private' },
    from: { id: chat, displayName: 'Trần Thị Bình', isBot: false },
    at: world.clock.now(),
  })
  expect(await bot.getUpdates()).toMatchObject([{ content: { text: 'hai' } }])
  expect(await bot.getUpdates()).toEqual([])
})

test.each(['{"ok":true}', '{"ok":true,"result":{}}', '{"ok":true,"result":[]}', '{"ok":true,"result":null}'])(
  'an idle answer of another form is idle, too: %s',
  async html => {
    world.fake.faults.add('bot', { kind: 'page', status: 200, html })
    expect(await bot.getUpdates()).toEqual([])
  },
)

test('a list of updates is read, should Zalo send one', async () => {
  const { fake } = world
  const updates = ['một', 'hai'].map(text => fake.bot.update(chat, text))
  fake.faults.add('bot', { kind: 'page', status: 200, html: JSON.stringify({ ok: true, result: updates }) })
  expect(await bot.getUpdates()).toHaveLength(2)
})
