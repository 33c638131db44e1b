import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { type DemoInBrowser, openDemo } from '../support/demo-in-browser.ts'

let demo: DemoInBrowser
let page: Page

beforeAll(async () => {
  demo = await openDemo()
  page = await demo.as('noi-vu', 1_440)
})
afterAll(() => demo.close())

const desk = (path: string) => demo.desk('noi-vu', path)

interface Linked {
  text: string
  href: string
}

/** What a selector of links says and where it leads. */
const linksIn = (selector: string) =>
  page.evaluate<Linked[]>(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map(a => ({ text: a.textContent.trim(), href: a.href }))`,
  )

/** The rows of the first table of a page that has the selector, their cells as texts; read without leaving this page. */
const rowsAt = (href: string, selector: string) =>
  page.evaluate<string[][]>(
    `fetch(${JSON.stringify(href)}).then(answer => answer.text()).then(html => {
      const at = new DOMParser().parseFromString(html, 'text/html').querySelector(${JSON.stringify(selector)})
      return [...(at?.closest('table') ?? at)?.querySelectorAll('tbody tr') ?? []].map(row =>
        [...row.children].map(cell => cell.textContent.trim()))
    })`,
  )

/** «1.234/2.000 (62%)» as its two numbers; null for anything else, as money that is written short. */
function pairIn(text: string): [number, number] | null {
  const found = /^([\d.]+)\/([\d.]+)(?:\s|$)/.exec(text)
  return found ? [Number(found[1]?.replaceAll('.', '')), Number(found[2]?.replaceAll('.', ''))] : null
}

test('every mark of the printed board is on the paper', async () => {
  const sheet = await (await demo.browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await sheet.context().addCookies(await page.context().cookies())
  await sheet.goto(desk('bang-so-lieu/in?ky=2024-Q1'))
  await sheet.emulateMedia({ media: 'print' })
  const marks = sheet.locator('.board-sheet .cell-mark')
  const isShown = await marks.evaluateAll(all =>
    all.map(one => [one.getAttribute('data-state'), one.checkVisibility()]),
  )
  expect(isShown.length).toBeGreaterThan(100)
  expect(isShown.filter(([, shown]) => !shown)).toEqual([])
  await sheet.context().close()
})

test.each(['', '&so=1'])('every total of the board is a link whose rows add up to it (%s)', async numbers => {
  await page.goto(desk(`bang-so-lieu?ky=2024-Q1${numbers}`))
  const bare = await page.evaluate<string[]>(
    `[...document.querySelectorAll('.board tbody td, .board tfoot td')].flatMap(cell => {
      const left = cell.cloneNode(true)
      for (const a of left.querySelectorAll('a')) a.remove()
      return /\\d/.test(left.textContent) ? [left.textContent] : []
    })`,
  )
  expect(bare).toEqual([])
  const totals = await linksIn('.board .group td a, .board tfoot td a')
  expect(totals.length).toBeGreaterThan(60)
  const wrong: string[] = []
  let sums = 0
  for (const { text, href } of totals) {
    const rows = await rowsAt(href, 'table.records:not(#thanh-pho table)')
    const pair = pairIn(text)
    if (/^\d+$/.test(text)) {
      // So many units; or, of a target that is a count, what the units count together.
      const counted = rows.reduce((all, cells) => all + (/^\d+$/.test(cells[2] ?? '') ? Number(cells[2]) : 0), 0)
      if (rows.length !== Number(text) && counted !== Number(text)) wrong.push(`${text} ≠ ${rows.length}: ${href}`)
    } else if (pair) {
      const own = rows.flatMap(cells => [pairIn(cells[2] ?? '')]).filter(one => one !== null)
      const units = rows.filter(cells => /^(?:Có|Chưa)?$/.test(cells[2] ?? '')).length === rows.length
      const added = units
        ? [rows.filter(cells => cells[1]?.includes('Đạt')).length, rows.length]
        : [own.reduce((all, [a]) => all + a, 0), own.reduce((all, [, b]) => all + b, 0)]
      if (added.join('/') !== pair.join('/')) wrong.push(`${text} ≠ ${added.join('/')}: ${href}`)
      else sums++
    }
  }
  expect(wrong).toEqual([])
  if (numbers !== '') expect(sums).toBeGreaterThan(0)
})

test('a footer leads to exactly its rows, of the league, of a source, of the curve', async () => {
  await page.goto(desk('bang-so-lieu/nhom?ky=2024-Q1'))
  const shares = (await linksIn('tbody td a')).filter(({ text }) => /^\d+$/.test(text)).slice(0, 24)
  for (const { text, href } of shares)
    expect([href, (await rowsAt(href, 'table.records')).length]).toEqual([href, Number(text)])
  await page.goto(desk('bang-so-lieu/giai-ngan'))
  const sums = await linksIn('.curve-beside td a')
  expect(sums.length).toBeGreaterThan(1)
  const money = (text: string) => Number(/^([\d.]+(?:,\d+)?)/.exec(text)?.[1]?.replaceAll('.', '').replace(',', '.'))
  const inBillions = (text: string) => money(text) * (/^[\d.,]+ triệu/.test(text) ? 0.001 : 1)
  for (const { text, href } of sums.filter(one => one.text.includes('/'))) {
    const rows = await rowsAt(href, 'h2#don-vi + table')
    const added = rows.reduce((all, cells) => all + inBillions(cells[2] ?? '0'), 0)
    // Each is written short, to a tenth or so.
    expect(Math.abs(added - inBillions(text))).toBeLessThanOrEqual(0.06 * rows.length + 0.1)
  }
})

test('on paper the board is a sheet of A4 landscape for each field', async () => {
  await page.goto(desk('bang-so-lieu/in?ky=2024-Q1'))
  const sheets = await page.locator('.board-sheet').count()
  expect(sheets).toBeGreaterThan(3)
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const text = pdf.toString('latin1')
  expect(text.match(/\/Type\s*\/Page(?!s)/g)?.length).toBe(sheets)
  expect(text).toMatch(/\/MediaBox\s*\[0 0 84[12][.\d]* 59[456][.\d]*\]/)
})

test.each([390, 768, 1440])(
  'axe finds nothing wrong with the pages of the board and of lists, %i wide',
  async width => {
    const narrow = await demo.as('noi-vu', width)
    const found: Record<string, string[]> = {}
    // Every cell of the board is looked at once, at the width in which all of it stands; at the others those of one group.
    const ofAFew = (path: string) => (width === 1440 ? path : `${path}${path.includes('?') ? '&' : '?'}nhom=G4`)
    const looked = [
      ...['', '?so=1', '?ky=2024-Q1&ky2=2024-Q2', '?can=1', '/in'].map(ofAFew),
      ...['/nhom', '/giai-ngan', '/giai-ngan?den=2024-03-18'],
      ...[
        '/khong-ap-dung',
        '/chi-tieu/C13',
        '/chi-tieu/C20',
        '/chi-tieu/C03',
        '/don-vi/UB-P-QT',
        '/don-vi/UB-P-QT/C13',
      ],
      ...['/don-vi/UB-P-QT/C20', '/don-vi/UB-P-QT/C00'],
    ].map(path => `bang-so-lieu${path}`)
    const leaders = ['', '/den-han?loc=all', '/o-chi-tieu?tt=ON_PACE', '/con-no'].map(path => `tong-quan${path}`)
    for (const path of [...looked, ...leaders, 'danh-muc']) {
      const answer = await narrow.goto(desk(path))
      expect([path, answer?.status()]).toEqual([path, 200])
      const findings = await axeFindings(narrow)
      if (findings.length > 0) found[path] = findings
      const scrolls = await narrow.evaluate<number>('document.documentElement.scrollWidth')
      if (scrolls > width) found[`${path} (width)`] = [String(scrolls)]
    }
    expect(found).toEqual({})
    await narrow.context().close()
  },
)
