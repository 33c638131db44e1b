import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Delivery, SendResult } from '../../../src/channels/channel.ts'
import { rateLimited } from '../../../src/channels/rate-limited.ts'
import { after as later } from '../../../src/clock.ts'
import { TelegramWorld, TOKEN } from './telegram-world.ts'

describe('sending to Telegram', () => {
  let world: TelegramWorld
  beforeEach(async () => {
    world = await TelegramWorld.open()
  })
  afterEach(() => expect(world.telegram.recorder.problems).toEqual([]))

  const message: Delivery = { key: 'k', account: '42', kind: 'REPLY', message: { text: 'Nội dung riêng' } }
  const texts = () => world.telegram.recorder.of('sendMessage').map(({ text }) => text)

  test('links are not opened for a preview: some open only once', async () => {
    await world.channel().send(message)
    expect(world.telegram.recorder.of('sendMessage')[0]).toMatchObject({
      chat_id: 42,
      link_preview_options: { is_disabled: true },
    })
  })

  const table: [number, string, object, SendResult['result']][] = [
    [400, 'Bad Request: chat not found', {}, 'unreachable'],
    [403, 'Forbidden: bot was blocked by the user', {}, 'unreachable'],
    [403, 'Forbidden: user is deactivated', {}, 'unreachable'],
    [403, "Forbidden: bot can't initiate conversation with a user", {}, 'unreachable'],
    [400, 'Bad Request: message is too long', {}, 'refused'],
    [401, 'Unauthorized', {}, 'retryAt'],
    [409, 'Conflict', {}, 'retryAt'],
    [429, 'Too Many Requests: retry after 35', { retry_after: 35 }, 'retryAt'],
    [500, 'Internal Server Error', {}, 'unknown'],
    [502, 'Bad Gateway', {}, 'unknown'],
  ]
  test.each(table)('an answer %i %s %o ends as %s', async (code, description, parameters, result) => {
    world.telegram.fails('sendMessage', code, description, parameters)
    expect((await world.channel().send(message)).result).toBe(result)
  })

  test('the wait that a 429 names is handed on', async () => {
    world.telegram.fails('sendMessage', 429, 'Too Many Requests', { retry_after: 35 })
    const at = later(world.clock.now(), 35_000)
    expect(await world.channel().send(message)).toEqual({ result: 'retryAt', at, why: rateLimited })
  })

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'])(
    '%s: it surely did not arrive and may be repeated',
    async code => {
      world.telegram.breaks('sendMessage', code)
      expect(await world.channel().send(message)).toMatchObject({ result: 'retryAt', why: code })
    },
  )

  test.each(['ECONNRESET', 'ETIMEDOUT', 'EPIPE'])('%s: nobody knows whether it arrived', async code => {
    world.telegram.breaks('sendMessage', code)
    expect(await world.channel().send(message)).toEqual({ result: 'unknown', why: code })
  })

  test('an answer that is not of Telegram (a proxy’s page) leaves it unknown', async () => {
    const page = () => new Response('<html>busy</html>', { status: 502 })
    const channel = world.channel({ kind: 'polling' }, { fetch: async () => page() })
    expect((await channel.send(message)).result).toBe('unknown')
  })

  test('a long message that broke off goes on with the part that failed', async () => {
    const long = {
      ...message,
      message: { text: `${'a'.repeat(4_000)}\n\n${'b'.repeat(4_000)}\n\n${'c'.repeat(4_000)}` },
    }
    const channel = world.channel()
    world.telegram.next('sendMessage', () => ({ ok: true, result: { message_id: 1 } }))
    world.telegram.fails('sendMessage', 429, 'Too Many Requests', { retry_after: 1 })
    expect((await channel.send(long)).result).toBe('retryAt')
    expect((await channel.send(long)).result).toBe('sent')
    expect(texts().map(text => String(text).charAt(0))).toEqual(['a', 'b', 'b', 'c'])
  })

  test('attachments go out as documents, before the text with the buttons; one without bytes is left out', async () => {
    const channel = world.channel({ kind: 'polling' }, { readFile: async id => (id === 'F' ? Buffer.from('x') : null) })
    const attachments = [
      { fileId: 'F', name: 'mẫu; "1".docx' },
      { fileId: 'G', name: 'mất.docx' },
    ]
    expect(await channel.send({ ...message, message: { text: 'Mẫu đây', attachments } })).toMatchObject({
      result: 'sent',
    })
    expect(world.telegram.recorder.requests.map(({ method }) => method)).toEqual(['sendDocument', 'sendMessage'])
  })

  test('a picture goes out to be seen in the chat, not as a file to be opened', async () => {
    const channel = world.channel({ kind: 'polling' }, { readFile: async () => Buffer.from('png') })
    const attachments = [{ fileId: 'F', name: 'giai-ngan.png', isPicture: true }]
    expect(await channel.send({ ...message, message: { text: 'Biểu đồ', attachments } })).toMatchObject({
      result: 'sent',
    })
    expect(world.telegram.recorder.requests.map(({ method }) => method)).toEqual(['sendPhoto', 'sendMessage'])
  })

  test('no token and no content shows up in results, health or logs, whatever fails', async () => {
    const channel = world.channel()
    const seen: unknown[] = []
    for (const code of ['ECONNRESET', 'ECONNREFUSED']) {
      world.telegram.breaks('sendMessage', code)
      seen.push(await channel.send(message))
      world.telegram.breaks('getFile', code)
      seen.push(await channel.fetch('F', 10))
      world.telegram.breaks('getMe', code)
      await channel.start()
      seen.push(channel.health())
    }
    world.telegram.fails('sendMessage', 400, 'Bad Request: can’t parse entities')
    seen.push(await channel.send(message))
    await channel.stop()
    const all = [...seen, ...world.logged].map(entry => JSON.stringify(entry)).join('\n')
    expect(all.length).toBeGreaterThan(100)
    expect(all).not.toMatch(/123456|bot\d|Nội dung riêng/)
    expect(all).not.toContain(TOKEN)
  })
})
