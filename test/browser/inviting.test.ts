import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readList } from '../../src/office-files/read-list.ts'
import { xlsxStream } from '../../src/office-files/xlsx-stream.ts'
import { peopleColumns } from '../../src/people/people-columns.ts'
import { axeFindings } from '../support/axe.ts'
import { openChromium } from '../support/chromium.ts'
import { qrIn } from '../support/read-qr.ts'
import { runCommand, type SpawnedServer, spawnServer } from '../support/spawned-server.ts'
import { firstStart, startedFolder } from '../support/started-folder.ts'

let browser: Browser
let server: SpawnedServer
let folder: string
let env: Record<string, string>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thidua-inviting-'))
  env = { DATA_DIR: join(folder, 'data'), CLOCK_START: firstStart, DEMO: '0' }
  await startedFolder(join(folder, 'data'), 'real')
  server = await spawnServer(env)
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await server.terminate()
  await rm(folder, { recursive: true, force: true })
})

/** Comes in with a code, as whoever was invited does. */
async function comeIn(page: Page, address: string, ...answers: [asked: string, line: string][]): Promise<void> {
  await page.goto(address)
  await page.locator('form[action$="/tham-gia"] button').click()
  await page.waitForURL(/\/chat/)
  for (const [asked, line] of answers) {
    await page.getByText(asked).first().waitFor()
    await page.locator('textarea').fill(line)
    await page.keyboard.press('Enter')
  }
  await page.getByText('Chào mừng').first().waitFor()
}

const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô']
const given = ['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hà', 'Khánh', 'Linh', 'Minh', 'Nga', 'Oanh', 'Phúc']
const nameOf = (at: number) => `${family[at % 11]} Thị ${given[Math.floor(at / 11) % 12]}`

test('a stranger with 62 units and 124 people has everybody invited in six steps', { timeout: 240_000 }, async () => {
  const made = await runCommand(['invite', '--unit', 'UB-NV', '--role', 'PNV', '--json'], env)
  const { code } = JSON.parse(made.stdout) as { code: string }
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const agree: [string, string] = ['Anh/chị có đồng ý không?', '1']
  const post: [string, string] = ['Chức vụ hoặc công việc', 'Chuyên viên']
  await comeIn(page, `${server.url}/?ma=${code}`, agree, ['họ và tên đầy đủ', 'Phạm Thị Thử'], post)

  let steps = 0
  const began = performance.now()
  const step = async (work: Promise<unknown>) => {
    steps += 1
    await work
  }
  await step(page.goto(`${server.url}/desk`))
  await step(page.getByRole('link', { name: 'Đơn vị và con người' }).click())
  await page.getByRole('heading', { name: 'Mời tham gia' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  const downloaded = page.waitForEvent('download')
  await step(page.getByRole('link', { name: 'Tải tệp mẫu' }).click())
  const template = join(folder, 'mau.xlsx')
  await (await downloaded).saveAs(template)

  // The one thing that people do: 124 names beside 62 units.
  const list = await readList(template, peopleColumns)
  if (!list.ok) throw new Error('the template cannot be read')
  const rows = list.value.rows.map(({ cells }, at) => [cells.unit ?? '', nameOf(at), cells.role ?? ''])
  expect([rows.length, new Set(rows.map(([unit]) => unit)).size, new Set(rows.map(([, name]) => name)).size]).toEqual([
    124, 62, 124,
  ])
  const parts: Uint8Array[] = []
  async function* all() {
    yield* rows
  }
  for await (const part of xlsxStream('A', ['Đơn vị', 'Họ và tên', 'Vai trò'], all(), 'UTC')) parts.push(part)
  await step(
    page.getByLabel('Tệp danh sách').setInputFiles({ name: 'ds.xlsx', mimeType: '', buffer: Buffer.concat(parts) }),
  )
  await step(page.getByRole('button', { name: 'Xem trước' }).first().click())
  await page.getByText('124 người mới, 0 người trùng tên').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await step(page.getByRole('button', { name: 'Tạo lời mời cho 124 người' }).click())
  await page.getByText('Đã có 124 lời mời của 62 đơn vị.').waitFor()
  const seconds = (performance.now() - began) / 1000
  process.stdout.write(`invited 124 people of 62 units in ${steps} steps, ${seconds.toFixed(1)} s of waiting\n`)
  expect(steps).toBe(6)
  expect(seconds).toBeLessThan(600)

  // On paper: a unit begins a page, and a camera reads what is printed.
  expect(await page.locator('.invite-sheet').count()).toBe(62)
  const pdf = await page.pdf({ format: 'A4', ...(process.env.SHEET_PDF ? { path: process.env.SHEET_PDF } : {}) })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(62)
  await page.emulateMedia({ media: 'print' })
  const card = page.locator('.invite-card').first()
  const picture = (await card.locator('svg.qr').last().screenshot()).toString('base64')
  const read = qrIn(
    `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><image width="300" height="300" href="data:image/png;base64,${picture}"/></svg>`,
  )
  const printed = await card.locator('.typed-key').innerText()
  expect(read?.endsWith(`/?ma=${printed}`)).toBe(true)

  const phone = await (await browser.newContext({ viewport: { width: 390, height: 800 } })).newPage()
  await comeIn(phone, `${server.url}/?ma=${printed}`, agree, post)
  await page.emulateMedia({ media: 'screen' })
  await page.goto(`${server.url}/desk/moi-tham-gia/da-moi?loc=cho`)
  await page.getByText('Còn người chưa vào (62)').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.goto(`${server.url}/desk/con-nguoi`)
  const person = await page.locator('a.open').first().getAttribute('href')
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 800 })
    for (const room of [
      'moi-tham-gia/da-moi?loc=cho',
      'con-nguoi',
      'don-vi',
      'don-vi/UB-NV',
      'quyen-cua-toi',
      person,
    ]) {
      const address = room?.includes('/desk/') ? room : `${server.url}/desk/${room}`
      expect((await page.goto(new URL(address, server.url).href))?.status()).toBe(200)
      await page.evaluate(`document.querySelectorAll('details').forEach(one => { one.open = true })`)
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
      expect([room, width, wide <= width, await axeFindings(page)]).toEqual([room, width, true, []])
    }
  }
})
