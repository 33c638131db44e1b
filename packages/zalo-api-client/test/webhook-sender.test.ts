import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { JsonObject } from '../src/json/json-value.ts'
import { type OaWebhookReading, readOaWebhook } from '../src/webhook/oa-webhook.ts'
import { type FakeWorld, fakeWorld } from './fake-world.ts'

let world: FakeWorld
let server: Server
let readings: OaWebhookReading[]
let status: number | null

beforeEach(async () => {
  world = await fakeWorld()
  readings = []
  status = null
  const { fake, clock } = world
  const { appId, oaId, oaSecretKey } = fake.app
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const reading = readOaWebhook(
      { rawBody: Buffer.concat(chunks), header: name => request.headers[name]?.toString() },
      { appId, oaSecretKeys: { [oaId]: oaSecretKey }, now: clock.now },
    )
    readings.push(reading)
    response.writeHead(status ?? (reading.kind === 'refused' ? reading.status : 200)).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  fake.oaWebhook.sender.target = `http://127.0.0.1:${port}/`
})

afterEach(async () => {
  await world.fake.settled()
  await world.fake.stop()
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
})

function events() {
  return readings.flatMap(reading => (reading.kind === 'event' ? [reading.event] : []))
}

test('what people do arrives signed, in every kind, non-ASCII text included', async () => {
  const { fake } = world
  const user = fake.users.add()
  await fake.people.follows(user.id)
  await fake.people.sends(user.id, 'Đăng ký sáng kiến 🎉')
  await fake.people.sends(user.id, { kind: 'file', url: 'https://a/b.pdf', name: 'b.pdf', bytes: 10 })
  await fake.people.submitsInfo(user.id, { name: 'An', phone: 84987654321 })
  await fake.people.does(user.id, 'user_something_new')
  await fake.people.unfollows(user.id)
  expect(events().map(({ kind }) => kind)).toEqual(['follow', 'message', 'message', 'contact', 'unknown', 'unfollow'])
  expect(events()[1]).toMatchObject({ content: { kind: 'text', text: 'Đăng ký sáng kiến 🎉' } })
  expect(fake.oaWebhook.sender.attempts.every(attempt => attempt.status === 200)).toBe(true)
})

test('a tapped query button comes back as the text of its payload, an open button as nothing', async () => {
  const { fake, oa } = world
  const user = fake.users.add()
  await fake.people.sends(user.id, 'chào')
  await oa.sendMessage(
    { userId: user.id },
    {
      kind: 'buttons',
      text: 'Chọn',
      buttons: [
        { title: 'Một', action: { kind: 'query', payload: '#p:1', isHidden: true } },
        { title: 'Web', action: { kind: 'open-url', url: 'https://example.vn' } },
      ],
    },
  )
  await fake.settled()
  const [sent] = await fake.oa.sent.waitFor(1)
  if (sent === undefined) throw new Error('nothing was sent')
  await fake.people.taps(sent, 1)
  expect(await fake.people.taps(sent, 2)).toBeNull()
  expect(events().map(({ eventName }) => eventName)).toEqual([
    'user_send_text',
    'oa_send_text',
    'user_received_message',
    'user_send_text',
  ])
  expect(events().at(-1)).toMatchObject({ content: { kind: 'text', text: '#p:1' } })
})

test('forged and tampered deliveries are refused with 401, the probe is answered', async () => {
  const { fake } = world
  const user = fake.users.add()
  const event = fake.people.writes(user.id, 'thật')
  expect((await fake.oaWebhook.deliverForged(event))?.status).toBe(401)
  expect(
    (await fake.oaWebhook.deliverTampered(event, { ...event, message: { msg_id: 'x', text: 'giả' } }))?.status,
  ).toBe(401)
  expect((await fake.oaWebhook.probe())?.status).toBe(200)
  expect(events()).toEqual([])
})

test('a failed delivery is tried again after 30 s, 5, 15, 30 and 60 minutes with a counter, then the webhook is disabled', async () => {
  const { fake, clock } = world
  const user = fake.users.add()
  status = 500
  await fake.people.sends(user.id, 'nghe không?')
  const { sender } = fake.oaWebhook
  for (const pause of [30_000, 300_000, 900_000, 1_800_000, 3_600_000]) {
    await clock.advance(pause - 1)
    expect(await sender.retryDue()).toEqual([])
    await clock.advance(1)
    expect(await sender.retryDue()).toHaveLength(1)
  }
  expect(sender.attempts.map(({ retry }) => retry)).toEqual([0, 1, 2, 3, 4, 5])
  expect(sender.isDisabled).toBe(true)
  expect(new Set(events().map(({ key }) => key)).size).toBe(1)
})

test('an answer slower than the limit counts as failed', async () => {
  const { fake } = world
  const { sender } = fake.oaWebhook
  sender.timeoutMs = 30
  const silent = createServer(() => undefined)
  await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
  const address = silent.address()
  sender.target = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
  const delivered = await fake.people.sends(fake.users.add().id, 'chậm')
  expect(delivered.attempt?.status).toBeNull()
  expect(sender.pendingRetries).toBe(1)
  silent.closeAllConnections()
  silent.close()
})

test('a thousand events delivered twice and shuffled are one thousand keys, and their times give back the order', async () => {
  const { fake } = world
  const user = fake.users.add()
  const sent: JsonObject[] = Array.from({ length: 1000 }, (_, n) => fake.people.writes(user.id, String(n)))
  let seed = 1
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  await fake.oaWebhook.deliverTwiceShuffled(sent, random)
  expect(events()).toHaveLength(2000)
  const once = new Map(events().map(event => [event.key, event]))
  const texts = [...once.values()]
    .sort((a, b) => a.at - b.at)
    .map(event => (event.kind === 'message' && event.content.kind === 'text' ? event.content.text : null))
  expect(texts).toEqual(Array.from({ length: 1000 }, (_, n) => String(n)))
})
