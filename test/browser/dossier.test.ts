import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { type DemoInBrowser, openDemo } from '../support/demo-in-browser.ts'

let demo: DemoInBrowser

beforeAll(async () => {
  demo = await openDemo()
})
afterAll(() => demo.close())

/** The demonstration's focal point or head before the grid. */
async function gridOf(who: 'dau-moi' | 'thu-truong', width: number, javaScriptEnabled = true): Promise<Page> {
  const page = await demo.as(who, width, { javaScriptEnabled })
  await page.goto(demo.desk(who, 'so-lieu?ky=2024-Q1'))
  return page
}

const widthOf = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth')

describe('the grid of a period', () => {
  test.each([390, 1440])('is filled in cell after cell with Tab, and read back, %i wide', async width => {
    const page = await gridOf('dau-moi', width)
    expect(await widthOf(page)).toBeLessThanOrEqual(width)
    const cells = page.locator('input[name^="o-"]')
    await cells.first().focus()
    for (const text of ['18/20', '85%', '15/20']) {
      await page.keyboard.press('Control+A')
      await page.keyboard.type(text)
      if (text !== '15/20') await page.keyboard.press('Tab')
    }
    // Enter saves, and never hands in.
    await page.keyboard.press('Enter')
    await page.getByText('Có 1 dòng cần sửa').waitFor()
    expect(await cells.evaluateAll(all => all.slice(0, 3).map(cell => cell.getAttribute('value')))).toEqual([
      '18/20',
      '85%',
      '15/20',
    ])
    expect(await page.locator('tr.wrong .error').innerText()).toContain('cần hai số')
    expect(await widthOf(page)).toBeLessThanOrEqual(width)
    expect(await axeFindings(page)).toEqual([])
  })

  test('works without script, and its template is downloaded, filled in and looked at before anything is kept', async () => {
    const page = await gridOf('dau-moi', 390, false)
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[download]').click()])
    expect(download.suggestedFilename()).toBe('Số liệu Quý I-2024 - UBND phường Quang Trung.xlsx')
    await page.locator('#tep').setInputFiles(await download.path())
    await page.locator('button[value="tep"]').click()
    expect(await page.locator('.flash').innerText()).toMatch(/không khác gì bảng hiện tại|ô khác với bảng/)
    await page.locator('input[name="o-C08"]').fill('18/20')
    await page.locator('button[value="luu"].primary').click()
    await page.locator('button[value="gui"]').click()
    expect(await page.locator('.flash').innerText()).toContain('để thủ trưởng duyệt')
    const head = await gridOf('thu-truong', 1440, false)
    expect(await head.locator('input[name="chon"]').count()).toBeGreaterThan(1)
    await head.locator('button[value="duyet"]').click()
    expect(await head.locator('.flash').innerText()).toContain('Đã duyệt')
    expect(await head.locator('input[name="chon"]').count()).toBe(0)
  })
})
