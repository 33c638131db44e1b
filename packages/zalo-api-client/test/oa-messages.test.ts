import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OaButton } from '../src/oa/oa-button.ts'
import type { OaMessage } from '../src/oa/oa-message.ts'
import { sendWithAttachment } from '../src/oa/send-with-attachment.ts'
import { dayMs, hourMs } from '../src/testing/fake-clock.ts'
import type { FakeUser } from '../src/testing/fake-users.ts'
import { type FakeWorld, fakeWorld } from './fake-world.ts'
import { gifBytes, jpegBytes, pdfBytes } from './sample-files.ts'

let world: FakeWorld
let user: FakeUser

beforeEach(async () => {
  world = await fakeWorld()
  user = world.fake.users.add({ lastInteractionAt: world.clock.now() })
})

afterEach(() => world.fake.stop())

const hidden = (title: string, payload: string): OaButton => ({
  title,
  action: { kind: 'query', payload, isHidden: true },
})

test('every button type arrives in the shape that Zalo documents', async () => {
  const { oa, fake } = world
  await oa.sendMessage(
    { userId: user.id },
    {
      kind: 'buttons',
      text: 'Chọn một mục:',
      buttons: [
        hidden('Xem đơn', '#order:42'),
        { title: 'Hiện', action: { kind: 'query', payload: 'hiện', isHidden: false } },
        { title: 'Mở web', action: { kind: 'open-url', url: 'https://example.vn' } },
        { title: 'Gọi', action: { kind: 'open-phone', phone: '84912345678' } },
        { title: 'Nhắn', action: { kind: 'open-sms', phone: '84912345678', text: 'chào' } },
      ],
    },
  )
  expect(fake.oa.sent.last?.buttons).toEqual([
    { title: 'Xem đơn', type: 'oa.query.hide', payload: '#order:42' },
    { title: 'Hiện', type: 'oa.query.show', payload: 'hiện' },
    { title: 'Mở web', type: 'oa.open.url', payload: { url: 'https://example.vn' } },
    { title: 'Gọi', type: 'oa.open.phone', payload: { phone_code: '84912345678' } },
    { title: 'Nhắn', type: 'oa.open.sms', payload: { phone_code: '84912345678', content: 'chào' } },
  ])
})

test('every form of message is accepted by a server that refuses any other shape', async () => {
  const { oa, fake } = world
  const image = await oa.uploadImage({ name: 'ảnh.jpg', bytes: jpegBytes })
  const gif = await oa.uploadGif({ name: 'a.gif', bytes: gifBytes })
  const file = await oa.uploadFile({ name: 'kế hoạch.pdf', bytes: pdfBytes })
  const messages: OaMessage[] = [
    { kind: 'text', text: 'Xin chào' },
    { kind: 'text', text: 'Đã nhận', quoteMessageId: 'b8de7d84fa1b30430001' },
    { kind: 'image', image, caption: 'Ảnh' },
    { kind: 'image', image: { url: 'https://example.vn/a.jpg' } },
    { kind: 'gif', ...gif, width: 120, height: 120 },
    { kind: 'sticker', stickerId: 'bfe458bf64fa8da4d4eb' },
    { kind: 'file', ...file },
    {
      kind: 'list',
      text: 'Danh mục',
      elements: [
        {
          title: 'Bàn phím',
          subtitle: 'Từ 300.000đ',
          imageUrl: 'https://example.vn/a.jpg',
          action: { kind: 'query', payload: '#cat:1', isHidden: true },
        },
        { title: 'Chuột', subtitle: 'Từ 150.000đ', action: { kind: 'open-url', url: 'https://example.vn/chuot' } },
      ],
    },
    { kind: 'contact-request', title: 'Liên hệ', subtitle: 'Chia sẻ', imageUrl: 'https://example.vn/a.jpg' },
  ]
  for (const message of messages) {
    const sent = await oa.sendMessage({ userId: user.id }, message)
    expect(sent.messageId).toBe(fake.oa.sent.last?.messageId)
  }
  expect(fake.oa.sent.all.map(({ form }) => form)).toEqual([
    'text',
    'text',
    'media',
    'media',
    'media',
    'media',
    'file',
    'list',
    'request_user_info',
  ])
})

test.each([
  ['oa.text.characters', { kind: 'text', text: 'a'.repeat(2001) }],
  ['oa.text.characters', { kind: 'text', text: ' ' }],
  ['oa.buttons.count', { kind: 'buttons', text: 'x', buttons: Array.from({ length: 6 }, () => hidden('a', 'b')) }],
  ['oa.buttons.count', { kind: 'buttons', text: 'x', buttons: [] }],
  ['oa.buttons.title', { kind: 'buttons', text: 'x', buttons: [hidden('a'.repeat(101), 'b')] }],
  ['oa.buttons.payload', { kind: 'buttons', text: 'x', buttons: [hidden('a', 'b'.repeat(1001))] }],
  [
    'oa.buttons.url',
    { kind: 'buttons', text: 'x', buttons: [{ title: 'a', action: { kind: 'open-url', url: '/relative' } }] },
  ],
  [
    'oa.buttons.phone',
    { kind: 'buttons', text: 'x', buttons: [{ title: 'a', action: { kind: 'open-phone', phone: '+84 9' } }] },
  ],
  ['oa.list.elements', { kind: 'list', elements: [] }],
  ['oa.element.subtitle', { kind: 'list', elements: [{ title: 'a', subtitle: '' }] }],
  ['oa.element.subtitle', { kind: 'list', elements: [{ title: 'a', subtitle: 'b'.repeat(501) }] }],
  ['oa.element.title', { kind: 'list', elements: [{ title: 'a'.repeat(101), subtitle: 'b' }] }],
  ['oa.image.url', { kind: 'image', image: { url: 'file:///etc/passwd' } }],
] satisfies [string, OaMessage][])('%s is checked before sending and named', async (limit, message) => {
  const { oa, fake } = world
  await expect(oa.sendMessage({ userId: user.id }, message)).rejects.toMatchObject({
    name: 'ZaloLimitError',
    errorClass: 'payload',
    limit,
    message: expect.stringContaining(limit),
  })
  expect(fake.oa.sent.all).toEqual([])
})

test('text of exactly 2000 characters goes out', async () => {
  await world.oa.sendMessage({ userId: user.id }, { kind: 'text', text: 'ă'.repeat(2000) })
  expect(world.fake.oa.sent.last?.text).toHaveLength(2000)
})

test('within 48 hours a message is free, until 7 days charged, after that refused', async () => {
  const { oa, fake, clock } = world
  const send = () => oa.sendMessage({ userId: user.id }, { kind: 'text', text: 'Nhắc việc' })
  await clock.advance(48 * hourMs)
  await send()
  expect(fake.oa.sent.last?.isCharged).toBe(false)
  await clock.advance(1)
  expect((await send()).quota).toEqual({ type: 'sub_quota', remain: 1999, total: 2000 })
  expect(fake.oa.sent.last?.isCharged).toBe(true)
  await clock.advance(5 * dayMs + 1)
  await expect(send()).rejects.toMatchObject({ errorClass: 'outside-window', code: -230 })
  await fake.people.sends(user.id, 'chào')
  await send()
  expect(fake.oa.sent.last?.isCharged).toBe(false)
})

test('a user who never wrote cannot be written to', async () => {
  const stranger = world.fake.users.add()
  const send = world.oa.sendMessage({ userId: stranger.id }, { kind: 'text', text: 'Chào' })
  await expect(send).rejects.toMatchObject({ errorClass: 'outside-window' })
})

test('the id of the other id space reaches nobody', async () => {
  const send = world.oa.sendMessage({ userId: user.idByApp }, { kind: 'text', text: 'Chào' })
  await expect(send).rejects.toMatchObject({ errorClass: 'payload', code: -201 })
})

test('a quote that Zalo refuses is dropped and the text still arrives', async () => {
  const { oa, fake, clock } = world
  const { messageId } = await oa.sendMessage({ userId: user.id }, { kind: 'text', text: 'cũ' })
  await clock.advance(49 * hourMs)
  await oa.sendMessage({ userId: user.id }, { kind: 'text', text: 'mới', quoteMessageId: messageId ?? '' })
  expect(fake.oa.sent.all.map(({ text }) => text)).toEqual(['cũ', 'mới'])
})

test('an image whose id has expired is uploaded again and sent once', async () => {
  const { oa, fake, clock } = world
  const upload = async () => (await oa.uploadImage({ name: 'a.jpg', bytes: jpegBytes })).attachmentId
  const send = (attachmentId: string) => oa.sendMessage({ userId: user.id }, { kind: 'image', image: { attachmentId } })
  const first = await sendWithAttachment(null, upload, send)
  expect((await sendWithAttachment(first.attachmentId, upload, send)).attachmentId).toBe(first.attachmentId)
  await clock.advance(8 * dayMs)
  await fake.people.sends(user.id, 'chào')
  await expect(send(first.attachmentId)).rejects.toMatchObject({ errorClass: 'attachment-expired', code: -100 })
  expect((await sendWithAttachment(first.attachmentId, upload, send)).attachmentId).not.toBe(first.attachmentId)
  expect(fake.oa.sent.all).toHaveLength(3)
})

test('a visitor of the widget is answered on whichever path exists', async () => {
  const { oa, fake } = world
  const visitor = { anonymousId: 'an-1', conversationId: 'co-1' }
  await oa.sendMessage(visitor, { kind: 'text', text: 'Chào' })
  fake.oa.isV2Off = true
  await oa.sendMessage(visitor, { kind: 'text', text: 'Chào lại' })
  expect(fake.oa.sent.all.map(({ text }) => text)).toEqual(['Chào', 'Chào lại'])
})

test('a group of the OA gets text; one of others is a configuration error', async () => {
  const { oa, fake } = world
  fake.oa.groups.add('g1')
  expect((await oa.sendToGroup('g1', { kind: 'text', text: 'Chào cả nhà' })).messageId).not.toBeNull()
  const stranger = oa.sendToGroup('g2', { kind: 'text', text: 'Chào' })
  await expect(stranger).rejects.toMatchObject({ errorClass: 'configuration', code: -403 })
})

test('reactions, user detail, quota and lists are read', async () => {
  const { oa, fake } = world
  await oa.react(user.id, 'b8de7d84fa1b30430001', 'strong')
  expect(fake.oa.reactions).toEqual([{ messageId: 'b8de7d84fa1b30430001', icon: '/-strong' }])
  expect(await oa.userDetail(user.id)).toMatchObject({
    userId: user.id,
    displayName: 'Nguyễn Văn An',
    isFollower: true,
    shared: { phone: null },
  })
  expect(await oa.quota()).toEqual({ type: 'active', remain: 2000, total: 2000 })
  expect(await oa.userQuota(user.id)).toMatchObject({ reply: null, promotion: { dailyRemain: 1 } })
  expect(await oa.userList({ offset: 0, count: 50, isFollower: true })).toEqual({
    userIds: [user.id],
    total: 1,
    offset: 0,
  })
  expect(await oa.oaInfo()).toMatchObject({ oaId: fake.app.oaId, name: 'OA thử nghiệm', isVerified: true })
  expect(await oa.recentMessages({ offset: 0, count: 10 })).toEqual([])
  expect(await oa.conversation(user.id, { offset: 0, count: 10 })).toEqual([])
  await oa.sendMessage({ userId: user.id }, { kind: 'text', text: 'Chào' })
  const [latest] = await oa.recentMessages({ offset: 0, count: 10 })
  expect(latest).toMatchObject({ from: 'oa', type: 'text', text: 'Chào', toId: user.id, at: expect.any(Number) })
  await expect(oa.recentMessages({ offset: 0, count: 11 })).rejects.toMatchObject({ limit: 'oa.messages.count' })
})
