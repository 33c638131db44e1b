import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { oaCodes } from 'zalo-api-client'
import type { Delivery, OutboundMessage } from '../../../src/channels/channel.ts'
import { pdf, png } from '../../files/sample-bytes.ts'
import { OaWorld } from './oa-world.ts'

describe('a message through the OA', () => {
  let world: OaWorld
  let account: string
  beforeEach(async () => {
    world = await OaWorld.open({
      readFile: async id => (id === 'doc' ? pdf : id === 'photo' ? png : id === 'table' ? Buffer.from('a;b') : null),
    })
    account = world.writer()
  })
  afterEach(() => world.close())

  let keys = 0
  const send = (message: OutboundMessage, kind: Delivery['kind'] = 'NOTICE') => {
    keys += 1
    return world.channel.send({ key: `k${keys}`, account, kind, message })
  }
  const sent = () => world.fake.oa.sent.all
  const refuse = (code: number, times = 1) =>
    world.fake.faults.add('openapi', { kind: 'code', code }, { path: /\/message\/cs$/, times })

  test('files go first, the text with the buttons last; what the OA does not take is named with the way to it', async () => {
    const attachments = ['doc.pdf', 'photo.png', 'table.csv'].map(name => ({ fileId: name.split('.')[0] ?? '', name }))
    const message = { text: 'Hồ sơ', choices: ['Duyệt'], prompt: '3', attachments }
    expect(await send(message)).toMatchObject({ result: 'sent' })
    expect(sent().map(({ form }) => form)).toEqual(['file', 'media', 'text', 'buttons'])
    expect(sent()[2]?.text).toContain('/web')
  })

  test('where buttons are refused (-233, -201), the choices come as numbered text', async () => {
    for (const code of [-233, -201]) {
      refuse(code)
      const message = { title: 'Câu 1', text: 'Loại?', choices: ['Mô hình', 'Giải pháp'], prompt: '3' }
      expect(await send(message)).toMatchObject({ result: 'sent' })
      expect(sent().at(-1)?.text).toBe('Câu 1\n\nLoại?\n\n1. Mô hình\n2. Giải pháp')
    }
  })

  test('a long message that broke half-way goes on with the part that is missing', async () => {
    const text = Array.from({ length: 900 }, (_, n) => `câu ${n}.`).join(' ')
    const delivery: Delivery = { key: 'long', account, kind: 'NOTICE', message: { text } }
    world.fake.faults.add('openapi', { kind: 'late', ms: 0 }, { path: /\/message\/cs$/ })
    refuse(-32)
    expect(await world.channel.send(delivery)).toMatchObject({ result: 'retryAt', why: 'rate-limited' })
    expect(sent()).toHaveLength(1)
    expect(await world.channel.send(delivery)).toMatchObject({ result: 'sent' })
    expect(
      sent()
        .map(each => each.text)
        .join(' '),
    ).toBe(text)
  })

  test('a week of silence does not make the account unreachable: the channel is closed for the message', async () => {
    world.clock.advance(8 * 86_400_000)
    expect(await send({ text: 'Nhắc' })).toEqual({ result: 'closed', why: 'outsideWindow' })
  })

  test('with the rate used up the whole channel waits a minute', async () => {
    refuse(-32)
    const at = new Date(world.clock.now().getTime() + 60_000)
    expect(await send({ text: 'Nhắc' })).toEqual({ result: 'retryAt', at, why: 'rate-limited' })
  })

  test('what may not be sent at night waits for six in the morning in Vietnam', async () => {
    refuse(-234, 2)
    expect(await send({ text: 'Nhắc' })).toMatchObject({ at: new Date('2026-09-01T23:00:00Z') })
    world.clock.set('2026-09-01T20:00:00Z')
    expect(await send({ text: 'Nhắc' })).toMatchObject({ at: new Date('2026-09-01T23:00:00Z') })
  })

  test('a lost answer of the token call is no doubt about the message: it has not been sent', async () => {
    world.fake.oauth.expireAccess()
    world.fake.faults.add('oauth', { kind: 'drop-before' }, { times: 5 })
    expect(await send({ text: 'Nhắc' })).toMatchObject({ result: 'retryAt' })
    expect(sent()).toEqual([])
  })

  test('without a consent the message waits and the channel says so; a new consent is noticed by itself', async () => {
    world.fake.oauth.revokeAll()
    expect(await send({ text: 'Nhắc' })).toMatchObject({ result: 'retryAt' })
    expect(world.channel.health()).toMatchObject({
      state: 'down',
      why: 'oauth refresh -14014 needs-consent: «Invalid refresh token.»',
    })
    await world.channel.tokens.exchangeCode(world.fake.oauth.consent())
    expect(await send({ text: 'Nhắc' })).toMatchObject({ result: 'sent' })
    expect(world.channel.health()).toEqual({ state: 'up' })
  })

  const ends: Record<string, string> = {
    wait: 'retryAt',
    'attachment-expired': 'retryAt',
    permanent: 'refused',
    payload: 'refused',
    configuration: 'retryAt',
    quota: 'closed',
    billing: 'closed',
    refresh: 'retryAt',
    recipient: 'unreachable',
    'outside-window': 'closed',
    'use-phone': 'refused',
    schedule: 'retryAt',
  }
  test.each([...oaCodes].map(([code, { errorClass }]) => [code, errorClass] as const))(
    'code %s (%s) has its end',
    async (code, errorClass) => {
      refuse(code, 3)
      // Who does not follow may do so any day: no account is given up for it.
      const end = code === -213 ? 'closed' : ends[errorClass]
      expect((await send({ text: 'Nhắc' })).result).toBe(end)
    },
  )

  test('a code that nobody knows leaves in doubt whether it arrived, and is shown', async () => {
    refuse(-9876)
    expect(await send({ text: 'Nhắc' })).toEqual({
      result: 'unknown',
      why: 'oa sendMessage -9876 ambiguous',
      way: 'oaFree',
    })
  })

  test('nothing that is logged holds a token, a secret or a text', async () => {
    refuse(-216, 3)
    await send({ text: 'bí mật' })
    const all = JSON.stringify(world.logged)
    for (const secret of ['bí mật', world.fake.app.appSecret, world.fake.app.oaSecretKey])
      expect(all).not.toContain(secret)
    expect(all).not.toMatch(/access-|refresh-/)
  })
})
