import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBell } from '../../src/channels/web/bell.ts'
import { deskRoutes } from '../../src/desk/desk-routes.tsx'
import { features } from '../../src/features/list.ts'
import { uploadsOf } from '../../src/files/uploads.ts'
import { linkToWeb } from '../../src/people/one-time-link.ts'
import { type Listening, listen } from '../../src/web/listen.ts'
import { createWeb } from '../../src/web/server.ts'
import { waitingNominee } from '../features/awarding/waiting-nominee.ts'
import { axeFindings } from '../support/axe.ts'
import { openChromium } from '../support/chromium.ts'
import { type PlanWorld, planWorld } from '../support/plan-world.ts'

let world: PlanWorld
let browser: Browser
let server: Listening
let chair: string
let officer: string
let closeBell: () => Promise<void>

beforeAll(async () => {
  world = await planWorld('2024-12-20T02:00:00Z')
  const { store, system, clock } = world
  const clerk = await world.join('Đầu mối Mẫu', 'CLERK', 'UB-TP')
  chair = await world.join('Chủ tịch Mẫu', 'CHAIR', 'UB-UBND')
  officer = await world.join('Cán bộ Mẫu', 'PNV', 'UB-NV')
  await world.join('Cán bộ Mẫu', 'FOCAL', 'UB-VP')
  await world.join('Cán bộ Mẫu', 'ADMIN', 'UB-NV')
  for (let number = 1; number <= 60; number++) {
    const kind = number <= 20 ? ('COLLECTIVE' as const) : ('INDIVIDUAL' as const)
    const name = kind === 'COLLECTIVE' ? `Tập thể mẫu số ${number}` : `Nguyễn Văn Mẫu ${number}`
    await waitingNominee(store.prisma, clock.now(), { number, name, kind, unitCode: 'UB-TP', authorId: clerk })
  }
  const bell = createBell()
  const ear = store.listen({ heard: bell.ring, missed: bell.ringAll })
  closeBell = async () => {
    bell.close()
    await ear.close()
  }
  const app = createWeb(system, {
    ...{ bell, features, desk: deskRoutes, uploads: uploadsOf(store.prisma, clock), receive: async () => undefined },
    ...{ health: async () => ({ status: 'ok' as const, parts: {} }), mayReadFile: async () => false },
  })
  server = await listen(app, 0, { letGo: () => bell.close() })
  system.publicUrl = `http://localhost:${server.port}`
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await closeBell()
  await server.close()
  await world.close()
})

const url = (path: string) => `http://localhost:${server.port}${path}`

function chairAt(width: number): Promise<Page> {
  return personAt(chair, width)
}

async function personAt(personId: string, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, hasTouch: true, isMobile: width < 500 })
  const page = await context.newPage()
  await page.goto(url(`/vao/${await linkToWeb(world.store.prisma, personId, world.clock.now())}`))
  await page.getByRole('button', { name: 'Vào' }).click()
  return page
}

const pages = [
  ...[
    'de-nghi-khen',
    'ho-so-khen-thuong',
    'thong-tin-can-tro',
    'y-kien-tham-dinh',
    'hoi-dong',
    'hoi-dong/thanh-vien/UB-UBND',
  ],
  ...['hoi-dong/moi/UB-UBND', 'quyet-dinh-khen', 'quyet-dinh-khen/thanh-pho', 'danh-sach-khen', 'so-khen-thuong'],
  ...['ghi-khen-thuong', 'bieu-thong-ke-khen-thuong', 'khoa-giay-khen', 'can-cu-phap-ly'],
]

test.each([390, 768, 1440])(
  'the pages of nominations, councils, decisions and awards are clean in light and dark, %i wide',
  async width => {
    const page = await personAt(officer, width)
    const found: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const isClean = async (what: string) => {
        found.push(...(await axeFindings(page)).map(finding => `${what}, ${colorScheme}: ${finding}`))
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
        if (wide > width) found.push(`${what}, ${colorScheme}: ${wide} wide`)
      }
      for (const path of pages) {
        const response = await page.goto(url(`/desk/${path}`))
        expect([path, response?.status()]).toEqual([path, 200])
        await isClean(path)
      }
      await page.goto(url('/desk/de-nghi-khen'))
      await page.locator('a.open').first().click()
      await page.waitForURL(/de-nghi-khen\/[0-9a-f-]{36}/)
      await isClean('a nomination')
    }
    expect(found).toEqual([])
    await page.context().close()
  },
)

test('on a phone the chairman decides on 60 names in fewer than ten taps besides the reasons; nothing is too wide, axe finds nothing', async () => {
  const page = await chairAt(390)
  let taps = 0
  const tap = async (place: Locator) => {
    taps += 1
    await place.tap()
  }
  await page.goto(url('/desk/quyet-dinh-khen'))
  const problems = async (what: string) => {
    expect([what, await axeFindings(page)]).toEqual([what, []])
    expect([what, await page.evaluate<number>('document.documentElement.scrollWidth')]).toEqual([what, 390])
  }
  expect(await page.locator('.nominee').count()).toBe(60)
  await problems('the list')

  // Two are not awarded: the place of the reason shows with the tick gone.
  for (const name of ['Tập thể mẫu số 3', 'Nguyễn Văn Mẫu 42']) {
    expect(await page.getByLabel(`Lý do chưa khen ${name}`).isVisible()).toBe(false)
    const tick = page.locator('.nominee .tick', { hasText: new RegExp(`${name}(?!\\d)`) })
    expect((await tick.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await tap(tick)
    await page.getByLabel(`Lý do chưa khen ${name}`).fill('Thành tích chưa đủ tiêu chí của kế hoạch')
  }
  await tap(page.getByRole('button', { name: 'Công khai danh sách 5 ngày' }))
  await page.getByText('nhận kiến nghị đến hết ngày 25/12/2024').first().waitFor()
  await problems('the public list')

  world.clock.advance(6 * 86_400_000)
  await page.goto(url('/desk/quyet-dinh-khen'))
  expect(await page.getByLabel('Lý do chưa khen Nguyễn Văn Mẫu 42').inputValue()).toContain('chưa đủ tiêu chí')
  await tap(page.getByLabel('Số quyết định'))
  await page.keyboard.type('4321/QĐ-UBND')
  await tap(page.getByLabel('Kèm tiền thưởng theo mức của ngày quyết định'))
  await tap(page.getByRole('button', { name: 'Quyết định cả danh sách' }))
  await page.getByText('Đã ghi Quyết định số 4321/QĐ-UBND: khen 58').waitFor()
  await problems('after the decision')
  expect(taps).toBeLessThan(10)

  const { prisma } = world.store
  expect(await prisma.award.count({ where: { decisionNumber: '4321/QĐ-UBND' } })).toBe(58)
  expect((await prisma.award.findMany({ orderBy: { golden: 'asc' } })).map(({ golden }) => golden)).toEqual(
    Array.from({ length: 58 }, (_, at) => at + 1),
  )
  expect(await prisma.record.count({ where: { kind: 'nomination', state: 'NOT_AWARDED' } })).toBe(2)
})
