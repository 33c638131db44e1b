import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TelegramChannel } from '../../../src/channels/telegram/telegram.ts'
import { pressUpdate, textUpdate } from '../../support/telegram/updates.ts'
import { SECRET, TelegramWorld, until } from './telegram-world.ts'

describe('the webhook of Telegram', () => {
  let world: TelegramWorld
  let channel: TelegramChannel
  beforeEach(async () => {
    world = await TelegramWorld.open()
    channel = world.webhook()
    await channel.start()
  })
  afterEach(async () => {
    await channel.stop()
    expect(world.telegram.recorder.problems).toEqual([])
  })

  const post = async (body: string | object, secret: string | null = SECRET, init: RequestInit = {}) => {
    const headers = secret === null ? {} : { 'X-Telegram-Bot-Api-Secret-Token': secret }
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const request = new Request('https://x/webhooks/telegram', { method: 'POST', headers, body: text, ...init })
    return (await channel.handleWebhook(request)).status
  }

  test('is set with its secret and the kinds of updates', () => {
    expect(world.telegram.recorder.of('setWebhook')[0]).toMatchObject({
      url: 'https://thidua.example.vn/webhooks/telegram',
      secret_token: SECRET,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    })
    expect(world.telegram.recorder.of('getUpdates')).toEqual([])
  })

  test('answers 200 after the update is stored', async () => {
    expect(await post(textUpdate(1, 42, 'a'))).toBe(200)
    expect(world.eventIds).toEqual(['1'])
  })

  test.each([null, '', 'wrong', `${SECRET}x`])('without the right secret (%s) nothing is taken: 401', async secret => {
    expect(await post(textUpdate(1, 42, 'a'), secret)).toBe(401)
    expect(world.received).toEqual([])
  })

  test('bad JSON is 400, what is no update is taken and left', async () => {
    expect(await post('{"update_id":')).toBe(400)
    for (const body of ['null', '3', '[]', '{}', '{"update_id":"x"}', '{"update_id":5,"message":{"date":"x"}}'])
      expect(await post(body)).toBe(200)
    expect(world.received).toEqual([])
  })

  test('a body over 1 MB is refused: 413, also when it does not say its length', async () => {
    expect(await post('x'.repeat(1024 * 1024 + 1))).toBe(413)
    const endless = new ReadableStream({ pull: controller => controller.enqueue(new Uint8Array(100_000)) })
    const headers = { 'X-Telegram-Bot-Api-Secret-Token': SECRET }
    const init = { method: 'POST', headers, body: endless, duplex: 'half' } as RequestInit
    expect((await channel.handleWebhook(new Request('https://x/', init))).status).toBe(413)
  })

  test('a failure that will pass is 500, so that Telegram delivers again; then it is stored once', async () => {
    let isDown = true
    world.onReceive = () => {
      if (isDown) throw new Error('Connection terminated')
    }
    expect(await post(textUpdate(1, 42, 'a'))).toBe(500)
    isDown = false
    expect(await post(textUpdate(1, 42, 'a'))).toBe(200)
    expect(world.eventIds).toEqual(['1'])
  })

  test('what could not be stored is never acknowledged, however often it comes', async () => {
    world.onReceive = () => {
      throw new Error('bug')
    }
    const answers: number[] = []
    for (let n = 0; n < 8; n += 1) answers.push(await post(textUpdate(1, 42, 'a')))
    expect(answers).toEqual(Array(8).fill(500))
  })

  test('a press is answered after it is stored, not before', async () => {
    expect(await post(pressUpdate(3, 42, '2:1'))).toBe(200)
    await until(() => world.telegram.recorder.of('answerCallbackQuery').length === 1)
  })

  test('after the stop nothing is taken, so that Telegram delivers to the next start', async () => {
    await channel.stop()
    expect(await post(textUpdate(1, 42, 'a'))).toBe(503)
  })

  test('in polling mode there is no webhook', async () => {
    const polling = world.channel()
    expect((await polling.handleWebhook(new Request('https://x/', { method: 'POST' }))).status).toBe(404)
  })
})
