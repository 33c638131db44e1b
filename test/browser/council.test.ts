import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkToWeb } from '../../src/people/one-time-link.ts'
import { type Listening, listen } from '../../src/web/listen.ts'
import { councilWeb } from '../features/council/council-web.ts'
import { type CouncilWorld, councilWorld } from '../features/council/council-world.ts'
import { axeFindings } from '../support/axe.ts'
import { openChromium } from '../support/chromium.ts'

const [chair, vice, secretary, one] = [
  'Chủ tịch phường',
  'Phó Chủ tịch phường',
  'Thư ký Hội đồng',
  'Ủy viên Một',
] as const

let browser: Browser
let world: CouncilWorld
let web: Awaited<ReturnType<typeof councilWeb>>
let server: Listening

beforeAll(async () => {
  world = await councilWorld()
  web = await councilWeb(world)
  server = await listen(web.app, 0)
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await web.close()
  await server.close()
  await world.close()
})

/** Comes in through the link of the invitation. */
async function pageOf(name: string, sitting: string, width: number): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 800 } })).newPage()
  const token = await linkToWeb(world.store.prisma, world.ids.get(name) ?? '', world.clock.now())
  await page.goto(`http://localhost:${server.port}/vao/${token}?den=hoi-dong/${sitting}`)
  await page.locator('main button').first().click()
  await page.waitForURL(/hoi-dong/)
  return page
}

const widthOf = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth')

describe.each([390, 1280])('a sitting on a screen %i wide', width => {
  test('is lived from the link to the result: pages change by themselves, fit, and are clean', async () => {
    const nominee = `Bộ phận Một cửa ${width}`
    await world.nominate(nominee)
    const sitting = await world.invited([nominee])
    for (const name of [chair, vice, secretary]) await world.post(name, sitting, { viec: 'toi-co-mat' })
    const page = await pageOf(one, sitting, width)
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Tôi có mặt' }).click()
    await page.getByText('Đã ghi có mặt.').waitFor()
    const id = await world.caseOf(sitting, nominee)
    expect((await world.post(chair, sitting, { viec: 'bat-dau' })).ok).toBe(true)
    // Nothing was typed: the page has loaded itself anew, and the ballot is there.
    await page.locator(`input[name="phieu-${id}"][value="AGREE"]`).check()
    await world.cast(vice, sitting, { [nominee]: 'AGREE' })
    await page.locator(`[data-live-value="cast-${id}"]`, { hasText: '1' }).waitFor()
    expect(await widthOf(page)).toBeLessThanOrEqual(width)
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Gửi phiếu' }).click()
    await page.getByText('Đã nhận 1 phiếu của anh/chị.').waitFor()
    for (const name of [chair, secretary]) await world.cast(name, sitting, { [nominee]: 'AGREE' })
    await world.post(secretary, sitting, { viec: 'dong' })
    await page.getByRole('button', { name: 'Mở phiếu' }).waitFor()
    await world.post(chair, sitting, { viec: 'mo-phieu', cum: world.phrases.get(chair) ?? '' })
    await page.getByText('4/5 (80%)').waitFor()
    expect(await widthOf(page)).toBeLessThanOrEqual(width)
    expect(await axeFindings(page)).toEqual([])
    await page.context().close()
  })

  test('what was typed is not lost when the sitting goes on meanwhile', async () => {
    const nominee = `Tổ Văn thư ${width}`
    await world.nominate(nominee)
    const sitting = await world.invited([nominee])
    for (const name of [chair, vice, secretary, one]) await world.post(name, sitting, { viec: 'toi-co-mat' })
    await world.post(chair, sitting, { viec: 'bat-dau' })
    const page = await pageOf(one, sitting, width)
    const id = await world.caseOf(sitting, nominee)
    await page.locator(`textarea[name="y-kien-${id}"]`).fill('Một ý kiến dài')
    await world.post(secretary, sitting, { viec: 'dong' })
    await page.getByText('Phiên họp đã sang bước mới.').waitFor()
    expect(await page.locator(`textarea[name="y-kien-${id}"]`).inputValue()).toBe('Một ý kiến dài')
    await page.context().close()
  })

  test('the pages of members, keys and preparation fit and are clean', async () => {
    for (const rest of ['', '/khoa', '/thanh-vien/UB-P-QT', '/moi/UB-P-QT']) {
      const page = await pageOf(chair, 'khoa', width)
      await page.goto(`http://localhost:${server.port}/desk/hoi-dong${rest}`)
      expect(await widthOf(page)).toBeLessThanOrEqual(width)
      expect([rest, await axeFindings(page)]).toEqual([rest, []])
      await page.context().close()
    }
  })
})
