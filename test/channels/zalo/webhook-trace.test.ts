import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { signOaWebhook } from 'zalo-api-client'
import { FakeZalo } from 'zalo-api-client/testing'
import { noTrace, webhookTracer } from '../../../src/channels/zalo/webhook-trace.ts'
import { answerWebhook as answerBot } from '../../../src/channels/zalo-bot/webhook.ts'
import { answerWebhook } from '../../../src/channels/zalo-oa/webhook.ts'
import { checkZalo } from '../../../src/cli/zalo-doctor.ts'
import { steppedClock } from '../../../src/clock.ts'
import type { System } from '../../../src/intake/system.ts'
import type { Store } from '../../../src/store/open.ts'
import { freshEmbedded } from '../../support/database.ts'
import { testSystem } from '../../support/test-system.ts'

describe('how the webhook calls fare', () => {
  let store: Store
  let system: System
  let clock: ReturnType<typeof steppedClock>
  let fake: FakeZalo
  beforeEach(async () => {
    store = await freshEmbedded()
    clock = steppedClock('2026-09-01T02:00:00Z')
    system = { ...(await testSystem(store, clock)), publicUrl: 'https://thidua.example.vn' }
    fake = await FakeZalo.start({ clock: { now: () => clock.now().getTime(), sleep: async () => undefined } })
  })
  afterEach(async () => {
    await fake.stop()
    await store.close()
  })

  const event = (appId = fake.app.appId) => ({
    ...{ app_id: appId, event_name: 'user_send_text', timestamp: String(clock.now().getTime()) },
    ...{ sender: { id: '8000000000000000001' }, recipient: { id: fake.app.oaId } },
    message: { msg_id: 'b8de7d84fa1b30430001', text: 'Lời nhắn riêng' },
  })
  /** Calls one after the other, each signed with this key; then all of it is written. */
  const calls = async (count: number, { key = fake.app.oaSecretKey, appId = fake.app.appId, isSigned = true } = {}) => {
    const trace = webhookTracer(store.prisma, clock, 'zalo-oa')
    const { oaId, oaSecretKey, appSecret } = fake.app
    const settings = { appId: fake.app.appId, oaSecretKeys: { [oaId]: oaSecretKey } }
    for (let call = 0; call < count; call += 1) {
      const rawBody = Buffer.from(JSON.stringify(event(appId)), 'utf8')
      const timestamp = String(clock.now().getTime())
      const headers = { 'x-zevent-signature': signOaWebhook({ appId, rawBody, timestamp, oaSecretKey: key }) }
      const init = { method: 'POST', body: new Uint8Array(rawBody), headers: isSigned ? headers : {} }
      const take = async () => 'done' as const
      await answerWebhook(new Request('http://x/', init), { settings, appSecret, clock, trace, take })
    }
    await trace.settled()
  }
  const line = async (env: Record<string, string> = oaEnv()) => {
    const findings = await checkZalo(system, env)
    const found = findings.find(({ line }) => line.includes('sự kiện'))
    return `${found?.isWarning ? '!' : found?.isGood ? '✓' : '✗'} ${found?.line}`
  }
  const oaEnv = () => ({
    ZALO_OA_ID: fake.app.oaId,
    ZALO_APP_ID: fake.app.appId,
    ZALO_APP_SECRET: fake.app.appSecret,
    ZALO_OA_SECRET_KEY: fake.app.oaSecretKey,
    ZALO_OAUTH_ROOT: fake.roots.oauth,
    ZALO_OPENAPI_ROOT: fake.roots.openapi,
  })

  test('is told by the doctor: the last good one, or how many were refused and why', async () => {
    expect(await line()).toContain('✓ Zalo OA: chưa nhận được sự kiện nào')
    await calls(3, { key: 'another-key' })
    expect(await line()).toMatch(/^✗ Zalo OA: 3 sự kiện bị từ chối: sai OA Secret Key\b.*01\/09\/2026 09:00/)
    await calls(2, { key: 'another-key' })
    expect(await line()).toContain('5 sự kiện bị từ chối: sai OA Secret Key')
    clock.advance(60_000)
    await calls(1)
    expect(await line()).toBe('✓ Zalo OA: sự kiện ký đúng gần nhất: 01/09/2026 09:01')
    await calls(1, { key: 'another-key' })
    expect(await line()).toMatch(/^! Zalo OA: sự kiện ký đúng gần nhất: .*; từ đó: .*1 sự kiện bị từ chối/)
  })

  test('names the setting that is wrong', async () => {
    await calls(1, { key: fake.app.appSecret })
    expect(await line()).toContain('ZALO_OA_SECRET_KEY và ZALO_APP_SECRET đang đặt lẫn cho nhau')
    await calls(1)
    await calls(1, { appId: '1' })
    expect(await line()).toContain('Xem lại ZALO_APP_ID')
  })

  test('leaves nothing of a body behind, and nothing of what says nothing of the settings', async () => {
    await calls(3, { isSigned: false })
    expect(await store.prisma.setting.count({ where: { key: 'zalo-oa.webhooks' } })).toBe(0)
    await calls(50, { key: 'another-key' })
    const rows = await store.prisma.setting.findMany({ where: { key: 'zalo-oa.webhooks' } })
    expect(rows).toHaveLength(1)
    const kept = JSON.stringify(rows)
    expect(kept.length).toBeLessThan(300)
    expect(kept).not.toMatch(/Lời nhắn|8000000000000000001|another/)
  })

  test('costs few writes, however many are refused', async () => {
    let writes = 0
    const counting = new Proxy(store.prisma, {
      get: (target, name) => {
        if (name === '$transaction') writes += 1
        return Reflect.get(target, name)
      },
    })
    const trace = webhookTracer(counting, clock, 'zalo-oa')
    for (let call = 0; call < 1_000; call += 1) trace.refused('signature')
    await trace.settled()
    expect(writes).toBeLessThanOrEqual(2)
    expect(await line()).toContain('1000 sự kiện bị từ chối')
  })

  test('is noted for the bot, too', async () => {
    const env = {
      ...{ ZALO_BOT_TOKEN: fake.bot.token, ZALO_BOT_API_ROOT: fake.roots.botApi, ZALO_BOT_MODE: 'webhook' },
      ZALO_BOT_WEBHOOK_SECRET: 'bot-webhook-secret',
    }
    fake.bot.webhookUrl = 'https://thidua.example.vn/webhooks/zalo-bot'
    const trace = webhookTracer(store.prisma, clock, 'zalo-bot')
    const call = (secret: string) => {
      const headers = { 'x-bot-api-secret-token': secret }
      const body = JSON.stringify(fake.bot.update(fake.bot.addChat(), 'Chào'))
      const request = new Request('http://x/', { method: 'POST', headers, body })
      return answerBot(request, 'bot-webhook-secret', async () => 'done', trace)
    }
    expect((await call('another-secret')).status).toBe(401)
    await trace.settled()
    expect(await line(env)).toContain('✗ Zalo Bot: 1 sự kiện bị từ chối: sai khóa ZALO_BOT_WEBHOOK_SECRET')
    expect((await call('bot-webhook-secret')).status).toBe(200)
    await trace.settled()
    expect(await line(env)).toBe('✓ Zalo Bot: sự kiện đúng khóa gần nhất: 01/09/2026 09:00')
    await noTrace.settled()
  })
})
