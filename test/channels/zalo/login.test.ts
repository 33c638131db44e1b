import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FakeZalo } from 'zalo-api-client/testing'
import { checkZalo } from '../../../src/cli/zalo-doctor.ts'
import { tokenSourceOf, zaloLoginWork } from '../../../src/cli/zalo-login.ts'
import { Complaint } from '../../../src/complaint.ts'
import type { System } from '../../../src/intake/system.ts'
import type { Store } from '../../../src/store/open.ts'
import { zaloOaConfig } from '../../../src/zalo-config.ts'
import { freshEmbedded } from '../../support/database.ts'
import { testSystem } from '../../support/test-system.ts'

describe('the consent of the official account', () => {
  let store: Store
  let system: System
  let fake: FakeZalo
  let env: Record<string, string>
  beforeEach(async () => {
    store = await freshEmbedded()
    system = { ...(await testSystem(store)), publicUrl: 'https://thidua.example.vn' }
    fake = await FakeZalo.start({ clock: { now: () => system.clock.now().getTime(), sleep: async () => undefined } })
    fake.oauth.registeredRedirects.add('https://thidua.example.vn/')
    env = {
      ZALO_OA_ID: fake.app.oaId,
      ZALO_APP_ID: fake.app.appId,
      ZALO_APP_SECRET: fake.app.appSecret,
      ZALO_OA_SECRET_KEY: fake.app.oaSecretKey,
      ZALO_OAUTH_ROOT: fake.roots.oauth,
      ZALO_OPENAPI_ROOT: fake.roots.openapi,
      ZALO_BOT_TOKEN: fake.bot.token,
      ZALO_BOT_API_ROOT: fake.roots.botApi,
    }
  })
  afterEach(async () => {
    await fake.stop()
    await store.close()
  })

  const login = async (args: Record<string, string> = {}) => String((await zaloLoginWork(env)(system, args)).output)
  /** What the browser of the admin is sent to. */
  const agree = async (output: string) => {
    const url = /https?:\S+permission\S+/.exec(output)?.[0] ?? ''
    const response = await fetch(url, { redirect: 'manual' })
    return response.headers.get('location') ?? ''
  }
  const lines = async () => (await checkZalo(system, env)).map(({ isGood, line }) => `${isGood ? '✓' : '✗'} ${line}`)

  test('is asked for with a link, taken with the address it leads to, and used from then on', async () => {
    expect((await lines())[0]).toBe('✗ Zalo OA: chưa có quyền. Chạy: thidua zalo login')
    const address = await agree(await login())
    expect(await login({ code: address })).toContain(fake.app.oaId)
    const { config } = zaloOaConfig(env)
    if (!config) throw new Error('the settings are there')
    expect(fake.oauth.stateOf(await tokenSourceOf(config, system).accessToken())).toBe('valid')
    expect(await lines()).toEqual([
      expect.stringContaining('✓ Zalo OA: có quyền'),
      '✓ Zalo OA: kết nối được, OA «OA thử nghiệm»',
      expect.stringContaining('2000/2000'),
      expect.stringContaining('https://thidua.example.vn/webhooks/zalo-oa'),
      expect.stringContaining('chưa nhận được sự kiện nào'),
      expect.stringContaining('ZALO_PAID_MESSAGES=0'),
      expect.stringContaining('ZALO_REMINDER_TEMPLATE_ID'),
      '✓ Zalo Bot: kết nối được, bot «bot.fake»',
      expect.stringContaining('polling'),
    ])
  })

  test('is refused with one clear line when the code was used, belongs elsewhere, or nobody asked', async () => {
    const complaint = async (code: string) => {
      const error = await login({ code }).catch((thrown: unknown) => thrown)
      return error instanceof Complaint ? error.message : error
    }
    expect(await complaint('abc')).toContain('Chưa có lần xin quyền nào')
    const address = await agree(await login())
    expect(await complaint(address.replace(/state=[^&]+/, 'state=x'))).toContain('không thuộc lần xin quyền')
    expect(await complaint(address.replace(fake.app.oaId, '5'))).toContain('ZALO_OA_ID')
    expect(await complaint('https://thidua.example.vn/?error=denied')).toContain('--code')
    expect(await complaint('mot-ma-sai')).toContain('-118')
  })

  test('given, the doctor tells whether the template of the reminders can be sent', async () => {
    await login({ code: await agree(await login()) })
    Object.assign(env, { ZALO_BUSINESS_ROOT: fake.roots.business, ZALO_REMINDER_TEMPLATE_ID: '778' })
    const said = async () => (await lines()).filter(line => line.includes('778'))
    expect((await said())[0]).toContain('✗ Zalo OA: không xem được mẫu ZBS 778 (zbs templateInfo -109 configuration)')
    const right = ['viec', 'ten', 'han', 'don_vi']
    const template = fake.zbs.addTemplate({ id: '778', parameters: ['ten', 'viec', 'han', 'gio'] })
    expect(await said()).toEqual([
      '✗ Zalo OA: mẫu ZBS 778 chưa khớp: thiếu tham số don_vi; thừa tham số gio. Xem docs/zalo.md, mục A6.',
    ])
    fake.zbs.addTemplate({ ...template, parameters: right, status: 'PENDING_REVIEW' })
    expect((await said())[0]).toContain('trạng thái PENDING_REVIEW, cần ENABLE')
    const declared = {
      viec: { maxLength: 30 },
      don_vi: { type: 'NUMBER' },
      han: { type: 'DATE', minLength: 10, maxLength: 20 },
      ten: { minLength: 5, maxLength: 30 },
    }
    fake.zbs.addTemplate({ ...template, parameters: right, declared })
    expect((await said())[0]).toBe(
      '✗ Zalo OA: mẫu ZBS 778 chưa khớp: viec chỉ dài 30 ký tự, cần 80; ten đòi ít nhất 5 ký tự; don_vi có kiểu NUMBER, cần kiểu chữ. Xem docs/zalo.md, mục A6.',
    )
    fake.zbs.addTemplate({ ...template, parameters: right })
    expect((await said())[0]).toContain('✓ Zalo OA: có mẫu ZBS 778')
    // The list of parameters may come with the approval only.
    fake.zbs.addTemplate({ ...template, parameters: [] })
    expect((await said())[0]).toContain('✓ Zalo OA: có mẫu ZBS 778')
  })

  test('lost, one line says so, and none says the contrary', async () => {
    await login({ code: await agree(await login()) })
    Object.assign(env, { ZALO_BUSINESS_ROOT: fake.roots.business, ZALO_REMINDER_TEMPLATE_ID: '778' })
    fake.zbs.addTemplate({ id: '778', parameters: ['ten', 'viec', 'don_vi', 'han'] })
    fake.oauth.revokeAll()
    for (const form of ['numbered', 'named', 'named-400'] as const) {
      fake.oauth.refusalsAre = form
      const said = (await lines()).filter(line => line.includes('Zalo OA'))
      expect(said[0]).toContain('✗ Zalo OA: quyền đã hết hiệu lực')
      expect(said.filter(line => line.startsWith('✗'))).toHaveLength(1)
      expect(said.join('\n')).not.toMatch(/dùng được đến|kết nối được|778/)
    }
  })

  test.each(['named', 'named-400', 'numbered'] as const)(
    'with a wrong app secret is told as such, at the login and by the doctor (%s)',
    async form => {
      await login({ code: await agree(await login()) })
      fake.oauth.refusalsAre = form
      fake.oauth.expireAccess()
      const wrong = { ...fake.app, appSecret: 'khoa-sai' }
      // The tokens are kept under the secret of the settings, so that it is Zalo's that has changed.
      Object.assign(fake.app, { appSecret: wrong.appSecret })
      expect((await lines())[0]).toMatch(/^✗ Zalo OA: Zalo không nhận ZALO_APP_SECRET .*Invalid app secret/)
      expect((await lines()).filter(line => line.startsWith('✗'))).toHaveLength(1)
      const error = await login()
        .then(agree)
        .then(code => login({ code }))
        .catch((thrown: unknown) => thrown)
      expect(error instanceof Complaint ? error.message : '').toContain('Zalo không nhận ZALO_APP_SECRET')
    },
  )

  test('that was taken back is told by the doctor', async () => {
    await login({ code: await agree(await login()) })
    fake.oauth.revokeAll()
    expect((await lines())[0]).toContain('✗ Zalo OA: quyền đã hết hiệu lực')
  })
})
