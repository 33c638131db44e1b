import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { type DemoInBrowser, openDemo } from '../support/demo-in-browser.ts'

let demo: DemoInBrowser

beforeAll(async () => {
  demo = await openDemo()
})
afterAll(() => demo.close())

const officerAt = (width: number) => demo.as('noi-vu', width)

const desk = (path: string) => demo.desk('noi-vu', path)

/** Nothing wider than the screen or cut off by it, nothing that axe finds, light and dark. */
async function isClean(page: Page, width: number): Promise<void> {
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
  const cut = `[...document.querySelectorAll('.desk-content *')]
    .filter(one => one.getBoundingClientRect().right > ${width + 1}).map(one => one.outerHTML.slice(0, 120))`
  expect(await page.evaluate<string[]>(cut)).toEqual([])
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect([colorScheme, await axeFindings(page)]).toEqual([colorScheme, []])
  }
}

describe.each([390, 768, 1440])('on a screen %i wide', width => {
  test('the campaign is moved on, for a reason, and back', async () => {
    const page = await officerAt(width)
    await page.goto(desk('tinh-trang-phong-trao'))
    const present = () => page.locator('[aria-current="step"] strong').textContent()
    const before = await present()
    await isClean(page, width)
    await page.locator('#ly-do-on').fill('Lãnh đạo đã đồng ý')
    await page.locator('button[value="on"]').click()
    await page.getByRole('status').first().waitFor()
    expect(await present()).not.toBe(before)
    await isClean(page, width)
    await page.locator('#ly-do-back').fill(`Chuyển nhầm ngày, màn hình ${width}`)
    await page.locator('button[value="back"]').click()
    await page.getByText(`Chuyển nhầm ngày, màn hình ${width}`).waitFor()
    expect(await present()).toBe(before)
    await page.context().close()
  })

  test('a paper goes to three recipients in each of the ways', async () => {
    const page = await officerAt(width)
    await page.goto(desk('gui-van-ban'))
    await isClean(page, width)
    const plan = { name: `ke-hoach-${width}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF') }
    await page.locator('#tep').setInputFiles(plan)
    await page.getByRole('button', { name: 'Đưa văn bản lên' }).click()
    await page.locator('a[href*="/gui-van-ban/ke-hoach/"]').first().click()
    await isClean(page, width)
    const choose = async (way: string) => {
      for (const at of [0, 1, 2]) await page.locator('input[name="noi-nhan"]').nth(at).check()
      await page.locator(`input[name="cach"][value="${way}"]`).check()
    }
    const send = () => page.locator('main fieldset button[type="submit"]').click()
    await choose('HERE')
    await send()
    await page.locator('.flash').waitFor()
    await choose('AXIS')
    await page.locator('#so').fill(`${width}/UBND`)
    await page.locator('#ngay').fill('2024-03-19')
    await send()
    await page.getByText(`${width}/UBND`).first().waitFor()
    await choose('MAIL')
    await page.locator('#dia-chi').fill(`van-thu-${width}@example.vn`)
    const [letter] = await Promise.all([page.waitForEvent('download'), send()])
    expect(letter.suggestedFilename()).toMatch(/\.eml$/)
    await page.reload()
    expect(await page.getByText(`van-thu-${width}@example.vn`).count()).toBe(3)
    expect(await page.getByText(`${width}/UBND`).count()).toBe(3)
    await isClean(page, width)
    await page.context().close()
  })
})
