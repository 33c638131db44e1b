import { expect, test } from 'vitest'
import { readBotWebhook } from '../src/webhook/bot-webhook.ts'
import { maxWebhookBytes } from '../src/webhook/webhook-reading.ts'

const secretToken = 'the-secret-of-this-bot'
const message = {
  message_id: '2d758cb5e222177a4e35',
  date: 1750316131602,
  chat: { id: '6ede9afa66b88fe6d6a9', chat_type: 'PRIVATE' },
  from: { id: '6ede9afa66b88fe6d6a9', display_name: 'Ted', is_bot: false },
}
const textUpdate = { event_name: 'message.text.received', message: { ...message, text: 'Xin chào' } }

function read(body: string | object, secret: string | null = secretToken) {
  const rawBody = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body), 'utf8')
  const header = (name: string) => (name === 'x-bot-api-secret-token' ? secret : null)
  return readBotWebhook({ rawBody, header }, { secretToken })
}

test.each([
  ['flat', textUpdate],
  ['wrapped', { ok: true, result: textUpdate }],
])('a %s body is the same update', (_form, body) => {
  expect(read(body)).toMatchObject({
    kind: 'update',
    update: {
      key: 'message.text.received:2d758cb5e222177a4e35',
      messageId: '2d758cb5e222177a4e35',
      at: 1750316131602,
      chat: { id: '6ede9afa66b88fe6d6a9', kind: 'private' },
      from: { displayName: 'Ted', isBot: false },
      content: { kind: 'text', text: 'Xin chào' },
    },
  })
})

test.each([
  ['message.image.received', { photo: 'https://a/1.jpg' }, { kind: 'image', url: 'https://a/1.jpg', caption: null }],
  [
    'message.image.received',
    { photo_url: 'https://a/1.jpg', caption: 'Ảnh', message_type: 'CHAT_PHOTO' },
    { kind: 'image', url: 'https://a/1.jpg', caption: 'Ảnh' },
  ],
  [
    'message.sticker.received',
    { sticker: 's1', url: 'https://a/s' },
    { kind: 'sticker', id: 's1', url: 'https://a/s' },
  ],
  ['message.voice.received', { voice_url: 'https://a/v.aac' }, { kind: 'voice', url: 'https://a/v.aac' }],
  ['message.image.received', { photo: { url: 'https://a/1.jpg' } }, { kind: 'image', url: 'https://a/1.jpg' }],
  [
    'message.image.received',
    { photo: [{ url: 'https://a/s.jpg' }, { url: 'https://a/l.jpg' }] },
    { kind: 'image', url: 'https://a/l.jpg' },
  ],
  ['message.image.received', { photo: ['https://a/1.jpg'] }, { kind: 'image', url: 'https://a/1.jpg' }],
  ['message.image.received', {}, { kind: 'unsupported' }],
  ['message.link.received', { link: '?' }, { kind: 'unsupported' }],
  ['message.link.received', { text: 'https://vnexpress.net/a' }, { kind: 'text', text: 'https://vnexpress.net/a' }],
  ['message.link.received', { url: 'https://a.vn/1' }, { kind: 'text', text: 'https://a.vn/1' }],
  [
    'message.link.received',
    { text: 'Bài viết https://a.vn/1', url: 'https://a.vn/1' },
    { kind: 'text', text: 'Bài viết https://a.vn/1' },
  ],
  [
    'message.link.received',
    { title: 'Bài viết', link: { href: 'https://a.vn/1' } },
    { kind: 'text', text: 'Bài viết https://a.vn/1' },
  ],
  ['message.something.new', {}, { kind: 'unknown' }],
  ['message.text.received', {}, { kind: 'unknown' }],
])('%s %j is read', (event_name, extra, content) => {
  const body = { event_name, message: { ...message, ...extra } }
  expect(read(body)).toMatchObject({ kind: 'update', update: { eventName: event_name, content, raw: body } })
})

test('an unsupported message has no content and may have no message', () => {
  const reading = read({ event_name: 'message.unsupported.received' })
  expect(reading).toMatchObject({
    kind: 'update',
    update: { content: { kind: 'unsupported' }, chat: null, from: null, messageId: null },
  })
})

test('the same update has the same key on every delivery, other updates another', () => {
  const keyOf = (body: object) => {
    const reading = read(body)
    return reading.kind === 'update' ? reading.update.key : null
  }
  const unsupported = { event_name: 'message.unsupported.received', at: 1 }
  expect(keyOf(textUpdate)).toBe(keyOf({ ok: true, result: textUpdate }))
  expect(keyOf(unsupported)).toBe(keyOf(unsupported))
  expect(keyOf(unsupported)).not.toBe(keyOf({ ...unsupported, at: 2 }))
})

test('a group and a bot are told apart from people', () => {
  const body = {
    event_name: 'message.text.received',
    message: { ...message, text: 'x', chat: { id: 'g', chat_type: 'GROUP' }, from: { id: 'b', is_bot: true } },
  }
  expect(read(body)).toMatchObject({ update: { chat: { id: 'g', kind: 'group' }, from: { isBot: true } } })
})

test('forged, truncated, oversized and non-JSON calls are refused; an empty probe is not', () => {
  expect(read(textUpdate, 'wrong')).toMatchObject({ kind: 'refused', status: 401 })
  expect(read(textUpdate, null)).toMatchObject({ kind: 'refused', status: 401 })
  expect(read(textUpdate, '')).toMatchObject({ kind: 'refused', status: 401 })
  expect(read(JSON.stringify(textUpdate).slice(0, -5))).toMatchObject({ kind: 'refused', status: 400 })
  expect(read('chào')).toMatchObject({ kind: 'refused', status: 400 })
  expect(read('[1]')).toMatchObject({ kind: 'refused', status: 400 })
  expect(read(' '.repeat(maxWebhookBytes + 1))).toMatchObject({ kind: 'refused', status: 413 })
  expect(read('', null)).toEqual({ kind: 'probe' })
  expect(read('{}')).toEqual({ kind: 'probe' })
  expect(read('{}', null)).toMatchObject({ kind: 'refused', status: 401 })
})
