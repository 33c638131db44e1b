import { afterEach, beforeEach, expect, test } from 'vitest'
import { hourMs } from '../src/testing/fake-clock.ts'
import type { FakeUser } from '../src/testing/fake-users.ts'
import { type FakeWorld, fakeWorld } from './fake-world.ts'

let world: FakeWorld
let user: FakeUser
const data = { customer_name: 'Nguyễn Văn An', item: 'Báo cáo tháng' }
const message = { templateId: '12345', data, trackingId: 'nhac-1' }

beforeEach(async () => {
  world = await fakeWorld()
  user = world.fake.users.add({ phone: '84987654321' })
  world.fake.zbs.addTemplate({ id: '12345', parameters: ['customer_name', 'item'] })
})

afterEach(() => world.fake.stop())

test('a template reaches a person outside every window: by phone, by user id, by hashed phone', async () => {
  const { zbs, fake } = world
  await zbs.sendByPhone('0987 654 321', message)
  await zbs.sendByUserId(user.id, message)
  const sent = await zbs.sendByHashedPhone('0987654321', message)
  expect(fake.zbs.sent.all.map(({ by }) => by)).toEqual(['phone', 'user-id', 'hashed-phone'])
  expect(fake.zbs.sent.all.every(each => each.user.id === user.id && each.trackingId === 'nhac-1')).toBe(true)
  expect(sent).toMatchObject({ sentAt: world.clock.now(), quota: { daily: 500, remaining: 497 } })
})

test('both spellings of the path for hashed phones work', async () => {
  world.fake.zbs.hashedPhonePath = '/message/template/hash_phone'
  await world.zbs.sendByHashedPhone('0987654321', message)
  expect(world.fake.zbs.sent.all).toHaveLength(1)
})

test('a number that is none is refused before sending', async () => {
  const send = world.zbs.sendByPhone('12', message)
  await expect(send).rejects.toMatchObject({ name: 'ZaloLimitError', limit: 'zbs.phone.form' })
})

test('what the fake refuses: unknown template, missing parameter, unknown phone, user id, night, money, refusal', async () => {
  const { zbs, fake, clock } = world
  const codeOf = (work: Promise<unknown>) => work.then(() => 0).catch((error: { code: number }) => error.code)
  const onlyPhone = fake.zbs.addTemplate({ id: '2', parameters: [], acceptsUserId: false })
  const promotion = fake.zbs.addTemplate({ id: '3', parameters: [], isPromotion: true })
  fake.zbs.addTemplate({ id: '4', parameters: [], status: 'PENDING_REVIEW' })
  const to = (templateId: string) => ({ templateId, data: {}, trackingId: 't' })
  expect(await codeOf(zbs.sendByPhone('0987654321', to('99')))).toBe(-109)
  expect(await codeOf(zbs.sendByPhone('0987654321', to('12345')))).toBe(-1122)
  expect(await codeOf(zbs.sendByPhone('0912345678', message))).toBe(-108)
  expect(await codeOf(zbs.sendByUserId(user.id, to(onlyPhone.id)))).toBe(-249)
  expect(await codeOf(zbs.sendByPhone('0987654321', to('4')))).toBe(-131)
  expect(await codeOf(zbs.sendByPhone('0987654321', { ...to('4'), isDevelopment: true }))).toBe(-127)
  await clock.advance(13 * hourMs) // 09:00 to 22:00 in Vietnam
  expect(await codeOf(zbs.sendByPhone('0987654321', to(promotion.id)))).toBe(-133)
  fake.zbs.balance = 0
  expect(await codeOf(zbs.sendByPhone('0987654321', message))).toBe(-115)
  user.refusal = -213
  expect(await codeOf(zbs.sendByPhone('0987654321', message))).toBe(-139)
})

test('status, quota and templates are read', async () => {
  const { zbs, fake } = world
  const { messageId } = await zbs.sendByUserId(user.id, message)
  expect(await zbs.status(messageId ?? '')).toEqual({ status: 'pending', deliveredAt: null })
  await fake.deliverTemplate(messageId ?? '')
  expect(await zbs.status(messageId ?? '')).toMatchObject({ status: 'delivered' })
  expect(await zbs.status('nothing')).toMatchObject({ status: 'unknown' })
  expect(await zbs.quota()).toEqual({ daily: 500, remaining: 499 })
  const page = await zbs.templates({ offset: 0, limit: 100, status: 'ENABLE' })
  expect(page).toMatchObject({ data: [{ templateId: '12345' }] })
  expect(await zbs.templateInfo('12345')).toMatchObject({
    ...{ templateId: '12345', status: 'ENABLE' },
    parameters: [{ name: 'customer_name', type: 'STRING', isRequired: true, maxLength: null }, { name: 'item' }],
  })
  expect(await zbs.sampleData('12345')).toHaveProperty('item')
  await expect(zbs.templates({ offset: 0, limit: 101 })).rejects.toMatchObject({ limit: 'zbs.templates.count' })
})
