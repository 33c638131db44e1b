import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { type DemoInBrowser, openDemo } from '../support/demo-in-browser.ts'

let demo: DemoInBrowser

beforeAll(async () => {
  demo = await openDemo()
})
afterAll(() => demo.close())

/** The demonstration's officer, in front of a screen of this width. */
const officerAt = (width: number) => demo.as('noi-vu', width)

/** Presses Tab until this has the focus; a person without a mouse gets there in so many presses. */
async function tabTo(page: Page, selector: string, most = 80): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`)) return
  }
  throw new Error(`${selector} cannot be reached with the keyboard`)
}

const widthOf = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth')
const desk = (path: string) => demo.desk('noi-vu', path)

describe.each([390, 1280])('the desk on a screen %i wide', width => {
  test('a nudge is written, looked at and sent with the keyboard alone', async () => {
    const page = await officerAt(width)
    await page.goto(desk('gui-tin'))
    await tabTo(page, 'a[href$="/gui-tin/moi"]')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/moi$/)
    expect(await widthOf(page)).toBeLessThanOrEqual(width)
    await tabTo(page, '#ly-do', 140)
    await page.keyboard.type('Sắp đến hạn')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Xem trước tin' }).waitFor()
    expect(await page.locator('.sample-text').first().textContent()).toMatch(/(còn|đã quá) \d+ ngày làm việc/)
    expect(await widthOf(page)).toBeLessThanOrEqual(width)
    await tabTo(page, 'button[value="gui"]')
    await page.keyboard.press('Enter')
    await page.waitForURL(/gui-tin\/[0-9a-f-]{36}$/)
    expect(await page.getByRole('status').first().textContent()).toMatch(/Đã xếp hàng gửi cho [1-9]\d* người/)
    expect(await widthOf(page)).toBeLessThanOrEqual(width)
    await page.context().close()
  })

  test('the calendar opens a day, and the overdue board a unit, without anything wider than the screen', async () => {
    const page = await officerAt(width)
    for (const path of ['bang-so-lieu?so=1', 'ap-dung', 'bao-cao']) {
      await page.goto(desk(path))
      expect([path, (await widthOf(page)) <= width]).toEqual([path, true])
    }
    await page.goto(desk('lich-nhac'))
    expect(await widthOf(page)).toBeLessThanOrEqual(width)
    await tabTo(page, '.calendar a.open')
    await page.keyboard.press('Enter')
    await page.waitForURL(/lich-nhac\/2024-03-\d\d$/)
    expect(await page.locator('figure.sample').count()).toBeGreaterThan(0)
    expect(await widthOf(page)).toBeLessThanOrEqual(width)
    await page.goto(desk('nhac-viec'))
    await page.locator('a.open').first().click()
    await tabTo(page, '.actions summary')
    await page.keyboard.press('Enter')
    expect(await page.locator('.actions details[open]').count()).toBe(1)
    expect(await widthOf(page)).toBeLessThanOrEqual(width)
    await page.context().close()
  })
})

test('axe finds nothing wrong with any room of the desk, nor with the demonstration’s door', async () => {
  const page = await officerAt(390)
  await page.goto(desk(''))
  const rooms = await page
    .locator('.desk-nav .doors a, .behind-doors a')
    .evaluateAll(links => links.map(link => link.getAttribute('href')))
  expect(rooms.length).toBeGreaterThan(20)
  const found: Record<string, string[]> = {}
  for (const path of ['/', '/chat', ...rooms.filter(room => room !== null)]) {
    await page.goto(`${demo.url}${path}`)
    const findings = await axeFindings(page)
    if (findings.length > 0) found[path] = findings
  }
  expect(found).toEqual({})
  await page.context().close()
})

test.each([390, 768, 1440])('the first page, a list and a record are clean in light and dark, %i wide', async width => {
  const page = await officerAt(width)
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const isClean = async (what: string) => {
      found.push(...(await axeFindings(page)).map(finding => `${what}, ${colorScheme}: ${finding}`))
      expect([what, await widthOf(page)]).toEqual([what, width])
    }
    for (const path of ['', 'bao-cao', 'nhac-viec', 'tim?q=ma', 'so-khen-thuong']) {
      await page.goto(desk(path))
      await isClean(path)
    }
    await page.goto(desk('sang-kien?xep=-unit&cot=title'))
    await page.locator('.column-choice summary').click()
    await page.locator('.more-behind summary').click()
    await isClean('a sorted list, everything unfolded')
    await page.locator('[name=chon]').first().check()
    await page.locator('.actions button.primary').click()
    await page.getByRole('heading', { name: /Xem trước/ }).waitFor()
    await isClean('the preview of a decision on many')
    await page.goto(desk('sang-kien'))
    await page.locator('a.open').first().click()
    await page.waitForURL(/trang=1/)
    await isClean('a record')
    await page.getByRole('link', { name: 'Tìm hồ sơ tương tự' }).click()
    await page.locator('#tuong-tu').waitFor()
    await isClean('a record beside similar ones')
  }
  expect(found).toEqual([])
  await page.context().close()
})

test('without script a record is read and decided beside its list', async () => {
  const page = await demo.as('noi-vu', 1_440, { javaScriptEnabled: false })
  await page.goto(`${desk('sang-kien')}?state=REGISTERED`)
  await page.locator('a.open').last().click()
  const here = page.url()
  expect(await page.locator('nav.beside').isVisible()).toBe(true)
  await page.locator('.actions button.primary').first().click()
  expect(await page.getByRole('status').first().textContent()).toMatch(/SK-/)
  expect(page.url()).not.toBe(here)
  expect(page.url()).toMatch(/state=REGISTERED&trang=1$/)
  await page.context().close()
})

test('a list uses the whole of a wide screen, in rows of one line under a head that stays', async () => {
  const page = await officerAt(1440)
  await page.goto(desk('nhac-viec'))
  const table = await page.locator('table.records').boundingBox()
  expect(table?.width).toBeGreaterThan(1380)
  const heights = await page.locator('table.records tbody tr').evaluateAll(rows => rows.map(row => row.clientHeight))
  expect(heights.length).toBe(25)
  expect(Math.max(...heights)).toBeLessThanOrEqual(32)
  await page.evaluate('scrollTo({ top: 500, behavior: "instant" })')
  expect((await page.locator('table.records th').first().boundingBox())?.y).toBeCloseTo(0, 0)
  await page.context().close()
})

test('records are read and decided beside their list with the keyboard, one after the other', async () => {
  const page = await officerAt(1440)
  await page.goto(desk('sang-kien'))
  await page.keyboard.press('?')
  expect(await page.locator('dialog.keys').isVisible()).toBe(true)
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  expect(await page.evaluate('document.activeElement.id')).toBe('tim')
  await page.keyboard.type('ajrk')
  expect(await page.inputValue('#tim')).toBe('ajrk')
  await page.goto(`${desk('sang-kien')}?state=REGISTERED`)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await page.waitForURL(/sang-kien\/.+\?state=REGISTERED&trang=1$/)
  expect(await page.locator('nav.beside a').count()).toBeGreaterThan(2)
  expect(await axeFindings(page)).toEqual([])
  const first = page.url()
  await page.keyboard.press('j')
  await page.waitForURL(url => url.href !== first)
  await page.keyboard.press('k')
  await page.waitForURL(first)
  const inList = await page.locator('nav.beside a').count()
  const second = await page.locator('nav.beside a').nth(1).getAttribute('href')
  await page.keyboard.press('a')
  expect(page.url()).toBe(first)
  await page.keyboard.press('a')
  await page.waitForURL(`${demo.url}${second}`)
  expect(await page.getByRole('status').first().textContent()).toMatch(/SK-/)
  expect(await page.locator('nav.beside a').count()).toBe(inList - 1)
  await page.keyboard.press('r')
  expect(await page.locator('.actions details[open]').count()).toBe(1)
  await page.keyboard.press('Escape')
  await page.context().close()
})

test('a kept reason, the way back, a kept search and a file are had with the keyboard alone', async () => {
  const page = await officerAt(1440)
  await page.goto(desk('ly-do-mau'))
  await tabTo(page, '#ly-do')
  await page.keyboard.type('Chưa nêu số liệu so sánh trước và sau')
  await tabTo(page, '.compose button')
  await page.keyboard.press('Enter')
  await page.getByRole('status').first().waitFor()

  await page.goto(desk('sang-kien?state=REGISTERED'))
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL(/trang=1$/)
  const opened = page.url()
  await page.keyboard.press('r')
  await tabTo(page, 'details[open] select[name=mau]')
  await page.keyboard.press('ArrowDown')
  expect(await page.evaluate('document.activeElement.value')).toBe('Chưa nêu số liệu so sánh trước và sau')
  await tabTo(page, 'details[open] button')
  await page.keyboard.press('Enter')
  await page.locator('.flash .undo').waitFor()
  expect(page.url()).not.toBe(opened)
  await tabTo(page, '.undo button')
  await page.keyboard.press('Enter')
  await page.waitForURL(url => url.pathname === new URL(opened).pathname)
  expect(await page.locator('.opened .chip').first().textContent()).toContain('chờ tiếp nhận')

  await page.goto(desk('sang-kien?state=REGISTERED'))
  await tabTo(page, '.saved-views [name=ten]')
  await page.keyboard.type('Chờ tôi')
  await page.keyboard.press('Enter')
  await page.locator('.saved-views .chips a', { hasText: 'Chờ tôi' }).waitFor()
  await tabTo(page, '.downloads a[href*="tai=csv"]')
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(file.suggestedFilename()).toMatch(/^sang-kien-.*\.csv$/)
  await page.context().close()
})

test('records are chosen, looked at and decided together with the keyboard alone, and taken back', async () => {
  const page = await officerAt(1440)
  await page.goto(desk('sang-kien?state=REGISTERED'))
  for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key)
  expect(await page.locator('[name=chon]:checked').count()).toBe(2)
  await tabTo(page, '.actions button.primary')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /Xem trước/ }).waitFor()
  expect(await page.locator('.lines li').count()).toBe(2)
  await page.keyboard.press('a')
  await page.keyboard.press('a')
  await page.getByRole('heading', { name: 'Đã làm (2)' }).waitFor()
  await tabTo(page, '.undo button')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Đã làm (2)' }).waitFor()
  await page.goto(desk('sang-kien?state=REGISTERED'))
  expect(await page.locator('[name=chon]').count()).toBeGreaterThan(1)
  await page.context().close()
})

test('what stands behind a door is on one line of a wide screen, few pages and the way to the rest', async () => {
  const page = await officerAt(1440)
  for (const path of ['bang-so-lieu', 'sang-kien', 'nhac-viec', 'van-ban', 'so-khen-thuong', 'nhat-ky']) {
    await page.goto(desk(path))
    expect([path, await page.locator('.desk-nav .behind > ul > li').count()]).toEqual([path, expect.any(Number)])
    expect(await page.locator('.desk-nav .behind > ul > li').count()).toBeLessThanOrEqual(7)
    expect([path, (await page.locator('.desk-nav .behind').boundingBox())?.height ?? 99]).toEqual([
      path,
      expect.closeTo(34, -1),
    ])
    expect(await page.locator('.desk-nav .behind [aria-current=page]').isVisible()).toBe(true)
  }
  await page.context().close()
})

test('on a narrow screen a record is a page of its own, with the ways to its neighbours', async () => {
  const page = await officerAt(390)
  await page.goto(desk('sang-kien'))
  await page.locator('a.open').first().click()
  expect(await page.locator('nav.beside').isVisible()).toBe(false)
  expect(await widthOf(page)).toBeLessThanOrEqual(390)
  const here = page.url()
  await page.locator('.around [rel=next]').click()
  await page.waitForURL(url => url.href !== here)
  await page.locator('.around [rel=prev]').click()
  await page.waitForURL(here)
  expect(await axeFindings(page)).toEqual([])
  await page.context().close()
})

test('reasons that were written before are cut to the width of a phone', async () => {
  const page = await officerAt(390)
  await page.goto(desk('bao-cao'))
  await page.locator('a.open').first().click()
  await page.locator('summary', { hasText: 'Trả lại để sửa' }).click()
  const open = page.locator('details[open] form.reason')
  await open.locator('textarea').fill('Đề nghị đơn vị đối chiếu lại số liệu với biên bản nghiệm thu, '.repeat(3))
  await open.getByRole('button', { name: 'Đồng ý: Trả lại để sửa' }).click()
  await page.goto(desk('bao-cao'))
  await page.locator('select[name=mau]').waitFor()
  expect(await widthOf(page)).toBeLessThanOrEqual(390)
  await page.context().close()
})

test('keys that are turned off do nothing', async () => {
  const page = await officerAt(1440)
  await page.goto(desk('sang-kien'))
  await page.keyboard.press('?')
  await page.locator('[data-keys-off]').check()
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  expect(await page.evaluate('document.activeElement.id')).not.toBe('tim')
  await page.context().close()
})

test('a page of the desk on paper has its table, and nothing that can only be pressed', async () => {
  const page = await officerAt(1280)
  await page.goto(desk('sang-kien'))
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await page.locator('table.records').isVisible()).toBe(true)
  for (const part of ['.desk-nav', '.search', '.chips', '.who', '.top nav'])
    expect([part, await page.locator(part).first().isVisible()]).toEqual([part, false])
  const ink = await page.evaluate<string[]>(
    `['color', 'backgroundColor'].map(name => getComputedStyle(document.body)[name])`,
  )
  expect(ink).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
  await page.context().close()
})
