import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { zbsCodes } from 'zalo-api-client'
import type { FakeTemplate, FakeUser } from 'zalo-api-client/testing'
import type { Brief, Delivery, SendResult } from '../../../src/channels/channel.ts'
import { OaWorld } from './oa-world.ts'

const brief: Brief = { name: 'An', what: 'Báo cáo giải ngân', unit: 'Phường Một', due: '31/03/2026' }
const DAY = 86_400_000

describe('a reminder to somebody who has been silent', () => {
  let world: OaWorld
  let template: FakeTemplate
  let user: FakeUser
  const open = async (settings: { mayPay?: boolean; reminderTemplateId?: string }) => {
    world = await OaWorld.open({}, settings)
    template = world.fake.zbs.addTemplate({ id: '778', parameters: ['ten', 'viec', 'don_vi', 'han'] })
    const found = world.fake.users.find(world.writer())
    if (!found) throw new Error('no writer')
    user = found
    user.phone = '84987654321'
  }
  beforeEach(() => open({ reminderTemplateId: '778' }))
  afterEach(() => world.close())

  const send = (kind: Delivery['kind'] = 'REMINDER'): Promise<SendResult> =>
    world.channel.send({ key: 'k1', account: user.id, kind, message: { text: 'Nhắc', brief } })
  const texts = () => world.fake.oa.sent.all
  const templates = () => world.fake.zbs.sent.all
  const refuse = (code: number, times = 1) =>
    world.fake.faults.add('openapi', { kind: 'code', code }, { path: /\/message\/template$/, times })

  test('within 48 hours goes as free text', async () => {
    world.clock.advance(1.9 * DAY)
    expect(await send()).toMatchObject({ result: 'sent', way: 'oaFree', parts: 1 })
    expect([texts().length, templates().length]).toEqual([1, 0])
  })

  test('for three days goes as the template, when the office does not pay for text', async () => {
    world.clock.advance(3 * DAY)
    expect(await send()).toMatchObject({ result: 'sent', way: 'zbsUser', why: 'paidOff' })
    expect(texts()).toEqual([])
  })

  test('for three days goes as text that costs, when the office has allowed it', async () => {
    await world.close()
    await open({ mayPay: true, reminderTemplateId: '778' })
    world.clock.advance(3 * DAY)
    expect(await send()).toMatchObject({ result: 'sent', way: 'oaPaid', why: 'withinWeek' })
    expect(templates()).toEqual([])
  })

  test('for eight days goes as the template, with what it says in its four fields and a key that tells nothing', async () => {
    world.clock.advance(8 * DAY)
    expect(await send()).toMatchObject({ result: 'sent', way: 'zbsUser', why: 'outsideWindow' })
    expect(templates()[0]).toMatchObject({
      by: 'user-id',
      templateId: '778',
      data: { ten: 'An', viec: 'Báo cáo giải ngân', don_vi: 'Phường Một', han: '31/03/2026' },
    })
    expect(templates()[0]?.trackingId).toMatch(/^[0-9a-f]{32}$/)
  })

  test('goes by the phone number where the template takes no account and a number was given, else nowhere', async () => {
    world.clock.advance(8 * DAY)
    template.acceptsUserId = false
    expect(await send()).toEqual({ result: 'closed', why: 'noUserTemplate' })
    world.phones.set(user.id, '84987654321')
    expect(await send()).toMatchObject({ result: 'sent', way: 'zbsPhone', why: 'noUserTemplate' })
    expect(templates().map(({ by }) => by)).toEqual(['phone'])
  })

  test('is not sent by phone to somebody who has refused this kind of message', async () => {
    world.clock.advance(8 * DAY)
    world.phones.set(user.id, '84987654321')
    refuse(-139)
    expect(await send()).toEqual({ result: 'closed', why: 'refusedKind' })
    expect(templates()).toEqual([])
  })

  test('goes as the template at once when Zalo counts the time differently than we do', async () => {
    world.fake.faults.add('openapi', { kind: 'code', code: -230 }, { path: /\/message\/cs$/ })
    expect(await send()).toMatchObject({ result: 'sent', way: 'zbsUser', why: 'outsideWindow' })
  })

  test('goes as the template to somebody who does not follow (-213)', async () => {
    world.fake.faults.add('openapi', { kind: 'code', code: -213 }, { path: /\/message\/cs$/ })
    expect(await send()).toMatchObject({ result: 'sent', way: 'zbsUser', why: 'notFollowing' })
  })

  test('waits for six in the morning when it is night in Vietnam', async () => {
    world.clock.set('2026-09-10T15:30:00Z')
    expect(await send()).toEqual({ result: 'retryAt', at: new Date('2026-09-10T23:00:00Z'), why: 'night' })
    expect([...texts(), ...templates()]).toEqual([])
  })

  test('a notice has no template: the channel is closed for it, and nothing is charged', async () => {
    world.clock.advance(8 * DAY)
    expect(await send('NOTICE')).toEqual({ result: 'closed', why: 'outsideWindow' })
    expect(templates()).toEqual([])
  })

  test('a template that is not approved, or without money, closes this way only: the channel stays up', async () => {
    world.clock.advance(8 * DAY)
    template.status = 'REJECT'
    expect(await send()).toEqual({ result: 'closed', why: 'badTemplate' })
    template.status = 'ENABLE'
    world.fake.zbs.balance = 0
    expect(await send()).toEqual({ result: 'closed', why: 'billing' })
    expect(world.channel.health()).toEqual({ state: 'up' })
  })

  test('a lost answer leaves in doubt whether the template went out: it is not repeated, and counted as such', async () => {
    world.clock.advance(8 * DAY)
    world.fake.faults.add('openapi', { kind: 'drop-after' }, { path: /\/message\/template$/ })
    expect(await send()).toMatchObject({ result: 'unknown', way: 'zbsUser' })
    expect(templates()).toHaveLength(1)
  })

  test('what Zalo charged for is told as such, whatever we expected', async () => {
    user.lastInteractionAt = world.clock.now().getTime() - 3 * DAY
    const heardAt = world.clock.now()
    await world.close()
    world = await OaWorld.open({ contact: async () => ({ heardAt, phone: null }) })
    const account = world.fake.users.add({ lastInteractionAt: world.clock.now().getTime() - 3 * DAY }).id
    const sent = await world.channel.send({ key: 'k2', account, kind: 'REMINDER', message: { text: 'Nhắc' } })
    expect(sent).toMatchObject({ result: 'sent', way: 'oaPaid', why: 'charged' })
  })

  const ends: Record<string, SendResult['result']> = {
    wait: 'retryAt',
    schedule: 'retryAt',
    // Refused with a fresh token, too: a permission that is missing.
    refresh: 'closed',
    configuration: 'closed',
    permanent: 'closed',
    payload: 'closed',
    recipient: 'closed',
    billing: 'closed',
    quota: 'closed',
    'use-phone': 'closed',
  }
  test.each([...zbsCodes].map(([code, { errorClass }]) => [code, errorClass] as const))(
    'code %s (%s) of a template has its end, and no account is given up for it',
    async (code, errorClass) => {
      world.clock.advance(8 * DAY)
      refuse(code, 3)
      expect((await send()).result).toBe(ends[errorClass])
    },
  )

  test('a code that nobody knows leaves in doubt whether the template arrived, and is shown', async () => {
    world.clock.advance(8 * DAY)
    refuse(-9876)
    expect(await send()).toMatchObject({ result: 'unknown', why: 'zbs sendByUserId -9876 ambiguous', way: 'zbsUser' })
  })
})
