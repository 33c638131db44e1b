import { TOTP } from 'otpauth'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accounts } from '../../src/features/accounts/feature.ts'
import { logsOf } from '../../src/features/audit/feature.ts'
import { features } from '../../src/features/list.ts'
import { Role } from '../../src/store/generated/client.ts'
import { unseal } from '../../src/store/seal.ts'
import { type Browser, csrfOf, openBrowser } from '../support/web-driver.ts'
import { type AWeb, aWeb } from './a-web.ts'

const key = 'a-key-of-this-installation'
const hour = 3_600_000
let web: AWeb

beforeEach(async () => {
  const signIn = { secondStep: { key }, officerIdle: 8 * hour, staffIdle: 720 * hour }
  web = await aWeb({ features: [...logsOf(features), accounts], signIn })
})
afterEach(() => web.close())

const browserOf = () => openBrowser({ url: 'http://localhost:3000', fetch: request => web.app.fetch(request) })

async function signedIn(personId: string): Promise<Browser> {
  const browser = browserOf()
  const link = await web.linkFor(personId)
  await browser.submitFrom(link, link, {})
  return browser
}

const secretIn = (html: string) => (/<code class="typed-key"[^>]*>([^<]+)</.exec(html)?.[1] ?? '').replaceAll(' ', '')
const codeOf = (secret: string) => new TOTP({ secret }).generate({ timestamp: web.clock.now().getTime() })
const give = (browser: Browser, ma: string) => browser.submit('/buoc-hai', { ma })

async function enrolled(name: string, role: Role = 'PNV') {
  const id = await web.person(name, role)
  const browser = await signedIn(id)
  const secret = secretIn((await browser.get('/buoc-hai')).html)
  const { html } = await give(browser, codeOf(secret))
  const recovery = [...html.matchAll(/<li><code>([^<]+)</g)].map(([, code = '']) => code)
  web.clock.advance(60_000)
  return { id, browser, secret, recovery }
}

const actions = async () =>
  (await web.store.prisma.audit.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] })).map(({ action }) => action)

describe('an officer who has none yet', () => {
  test('is led to it before any page, and nothing is shown, taken or pushed before', async () => {
    const browser = await signedIn(await web.person('Họ Tên Một', 'PNV'))
    const json = { Accept: 'application/json' }
    for (const path of ['/desk', '/desk/nhat-ky', '/chat', '/phien-dang-nhap', '/files/x']) {
      const response = await browser.send(path, {})
      expect([path, response.status, response.headers.get('location')]).toEqual([path, 302, '/buoc-hai'])
    }
    expect((await browser.send('/chat/stream', {})).status).toBe(401)
    const csrf = csrfOf((await browser.get('/buoc-hai')).html)
    const body = JSON.stringify({ id: 'a'.repeat(32), text: 'menu' })
    const headers = { ...json, 'X-CSRF-Token': csrf, 'Content-Type': 'application/json' }
    const before = web.received.length
    expect((await browser.send('/chat/messages', { method: 'POST', headers, body })).status).toBe(401)
    expect(web.received.length).toBe(before)
  })

  test('sets it up with a code of the app: ten recovery codes once, secret sealed, codes hashed', async () => {
    const id = await web.person('Họ Tên Hai', 'ADMIN')
    const browser = await signedIn(id)
    const shown = (await browser.get('/buoc-hai')).html
    const secret = secretIn(shown)
    expect(shown).toContain('<svg class="qr"')
    expect(secretIn((await browser.get('/buoc-hai')).html)).toBe(secret)
    expect((await give(browser, '000000')).status).toBe(422)
    const { html } = await give(browser, codeOf(secret))
    const codes = [...html.matchAll(/<li><code>([^<]+)</g)].map(([, code = '']) => code)
    expect(codes).toHaveLength(10)
    const stored = JSON.stringify(await web.store.prisma.secondStep.findMany())
    for (const told of [secret, ...codes]) expect(stored).not.toContain(told)
    const { sealedSecret } = await web.store.prisma.secondStep.findFirstOrThrow()
    expect(unseal(sealedSecret, key, `second-step:${id}`)).toBe(secret)
    expect(unseal(sealedSecret, 'another key', `second-step:${id}`)).toBeNull()
    expect((await browser.get('/desk')).status).toBe(200)
    expect((await browser.get('/buoc-hai')).html).not.toContain(codes[0])
  })
})

test.each(Object.values(Role))('a second step is asked of officers and administrators alone: %s', async role => {
  const browser = await signedIn(await web.person('Họ Tên', role))
  const isAsked = ['PNV', 'ADMIN', 'CHAIR', 'VICE'].includes(role)
  expect((await browser.send('/chat', {})).status).toBe(isAsked ? 302 : 200)
})

describe('each sign-in', () => {
  test('asks for a code; no code is taken twice, in whatever browser', async () => {
    const { id, secret } = await enrolled('Họ Tên Ba')
    const [first, second] = [await signedIn(id), await signedIn(id)]
    expect((await first.get('/buoc-hai')).html).not.toContain('class="qr"')
    const code = codeOf(secret)
    expect((await give(first, code)).url).toBe('/chat')
    expect((await give(second, code)).status).toBe(422)
    expect((await second.send('/desk', {})).status).toBe(302)
  })

  test('takes each recovery code once', async () => {
    const { id, recovery } = await enrolled('Họ Tên Bốn')
    const code = recovery[3] ?? ''
    expect((await give(await signedIn(id), code.toLowerCase().replaceAll('-', ' '))).url).toBe('/chat')
    expect((await give(await signedIn(id), code)).status).toBe(422)
    expect(await actions()).toContain('secondStep.recovery')
  })

  test('is braked after five wrong codes of one account, for right ones too, in every browser, and for nobody else', async () => {
    const { id, secret } = await enrolled('Họ Tên Năm')
    const other = await enrolled('Họ Tên Sáu')
    const browser = await signedIn(id)
    for (let times = 0; times < 5; times++) expect((await give(browser, '000000')).status).toBe(422)
    expect((await give(browser, codeOf(secret))).status).toBe(429)
    expect((await give(await signedIn(id), codeOf(secret))).status).toBe(429)
    expect((await give(await signedIn(other.id), codeOf(other.secret))).url).toBe('/chat')
    expect((await actions()).filter(action => action === 'secondStep.wrong')).toHaveLength(5)
    expect((await actions()).filter(action => action === 'secondStep.locked')).toHaveLength(1)
    web.clock.advance(15 * 60_000)
    expect((await give(browser, codeOf(secret))).url).toBe('/chat')
  })

  test('tries no more than five of many codes that are sent at once, from whatever browsers', async () => {
    const { id } = await enrolled('Họ Tên Mười')
    const browsers = await Promise.all(Array.from({ length: 12 }, () => signedIn(id)))
    const answers = await Promise.all(browsers.map(browser => give(browser, '000000')))
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
  })

  test('is braked after twenty wrong codes from one address, whosever account', async () => {
    for (let person = 0; person < 4; person++) {
      const browser = await signedIn(await web.person(`Họ Tên ${person}`, 'PNV'))
      for (let times = 0; times < 5; times++) expect((await give(browser, '000000')).status).toBe(422)
    }
    const fresh = await signedIn(await web.person('Họ Tên Bảy', 'PNV'))
    expect((await give(fresh, codeOf(secretIn((await fresh.get('/buoc-hai')).html)))).status).toBe(429)
  })

  test('says so where the secret was locked with another key; a recovery code still opens', async () => {
    const { id, secret, recovery } = await enrolled('Họ Tên Tám')
    await web.store.prisma.secondStep.updateMany({ where: { personId: id }, data: { sealedSecret: 'AAAA' } })
    const browser = await signedIn(id)
    expect((await give(browser, codeOf(secret))).html).toContain('chưa đọc được khóa')
    expect((await give(browser, recovery[0] ?? '')).url).toBe('/chat')
  })
})

describe('a session', () => {
  test('of an officer ends after eight hours without a request, not after eight hours of work', async () => {
    const { browser } = await enrolled('Họ Tên Chín')
    for (let times = 0; times < 3; times++) {
      web.clock.advance(7 * hour)
      expect((await browser.get('/desk')).status).toBe(200)
    }
    web.clock.advance(8 * hour)
    expect((await browser.send('/desk', {})).headers.get('location')).toBe('/')
  })

  test('of staff lives for thirty days; it is that of an officer from the moment of the role on', async () => {
    const id = await web.person('Họ Tên Mười', 'OFFICIAL')
    const browser = await signedIn(id)
    web.clock.advance(29 * 24 * hour)
    expect((await browser.get('/chat')).status).toBe(200)
    await web.store.prisma.roleAssignment.updateMany({ where: { personId: id }, data: { role: 'PNV' } })
    expect((await browser.send('/chat', {})).headers.get('location')).toBe('/buoc-hai')
    web.clock.advance(8 * hour)
    expect((await browser.send('/chat', {})).headers.get('location')).toBe('/')
  })

  test('is not kept alive by an open page that only waits', async () => {
    const browser = await signedIn(await web.person('Họ Tên Một', 'OFFICIAL'))
    web.clock.advance(20 * 24 * hour)
    await (await browser.send('/chat/stream', {})).body?.cancel()
    web.clock.advance(10 * 24 * hour)
    expect((await browser.send('/chat', {})).headers.get('location')).toBe('/')
  })

  test('knows at the next request that a role has ended', async () => {
    const { id, browser } = await enrolled('Họ Tên Hai', 'ADMIN')
    expect((await browser.get('/desk/tai-khoan')).status).toBe(200)
    await web.store.prisma.roleAssignment.updateMany({ where: { personId: id }, data: { validTo: '2024-03-17' } })
    expect((await browser.get('/desk/tai-khoan')).status).toBe(403)
  })

  test('is listed for its owner with the device and no address, and one is ended, or all', async () => {
    const id = await web.person('Họ Tên Ba', 'OFFICIAL')
    const other = await signedIn(await web.person('Họ Tên Bốn', 'OFFICIAL'))
    const [here, there] = [await signedIn(id), browserOf()]
    const link = await web.linkFor(id)
    const csrf = csrfOf((await there.get(link)).html)
    const agent = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36'
    const headers = { 'User-Agent': agent, 'X-Forwarded-For': '203.0.113.77' }
    await there.send(link, { method: 'POST', body: new URLSearchParams({ csrf }), headers })
    const { html } = await here.get('/phien-dang-nhap')
    expect(html).toContain('Chrome trên Windows')
    expect(html.match(/name="phien"/g)).toHaveLength(2)
    expect(JSON.stringify(await web.store.prisma.webSession.findMany())).not.toContain('203.0.113')
    const [, ref = ''] = /Chrome trên Windows.*?name="phien" value="([0-9a-f]+)"/s.exec(html) ?? []
    await other.submit('/phien-dang-nhap', { phien: ref })
    expect((await there.get('/chat')).status).toBe(200)
    await here.submit('/phien-dang-nhap', { phien: ref })
    expect((await there.send('/chat', {})).headers.get('location')).toBe('/')
    expect((await here.get('/chat')).status).toBe(200)
    expect((await here.submit('/phien-dang-nhap', { viec: 'tat-ca' })).url).toBe('/')
    expect(await web.store.prisma.webSession.count({ where: { personId: id } })).toBe(0)
    expect((await other.get('/chat')).status).toBe(200)
  })
})

describe('an administrator', () => {
  test('signs somebody out: the open page is sent away at once, and the person is told why', async () => {
    const admin = await enrolled('Quản Trị Mẫu', 'ADMIN')
    const id = await web.person('Họ Tên Năm', 'OFFICIAL')
    const browser = await signedIn(id)
    const stream = await browser.send('/chat/stream', {})
    const reader = stream.body?.getReader()
    const address = `/desk/tai-khoan/${id}`
    await admin.browser.submit(address, { action: 'signOut', reason: 'Máy dùng chung' })
    let told = ''
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
      told += new TextDecoder().decode(part.value)
    expect(told).toContain('event: signedOut')
    expect((await browser.send('/chat', {})).headers.get('location')).toBe('/')
    const notice = await web.store.prisma.outbox.findFirstOrThrow({
      where: { account: { personId: id }, kind: 'NOTICE' },
    })
    expect(JSON.stringify(notice.body)).toContain('Máy dùng chung')
    const entry = await web.store.prisma.audit.findFirstOrThrow({ where: { action: 'session.endByAdmin' } })
    expect(entry).toMatchObject({ actorId: admin.id, actorRole: 'ADMIN', reason: 'Máy dùng chung' })
  })

  test('resets a lost second step with a reason; all sessions end, the next sign-in sets up a new one', async () => {
    const admin = await enrolled('Quản Trị Mẫu', 'ADMIN')
    const officer = await enrolled('Họ Tên Sáu')
    const address = `/desk/tai-khoan/${officer.id}`
    expect((await admin.browser.submit(address, { action: 'reset', reason: '' })).status).toBe(422)
    expect(await web.store.prisma.secondStep.count()).toBe(2)
    await admin.browser.submit(address, { action: 'reset', reason: 'Mất điện thoại' })
    expect((await officer.browser.send('/desk', {})).headers.get('location')).toBe('/')
    const again = await signedIn(officer.id)
    expect(secretIn((await again.get('/buoc-hai')).html)).not.toBe(officer.secret)
    const entry = await web.store.prisma.audit.findFirstOrThrow({ where: { action: 'secondStep.reset' } })
    expect(entry).toMatchObject({ actorId: admin.id, subjectId: officer.id, reason: 'Mất điện thoại' })
    const notice = await web.store.prisma.outbox.findFirst({
      where: { account: { personId: officer.id }, kind: 'NOTICE' },
    })
    expect(JSON.stringify(notice?.body)).toContain('Mất điện thoại')
  })

  test('cannot take off the own one, and nobody else can take off any', async () => {
    const admin = await enrolled('Quản Trị Mẫu', 'ADMIN')
    const officer = await enrolled('Họ Tên Bảy')
    const reset = { action: 'reset', reason: 'Thử một lần' }
    await admin.browser.submit(`/desk/tai-khoan/${admin.id}`, reset)
    await officer.browser.submitFrom('/desk/nhat-ky', `/desk/tai-khoan/${admin.id}`, reset)
    expect(await web.store.prisma.secondStep.count()).toBe(2)
  })

  test('alone sees the security log, by kind; sign-ins stand in no other', async () => {
    const admin = await enrolled('Quản Trị Mẫu', 'ADMIN')
    const officer = await enrolled('Họ Tên Tám')
    const browser = browserOf()
    await browser.submitFrom('/', '/tham-gia', { code: 'ABCD-2345-EFGH' })
    const read = async (path: string) => (await admin.browser.get(`/desk/nhat-ky-an-ninh${path}`)).html
    expect(await read('')).toContain('Đăng nhập trang web')
    // The words stand in the choice above the list as well: a line is known by where it leads.
    const entryOf = async (action: string) =>
      `/nhat-ky-an-ninh/${(await web.store.prisma.audit.findFirstOrThrow({ where: { action }, orderBy: { at: 'desc' } })).id}`
    expect(await read('?state=wrongCode')).toContain(await entryOf('door.wrong'))
    expect(await read('?state=wrongCode')).not.toContain(await entryOf('session.open'))
    expect(await read('?state=secondStep')).toContain(await entryOf('secondStep.confirm'))
    expect((await officer.browser.get('/desk/nhat-ky-an-ninh')).status).toBe(404)
    const log = await officer.browser.get('/desk/nhat-ky')
    expect(log.status).toBe(200)
    expect(log.html).not.toContain('Đăng nhập trang web')
    const hidden = await web.store.prisma.audit.findFirstOrThrow({ where: { action: 'session.open' } })
    expect((await officer.browser.get(`/desk/nhat-ky/${hidden.id}`)).status).toBe(404)
    expect((await admin.browser.get(`/desk/nhat-ky-an-ninh/${hidden.id}`)).status).toBe(200)
  })
})
