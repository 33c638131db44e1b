import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Listening, listen } from '../../src/web/listen.ts'
import { axeFindings } from '../support/axe.ts'
import { openChromium } from '../support/chromium.ts'
import { type AWeb, aWeb } from '../web/a-web.ts'

let web: AWeb
let server: Listening
let browser: Browser
const url = (path: string) => `http://localhost:${server.port}${path}`

beforeAll(async () => {
  web = await aWeb()
  server = await listen(web.app, 0, { letGo: () => web.parts.bell.close() })
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await server.close()
  await web.close()
})

async function onPhone(name: string, options: { javaScriptEnabled: boolean; colorScheme?: 'dark' }): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, ...options })
  const page = await context.newPage()
  const id = await web.person(name)
  await page.goto(url(await web.linkFor(id)))
  await page.getByRole('button', { name: 'Vào hệ thống' }).click()
  await page.waitForURL(url('/chat'))
  for (let n = 1; n <= 70; n++) await web.notify(id, { text: `Tin số ${n}.` })
  await page.goto(url('/'))
  await page.goto(url('/chat#cuoi'))
  return page
}

const shot = async (page: Page, name: string) => {
  const folder = process.env.SCREENSHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

/** Whether the page stands where it was laid out, with its header in sight and nothing beyond its end. */
const standing = (page: Page) =>
  page.evaluate<[number, number, number]>(
    `[Math.round(window.scrollY), document.documentElement.scrollHeight - window.innerHeight, Math.round(document.querySelector('.top').getBoundingClientRect().top)]`,
  )

describe.each([
  { javaScriptEnabled: true },
  { javaScriptEnabled: true, colorScheme: 'dark' as const },
  { javaScriptEnabled: false },
  { javaScriptEnabled: false, colorScheme: 'dark' as const },
])('the chat at 390 px, %o', options => {
  const kind = `${options.javaScriptEnabled ? 'script' : 'plain'}-${options.colorScheme ?? 'light'}`

  test('shows its last lines and a box to write in, on the way back from older lines, after a message and opened anew', async () => {
    const page = await onPhone(`Họ Tên ${kind}`, options)
    const seesTheEnd = async (step: string) => {
      const frame = (await page.locator('#khung').boundingBox()) ?? { y: 0, height: 0 }
      const lastTop = async () => (await page.locator('#log .line').last().boundingBox())?.y ?? 9999
      await expect.poll(lastTop).toBeLessThan(frame.y + frame.height)
      const last = (await page.locator('#log .line').last().boundingBox()) ?? { y: 0, height: 0 }
      expect(last.y + last.height, step).toBeGreaterThan(frame.y + 20)
      expect(await standing(page), step).toEqual([0, 0, 0])
      expect(frame.height, step).toBeGreaterThan(400)
      expect((await page.locator('#noi').boundingBox())?.width ?? 0, step).toBeGreaterThan(200)
      await shot(page, `chat-${kind}-${step}`)
    }
    await seesTheEnd('1-latest')
    await page.getByRole('link', { name: 'Xem tin cũ hơn' }).click()
    await page.waitForURL(/truoc=/)
    await shot(page, `chat-${kind}-2-earlier`)
    await page.getByRole('link', { name: 'Về tin mới nhất' }).click()
    await page.waitForURL(/#cuoi/)
    await seesTheEnd('3-back')
    await page.getByLabel('Câu trả lời').fill('menu')
    await page.getByRole('button', { name: 'Gửi', exact: true }).click()
    await page.locator('.line.own', { hasText: 'menu' }).waitFor()
    await seesTheEnd('4-sent')
    await page.reload()
    await seesTheEnd('5-reloaded')
    await page.goto(url('/'))
    await page.goto(url('/chat'))
    await seesTheEnd('6-opened')
    await page.context().close()
  })
})

test('axe finds nothing wrong with the chat and the door, in light and in dark', async () => {
  for (const colorScheme of [undefined, 'dark'] as const) {
    const name = `Họ Tên Axe ${colorScheme ?? ''}`
    const page = await onPhone(name, { javaScriptEnabled: true, ...(colorScheme ? { colorScheme } : {}) })
    expect(await axeFindings(page)).toEqual([])
    await page.goto(url('/'))
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.waitForURL(url('/'))
    expect(await axeFindings(page)).toEqual([])
    await page.context().close()
  }
})

test('a message that is refused for good is told and left, and the next one goes', async () => {
  const page = await onPhone('Họ Tên Bị Từ Chối', { javaScriptEnabled: true })
  let posts = 0
  await page.route('**/chat/messages', route => {
    posts += 1
    return posts === 1
      ? route.fulfill({ status: 403, contentType: 'application/json', body: '{"say":"Chưa nhận được."}' })
      : route.continue()
  })
  const say = async (text: string) => {
    await page.getByLabel('Câu trả lời').fill(text)
    await page.getByRole('button', { name: 'Gửi', exact: true }).click()
  }
  await say('câu thứ nhất')
  await page.getByText('Chưa nhận được.').waitFor()
  expect(await page.locator('.line.own.problematic', { hasText: 'câu thứ nhất' }).count()).toBe(1)
  await say('menu')
  await expect
    .poll(() => web.received.some(({ content }) => content.type === 'text' && content.text === 'menu'))
    .toBe(true)
  await page.reload()
  expect(posts).toBe(2)
  await page.context().close()
})
