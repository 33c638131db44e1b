import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../src/project-root.ts'
import { listen, PortInUse } from '../../src/web/listen.ts'
import { createWeb } from '../../src/web/server.ts'
import { csrfOf, enterWeb, openBrowser } from '../support/web-driver.ts'
import { type AWeb, aWeb } from './a-web.ts'

let web: AWeb
const people = new Map<string, string>()
const moved: string[] = []
let playing: { day: string; done: number; total: number } | null = null
const settings = () => ({ url: 'http://localhost:3000', fetch: (request: Request) => web.app.fetch(request) })

beforeAll(async () => {
  web = await aWeb({
    demo: {
      personas: [
        { key: 'dau-moi', label: 'Đầu mối', unit: 'Phường Một', what: 'Gửi văn bản phát động' },
        { key: 'can-bo', label: 'Cán bộ Phòng Nội vụ', unit: 'Phòng Nội vụ', what: 'Xem và trả lại' },
      ],
      enter: async key => {
        const known = people.get(key) ?? (await web.person(key === 'can-bo' ? 'Họ Tên Hai' : 'Họ Tên Một'))
        people.set(key, known)
        return known
      },
      clock: {
        ahead: () => ['2024-03-31', '2024-06-30'],
        moveTo: day => {
          moved.push(day)
          playing = { day, done: 1, total: 4 }
        },
        playing: () => playing,
        hasFailed: () => false,
      },
    },
  })
})
afterAll(() => web.close())

describe('the demonstration', () => {
  test('says what it is and which day it plays on', async () => {
    const { html } = await openBrowser(settings()).get('/')
    expect(html).toContain('Chế độ trình diễn')
    expect(html).toContain('18/03/2024')
    expect(html).toContain('data-persona="can-bo"')
  })

  test('two tabs of one browser are two people at once', async () => {
    const browser = openBrowser(settings())
    await browser.submitFrom('/', '/vai/dau-moi/vao', {})
    await browser.submitFrom('/', '/vai/can-bo/vao', {})
    expect((await browser.get('/vai/dau-moi/chat')).html).toContain('Họ Tên Một')
    expect((await browser.get('/vai/can-bo/chat')).html).toContain('Họ Tên Hai')
    expect((await browser.get('/chat')).html).toContain('Họ Tên Hai')
  })

  test('a persona talks under its own address', async () => {
    const visitor = await enterWeb(settings(), { persona: 'dau-moi' })
    await visitor.type('menu')
    expect((await visitor.lastMessages()).join()).toContain('Họ Tên Một')
  })

  test('puts its clock forward from the door and from a persona’s pages, and tells how far it has come', async () => {
    const browser = openBrowser(settings())
    expect((await browser.get('/')).html).toContain('value="2024-06-30"')
    const waiting = await browser.submitFrom('/', '/ngay', { day: '2024-03-31' })
    expect(waiting.html).toContain('Đang mô phỏng đến ngày 31/03/2024')
    expect(waiting.html).toContain('25%')
    playing = null
    const visitor = await enterWeb(settings(), { persona: 'dau-moi' })
    expect((await visitor.page('/vai/dau-moi/chat')).html).toContain('href="/vai/dau-moi/ngay"')
    await visitor.submit('/vai/dau-moi/ngay', { day: '2024-06-30' })
    playing = null
    expect(moved).toEqual(['2024-03-31', '2024-06-30'])
    const body = new URLSearchParams({ day: '2024-06-30' })
    const foreign = await web.app.fetch(new Request('http://localhost:3000/ngay', { method: 'POST', body }))
    expect(foreign.status).toBe(403)
    expect(moved).toHaveLength(2)
  })

  test('answers nobody whom a proxy brings, and no page of another site whose name leads here', async () => {
    const answer = async (headers: Record<string, string>) =>
      (await web.app.fetch(new Request('http://localhost:3000/', { headers }))).status
    expect(await answer({ host: 'localhost:3000' })).toBe(200)
    for (const host of ['thi-dua.example', 'localhost.thi-dua.example', '203.0.113.7'])
      expect([host, await answer({ host })]).toEqual([host, 403])
    for (const name of ['forwarded', 'x-forwarded-for', 'x-forwarded-host'])
      expect([name, await answer({ host: 'localhost:3000', [name]: '203.0.113.7' })]).toEqual([name, 403])
  })

  test('has no persona that was not offered', async () => {
    expect((await openBrowser(settings()).get('/vai/quan-tri/chat')).status).toBe(404)
  })
})

describe('requests from elsewhere', () => {
  test('are refused without the word of the page, or with one of another cookie', async () => {
    const browser = openBrowser(settings())
    const foreign = csrfOf((await openBrowser(settings()).get('/')).html)
    await browser.get('/')
    for (const csrf of ['', 'x', foreign]) {
      const response = await browser.send('/tham-gia', {
        method: 'POST',
        body: new URLSearchParams({ csrf, code: 'A' }),
      })
      expect(response.status).toBe(403)
    }
  })

  test('are refused when another site has sent them', async () => {
    const browser = openBrowser(settings())
    const csrf = csrfOf((await browser.get('/')).html)
    const body = new URLSearchParams({ csrf, code: 'A' })
    const post = (headers: Record<string, string>) => browser.send('/tham-gia', { method: 'POST', body, headers })
    expect((await post({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await post({ 'Sec-Fetch-Site': 'same-site' })).status).toBe(403)
    expect((await post({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(422)
  })

  test('may not be larger than a form needs to be', async () => {
    const browser = openBrowser(settings())
    const csrf = csrfOf((await browser.get('/')).html)
    const body = new URLSearchParams({ csrf, code: 'A'.repeat(300_000) })
    expect((await browser.send('/tham-gia', { method: 'POST', body })).status).toBe(413)
  })
})

test('every page forbids what it does not need: foreign code, frames, guessing of types', async () => {
  const { headers, html } = await openBrowser(settings()).get('/')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(html).not.toMatch(/<script(?![^>]*src=)|<style| style=| on[a-z]+=/)
})

test('healthz tells the state of each part, 503 when messages cannot be taken', async () => {
  const up = await web.app.request('/healthz')
  expect(up.status).toBe(200)
  expect(await up.json()).toEqual({ status: 'ok', parts: { database: { state: 'up' }, telegram: 'off' } })
  const broken = createWeb(web.system, {
    ...web.parts,
    health: async () => ({ status: 'down', parts: { database: { state: 'down', why: 'refused' } } }),
  })
  expect((await broken.request('/healthz')).status).toBe(503)
})

test('a webhook reaches its handler without cookies, and is not there when the channel is off', async () => {
  const app = createWeb(web.system, {
    ...web.parts,
    webhooks: { telegram: async request => Response.json({ got: await request.json() }) },
  })
  const post = (path: string) => app.request(path, { method: 'POST', body: JSON.stringify({ update_id: 1 }) })
  expect(await (await post('/webhooks/telegram')).json()).toEqual({ got: { update_id: 1 } })
  expect((await post('/webhooks/zalo-oa')).status).toBe(404)
})

test('a fault shows a sentence with a code, never its cause', async () => {
  const app = createWeb(web.system, { ...web.parts, health: () => Promise.reject(new Error('secret cause')) })
  const response = await app.request('/healthz')
  expect(response.status).toBe(500)
  const text = await response.text()
  expect(text).toMatch(/mã W-\d{6}/)
  expect(text).not.toContain('secret')
})

test('an occupied port is told by its number', async () => {
  const other = createServer()
  const port = await new Promise<number>(resolve => {
    other.listen(0, () => {
      const address = other.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  await expect(listen(web.app, port)).rejects.toThrow(PortInUse)
  await expect(listen(web.app, port)).rejects.toMatchObject({ port })
  await new Promise(resolve => other.close(resolve))
})

test('closing ends open chat pages and resolves', async () => {
  const own = await aWeb()
  const listening = await listen(own.app, 0, { letGo: () => own.parts.bell.close() })
  const browser = openBrowser({ url: `http://localhost:${listening.port}` })
  const link = await own.linkFor(await own.person('Họ Tên Một'))
  await browser.submitFrom(link, link, {})
  const stream = await browser.send('/chat/stream?after=0', {})
  const closing = performance.now()
  await listening.close()
  expect(performance.now() - closing).toBeLessThan(4_000)
  expect(await stream.text()).toContain('event: line')
  await own.close()
})

test('both languages have the same sentences', () => {
  for (const file of ['web.json', 'desk.json']) {
    const keys = ['vi', 'en'].map(locale =>
      keysOf(JSON.parse(readFileSync(join(projectRoot, 'locales', locale, file), 'utf8'))),
    )
    expect(keys[0]).toEqual(keys[1])
  }
})

test('every sentence that a page names is there', () => {
  const sources = ['web', 'desk'].flatMap(folder =>
    readdirSync(join(projectRoot, 'src', folder), { withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => readFileSync(join(projectRoot, 'src', folder, entry.name), 'utf8')),
  )
  const named = sources.flatMap(source =>
    [...source.matchAll(/'((?:web|desk)\.(?!css')[a-zA-Z.]+[a-zA-Z])'/g)].map(([, key]) => key ?? ''),
  )
  expect(named.length).toBeGreaterThan(60)
  for (const locale of ['vi', 'en'] as const)
    for (const key of named) expect(web.system.texts(locale)(key, { count: 1 }), key).toBeTruthy()
})

function keysOf(branch: unknown, path = ''): string[] {
  if (typeof branch !== 'object' || branch === null) return [path]
  return Object.entries(branch).flatMap(([key, value]) => keysOf(value, `${path}.${key}`))
}
