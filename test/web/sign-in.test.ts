import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { after } from '../../src/clock.ts'
import { newWebAccount, openSession, readSession } from '../../src/web/session.ts'
import { csrfOf, enterWeb, openBrowser } from '../support/web-driver.ts'
import { type AWeb, aWeb } from './a-web.ts'

let web: AWeb
const settings = () => ({ url: 'http://localhost:3000', fetch: (request: Request) => web.app.fetch(request) })

beforeAll(async () => {
  web = await aWeb()
})
afterAll(() => web.close())

describe('joining by code', () => {
  test('leads through consent, name and position to the menu, as on any other channel', async () => {
    const visitor = await enterWeb(settings(), { code: await web.invite() })
    expect((await visitor.lastMessages()).join()).toContain('dữ liệu cá nhân')
    await visitor.press(1)
    await visitor.type('Nguyễn Văn Mẫu')
    await visitor.type('Chuyên viên')
    expect((await visitor.lastMessages()).join()).toContain('Chào mừng Nguyễn Văn Mẫu')
    expect((await visitor.page('/chat')).html).toContain('Nguyễn Văn Mẫu')
  })

  test('works with a code typed in small letters, without hyphens', async () => {
    const code = (await web.invite()).toLowerCase().replaceAll('-', ' ')
    const visitor = await enterWeb(settings(), { code })
    expect((await visitor.lastMessages()).join()).toContain('dữ liệu cá nhân')
  })

  test('never shows the code again and stores it nowhere', async () => {
    const code = await web.invite()
    const visitor = await enterWeb(settings(), { code })
    expect((await visitor.page('/chat')).html).not.toContain(code)
    const lines = await web.store.prisma.chatLine.findMany()
    expect(JSON.stringify(lines.map(line => line.body))).not.toContain(code)
  })

  test('a code in the address is filled in, and nobody is in before pressing', async () => {
    const { html } = await openBrowser(settings()).get('/?ma=ABCD-2345-EFGH')
    expect(html).toMatch(/<input id="ma"[^>]*value="ABCD-2345-EFGH"/)
  })

  test('says what is wrong with a code and keeps what was typed; makes no account for it', async () => {
    const before = await web.store.prisma.account.count()
    const answer = await openBrowser(settings()).submitFrom('/', '/tham-gia', { code: 'ABCD-2345-EFGH' })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('Chưa nhận ra mã này')
    expect(answer.html).toContain('ABCD-2345-EFGH')
    expect(await web.store.prisma.account.count()).toBe(before)
  })
})

describe('signing in by a one-time link', () => {
  test('opening it uses nothing up, pressing the button does, once', async () => {
    const link = await web.linkFor(await web.person('Họ Tên Hai'))
    const preview = openBrowser(settings())
    for (let times = 0; times < 3; times++) expect((await preview.get(link)).html).toContain('Vào hệ thống')
    const visitor = await enterWeb(settings(), { link })
    expect((await visitor.page('/chat')).html).toContain('Họ Tên Hai')
    expect((await preview.get(link)).status).toBe(410)
    await expect(enterWeb(settings(), { link })).rejects.toThrow('not let in')
  })

  test('a link older than a quarter of an hour lets nobody in', async () => {
    const link = await web.linkFor(await web.person('Họ Tên Ba'))
    web.clock.advance(15 * 60_000)
    expect((await openBrowser(settings()).get(link)).status).toBe(410)
  })

  test('the same person finds the same chat again', async () => {
    const id = await web.person('Họ Tên Bốn')
    const first = await enterWeb(settings(), { link: await web.linkFor(id) })
    await first.type('menu')
    const second = await enterWeb(settings(), { link: await web.linkFor(id) })
    expect((await second.page('/chat')).html).toContain('>menu<')
    expect(await web.store.prisma.account.count({ where: { personId: id } })).toBe(1)
  })
})

describe('a session', () => {
  test('is stored as a hash only, in a cookie that no script reads', async () => {
    const browser = openBrowser(settings())
    const link = await web.linkFor(await web.person('Họ Tên Năm'))
    const token = csrfOf((await browser.get(link)).html)
    const response = await browser.send(link, { method: 'POST', body: new URLSearchParams({ csrf: token }) })
    const cookie = response.headers.getSetCookie().find(line => line.startsWith('thidua='))
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).not.toMatch(/Secure/)
    const secret = cookie?.slice('thidua='.length, cookie.indexOf(';')) ?? ''
    expect(await web.store.prisma.webSession.count({ where: { tokenHash: secret } })).toBe(0)
  })

  test('ends by signing out, and after thirty days in which nothing was asked', async () => {
    const id = await web.person('Họ Tên Sáu')
    const visitor = await enterWeb(settings(), { link: await web.linkFor(id) })
    const browser = openBrowser(settings())
    const link = await web.linkFor(id)
    await browser.submitFrom(link, link, {})
    expect((await browser.get('/chat')).status).toBe(200)
    await browser.submitFrom('/chat', '/dang-xuat', {})
    expect((await browser.get('/chat')).status).toBe(302)
    expect((await visitor.page('/chat')).status).toBe(200)
    web.clock.advance(29 * 24 * 3_600_000)
    expect((await visitor.page('/chat')).status).toBe(200)
    web.clock.advance(29 * 24 * 3_600_000)
    expect((await visitor.page('/chat')).status).toBe(200)
    web.clock.advance(30 * 24 * 3_600_000)
    expect((await visitor.page('/chat')).status).toBe(302)
  })

  test('does not see the next person of an account that its person has left', async () => {
    const [first, next] = [await web.person('Họ Tên Bảy'), await web.person('Họ Tên Tám')]
    const visitor = await enterWeb(settings(), { link: await web.linkFor(first) })
    const account = await web.store.prisma.account.findFirstOrThrow({ where: { personId: first } })
    await web.store.prisma.account.update({ where: { id: account.id }, data: { personId: next } })
    expect((await visitor.page('/chat')).status).toBe(302)
  })
})

test('a link signs in once and for a quarter of an hour, also where its page is not asked for', async () => {
  const press = async (link: string) => {
    const browser = openBrowser(settings())
    const body = new URLSearchParams({ csrf: csrfOf((await browser.get('/')).html) })
    return (await browser.send(link, { method: 'POST', body })).status
  }
  const link = await web.linkFor(await web.person('Họ Tên Hai Hai'))
  expect([await press(link), await press(link)]).toEqual([303, 410])
  const late = await web.linkFor(await web.person('Họ Tên Hai Ba'))
  web.clock.advance(15 * 60_000)
  expect(await press(late)).toBe(410)
})

test('a link leads to a page of the desk, never out of the desk', async () => {
  const landed = async (to: string) => {
    const link = await web.linkFor(await web.person('Họ Tên Hai Mốt'))
    const browser = openBrowser(settings())
    const csrf = csrfOf((await browser.get(link)).html)
    const body = new URLSearchParams({ csrf })
    const response = await browser.send(`${link}?den=${encodeURIComponent(to)}`, { method: 'POST', body })
    return response.headers.get('location')
  }
  expect(await landed('hoi-dong/moi')).toBe('/desk/hoi-dong/moi')
  for (const to of ['//thi-dua.example', '../chat', 'https://thi-dua.example', 'a?b', 'a/../../vao'])
    expect([to, await landed(to)]).toEqual([to, '/chat'])
})

test('a session is over at its end, whoever reads it', async () => {
  const { prisma } = web.store
  const personId = await web.person('Họ Tên Hai Mươi')
  const now = web.clock.now()
  const accountId = await newWebAccount(prisma, personId, now)
  const { token } = await openSession(prisma, { accountId, personId, device: '' }, 60_000, now)
  expect(await readSession(prisma, token, after(now, 59_999))).not.toBeNull()
  expect(await readSession(prisma, token, after(now, 60_000))).toBeNull()
})

test('wrong codes are counted: after twenty the door is closed for a quarter of an hour, for right ones too', async () => {
  const own = await aWeb()
  const browser = openBrowser({ url: 'http://localhost:3000', fetch: request => own.app.fetch(request) })
  for (let times = 0; times < 20; times++) {
    const csrf = csrfOf((await browser.get('/')).html)
    const body = new URLSearchParams({ csrf, code: `WRONG-${times}` })
    // Without a proxy before it, what is said to be forwarded is anybody's word.
    const headers = { 'X-Forwarded-For': `10.0.0.${times}` }
    expect((await browser.send('/tham-gia', { method: 'POST', body, headers })).status).toBe(422)
  }
  const code = await own.invite()
  expect((await browser.submitFrom('/', '/tham-gia', { code })).status).toBe(429)
  const logged = await own.store.prisma.audit.findMany({ where: { subjectType: 'door' }, orderBy: { at: 'asc' } })
  expect(logged.map(({ action }) => action).sort()).toEqual(['door.locked', 'door.wrong'])
  own.clock.advance(15 * 60_000)
  expect((await browser.submitFrom('/', '/tham-gia', { code })).status).toBe(200)
  await own.close()
})

test('behind https cookies are Secure, and the proxy says who asks', async () => {
  const own = await aWeb({ publicUrl: 'https://thidua.example.vn' })
  const browser = openBrowser({ url: 'https://thidua.example.vn', fetch: request => own.app.fetch(request) })
  const response = await browser.send('/', {})
  expect(response.headers.getSetCookie().every(line => line.includes('Secure'))).toBe(true)
  expect(response.headers.get('strict-transport-security')).toContain('max-age')
  const guess = async (address: string) => {
    const token = csrfOf((await browser.get('/')).html)
    const body = new URLSearchParams({ csrf: token, code: 'WRONG' })
    return (
      await browser.send('/tham-gia', { method: 'POST', body, headers: { 'X-Forwarded-For': `9.9.9.9, ${address}` } })
    ).status
  }
  for (let times = 0; times < 20; times++) expect(await guess('10.0.0.1')).toBe(422)
  expect(await guess('10.0.0.1')).toBe(429)
  expect(await guess('10.0.0.2')).toBe(422)
  await own.close()
})
