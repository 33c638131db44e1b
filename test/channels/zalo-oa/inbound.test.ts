import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InboundContent } from '../../../src/channels/channel.ts'
import { OaWorld } from './oa-world.ts'

let world: OaWorld
let user: string
beforeAll(async () => {
  world = await OaWorld.open()
  user = world.writer()
})
afterAll(() => world.close())

type Content = Parameters<OaWorld['fake']['people']['writes']>[1]
const url = 'https://f.zalo.vn/abc'
const name = expect.stringMatching(/^(anh-\w{6}\.jpg|video-\w{6}\.mp4)$/)

test.each<[string, Content, InboundContent]>([
  ['a text', 'Mô hình', { type: 'text', text: 'Mô hình' }],
  ['a tap', '12:3', { type: 'choice', prompt: '12', number: 3 }],
  ['a tap on a notice', 'n99:1', { type: 'choice', prompt: 'n99', number: 1 }],
  ['a time of day with text', 'lúc 12:30', { type: 'text', text: 'lúc 12:30' }],
  ['a photo', { kind: 'image', url, text: 'Ảnh 1' }, { type: 'files', files: [{ name, ref: url }], caption: 'Ảnh 1' }],
  ['a video', { kind: 'video', url }, { type: 'files', files: [{ name, ref: url }] }],
  [
    'a file',
    { kind: 'file', url, name: 'kế hoạch.pdf', bytes: 12 },
    { type: 'files', files: [{ name: 'kế hoạch.pdf', ref: url, size: 12 }] },
  ],
  ['a link', { kind: 'link', url: 'https://a.vn/b', title: 'Bài' }, { type: 'text', text: 'https://a.vn/b' }],
  ['a sticker', { kind: 'sticker', id: '1', url }, { type: 'other', what: 'sticker' }],
  ['a voice', { kind: 'audio', url }, { type: 'other', what: 'voice' }],
  ['a gif', { kind: 'gif', url }, { type: 'other', what: 'media' }],
  ['a place', { kind: 'location', latitude: '1.5', longitude: '2', text: '' }, { type: 'other', what: 'location' }],
  [
    'a card',
    { kind: 'business_card', text: 'Lan', phone: '0987654321' },
    { type: 'contact', phone: '0987654321', isOwn: false },
  ],
])('%s is told in our words', async (_, content, expected) => {
  expect(await world.post(world.fake.oaWebhook.sign(world.fake.people.writes(user, content)))).toBe(200)
  expect(world.received.at(-1)?.content).toEqual(expected)
})

test('to follow opens the chat, to unfollow leaves it; ids stay as they are', async () => {
  world.fake.oaWebhook.sender.target = null
  for (const deed of ['follows', 'unfollows'] as const) {
    const { event } = await world.fake.people[deed](user)
    expect(await world.post(world.fake.oaWebhook.sign(event))).toBe(200)
  }
  const [opened, left] = world.received.slice(-2)
  expect([opened?.content, left?.content]).toEqual([{ type: 'opened' }, { type: 'left' }])
  expect(opened?.account).toBe(user)
  expect(BigInt(user)).toBeGreaterThan(2n ** 53n)
})
