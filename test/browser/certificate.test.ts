import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { qrPng } from '../../src/documents/qr-picture.ts'
import { awards } from '../../src/features/awards/feature.ts'
import { writeAwards } from '../../src/features/awards/write.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { type Listening, listen } from '../../src/web/listen.ts'
import { axeFindings } from '../support/axe.ts'
import { openChromium } from '../support/chromium.ts'
import { type AWeb, aWeb } from '../web/a-web.ts'

let browser: Browser
let web: AWeb
let server: Listening
let folder: string
let awardId: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'certificate-'))
  web = await aWeb({ features: [awards] })
  server = await listen(web.app, 0, { letGo: () => web.parts.bell.close() })
  web.system.publicUrl = `http://localhost:${server.port}`
  browser = await openChromium()
  const award = {
    ...({
      honoreeKind: 'INDIVIDUAL',
      name: 'Nguyễn Thị Mẫu',
      personId: null,
      unitCode: 'U1',
      unitName: 'Phường Một',
    } as const),
    ...({
      position: 'Công chức',
      form: 'GIAY_KHEN',
      purpose: 'CAMPAIGN',
      level: 'CITY',
      golden: 7,
      prizeVnd: null,
    } as const),
    ...{ authority: 'Chủ tịch UBND thành phố Uông Bí', decisionNumber: '4321/QĐ-UBND', decidedOn: '2024-03-15' },
    achievement: 'Đã có thành tích xuất sắc trong phong trào thi đua năm 2024',
    ...({ serial: '0123456789abcdef', origin: 'RECORDED', campaignId: null } as const),
  }
  const written = await inTransaction(web.store.prisma, tx => writeAwards(tx, [award], null, web.clock.now()))
  awardId = written[0]?.id ?? ''
})
afterAll(async () => {
  await browser.close()
  await server.close()
  await web.close()
  await rm(folder, { recursive: true })
})

const url = (path: string) => `http://localhost:${server.port}${path}`
const resultOf = (page: Page) => page.locator('#ket-qua').innerText()

async function officer(): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage()
  await page.goto(url(await web.linkFor(await web.person('Cán Bộ Mẫu', 'PNV'))))
  await page.getByRole('button', { name: 'Vào' }).click()
  return page
}

test('a printed certificate is checked from its picture by a saved page, with the network cut off; a changed letter is refused', async () => {
  const desk = await officer()
  await desk.goto(url(`/desk/giay-khen/${awardId}/in`))
  expect(await axeFindings(desk)).toEqual([])
  // One page for each, A4 landscape.
  const pdf = await desk.pdf({ preferCSSPageSize: true, printBackground: true, path: join(folder, 'giay-khen.pdf') })
  const pages = pdf.toString('latin1').match(/MediaBox \[[^\]]*\]/g) ?? []
  expect(pages).toHaveLength(1)
  expect(pages[0]).toMatch(/\[0 0 84[12][.\d]* 59[45][.\d]*\]/)
  const picture = join(folder, 'ma.png')
  await desk.locator('.certificate .code').screenshot({ path: picture })

  // Saved while there was a network.
  const saved = join(folder, 'kiem-tra.html')
  const served = await desk.request.get(url('/kiem-tra?luu'))
  expect(served.headers()['content-disposition']).toContain('kiem-tra-giay-khen.html')
  await writeFile(saved, await served.body())

  const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
  const asked: string[] = []
  await context.route(/^https?:/, route => {
    asked.push(route.request().url())
    return route.abort()
  })
  await context.setOffline(true)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(String(error)))
  await page.goto(pathToFileURL(saved).href)
  await page.locator('#anh').setInputFiles(picture)
  await page.locator('#ket-qua.good').waitFor()
  const said = await resultOf(page)
  for (const part of [
    'Nguyễn Thị Mẫu',
    'Phường Một',
    '4321/QĐ-UBND',
    '15/03/2024',
    'Chủ tịch UBND thành phố Uông Bí',
    'Giấy khen có thật',
  ])
    expect(said).toContain(part)
  expect(said).toContain('Chưa đối chiếu được danh sách thu hồi mới nhất')
  expect(await axeFindings(page)).toEqual([])
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)

  const code = await page.locator('#ma').inputValue()
  // The same in the Word file's picture.
  await page
    .locator('#anh')
    .setInputFiles({ name: 'ma-word.png', mimeType: 'image/png', buffer: Buffer.from(await qrPng(code)) })
  await page.locator('#ket-qua.good').waitFor()

  for (const at of [45, 60, code.length - 3]) {
    const changed = code.slice(0, at) + (code[at] === 'A' ? 'B' : 'A') + code.slice(at + 1)
    await page.locator('#ma').fill(changed)
    await page.getByRole('button', { name: 'Kiểm tra' }).click()
    await page.locator('#ket-qua.bad').waitFor()
    expect(await resultOf(page)).not.toContain('có thật')
  }
  expect(complaints).toEqual([])
  // Only the list of what was revoked was asked for, and nothing of the code went along.
  expect([...new Set(asked)]).toEqual([url('/kiem-tra/thu-hoi.json')])
  await context.close()
})

test('a code in the address is checked without being sent, and a revoked certificate is told once there is a network', async () => {
  const desk = await officer()
  await desk.goto(url(`/desk/giay-khen/${awardId}/in`))
  await desk.locator('.certificate .code').screenshot({ path: join(folder, 'ma2.png') })
  const page = await (await browser.newContext()).newPage()
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  await page.goto(url('/kiem-tra'))
  await page.locator('#anh').setInputFiles(join(folder, 'ma2.png'))
  await page.locator('#ket-qua.good').waitFor()
  const code = (await page.locator('#ma').inputValue()).split('#')[1] ?? ''

  const fragment = await (await browser.newContext()).newPage()
  await web.store.prisma.award.update({ where: { id: awardId }, data: { revokedOn: '2024-03-18' } })
  fragment.on('request', request => asked.push(request.url()))
  await fragment.goto(url(`/kiem-tra#${code}`))
  await fragment.getByText('đã bị thu hồi ngày 18/03/2024').waitFor()
  expect(await resultOf(fragment)).toContain('Đã đối chiếu')
  expect(asked.filter(address => address.includes(code.slice(20, 60)) && !address.includes('#'))).toEqual([])
  const list = await (await page.request.get(url('/kiem-tra/thu-hoi.json'))).text()
  expect(JSON.parse(list)).toEqual([{ serial: '0123456789abcdef', on: '2024-03-18' }])
})
