import { raw } from 'hono/html'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DeskRoom } from '../../src/contract/desk-page.ts'
import { onDesk } from '../../src/contract/on-desk.ts'
import { exportList } from '../../src/desk/export-list.ts'
import { holds } from '../../src/people/person.ts'
import { type Browser, openBrowser } from '../support/web-driver.ts'
import { type AWeb, aWeb } from '../web/a-web.ts'
import { aNotebook, type Note } from './a-notebook.ts'

let web: AWeb
const notes: Note[] = []
let officer: Browser

/** A page of its own making, which keeps what was posted to it. */
const posted: string[] = []
const room: DeskRoom = {
  path: 'phong-rieng',
  title: 'menu.title',
  mayOpen: person => holds(person, 'PNV'),
  answer: async (_, { rest, form, address, csrf }) => {
    if (rest === 'khong-co') return null
    if (form) {
      posted.push(...form.getAll('x').map(String))
      return { goTo: `${address}/xong`, isGood: true, say: 'Đã làm xong.' }
    }
    const html = `<form method="post" action="${address}/lam"><input type="hidden" name="csrf" value="${csrf}"></form>`
    return { title: 'Phòng riêng', body: async () => raw(`<h1>Ở ${rest || 'cửa'}</h1>${html}`) }
  },
}

beforeAll(async () => {
  const other: DeskRoom = { ...room, path: 'phong-bao-chi', mayOpen: person => holds(person, 'PRESS') }
  web = await aWeb({ features: [aNotebook(notes), { name: 'room', rooms: [room, other] }] })
})
beforeEach(async () => {
  notes.splice(
    0,
    notes.length,
    { id: '1', unit: 'Phường Một', title: 'Họp không giấy', state: 'SENT' },
    { id: '2', unit: 'Phường Hai', title: 'Một cửa <nhanh>', state: 'ACCEPTED' },
  )
  officer = await signedIn(await web.person('Họ Tên Một', 'PNV'))
})
afterAll(() => web.close())

async function signedIn(personId: string): Promise<Browser> {
  const browser = openBrowser({ url: 'http://localhost:3000', fetch: request => web.app.fetch(request) })
  const link = await web.linkFor(personId)
  await browser.submitFrom(link, link, {})
  return browser
}

describe('who may come in', () => {
  test('who is not signed in is shown the door', async () => {
    const response = await web.app.request('/desk')
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('/')
  })

  test('who has nothing to do there is told so, and sees no link to it', async () => {
    const clerk = await signedIn(await web.person('Họ Tên Hai', 'CLERK'))
    expect((await clerk.get('/desk')).status).toBe(403)
    expect((await clerk.get('/desk/ghi-chep')).status).toBe(403)
    expect((await clerk.get('/desk/ghi-chep/1')).status).toBe(403)
    expect((await clerk.get('/chat')).html).not.toContain('href="/desk"')
    expect((await officer.get('/chat')).html).toContain('href="/desk"')
  })

  test('who may enter one room finds no other, whatever address is asked for', async () => {
    const press = await signedIn(await web.person('Họ Tên Ba', 'PRESS'))
    expect((await press.get('/desk/phong-bao-chi')).status).toBe(200)
    for (const path of ['/desk/ghi-chep', '/desk/ghi-chep?tai=csv', '/desk/ghi-chep/1', '/desk/phong-rieng'])
      expect([path, (await press.get(path)).status]).toEqual([path, 404])
    expect((await press.submitFrom('/desk/phong-bao-chi', '/desk/ghi-chep/1', { action: 'accept' })).status).toBe(404)
    expect(notes[0]?.state).toBe('SENT')
  })

  test('a role that has ended opens nothing any more', async () => {
    await web.store.prisma.roleAssignment.updateMany({ data: { validTo: '2024-03-17' } })
    expect((await officer.get('/desk')).status).toBe(403)
  })
})

describe('the start page', () => {
  test('shows what waits, with the way to it; decided there, the next that waits is opened', async () => {
    const { html } = await officer.get('/desk')
    expect(html).toContain('href="/desk/ghi-chep/1?tu=hom-nay"')
    expect(html).toContain('Chờ anh/chị quyết định (1)')
    notes.push({ id: '3', unit: 'Phường Một', title: 'Việc sau', state: 'SENT' })
    const next = await officer.submit('/desk/ghi-chep/1?tu=hom-nay', { action: 'accept' })
    expect(next.url).toMatch(/\/ghi-chep\/3\?tu=hom-nay$/)
    expect(next.html).toContain('Đã nhận.')
    const last = await officer.submit('/desk/ghi-chep/3?tu=hom-nay', { action: 'accept' })
    expect(last.url).toMatch(/\/desk$/)
    expect(last.html).toContain('Hiện không có gì chờ')
  })
})

describe('the doors', () => {
  test('only those with work behind them are there; the open one shows what is behind it', async () => {
    const { html } = await officer.get('/desk/ghi-chep')
    expect(html).toContain('>Hồ sơ</a>')
    expect(html).toContain('>Đơn vị và con người</a>')
    expect(html).not.toContain('>Khen thưởng</a>')
    expect(html).toMatch(/<a href="\/desk\/ghi-chep" aria-current="page"[^>]*>Hồ sơ/)
  })

  test('each tells on the first page how much waits behind it', async () => {
    const { html } = await officer.get('/desk')
    expect(html).toMatch(/<h3>Hồ sơ<\/h3> <span class="chip waiting">1 việc chờ</)
  })
})

describe('a list', () => {
  test('is searched without accents, and says how many it found', async () => {
    const { html } = await officer.get('/desk/ghi-chep?q=hop%20khong')
    expect(html).toContain('Họp không giấy')
    expect(html).not.toContain('Một cửa')
    expect(html).toContain('1 mục')
  })

  test('is filtered, keeps the filter in the form and in the chips, and offers to clear it', async () => {
    const { html } = await officer.get('/desk/ghi-chep?state=SENT&unit=Ph%C6%B0%E1%BB%9Dng%20M%E1%BB%99t')
    expect(html).toContain('Họp không giấy')
    expect(html).not.toContain('Một cửa')
    expect(html).toContain('<input type="hidden" name="state" value="SENT"')
    expect(html).toContain('aria-current="true">Đã gửi')
    expect(html).toContain('Bỏ lọc')
  })

  test('that is empty says what to do, differently for «none yet» and «none found»', async () => {
    expect((await officer.get('/desk/ghi-chep?q=xyz')).html).toContain('Không có mục nào khớp')
    notes.length = 0
    expect((await officer.get('/desk/ghi-chep')).html).toContain('Chưa có mục nào')
  })

  test('is cut into pages that keep search and filter', async () => {
    for (let n = 3; n <= 60; n++) notes.push({ id: String(n), unit: 'Phường Một', title: `Việc ${n}`, state: 'SENT' })
    const { html } = await officer.get('/desk/ghi-chep?q=viec&state=SENT&trang=2')
    expect(html).toContain('Trang 2/3')
    expect(html).toContain('href="/desk/ghi-chep?q=viec&amp;state=SENT&amp;trang=3"')
    expect(html).toContain('rel="prev" href="/desk/ghi-chep?q=viec&amp;state=SENT"')
  })

  test('is the way back from a record that was opened from it, with its filter and its page', async () => {
    for (let n = 3; n <= 60; n++) notes.push({ id: String(n), unit: 'Phường Một', title: `Việc ${n}`, state: 'SENT' })
    const list = await officer.get('/desk/ghi-chep?q=viec&state=SENT&trang=2')
    expect(list.html).toContain('href="/desk/ghi-chep/28?q=viec&amp;state=SENT&amp;trang=2"')
    const { html } = await officer.get('/desk/ghi-chep/28?q=viec&state=SENT&trang=2')
    expect(html).toContain('<a href="/desk/ghi-chep?q=viec&amp;state=SENT&amp;trang=2">← ')
    expect(html).toContain('<nav class="beside"')
    expect(html).toContain('href="/desk/ghi-chep/28?q=viec&amp;state=SENT&amp;trang=2" aria-current="page"')
    expect(html).toContain('rel="prev" href="/desk/ghi-chep/27?q=viec&amp;state=SENT&amp;trang=1"')
    expect(html).toContain('rel="next" href="/desk/ghi-chep/29?q=viec&amp;state=SENT&amp;trang=2"')
    expect((await officer.get('/desk/ghi-chep/28')).html).not.toContain('class="beside"')
  })

  test('is had as a file: all pages of it, under its filters, for those who may see it, and it is noted', async () => {
    for (let n = 3; n <= 1203; n++) notes.push({ id: String(n), unit: 'Phường Một', title: `Việc ${n}`, state: 'SENT' })
    notes.push({ id: '1204', unit: 'Phường Một', title: '=CMD()', state: 'RETURNED' })
    expect((await officer.get('/desk/ghi-chep?state=SENT&trang=2')).html).toContain(
      'href="/desk/ghi-chep?state=SENT&amp;tai=csv"',
    )
    const csv = await officer.send('/desk/ghi-chep?state=SENT&tai=csv', {})
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="ghi-chep-2024-03-18.csv"')
    const lines = (await csv.text()).trim().split('\r\n')
    expect(lines).toHaveLength(1 + 1202)
    expect(lines[1]).toBe('Họp không giấy,Phường Một,Đã gửi')
    expect(new Set(lines).size).toBe(lines.length)
    expect(await (await officer.send('/desk/ghi-chep?state=RETURNED&tai=csv', {})).text()).toContain("'=CMD()")
    const xlsx = new Uint8Array(await (await officer.send('/desk/ghi-chep?q=hop&tai=xlsx', {})).arrayBuffer())
    expect(new TextDecoder().decode(xlsx.slice(0, 2))).toBe('PK')
    const noted = await web.store.prisma.audit.findMany({ where: { action: 'export.table' }, orderBy: { to: 'asc' } })
    expect(noted.map(({ actorRole, subjectId, to }) => [actorRole, subjectId, to])).toEqual([
      ['PNV', 'ghi-chep', 'csv'],
      ['PNV', 'ghi-chep', 'csv'],
      ['PNV', 'ghi-chep', 'xlsx'],
    ])
    const clerk = await signedIn(await web.person('Họ Tên Hai', 'CLERK'))
    expect((await clerk.get('/desk/ghi-chep?tai=csv')).status).toBe(403)
    expect(await web.store.prisma.audit.count({ where: { action: 'export.table' } })).toBe(3)
  })

  test('that somebody may see no more is not written on', async () => {
    const { id } = await web.store.prisma.person.findFirstOrThrow({ where: { fullName: 'Họ Tên Một' } })
    const { id: accountId } = await web.store.prisma.account.findFirstOrThrow({ where: { personId: id } })
    const { page } = aNotebook(notes)
    const response = await onDesk(web.system, { personId: id, accountId }, async ctx => {
      const ended = { ...ctx, person: { ...ctx.person, roles: [] } }
      const query = { q: '', filters: {}, page: 1, size: 1 }
      return page && exportList(ctx, page, query, 'csv', work => work(ended))
    })
    await expect((await response?.())?.text()).rejects.toThrow('the right to this list has ended')
  })

  test('is sorted by a press on a heading, the other way round by the next; the address keeps it, so do the files and a kept search', async () => {
    const titles = (html: string) => [...html.matchAll(/class="open" href="[^"]*">([^<]*)</g)].map(([, title]) => title)
    const list = await officer.get('/desk/ghi-chep')
    expect(list.html).toContain('<a href="/desk/ghi-chep?xep=search">')
    const rising = await officer.get('/desk/ghi-chep?xep=search')
    expect(titles(rising.html)).toEqual(['Họp không giấy', 'Một cửa &lt;nhanh&gt;'])
    expect(rising.html).toContain('aria-sort="ascending"><a href="/desk/ghi-chep?xep=-search">')
    const falling = await officer.get('/desk/ghi-chep?xep=-search')
    expect(titles(falling.html)).toEqual(['Một cửa &lt;nhanh&gt;', 'Họp không giấy'])
    expect(falling.html).toContain('href="/desk/ghi-chep/2?xep=-search&amp;trang=1"')
    expect(falling.html).toContain('href="/desk/ghi-chep?state=SENT&amp;xep=-search"')
    const csv = await (await officer.send('/desk/ghi-chep?xep=-search&tai=csv', {})).text()
    expect(csv.split('\r\n')[1]).toContain('Một cửa')
    const beside = await officer.get('/desk/ghi-chep/2?xep=-search&trang=1')
    expect(beside.html).toContain('rel="next" href="/desk/ghi-chep/1?xep=-search&amp;trang=1"')
    await officer.submit('/desk/ghi-chep/bo-loc', { viec: 'giu', ten: 'Từ cuối', 'dia-chi': 'xep=-search' })
    expect((await officer.get('/desk/ghi-chep')).html).toContain('href="/desk/ghi-chep?xep=-search">Từ cuối</a>')
    await officer.submit('/desk/ghi-chep/bo-loc', { viec: 'bo', ten: 'Từ cuối', 'dia-chi': 'xep=-search' })
    expect((await officer.get('/desk/ghi-chep?xep=unit')).html).not.toContain('aria-sort')
  })

  test('shows the columns that were chosen, in the files as well; the first always stands', async () => {
    for (let n = 3; n <= 4; n++) notes.push({ id: String(n), unit: 'Phường Một', title: `Việc ${n}`, state: 'SENT' })
    const whole = await officer.get('/desk/ghi-chep')
    expect(whole.html).toContain('name="cot" value="state" checked=""')
    // The only other column cannot be left out by choosing none; another name chooses nothing.
    expect((await officer.get('/desk/ghi-chep?cot=la')).html).toContain('>Phường Một<')
    const csv = await (await officer.send('/desk/ghi-chep?cot=state&tai=csv', {})).text()
    expect(csv.split('\r\n')[1]).toBe('Họp không giấy,Phường Một,Đã gửi')
  })

  test('shows what people wrote as text', async () => {
    expect((await officer.get('/desk/ghi-chep')).html).toContain('Một cửa &lt;nhanh&gt;')
  })
})

describe('a record', () => {
  test('shows its fields, its files that can be had, and links in them', async () => {
    const { html } = await officer.get('/desk/ghi-chep/1')
    expect(html).toContain('<a href="https://example.vn/x"')
    expect(html).toContain('href="/files/00000000-0000-4000-8000-000000000001"')
    expect(html).not.toContain('href="/files/00000000-0000-4000-8000-000000000002"')
    expect(html).toContain('<img src="/files/00000000-0000-4000-8000-000000000003" alt="Biểu đồ của quyển sổ"')
    expect(html).toContain('<iframe src="/files/00000000-0000-4000-8000-000000000001/xem" title="kem theo.pdf"')
    expect(html).not.toContain('/files/00000000-0000-4000-8000-000000000002/xem')
    expect(html).toContain('đang tải về')
  })

  test('that is not there is told the same way as one that may not be seen', async () => {
    const missing = await officer.get('/desk/ghi-chep/99')
    expect(missing.status).toBe(404)
    expect(missing.html).toContain('không có, hoặc anh/chị không được xem')
  })

  test('accepting shows the result once', async () => {
    const after = await officer.submit('/desk/ghi-chep/1', { action: 'accept' })
    expect(after.html).toContain('Đã nhận.')
    expect(notes[0]?.state).toBe('ACCEPTED')
    expect((await officer.get('/desk/ghi-chep/1')).html).not.toContain('Đã nhận.')
  })

  test('decided in its list is followed by the next one that waits, over the end of the page and from its beginning', async () => {
    for (let n = 3; n <= 30; n++) notes.push({ id: String(n), unit: 'Phường Một', title: `Việc ${n}`, state: 'SENT' })
    const decide = async (id: number, list: string) => {
      const { url } = await officer.submit(`/desk/ghi-chep/${id}?${list}`, { action: 'accept' })
      return url.replace(/^.*\/ghi-chep/, '')
    }
    expect(await decide(1, 'trang=1')).toBe('/3?trang=1')
    expect(await decide(24, 'state=SENT&trang=1')).toBe('/25?state=SENT&trang=1')
    expect(await decide(25, 'trang=1')).toBe('/26?trang=2')
    expect(await decide(30, 'trang=2')).toBe('/26?trang=2')
    expect(await decide(3, 'q=viec 3&trang=1')).toBe('/3?q=viec+3&trang=1')
    expect(await decide(4, '')).toBe('/4')
  })

  test('returning needs a reason; what was typed is kept, and is shown afterwards', async () => {
    const refused = await officer.submit('/desk/ghi-chep/1', { action: 'return', reason: ' sai ' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('ghi lý do')
    expect(refused.html).toMatch(/<details open=""[^>]*>.*sai<\/textarea>/s)
    expect(notes[0]?.state).toBe('SENT')
    const after = await officer.submit('/desk/ghi-chep/1', { action: 'return', reason: 'Thiếu số văn bản' })
    expect(after.html).toContain('Đã trả lại.')
    expect(after.html).toContain('Lý do: Thiếu số văn bản')
  })

  test('a search of a list is kept under a name, by the person who saved it, and forgotten', async () => {
    const narrowed = await officer.get('/desk/ghi-chep?state=SENT')
    expect(narrowed.html).toContain('Lưu bộ lọc này')
    await officer.submit('/desk/ghi-chep/bo-loc', { viec: 'giu', ten: 'Mới gửi', 'dia-chi': 'state=SENT&trang=2&la=x' })
    const list = await officer.get('/desk/ghi-chep')
    expect(list.html).toContain('href="/desk/ghi-chep?state=SENT">Mới gửi</a>')
    await officer.submit('/desk/ghi-chep/bo-loc', { viec: 'bo', ten: 'Mới gửi', 'dia-chi': 'state=SENT' })
    expect((await officer.get('/desk/ghi-chep')).html).not.toContain('Mới gửi')
  })

  test('a reason may be chosen instead of typed; what is typed counts more', async () => {
    const chosen = await officer.submit('/desk/ghi-chep/1', { action: 'return', reason: '', mau: 'không được' })
    expect(chosen.html).toContain('không được')
    const typed = await officer.submit('/desk/ghi-chep/1', {
      action: 'return',
      reason: ' sai ',
      mau: 'Thiếu số văn bản',
    })
    expect(typed.status).toBe(422)
  })

  test('a refusal of the feature keeps the reason that was typed', async () => {
    const refused = await officer.submit('/desk/ghi-chep/1', { action: 'return', reason: 'không được' })
    expect(refused.html).toContain('Lý do này không dùng được.')
    expect(refused.html).toContain('không được</textarea>')
  })

  test('a second press finds it done', async () => {
    await officer.submit('/desk/ghi-chep/1', { action: 'accept' })
    const again = await officer.submitFrom('/chat', '/desk/ghi-chep/1', { action: 'accept' })
    expect(again.html).toContain('Việc này đã được làm rồi.')
  })

  test('the result cannot be written by somebody else', async () => {
    const forged = `${Buffer.from('{"isGood":true,"say":"Tin giả"}').toString('base64url')}.x`
    const withForged = (request: Request) => {
      const headers = new Headers(request.headers)
      headers.set('cookie', `${headers.get('cookie')}; thidua_kq=${forged}`)
      return web.app.fetch(new Request(request, { headers }))
    }
    const browser = openBrowser({ url: 'http://localhost:3000', fetch: withForged })
    const link = await web.linkFor(await web.person('Họ Tên Một', 'PNV'))
    await browser.submitFrom(link, link, {})
    const { status, html } = await browser.get('/desk/ghi-chep/1')
    expect(status).toBe(200)
    expect(html).not.toContain('Tin giả')
  })
})

describe('a room of its own making', () => {
  test('stands in the navigation and in the frame of the desk, at its own addresses', async () => {
    const { html } = await officer.get('/desk/phong-rieng/sau')
    expect(html).toContain('<h1>Ở sau</h1>')
    expect(html).toContain('<title>Phòng riêng')
    expect(html).toMatch(/href="\/desk\/phong-rieng" aria-current="page"/)
    expect((await officer.get('/desk/ghi-chep')).html).toContain('href="/desk/phong-rieng"')
    expect((await officer.get('/desk/phong-rieng/khong-co')).status).toBe(404)
  })

  test('gets what is posted to it, every value, and the result is told once where it sends to', async () => {
    const csrf = /name="csrf" value="([^"]+)"/.exec((await officer.get('/desk/phong-rieng')).html)?.[1] ?? ''
    const body = new URLSearchParams([
      ['csrf', csrf],
      ['x', 'một'],
      ['x', 'hai'],
    ])
    const response = await officer.send('/desk/phong-rieng/lam', { method: 'POST', body })
    expect([response.status, response.headers.get('location')]).toEqual([303, '/desk/phong-rieng/xong'])
    expect(posted).toEqual(['một', 'hai'])
    expect((await officer.get('/desk/phong-rieng/xong')).html).toContain('Đã làm xong.')
    expect((await officer.get('/desk/phong-rieng/xong')).html).not.toContain('Đã làm xong.')
  })

  test('is closed to those who may not open it', async () => {
    const clerk = await signedIn(await web.person('Họ Tên Ba', 'CLERK'))
    expect((await clerk.get('/desk/phong-rieng')).status).toBe(403)
  })
})

describe('a file', () => {
  const id = '00000000-0000-4000-8000-0000000000aa'

  test('is a download for those who may read it, and does not exist for others', async () => {
    await web.store.prisma.fileContent.create({ data: { sha256: 'a'.repeat(64), bytes: new Uint8Array([1, 2, 3]) } })
    const createdAt = web.clock.now()
    await web.store.prisma.storedFile.create({
      data: {
        id,
        name: 'Văn bản (1).pdf',
        state: 'STORED',
        sha256: 'a'.repeat(64),
        mime: 'application/pdf',
        channel: 'web',
        createdAt,
      },
    })
    expect((await officer.get(`/files/${id}`)).status).toBe(404)
    web.parts.mayReadFile = async (ctx, fileId) => ctx.person.fullName === 'Họ Tên Một' && fileId === id
    const response = await officer.send(`/files/${id}`, {})
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''V%C4%83n%20b%E1%BA%A3n%20%281%29.pdf",
    )
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]))
    expect((await officer.get('/files/not-an-id')).status).toBe(404)

    const shown = await officer.send(`/files/${id}/xem`, {})
    expect(shown.headers.get('content-disposition')).toMatch(/^inline; /)
    expect(shown.headers.get('content-type')).toBe('application/pdf')
    expect(shown.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'; frame-ancestors 'self'")
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
    expect(shown.headers.get('x-frame-options')).toBe('SAMEORIGIN')
    for (const mime of ['text/html', 'image/svg+xml', 'text/plain', 'application/xhtml+xml', 'image/heic', null]) {
      await web.store.prisma.storedFile.update({ where: { id }, data: { mime } })
      expect([mime, (await officer.get(`/files/${id}/xem`)).status]).toEqual([mime, 404])
    }
    const other = await signedIn(await web.person('Họ Tên Hai', 'PNV'))
    await web.store.prisma.storedFile.update({ where: { id }, data: { mime: 'image/png' } })
    expect((await officer.get(`/files/${id}/xem`)).status).toBe(200)
    expect((await other.get(`/files/${id}/xem`)).status).toBe(404)
    expect((await web.app.request(`/files/${id}/xem`)).status).toBe(302)
  })
})
