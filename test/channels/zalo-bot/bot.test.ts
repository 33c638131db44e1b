import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Delivery, InboundContent, OutboundMessage } from '../../../src/channels/channel.ts'
import { inHandIn } from '../../../src/channels/zalo-bot/in-hand.ts'
import { BotWorld, until } from './bot-world.ts'

let world: BotWorld
afterEach(() => world.close())

describe('Zalo Bot, polled', () => {
  test('what people send is stored one by one, in their order', async () => {
    world = await BotWorld.open('polling')
    const chat = world.fake.bot.addChat('Trần Thị Bình')
    await world.channel.start()
    for (const text of ['một', 'hai', '12:3']) await world.fake.bot.sends(chat, text)
    await until(() => world.received.length === 3)
    expect(world.received.map(({ content }) => content)).toEqual(
      ['một', 'hai', '12:3'].map(text => ({ type: 'text', text })),
    )
    expect(world.received[0]).toMatchObject({ account: chat, displayName: 'Trần Thị Bình', at: world.clock.now() })
    expect(world.channel.health()).toEqual({ state: 'up' })
  })

  test('an update is not asked for before the one in hand is stored, however long that takes', async () => {
    world = await BotWorld.open('polling')
    const chat = world.fake.bot.addChat()
    let isDown = true
    world.onReceive = () => {
      if (isDown) throw new Error('Connection terminated')
    }
    await world.channel.start()
    await world.fake.bot.sends(chat, 'một')
    await world.fake.bot.sends(chat, 'hai')
    await until(() => world.pauses.length > 3)
    expect(world.fake.bot.pendingUpdates).toBe(1)
    isDown = false
    await until(() => world.received.length === 2)
  })

  test('a webhook that is in the way is taken away', async () => {
    world = await BotWorld.open('polling')
    await world.channel.start()
    await until(() => world.channel.health().state === 'up')
    world.fake.bot.webhookUrl = 'https://elsewhere.example.vn/hook'
    await until(() => world.fake.bot.webhookUrl === '')
    await world.fake.bot.sends(world.fake.bot.addChat(), 'một')
    await until(() => world.received.length === 1)
  })

  test('the instance that has not the turn asks for nothing', async () => {
    const turn = { hold: async () => false, release: async () => undefined }
    world = await BotWorld.open('polling', { turn })
    await world.channel.start()
    await world.fake.bot.sends(world.fake.bot.addChat(), 'một')
    await until(() => world.pauses.length > 3)
    expect(world.fake.bot.pendingUpdates).toBe(1)
  })

  test('a stop waits for the poll in hand, so that nothing handed out is lost', async () => {
    world = await BotWorld.open('polling')
    await world.channel.start()
    await until(() => world.channel.health().state === 'up')
    const stopped = world.channel.stop()
    await world.fake.bot.sends(world.fake.bot.addChat(), 'một')
    await stopped
    expect(world.received.length + world.fake.bot.pendingUpdates).toBe(1)
  })

  test('what is in hand when it stops with the database away is kept for its owner alone, and taken first by the next start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'thidua-in-hand-'))
    const file = join(folder, 'data', 'in-hand.json')
    world = await BotWorld.open('polling', { inHand: inHandIn(file) })
    let tries = 0
    world.onReceive = () => {
      tries += 1
      throw new Error('the database is away')
    }
    await world.channel.start()
    await world.fake.bot.sends(world.fake.bot.addChat(), 'một')
    await until(() => tries > 1)
    await world.channel.stop()
    expect(world.fake.bot.pendingUpdates).toBe(0)
    expect((await stat(file)).mode & 0o777).toBe(0o600)

    // Another instance polls, and may for weeks: what was in hand waits for no turn.
    const turn = { hold: async () => false, release: async () => undefined }
    const next = await BotWorld.open('polling', { inHand: inHandIn(file), turn })
    await next.channel.start()
    await until(() => next.received.length === 1)
    await next.close()
    expect(next.received[0]?.content).toEqual({ type: 'text', text: 'một' })
    expect(await readdir(join(folder, 'data'))).toEqual([])
    await rm(folder, { recursive: true, force: true })
  })

  test('a refused token is told, and there is no webhook', async () => {
    world = await BotWorld.open('polling')
    world.fake.faults.add('bot', { kind: 'code', code: 401 }, { times: 1_000 })
    await world.channel.start()
    await until(() => world.channel.health().state === 'down')
    expect(world.channel.health().why).toBe('bot deleteWebhook 401 configuration')
    expect(await world.post({})).toBe(404)
  })
})

describe('Zalo Bot, by webhook', () => {
  const open = async () => {
    world = await BotWorld.open('webhook')
    await world.channel.start()
    await until(() => world.channel.health().state === 'up')
    world.fake.bot.webhook.target = null
    return world.fake.bot.addChat()
  }

  test('is set with its address and secret; flat and wrapped bodies are taken', async () => {
    const chat = await open()
    expect(world.fake.bot.webhookUrl).toBe('https://thidua.example.vn/webhooks/zalo-bot')
    expect(await world.post(world.fake.bot.update(chat, 'một'))).toBe(200)
    expect(await world.post({ ok: true, result: world.fake.bot.update(chat, 'hai') })).toBe(200)
    expect(world.received.map(({ content }) => content)).toEqual([
      { type: 'text', text: 'một' },
      { type: 'text', text: 'hai' },
    ])
  })

  test.each([null, '', 'wrong'])('without the right secret (%s) nothing is taken: 401', async secret => {
    const chat = await open()
    expect(await world.post(world.fake.bot.update(chat, 'một'), secret)).toBe(401)
    expect(world.received).toEqual([])
  })

  test('truncated and oversized bodies are refused, probes are answered, and nothing is stored', async () => {
    const chat = await open()
    expect(await world.post(JSON.stringify(world.fake.bot.update(chat, 'một')).slice(0, 50))).toBe(400)
    expect(await world.post('x'.repeat(300_000))).toBe(413)
    expect(await world.post('')).toBe(200)
    expect(await world.post('{}')).toBe(200)
    expect(world.received).toEqual([])
  })

  test('a failure that will pass is 500', async () => {
    const chat = await open()
    world.onReceive = () => {
      throw new Error('Connection terminated')
    }
    expect(await world.post(world.fake.bot.update(chat, 'một'))).toBe(500)
  })

  test('a pasted link is a text, and a picture comes in whatever form its address has', async () => {
    const chat = await open()
    const update = world.fake.bot.update(chat, 'một')
    const { text: _, ...message } = update.message as Record<string, unknown>
    const sent = [
      ['message.link.received', { link: 'https://uongbi.example.vn/tin/1' }],
      ['message.image.received', { photo: { url: 'https://a.example.vn/1.jpg' }, caption: 'Ảnh một' }],
      ['message.image.received', { photo: [{ url: 'https://a.example.vn/2.jpg' }] }],
    ] as const
    for (const [at, [event_name, more]] of sent.entries())
      expect(await world.post({ ...update, event_name, message: { ...message, message_id: `m${at}`, ...more } })).toBe(
        200,
      )
    expect(world.received.map(({ content }) => content)).toMatchObject([
      { type: 'text', text: 'https://uongbi.example.vn/tin/1' },
      { type: 'files', caption: 'Ảnh một', files: [{ ref: 'https://a.example.vn/1.jpg' }] },
      { type: 'files', files: [{ ref: 'https://a.example.vn/2.jpg' }] },
    ])
  })

  test('groups, other bots and unknown events are answered and left', async () => {
    const chat = await open()
    const update = world.fake.bot.update(chat, 'một')
    const message = update.message as Record<string, unknown>
    const others = [
      { ...update, message: { ...message, chat: { id: chat, chat_type: 'GROUP' } } },
      { ...update, message: { ...message, from: { id: chat, is_bot: true } } },
      { ...update, event_name: 'message.dance.received' },
      { event_name: 'message.unsupported.received' },
    ]
    for (const one of others) expect(await world.post(JSON.parse(JSON.stringify(one)))).toBe(200)
    expect(world.received).toEqual([])
  })

  test('a group is told once, politely, that the bot works in private; bots in it are told nothing', async () => {
    await open()
    const group = world.fake.bot.addChat('Nhóm')
    const update = (isBot: boolean, id: string) => {
      const one = world.fake.bot.update(world.fake.bot.addChat(), 'Chào cả nhóm')
      const message = Object(one.message)
      const from = { ...message.from, is_bot: isBot }
      return { ...one, message: { ...message, from, message_id: id, chat: { id: group, chat_type: 'GROUP' } } }
    }
    for (const [isBot, id] of [
      [true, '1'],
      [false, '2'],
      [false, '3'],
    ] as const)
      await world.post(update(isBot, id))
    await world.channel.stop()
    expect(world.fake.bot.sent.all).toMatchObject([{ chatId: group, text: expect.stringContaining('nhắn tin riêng') }])
    expect(world.received).toEqual([])
  })

  const url = 'https://f.zalo.vn/a'
  const name = expect.stringMatching(/^anh-\w{6}\.jpg$/)
  test.each<[string, Parameters<BotWorld['fake']['bot']['update']>[1], InboundContent]>([
    ['a photo', { kind: 'image', url, caption: 'Ảnh' }, { type: 'files', files: [{ name, ref: url }], caption: 'Ảnh' }],
    ['a sticker', { kind: 'sticker', id: '1', url }, { type: 'other', what: 'sticker' }],
    ['a voice', { kind: 'voice', url }, { type: 'other', what: 'voice' }],
  ])('%s is told in our words, in both spellings of the photo', async (_, content, expected) => {
    const chat = await open()
    for (const field of ['photo_url', 'photo'] as const) {
      world.fake.bot.photoField = field
      await world.post(world.fake.bot.update(chat, content))
      expect(world.received.at(-1)?.content).toEqual(expected)
    }
  })

  test('what the platform keeps from the bot is handed on as such', async () => {
    const chat = await open()
    world.fake.bot.unsupportedForm = 'with-sender'
    await world.post(world.fake.bot.update(chat, { kind: 'unsupported' }))
    expect(world.received.at(-1)).toMatchObject({ account: chat, content: { type: 'other', what: 'unseen' } })
  })

  test('choices are numbered in the text, links written out, files named with the way to them', async () => {
    const chat = await open()
    const message: OutboundMessage = {
      title: 'Câu 1',
      text: 'Loại?',
      choices: ['Mô hình', 'Giải pháp'],
      prompt: '4',
      links: [{ label: 'Mở', url: 'https://x.vn/a' }],
      attachments: [{ fileId: 'f', name: 'a.pdf' }],
    }
    await world.channel.send({ key: 'k', account: chat, kind: 'REPLY', message })
    expect(world.texts).toEqual([
      'Tệp «a.pdf» không gửi được qua Zalo. Anh/chị gõ /web để mở trên trang web.',
      'Câu 1\n\nLoại?\n\n1. Mô hình\n2. Giải pháp\n\nMở: https://x.vn/a',
    ])
  })

  const say = (chat: string, key: string, kind: Delivery['kind'] = 'NOTICE') =>
    world.channel.send({ key, account: chat, kind, message: { text: 'Nhắc' } })

  test.each([
    [400, 'refused'],
    [401, 'retryAt'],
    [403, 'retryAt'],
    [404, 'unreachable'],
    [408, 'unknown'],
    [429, 'retryAt'],
    [499, 'unknown'],
  ] as const)('code %i of a send has its end: %s', async (code, end) => {
    const chat = await open()
    world.fake.faults.add('bot', { kind: 'code', code })
    expect((await say(chat, 'k')).result).toBe(end)
  })

  test('a refusal for want of quota pauses for seconds, then for a minute, then for a quarter of an hour', async () => {
    const chat = await open()
    world.fake.bot.isQuotaUsedUp = true
    const pause = async (key: string) => {
      const result = await say(chat, key)
      return result.result === 'retryAt' ? result.at.getTime() - world.clock.now().getTime() : result
    }
    expect(await pause('a')).toBe(5_000)
    // Sent side by side with the first: refused with it, and no reason to wait longer.
    world.clock.advance(1_000)
    expect(await pause('b')).toBe(4_000)
    world.clock.advance(4_000)
    expect(await pause('a')).toBe(60_000)
    world.clock.advance(60_000)
    expect(await pause('a')).toBe(15 * 60_000)
    world.clock.advance(15 * 60_000)
    expect(await pause('a')).toBe(15 * 60_000)
    world.fake.bot.isQuotaUsedUp = false
    expect(await say(chat, 'a')).toMatchObject({ result: 'sent' })
    world.fake.bot.isQuotaUsedUp = true
    expect(await pause('c')).toBe(5_000)
  })

  test('with the plan used up all wait at first; after an hour of it what was not asked for goes another way', async () => {
    const chat = await open()
    world.fake.bot.isQuotaUsedUp = true
    expect(await say(chat, 'a')).toMatchObject({ result: 'retryAt', why: 'rate-limited' })
    world.clock.advance(61 * 60_000)
    expect(await say(chat, 'b')).toEqual({ result: 'closed', why: 'quota' })
    expect(await say(chat, 'c', 'REPLY')).toMatchObject({ result: 'retryAt', why: 'rate-limited' })
    world.fake.bot.isQuotaUsedUp = false
    expect(await say(chat, 'd', 'REPLY')).toMatchObject({ result: 'sent' })
    world.fake.bot.isQuotaUsedUp = true
    expect(await say(chat, 'e')).toMatchObject({ result: 'retryAt', why: 'rate-limited' })
  })
})
