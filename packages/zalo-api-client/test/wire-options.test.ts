import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OaWire } from '../src/oa/build-oa-message.ts'
import { OaClient } from '../src/oa/oa-client.ts'
import { readOaWebhook } from '../src/webhook/oa-webhook.ts'
import { type FakeWorld, fakeWorld } from './fake-world.ts'

let world: FakeWorld
beforeEach(async () => {
  world = await fakeWorld()
})
afterEach(() => world.fake.stop())

const pdf = new Uint8Array(Buffer.from('%PDF-1.7 mẫu'))

/** Whether a file and a quoted text get through. */
async function tried(wire: OaWire | null): Promise<readonly boolean[]> {
  const { fake, tokens, runtime } = world
  const oa = new OaClient({ tokens, openapiRoot: fake.roots.openapi, runtime, ...(wire ? { wire } : {}) })
  const userId = fake.users.add().id
  await fake.people.sends(userId, 'Chào')
  const { token } = await oa.uploadFile({ name: 'a.pdf', bytes: pdf })
  const file = oa.sendMessage({ userId }, { kind: 'file', token })
  const isFileTaken = await file.then(() => true).catch(() => false)
  const before = fake.oa.refusedShapes
  await oa.sendMessage({ userId }, { kind: 'text', text: 'Đã nhận', quoteMessageId: 'b8de7d84fa1b30430001' })
  return [isFileTaken, fake.oa.refusedShapes === before]
}

test('by default files and quotes are named as documented, and an OA of that kind takes them', async () => {
  expect(await tried(null)).toEqual([true, true])
  expect(await tried({ fileField: 'attachment_id', quoteField: 'react_message_id' })).toEqual([false, false])
})

test('an OA that takes the other fields is served by the options', async () => {
  world.fake.oa.wire = { fileField: 'attachment_id', quoteField: 'react_message_id' }
  expect(await tried(null)).toEqual([false, false])
  expect(await tried({ fileField: 'attachment_id' })).toEqual([true, false])
  expect(await tried({ quoteField: 'react_message_id' })).toEqual([false, true])
  expect(await tried({ fileField: 'attachment_id', quoteField: 'react_message_id' })).toEqual([true, true])
})

test('the fake signs by the timestamp of the body or of the header, and each is read by its option', () => {
  const { fake, clock } = world
  const { appId, oaId, oaSecretKey } = fake.app
  const event = {
    ...{ app_id: appId, event_name: 'user_send_text', timestamp: String(clock.now()) },
    ...{ sender: { id: '8000000000000000001' }, recipient: { id: oaId } },
    message: { msg_id: 'b8de7d84fa1b30430001', text: 'Chào' },
  }
  const kindBy = (signedTimestamp: 'body' | 'header' | 'either') => {
    const { rawBody, headers } = fake.oaWebhook.sign(event)
    const settings = { appId, oaSecretKeys: { [oaId]: oaSecretKey }, now: clock.now, signedTimestamp }
    return readOaWebhook({ rawBody, header: name => headers[name] }, settings).kind
  }
  expect([kindBy('body'), kindBy('header'), kindBy('either')]).toEqual(['event', 'refused', 'event'])
  fake.oaWebhook.signedTimestamp = 'header'
  expect([kindBy('body'), kindBy('header'), kindBy('either')]).toEqual(['refused', 'event', 'event'])
})
