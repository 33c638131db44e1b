import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Listening, listen } from '../../src/web/listen.ts'
import { aNotebook, type Note } from '../desk/a-notebook.ts'
import { openChromium } from '../support/chromium.ts'
import { type AWeb, aWeb } from '../web/a-web.ts'

let web: AWeb
let server: Listening
let browser: Browser
let context: BrowserContext
let page: Page
let problems: string[]
const notes: Note[] = []
const url = (path: string) => `http://localhost:${server.port}${path}`

beforeAll(async () => {
  const notebook = aNotebook(notes)
  // As many rooms as the real desk has: they must not push the page wider than a phone.
  const rooms = ['hai', 'ba', 'bon', 'nam'].map(path => ({
    name: path,
    ...(notebook.page ? { page: { ...notebook.page, path } } : {}),
  }))
  web = await aWeb({ features: [notebook, ...rooms] })
  server = await listen(web.app, 0, { letGo: () => web.parts.bell.close() })
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await server.close()
  await web.close()
})

beforeEach(async () => {
  await open({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
})
afterEach(async () => {
  await context.close()
  expect(problems).toEqual([])
})

async function open(options: Parameters<Browser['newContext']>[0]): Promise<void> {
  await context?.close()
  context = await browser.newContext(options)
  page = await context.newPage()
  problems = []
  page.on('pageerror', error => problems.push(error.message))
  page.on('console', message => {
    // The browser reports every answer that is not 200 by itself; those are looked at in the tests. The notebook's file is
    // nowhere, and the page that says so may not be framed.
    const isOwn = ['Failed to load resource', 'Framing '].some(start => message.text().startsWith(start))
    if (message.type() === 'error' && !isOwn) problems.push(message.text())
  })
}

async function signIn(name: string, role: 'CLERK' | 'PNV' = 'CLERK'): Promise<string> {
  const id = await web.person(name, role)
  await page.goto(url(await web.linkFor(id)))
  await page.getByRole('button', { name: 'Vào hệ thống' }).click()
  await page.waitForURL(url('/chat'))
  return id
}

async function say(text: string): Promise<void> {
  await page.getByLabel('Câu trả lời').fill(text)
  await page.getByRole('button', { name: 'Gửi', exact: true }).click()
}

const bubbles = () => page.locator('#log .bubble')
const pageWidth = () => page.evaluate<number>('document.documentElement.scrollWidth')

describe('on a phone', () => {
  test('one joins by code and answers with buttons and words, without the page being loaded again', async () => {
    await page.goto(url('/'))
    await page.getByLabel('Mã mời của anh/chị').fill(await web.invite())
    await page.getByRole('button', { name: 'Tham gia' }).click()
    await page.waitForURL(url('/chat'))
    await page.evaluate("document.title = 'the same page'")
    await page.getByRole('button', { name: '1 Đồng ý' }).click()
    await page.getByText('họ và tên đầy đủ').waitFor()
    await say('Nguyễn Văn Mẫu')
    await page.getByText('Chức vụ hoặc công việc').waitFor()
    await say('Công chức Văn phòng')
    await page.getByText('Chào mừng Nguyễn Văn Mẫu').waitFor()
    expect(await page.title()).toBe('the same page')
    expect(await page.locator('form.answers').count()).toBe(1)
  })

  test('choices that were marked with letters keep them when they can be pressed no more', async () => {
    await signIn('Họ Tên Chữ')
    await say('trang chủ')
    await page.locator('form.answers').first().waitFor()
    await page.evaluate(`for (const number of document.querySelectorAll('form.answers .number'))
      number.textContent = String.fromCharCode(96 + Number(number.textContent))`)
    await say('bắt đầu')
    await page.locator('#log ol.options').last().waitFor()
    const mark = "getComputedStyle([...document.querySelectorAll('#log ol.options')].at(-1)).listStyleType"
    expect(await page.evaluate(mark)).toBe('lower-alpha')
  })

  test('nothing is wider than the screen, and what is pressed is large enough', async () => {
    const id = await signIn('Họ Tên Một')
    await web.notify(id, {
      title: 'Thông báo',
      text: `https://example.vn/${'dai'.repeat(60)}`,
      words: ['Xem'],
      prompt: 'n1',
    })
    await page.getByText('Thông báo').waitFor()
    for (const path of ['/chat', '/']) {
      if (path !== '/chat') await page.goto(url(path))
      expect(await pageWidth()).toBeLessThanOrEqual(360)
    }
    await page.goto(url('/chat'))
    const small = await page
      .locator('button:visible, nav a:visible, label.icon-button')
      .evaluateAll(all => all.map(one => one.getBoundingClientRect().height).filter(height => height < 43))
    expect(small).toEqual([])
  })

  test('an answer is followed, although it comes while the page still scrolls to what was sent', async () => {
    await signIn('Họ Tên Một Hai')
    await bubbles().first().waitFor()
    for (let time = 0; time < 6; time++) {
      const before = await bubbles().count()
      await say('xin chào')
      await expect.poll(() => bubbles().count()).toBe(before + 2)
      expect(await page.locator('#trang-thai').isVisible()).toBe(false)
      const frame = (await page.locator('#khung').boundingBox()) ?? { y: 0, height: 0 }
      const top = async () => (await bubbles().last().boundingBox())?.y ?? -1
      await expect.poll(top).toBeGreaterThanOrEqual(frame.y)
      await expect.poll(top).toBeLessThan(frame.y + frame.height)
    }
  })

  test('a long question is shown from its beginning', async () => {
    const id = await signIn('Họ Tên Hai')
    await web.notify(id, { title: 'Đầu đề', text: Array.from({ length: 60 }, (_, n) => `Dòng ${n}`).join('\n') })
    await expect.poll(() => page.getByText('Đầu đề').isVisible()).toBe(true)
    await expect.poll(async () => (await page.getByText('Đầu đề').boundingBox())?.y ?? -1).toBeGreaterThan(40)
  })
})

describe('when the connection is lost', () => {
  test('a message is kept, shown as unsent, and taken once when the connection is back', async () => {
    await signIn('Họ Tên Ba')
    await bubbles().first().waitFor()
    await context.setOffline(true)
    await say('menu')
    await page.getByText('Chưa gửi được, sẽ tự gửi lại.').waitFor()
    expect(await page.getByRole('status').textContent()).toContain('mất kết nối')
    await context.setOffline(false)
    await expect
      .poll(() => web.received.filter(({ content }) => content.type === 'text' && content.text === 'menu').length)
      .toBe(1)
    await expect.poll(() => page.locator('.line.own .bubble').count()).toBe(1)
    await expect.poll(() => page.getByText('Chưa gửi được').count()).toBe(0)
  })

  test('a message outlives the page: it is sent after a reload', async () => {
    await signIn('Họ Tên Bốn')
    web.failNext(3)
    await say('việc của tôi')
    await page.getByText('Chưa gửi được, sẽ tự gửi lại.').waitFor()
    await page.reload()
    await expect
      .poll(
        () => web.received.filter(({ content }) => content.type === 'text' && content.text === 'việc của tôi').length,
        // Two more attempts may fail before it is taken, each after a longer pause.
        { timeout: 20_000 },
      )
      .toBe(1)
  })

  test('what was typed and not sent is still in the box after a reload', async () => {
    await signIn('Họ Tên Năm')
    await page.getByLabel('Câu trả lời').fill('đang gõ dở')
    await page.reload()
    expect(await page.getByLabel('Câu trả lời').inputValue()).toBe('đang gõ dở')
  })
})

describe('files', () => {
  test('one that is taken stands as a line, one that is not says why', async () => {
    await signIn('Họ Tên Sáu')
    await page.setInputFiles('#tep', {
      name: 'van-ban.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7'),
    })
    await expect.poll(() => web.received.some(({ content }) => content.type === 'files')).toBe(true)
    await page.setInputFiles('#tep', {
      name: 'la.exe',
      mimeType: 'application/x-msdownload',
      buffer: Buffer.from('MZ'),
    })
    await page.getByText('Loại tệp này chưa được nhận').waitFor()
    await page.setInputFiles('#tep', {
      name: 'lon.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.alloc(1_100_000, '%'),
    })
    await page.getByText('Mỗi tệp tối đa 1 MB').waitFor()
  })
})

describe('with the keyboard alone', () => {
  test('one answers, and the focus goes on with the next question', async () => {
    await open({ viewport: { width: 1280, height: 800 } })
    await signIn('Họ Tên Bảy')
    await page.locator('form.answers button').first().focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => bubbles().count()).toBeGreaterThanOrEqual(3)
    await expect
      .poll(() =>
        page.evaluate<string>("document.activeElement?.closest('form')?.className ?? document.activeElement?.id"),
      )
      .toMatch(/answers|noi|say/)
    await page.getByLabel('Câu trả lời').focus()
    await page.keyboard.type('menu')
    await page.keyboard.press('Enter')
    await page.locator('.line.own', { hasText: 'menu' }).waitFor()
  })
})

test('without any script one signs in, presses a button and reads the answer', async () => {
  await open({ javaScriptEnabled: false })
  await signIn('Họ Tên Tám')
  const before = await bubbles().count()
  await page.locator('form.answers button').first().click()
  expect(await bubbles().count()).toBeGreaterThanOrEqual(before + 2)
  await page.getByLabel('Câu trả lời').fill('menu')
  await page.getByRole('button', { name: 'Gửi', exact: true }).click()
  await page.locator('.line.own', { hasText: 'menu' }).waitFor()
})

test('signing out in one tab sends the others away', async () => {
  await signIn('Họ Tên Chín')
  const other = await context.newPage()
  await other.goto(url('/chat'))
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await other.waitForURL(url('/'))
})

describe('the desk', () => {
  beforeEach(() => {
    notes.splice(0, notes.length, { id: '1', unit: 'Phường Một', title: 'Họp không giấy', state: 'SENT' })
  })

  test('an officer finds a record on a phone, returns it with a reason, and reads the result', async () => {
    await signIn('Họ Tên Mười', 'PNV')
    await page.getByRole('link', { name: 'Bàn làm việc' }).click()
    await page.waitForURL(url('/desk'))
    expect(await pageWidth()).toBeLessThanOrEqual(360)
    await page.getByRole('link', { name: /Họp không giấy/ }).click()
    await page.getByText('Trả lại', { exact: true }).click()
    await page.getByLabel(/Lý do/).fill('Thiếu số văn bản')
    await page.getByRole('button', { name: 'Đồng ý: Trả lại' }).click()
    await page.getByText('Đã trả lại.').waitFor()
    // The next one that waits is open; what was returned stands in the list with its reason.
    await page.goto(url('/desk/ghi-chep'))
    await page.getByRole('link', { name: /Họp không giấy/ }).click()
    await page.getByText('Lý do: Thiếu số văn bản').waitFor()
    expect(await pageWidth()).toBeLessThanOrEqual(360)
  })

  test('a table becomes cards on a phone: every cell says what it is', async () => {
    await signIn('Họ Tên Mười Một', 'PNV')
    await page.goto(url('/desk/ghi-chep'))
    const label = await page.evaluate("getComputedStyle(document.querySelectorAll('td')[1], '::before').content")
    expect(label).not.toBe('none')
    expect(await pageWidth()).toBeLessThanOrEqual(360)
  })
})
