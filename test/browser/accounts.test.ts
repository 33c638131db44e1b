import { TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accounts } from '../../src/features/accounts/feature.ts'
import { logsOf } from '../../src/features/audit/feature.ts'
import { features } from '../../src/features/list.ts'
import { listen } from '../../src/web/listen.ts'
import { axeFindings } from '../support/axe.ts'
import { openChromium } from '../support/chromium.ts'
import { type AWeb, aWeb } from '../web/a-web.ts'

const hour = 3_600_000
let browser: Browser
let web: AWeb
let listening: Awaited<ReturnType<typeof listen>>

beforeAll(async () => {
  const signIn = { secondStep: { key: 'a-key-of-this-installation' }, officerIdle: 8 * hour, staffIdle: 720 * hour }
  web = await aWeb({ features: [...logsOf(features), accounts], signIn })
  listening = await listen(web.app, 0, { isOnlyHere: true, letGo: () => web.parts.bell.close() })
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await listening.close()
  await web.close()
})

const address = (path: string) => `http://localhost:${listening.port}${path}`

async function enter(width: number, personId: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage()
  await page.goto(address(await web.linkFor(personId)))
  await page.getByRole('button', { name: 'Vào' }).click()
  return page
}

/** Nothing is wider than the screen, and axe finds nothing. */
async function isFine(page: Page, width: number, what: string): Promise<void> {
  expect([what, await axeFindings(page)]).toEqual([what, []])
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
  expect([what, wide <= width]).toEqual([what, true])
}

const codeOf = (secret: string) => new TOTP({ secret }).generate({ timestamp: web.clock.now().getTime() })

describe.each([390, 1440])('an administrator in front of a screen %i wide', width => {
  test('sets the second step up, signs in with it, sees sessions, accounts and the security log', async () => {
    const id = await web.person('Quản Trị Mẫu', 'ADMIN')
    const page = await enter(width, id)
    await page.waitForURL(/buoc-hai/)
    await isFine(page, width, 'enrol')
    const secret = ((await page.locator('.typed-key').textContent()) ?? '').replaceAll(' ', '')
    await page.getByLabel('Mã xác thực').fill('000000')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await isFine(page, width, 'wrong')
    await page.getByLabel('Mã xác thực').fill(codeOf(secret))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Mã dự phòng' }).waitFor()
    expect(await page.locator('.recovery-codes li').count()).toBe(10)
    await isFine(page, width, 'recovery')
    await page.context().close()

    web.clock.advance(60_000)
    const next = await enter(width, id)
    await next.waitForURL(/buoc-hai/)
    await isFine(next, width, 'code')
    await next.getByLabel('Mã xác thực').fill(codeOf(secret))
    await next.keyboard.press('Enter')
    await next.waitForURL(/chat/)
    for (const path of ['/phien-dang-nhap', '/desk/tai-khoan', `/desk/tai-khoan/${id}`, '/desk/nhat-ky-an-ninh']) {
      expect((await next.goto(address(path)))?.status()).toBe(200)
      await isFine(next, width, path)
    }
    await next.context().close()
  })
})
