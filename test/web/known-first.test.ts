import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noTrace } from '../../src/channels/zalo/webhook-trace.ts'
import { answerWebhook } from '../../src/channels/zalo-bot/webhook.ts'
import { type Listening, listen } from '../../src/web/listen.ts'
import { csrfOf, enterWeb, openBrowser } from '../support/web-driver.ts'
import { type AWeb, aWeb } from './a-web.ts'

let web: AWeb
let server: Listening
const settings = () => ({ url: 'http://localhost:3000', fetch: (asked: Request) => web.app.fetch(asked) })

beforeAll(async () => {
  web = await aWeb()
  server = await listen(web.app, 0, { letGo: () => web.parts.bell.close() })
})
afterAll(async () => {
  await server.close()
  await web.close()
})

/** A body that tells whether anybody has asked for it. Of unknown length, which is where a length in the head is no help. */
function unread(): { body: ReadableStream<Uint8Array>; isRead: () => boolean } {
  let isRead = false
  const body = new ReadableStream<Uint8Array>(
    {
      pull: controller => {
        isRead = true
        controller.enqueue(new Uint8Array(65_536))
      },
    },
    { highWaterMark: 0 },
  )
  return { body, isRead: () => isRead }
}

async function statusUnread(path: string, headers: Record<string, string>, method = 'POST'): Promise<number> {
  const { body, isRead } = unread()
  const init: RequestInit & { duplex: 'half' } = { method, headers, body, duplex: 'half' }
  const response = await web.app.fetch(new Request(`http://localhost:3000${path}`, init))
  expect({ path, isRead: isRead() }).toEqual({ path, isRead: false })
  return response.status
}

const own = { origin: 'http://localhost:3000', cookie: `thidua_khach=${'k'.repeat(43)}` }

describe('nothing of a body is read', () => {
  test('from somebody who is not signed in', async () => {
    for (const path of ['/chat/messages', '/desk/so-tay/1', '/dang-xuat', '/nothing', '/gui-tep/nobody'])
      expect(await statusUnread(path, own)).toBe(303)
    expect(await statusUnread('/chat/messages', { ...own, accept: 'application/json' })).toBe(401)
  })

  test('from another site, or from a browser that has seen no page of ours', async () => {
    expect(await statusUnread('/tham-gia', { ...own, origin: 'https://example.vn' })).toBe(403)
    expect(await statusUnread('/tham-gia', { origin: own.origin })).toBe(403)
  })

  test('that no page of ours takes', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      expect(await statusUnread('/chat/messages', own, method)).toBe(404)
  })

  test('of a webhook whose secret is wrong or missing', async () => {
    for (const headers of [{}, { 'x-bot-api-secret-token': 'wrong' }]) {
      const { body, isRead } = unread()
      const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' }
      const answer = await answerWebhook(
        new Request('http://localhost/', init),
        'a-secret',
        async () => 'done',
        noTrace,
      )
      expect([answer.status, isRead()]).toEqual([401, false])
    }
  })
})

test('at the door only so much is read as a code needs', async () => {
  const browser = openBrowser(settings())
  const csrf = csrfOf((await browser.get('/')).html)
  const body = new URLSearchParams({ csrf, code: 'A'.repeat(5_000) })
  expect((await browser.send('/tham-gia', { method: 'POST', body })).status).toBe(413)
})

test('a visitor who has not joined may send words, and no more than words are', async () => {
  const browser = openBrowser(settings())
  await browser.submitFrom('/', '/tham-gia', { code: await web.invite() })
  const csrf = csrfOf((await browser.get('/chat')).html)
  const send = (text: string) =>
    browser.send('/chat/messages', { method: 'POST', body: new URLSearchParams({ csrf, id: 'a'.repeat(36), text }) })
  expect((await send('A'.repeat(300_000))).status).toBe(413)
  expect((await send('1')).status).toBe(303)
})

test('twenty megabytes of a stranger are answered before they are sent, and others do not wait for them', async () => {
  const strangers = Array.from(
    { length: 8 },
    () =>
      new Promise<number>((resolve, reject) => {
        const headers = { 'content-length': 20 * 1_048_576, ...own, accept: 'application/json' }
        const asked = request({ port: server.port, host: '127.0.0.1', path: '/chat/messages', method: 'POST', headers })
        asked.on('response', response => {
          resolve(response.statusCode ?? 0)
          asked.destroy()
        })
        asked.on('error', reject)
        // Nothing more than a beginning is ever sent.
        asked.write(new Uint8Array(1024))
      }),
  )
  expect(await Promise.all(strangers)).toEqual(strangers.map(() => 401))
  expect((await fetch(`http://127.0.0.1:${server.port}/healthz`)).status).toBe(200)
})

describe('text that cannot be kept', () => {
  const enter = async (name: string) => enterWeb(settings(), { link: await web.linkFor(await web.person(name)) })

  test('is mended in a message: half an emoji and NUL do not stop the chat', async () => {
    const visitor = await enter('Họ Tên Một')
    await visitor.type('xin\u0000 chào \ud83d')
    await visitor.type('menu')
    const { html } = await visitor.page('/chat')
    expect(html).toContain('xin chào \ufffd')
    expect(web.received.at(-2)?.content).toEqual({ type: 'text', text: 'xin chào \ufffd' })
  })

  test('is nothing when nothing of it is left', async () => {
    await expect((await enter('Họ Tên Hai')).type('\u0000')).rejects.toThrow('400')
  })

  test('is mended in plain forms and in the names of files', async () => {
    const id = await web.person('Họ Tên Ba')
    const visitor = await enterWeb(settings(), { link: await web.linkFor(id) })
    const browser = openBrowser(settings())
    const link = await web.linkFor(id)
    await browser.submitFrom(link, link, {})
    const said = { id: '00000000-0000-4000-8000-00000000000b', text: 'một\u0000hai' }
    expect((await browser.submitFrom('/chat', '/chat/messages', said)).status).toBe(200)
    await visitor.sendFile('van\u0000-ban\ud83d.pdf', new TextEncoder().encode('%PDF-1.7'))
    const { html } = await visitor.page('/chat')
    expect(html).toContain('mộthai')
    expect(html).toContain('-ban\ufffd.pdf')
  })

  test('in an address is left out', async () => {
    const visitor = await enter('Họ Tên Bốn')
    for (const path of ['/chat?truoc=%00', '/files/%00', '/vao/%00a', '/desk/a%00/b%00', '/?ma=%00', '/assets/%00'])
      expect((await visitor.page(path)).status, path).toBeLessThan(500)
    expect((await openBrowser(settings()).get('/?ma=AB%00CD')).html).toContain('value="ABCD"')
    expect((await visitor.send('/chat/messages?%00', new URLSearchParams())).status).toBe(400)
  })

  test('a form that breaks off is refused, and no fault', async () => {
    const browser = openBrowser(settings())
    const link = await web.linkFor(await web.person('Họ Tên Năm'))
    await browser.submitFrom(link, link, {})
    const csrf = csrfOf((await browser.get('/chat')).html)
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x', 'application/json']) {
      const body = '--x\r\nContent-Disposition: form-data; name="te'
      for (const given of [{ 'x-csrf-token': csrf }, {}])
        for (const path of ['/chat/messages', '/dang-xuat-khac', '/desk/so-tay/1']) {
          const headers = { 'content-type': type, ...given }
          const { status } = await browser.send(path, { method: 'POST', headers, body })
          expect([path, status >= 400 && status < 500]).toEqual([path, true])
        }
    }
  })
})
