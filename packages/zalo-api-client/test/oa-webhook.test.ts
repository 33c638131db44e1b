import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonObject } from '../src/json/json-value.ts'
import { hourMs } from '../src/testing/fake-clock.ts'
import { signOaWebhook } from '../src/webhook/oa-signature.ts'
import { readOaWebhook } from '../src/webhook/oa-webhook.ts'
import { maxWebhookBytes } from '../src/webhook/webhook-reading.ts'

const appId = '1234567890123456789'
const oaId = '1000000000000000009'
const userId = '8000000000000000001'
const oaSecretKey = 'OaSecretKeyForTests01'
const at = 1751100041636
const envelope = { app_id: appId, sender: { id: userId }, recipient: { id: oaId }, timestamp: String(at) }

function signatureOf(rawBody: Uint8Array, timestamp = String(at), key = oaSecretKey): string {
  return signOaWebhook({ appId, rawBody, timestamp, oaSecretKey: key })
}

function readBytes(
  rawBody: Uint8Array,
  headers: Record<string, string>,
  now = at,
  signedTimestamp?: 'body' | 'header' | 'either',
) {
  const header = (name: string) => headers[name]
  const settings = { appId, oaSecretKeys: { [oaId]: oaSecretKey }, now: () => now }
  return readOaWebhook({ rawBody, header }, signedTimestamp ? { ...settings, signedTimestamp } : settings)
}

function read(body: JsonObject, now = at) {
  const rawBody = Buffer.from(JSON.stringify(body), 'utf8')
  return readBytes(rawBody, { 'x-zevent-signature': signatureOf(rawBody) }, now)
}

function eventOf(body: JsonObject) {
  const reading = read(body)
  if (reading.kind !== 'event') throw new Error(`not an event: ${JSON.stringify(reading)}`)
  return reading.event
}

const text = {
  ...envelope,
  event_name: 'user_send_text',
  message: { msg_id: 'b8de7d84fa1b30430001', text: 'Xin chào' },
}
const bytes = Buffer.from(JSON.stringify(text), 'utf8')

test('a signed text is an event, its ids strings with every digit', () => {
  expect(read(text)).toEqual({
    kind: 'event',
    event: {
      kind: 'message',
      eventName: 'user_send_text',
      key: 'user_send_text:b8de7d84fa1b30430001',
      oaId,
      at,
      from: { kind: 'user', userId },
      userIdByApp: null,
      messageId: 'b8de7d84fa1b30430001',
      quotedMessageId: null,
      content: { kind: 'text', text: 'Xin chào' },
      raw: text,
    },
  })
})

test('bare ids above 2^53 keep every digit', () => {
  const json = JSON.stringify(text).replace(`"${userId}"`, userId).replace(`"${oaId}"`, oaId)
  const rawBody = Buffer.from(json, 'utf8')
  expect(json).toContain(`"id":${userId}`)
  const reading = readBytes(rawBody, { 'x-zevent-signature': signatureOf(rawBody) })
  expect(reading).toMatchObject({ kind: 'event', event: { oaId, from: { userId } } })
})

test('the signature is accepted in every form seen, and over the exact bytes only', () => {
  const hex = signatureOf(bytes).slice('mac='.length)
  for (const header of [`mac=${hex}`, `mac = ${hex}`, hex, `MAC=${hex.toUpperCase()}`, ` mac=${hex} `]) {
    expect(readBytes(bytes, { 'x-zevent-signature': header }).kind).toBe('event')
  }
  const rewritten = Buffer.from(JSON.stringify(text, null, 1), 'utf8')
  expect(readBytes(rewritten, { 'x-zevent-signature': `mac=${hex}` })).toMatchObject({ status: 401 })
})

test('a timestamp in the header counts where the settings say so; by default the documented one does', () => {
  const byHeader = { 'x-zevent-signature': signatureOf(bytes, '1751100049999'), 'x-zevent-timestamp': '1751100049999' }
  const byBody = { 'x-zevent-signature': signatureOf(bytes), 'x-zevent-timestamp': '1751100049999' }
  const kinds = (signedTimestamp?: 'body' | 'header' | 'either') =>
    [byBody, byHeader].map(headers => readBytes(bytes, headers, at, signedTimestamp).kind)
  expect(kinds()).toEqual(['event', 'refused'])
  expect(kinds('body')).toEqual(['event', 'refused'])
  expect(kinds('header')).toEqual(['refused', 'event'])
  expect(kinds('either')).toEqual(['event', 'event'])
})

test('forged calls are refused', () => {
  const signature = signatureOf(bytes)
  const refused = { kind: 'refused', status: 401 }
  const headers = (value: string) => ({ 'x-zevent-signature': value })
  expect(readBytes(bytes, {})).toMatchObject(refused)
  expect(readBytes(bytes, headers('mac='))).toMatchObject(refused)
  expect(readBytes(bytes, headers(signature.slice(0, -1)))).toMatchObject(refused)
  expect(readBytes(bytes, headers(`${signature}0`))).toMatchObject(refused)
  expect(readBytes(bytes, headers(signatureOf(bytes, String(at), 'another key')))).toMatchObject(refused)
  const other = Buffer.from(JSON.stringify({ ...text, message: { msg_id: 'x', text: 'khác' } }), 'utf8')
  expect(readBytes(other, headers(signature))).toMatchObject(refused)
})

test('an event of another OA or without a timestamp is refused', () => {
  const rawBody = Buffer.from(JSON.stringify({ ...text, recipient: { id: '1' } }), 'utf8')
  const settings = { appId, oaSecretKeys: { [oaId]: oaSecretKey, '2': 'k' }, now: () => at }
  const header = () => signatureOf(rawBody)
  expect(readOaWebhook({ rawBody, header }, settings)).toMatchObject({ status: 401, reason: 'event of no known OA' })
  const timeless = Buffer.from(JSON.stringify({ ...text, timestamp: '' }), 'utf8')
  expect(readBytes(timeless, { 'x-zevent-signature': signatureOf(timeless, '') })).toMatchObject({ status: 401 })
})

test('with several OAs each event is checked with the key of its own', () => {
  const settings = { appId, oaSecretKeys: { '2': 'other key', [oaId]: oaSecretKey }, now: () => at }
  expect(readOaWebhook({ rawBody: bytes, header: () => signatureOf(bytes) }, settings).kind).toBe('event')
})

test('an old event is refused as replayed, a late retry is not', () => {
  expect(read(text, at + 12 * hourMs).kind).toBe('event')
  expect(read(text, at + 14 * hourMs)).toMatchObject({ kind: 'refused', status: 401, reason: 'event too old' })
  expect(read(text, at - hourMs)).toMatchObject({ kind: 'refused', status: 401 })
})

test('truncated, non-JSON and oversized calls are refused; the unsigned {} is the probe', () => {
  const signed = (rawBody: Uint8Array) => readBytes(rawBody, { 'x-zevent-signature': signatureOf(rawBody) })
  expect(signed(bytes.subarray(0, 100))).toMatchObject({ status: 400 })
  expect(signed(Buffer.from('chào'))).toMatchObject({ status: 400 })
  expect(signed(Buffer.from(''))).toMatchObject({ status: 400 })
  expect(signed(Buffer.from('[]'))).toMatchObject({ status: 400 })
  expect(signed(Buffer.from([0xff, 0xfe, 0x00]))).toMatchObject({ status: 400 })
  expect(signed(Buffer.alloc(maxWebhookBytes + 1, ' '))).toMatchObject({ status: 413 })
  expect(readBytes(Buffer.from('{}'), {})).toEqual({ kind: 'probe' })
  expect(signed(Buffer.from('{}'))).toMatchObject({ status: 401 })
})

test('no bytes whatever make it throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.json().map(json => Buffer.from(json)),
      ),
      fc.string(),
      (rawBody, header) => {
        expect(['probe', 'refused']).toContain(readBytes(rawBody, { 'x-zevent-signature': header }).kind)
      },
    ),
  )
})

test('no signed object whatever makes it throw', () => {
  const name = fc.constantFrom('follow', 'user_send_text', 'user_send_file', 'user_seen_message', 'oa_send_text', 'x')
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), name, (extra, message, event_name) => {
      const body = JSON.parse(JSON.stringify({ ...envelope, ...extra, message, event_name, timestamp: String(at) }))
      const { kind } = read(body)
      expect(kind).toBe('event')
    }),
  )
})

const payload = (type: string, fields: JsonObject) => ({ msg_id: 'm', attachments: [{ type, payload: fields }] })

test.each<[string, JsonObject, JsonObject]>([
  [
    'image',
    { ...payload('image', { url: 'u', thumbnail: 't' }), text: 'chú' },
    { kind: 'image', url: 'u', text: 'chú' },
  ],
  ['gif', payload('gif', { url: 'u' }), { kind: 'gif', url: 'u' }],
  ['sticker', payload('sticker', { id: 's', url: 'u' }), { kind: 'sticker', id: 's', url: 'u' }],
  ['audio', payload('audio', { url: 'u' }), { kind: 'audio', url: 'u' }],
  ['video', payload('video', { url: 'u' }), { kind: 'video', url: 'u', text: null }],
  [
    'file',
    payload('file', { url: 'u', name: 'a.pdf', size: '6834', type: 'pdf' }),
    { kind: 'file', url: 'u', name: 'a.pdf', bytes: 6834, type: 'pdf' },
  ],
  ['link', payload('link', { url: 'u', title: 't' }), { kind: 'link', url: 'u', title: 't', text: null }],
  [
    'location',
    payload('location', { coordinates: { latitude: '10.79', longitude: '106.78' } }),
    { kind: 'location', latitude: 10.79, longitude: 106.78, text: null },
  ],
  [
    'business_card',
    payload('link', { description: '{"phone":"84987654321","qrCodeUrl":""}' }),
    { kind: 'business-card', text: null, phone: '84987654321' },
  ],
  ['image', { msg_id: 'm' }, { kind: 'other' }],
  ['poll', { msg_id: 'm' }, { kind: 'other' }],
])('user_send_%s is read', (kind, message, content) => {
  expect(eventOf({ ...envelope, event_name: `user_send_${kind}`, message })).toMatchObject({ kind: 'message', content })
})

test('a quoted reply says what it quotes', () => {
  expect(eventOf({ ...text, message: { ...text.message, quote_msg_id: 'aa11' } })).toMatchObject({
    quotedMessageId: 'aa11',
  })
})

test('widget visitors and group members are told apart from users', () => {
  const message = { msg_id: 'm', text: 'x', conversation_id: 'c' }
  expect(eventOf({ ...envelope, event_name: 'anonymous_send_text', message })).toMatchObject({
    from: { kind: 'anonymous', anonymousId: userId, conversationId: 'c' },
  })
  const group = { ...envelope, event_name: 'user_send_group_text', oa_id: oaId, message: { msg_id: 'm', text: 'x' } }
  expect(eventOf({ ...group, recipient: { id: 'g' } })).toMatchObject({ from: { kind: 'group', groupId: 'g' } })
  expect(eventOf({ ...group, recipient: { group_id: 'h', id: 'x' } })).toMatchObject({ from: { groupId: 'h' } })
})

const relation = { oa_id: oaId, follower: { id: userId }, app_id: appId, timestamp: String(at), source: 'oa_profile' }

test.each(['follow', 'unfollow'])('%s is read and keyed by user and time', event_name => {
  expect(eventOf({ ...relation, event_name })).toMatchObject({
    kind: event_name,
    userId,
    source: 'oa_profile',
    key: `${event_name}:${userId}:${at}`,
  })
})

test.each(['84987654321', 84987654321])('contact data is read, the phone from %j', phone => {
  const info = { name: 'An', phone, address: 'Tổ 1', ward: '', district: 'Uông Bí', city: 'Quảng Ninh' }
  expect(eventOf({ ...envelope, event_name: 'user_submit_info', info })).toMatchObject({
    kind: 'contact',
    name: 'An',
    phone: '84987654321',
    address: 'Tổ 1, Uông Bí, Quảng Ninh',
  })
})

test('receipts name the user whichever way round Zalo writes the parties', () => {
  const reversed = { ...envelope, sender: { id: oaId }, recipient: { id: userId } }
  for (const parties of [envelope, reversed]) {
    const seen = { ...parties, event_name: 'user_seen_message', message: { msg_ids: ['a', 'b'] } }
    expect(eventOf(seen)).toMatchObject({ kind: 'seen', userId, messageIds: ['a', 'b'] })
    const received = { ...parties, event_name: 'user_received_message', message: { msg_id: 'a' } }
    expect(eventOf(received)).toMatchObject({ kind: 'received', userId, messageIds: ['a'] })
  }
})

test('the delivery of a template is read nested and flat', () => {
  const details = { msg_id: 'm', tracking_id: 't', delivery_time: '1751100042000' }
  const nested = { ...envelope, sender: { id: oaId }, recipient: { id: '84987654321' }, message: details }
  const flat = { app_id: appId, timestamp: String(at), sender: oaId, recipient: '84987654321', ...details }
  for (const body of [nested, flat]) {
    expect(eventOf({ ...body, event_name: 'user_received_message' })).toMatchObject({
      kind: 'delivered',
      trackingId: 't',
      messageId: 'm',
      recipient: '84987654321',
      deliveredAt: '1751100042000',
    })
  }
})

test.each([
  ['oa_send_text', 'echo'],
  ['oa_send_group_text', 'echo'],
  ['oa_send_anonymous_text', 'echo'],
  ['user_click_chatnow', 'chat-opened'],
  ['user_feedback', 'feedback'],
  ['user_reply_consent', 'call-consent'],
  ['user_call_oa', 'call'],
  ['add_user_to_tag', 'tagged'],
  ['change_template_status', 'template-status'],
  ['change_oa_daily_quota', 'daily-quota'],
  ['something_new', 'unknown'],
  ['user_send_text', 'unknown'],
  ['follow', 'unknown'],
])('%s without more is %s, and keeps its body', (event_name, kind) => {
  const body = { ...envelope, event_name }
  expect(eventOf(body)).toMatchObject({ kind, eventName: event_name, raw: body })
})

test('two deliveries of an event have one key, two events two', () => {
  const other = { ...text, message: { ...text.message, msg_id: 'another' } }
  expect(eventOf(text).key).toBe(eventOf(text).key)
  expect(eventOf(text).key).not.toBe(eventOf(other).key)
  const unknown = { ...envelope, event_name: 'something_new' }
  expect(eventOf(unknown).key).toBe(eventOf(unknown).key)
  expect(eventOf(unknown).key).not.toBe(eventOf({ ...unknown, x: 1 }).key)
})
