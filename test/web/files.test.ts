import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keepContent } from '../../src/files/keep-content.ts'
import { newId } from '../../src/store/new-id.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { jpegWithPosition } from '../secrecy/a-photo.ts'
import { type Browser, csrfOf, openBrowser } from '../support/web-driver.ts'
import { type AWeb, aWeb } from './a-web.ts'

let web: AWeb
let browser: Browser
beforeAll(async () => {
  web = await aWeb()
})
afterAll(() => web.close())
beforeEach(async () => {
  Object.assign(web.parts.uploads, { isWithinQuota: async () => true, refusal: async () => null })
  web.parts.mayReadFile = async () => true
  browser = openBrowser({ url: 'http://localhost:3000', fetch: request => web.app.fetch(request) })
})

async function signedIn(): Promise<void> {
  const link = await web.linkFor(await web.person('Người Thử Một'))
  await browser.submitFrom(link, link, {})
}

/** Sends a message with its fields as the page of the chat does. */
async function post(fields: Record<string, string | File>): Promise<{ status: number; said: string }> {
  const csrf = csrfOf((await browser.get('/chat')).html)
  const body = new FormData()
  for (const [name, value] of Object.entries({ csrf, id: crypto.randomUUID(), ...fields })) body.append(name, value)
  const response = await browser.send('/chat/messages', {
    ...{ method: 'POST', body },
    headers: { accept: 'application/json' },
  })
  return { status: response.status, said: await response.text() }
}

const named = (name: string, bytes: Uint8Array = Buffer.from('%PDF-1.7')) => new File([new Uint8Array(bytes)], name)

async function kept() {
  const { prisma } = web.store
  return { lines: await prisma.chatLine.count({ where: { fromBot: false } }), bytes: await prisma.fileContent.count() }
}

describe('nothing is kept of what a page sends', () => {
  test.each<[string, Record<string, string | File>]>([
    ['a message with a stamp', { text: 'TỐI MẬT' }],
    ['a file that is called secret', { file: named('Văn bản TỐI MẬT.pdf') }],
    ['a file with a stamp in its caption', { file: named('a.pdf'), caption: 'Độ mật: Mật' }],
  ])('when it is %s', async (_, fields) => {
    await signedIn()
    const before = await kept()
    expect(await post(fields)).toMatchObject({ status: 422 })
    expect(await kept()).toEqual(before)
  })

  test('when it is a file of somebody who has not joined yet', async () => {
    await browser.submitFrom('/', '/tham-gia', { code: await web.invite() })
    const before = await kept()
    expect(await post({ file: named('a.pdf') })).toMatchObject({ status: 422 })
    expect(await kept()).toEqual(before)
  })

  test('when it is a file beyond what one person may send', async () => {
    await signedIn()
    Object.assign(web.parts.uploads, { isWithinQuota: async () => false })
    const before = await kept()
    expect(await post({ file: named('a.pdf') })).toMatchObject({ status: 422 })
    expect(await kept()).toEqual(before)
  })
})

test('a photo is kept without the place where it was taken', async () => {
  await signedIn()
  expect(await post({ file: named('anh.jpg', jpegWithPosition) })).toMatchObject({ status: 200 })
  const [newest] = await web.store.prisma.fileContent.findMany({ orderBy: { keptAt: 'desc' }, take: 1 })
  expect(Buffer.from(newest?.bytes ?? []).includes('ffd8', 0, 'hex')).toBe(true)
  expect(Buffer.from(newest?.bytes ?? []).includes('GPS')).toBe(false)
})

test('what fails by itself is refused for good, what the database does not take is to be sent again', async () => {
  await signedIn()
  const failing = (error: Error) => Object.assign(web.parts.uploads, { refusal: () => Promise.reject(error) })
  failing(new TypeError('a file that breaks its reader'))
  expect(await post({ file: named('a.pdf') })).toMatchObject({ status: 422 })
  failing(Object.assign(new Error('could not extend file'), { code: '53100' }))
  expect(await post({ file: named('a.pdf') })).toMatchObject({ status: 503 })
})

describe('a file that is shown in place', () => {
  const stored = async (mime: string) => {
    const { prisma } = web.store
    const now = web.clock.now()
    const id = newId(now)
    const sha256 = await inTransaction(prisma, tx => keepContent(tx, Buffer.from(mime), now))
    const file = { id, name: 'a', channel: 'web', createdAt: now, state: 'STORED' as const, sha256, mime, size: 1 }
    await prisma.storedFile.create({ data: file })
    return id
  }

  test('runs nothing of what is in it, and stands within our own pages only', async () => {
    await signedIn()
    const { status, headers } = await browser.get(`/files/${await stored('application/pdf')}/xem`)
    expect(status).toBe(200)
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'; frame-ancestors 'self'")
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
  })

  test('is of a kind that a browser does not run; any other is only to be had', async () => {
    await signedIn()
    for (const mime of ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/csv']) {
      const id = await stored(mime)
      expect([mime, (await browser.get(`/files/${id}/xem`)).status]).toEqual([mime, 404])
      const { status, headers } = await browser.get(`/files/${id}`)
      expect([status, headers.get('content-disposition')]).toEqual([200, expect.stringContaining('attachment')])
    }
  })

  test('does not exist for who may not read it', async () => {
    const id = await stored('image/png')
    expect((await browser.get(`/files/${id}`)).status).toBe(302)
    await signedIn()
    web.parts.mayReadFile = async () => false
    for (const path of [`/files/${id}`, `/files/${id}/xem`]) expect((await browser.get(path)).status).toBe(404)
  })
})
