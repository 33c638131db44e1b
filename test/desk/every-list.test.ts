import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localTime } from '../../src/clock.ts'
import { columnName, stateColumn } from '../../src/contract/columns.ts'
import { features } from '../../src/features/list.ts'
import type { Store } from '../../src/store/open.ts'
import type { Browser } from '../support/web-driver.ts'
import { aDemoDesk } from './a-demo-desk.ts'

const pages = features.flatMap(({ page }) => (page ? [page] : []))
let store: Store
let browser: Browser
let desk: string

beforeAll(async () => {
  ;({ store, browser, desk } = await aDemoDesk())
})
afterAll(() => store.close())

/** The lists that the officer has. */
async function lists(): Promise<{ path: string; html: string }[]> {
  const found: { path: string; html: string }[] = []
  for (const { path } of pages) {
    const { status, html } = await browser.get(`${desk}/${path}`)
    if (status === 200) found.push({ path, html })
  }
  return found
}

/** Every export is noted in the log, this one too. */
const growsWithExports = (path: string) => path.startsWith('nhat-ky')
const totalIn = (html: string) => Number(/role="status">([\d.]+) mục</.exec(html)?.[1]?.replaceAll('.', ''))
const optionsIn = (html: string) =>
  [...html.matchAll(/<select id="loc-([\w-]+)".*?<\/select>/gs)].flatMap(([select, name = '']) => {
    const value = /<option value="([^"]+)"/.exec(select)?.[1]
    return value === undefined ? [] : [`${name}=${encodeURIComponent(value.replaceAll('&amp;', '&'))}`]
  })
const bytesOf = async (address: string) => new Uint8Array(await (await browser.send(address, {})).arrayBuffer())
const textOf = async (address: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(address))

describe('every list of the desk', () => {
  test('is had in three formats, whole and under each of its filters', async () => {
    const open = await lists()
    expect(open.length).toBeGreaterThan(18)
    let narrowed = 0
    for (const { path, html } of open) {
      const state = /class="chips"[^>]*>.*?href="[^"]*\?(state=[^"&]+)"/s.exec(html)?.[1]
      for (const filter of ['', ...(state ? [state] : []), ...optionsIn(html)]) {
        const address = `${desk}/${path}?${filter}`
        const total = totalIn((await browser.get(address)).html)
        const objects = (await textOf(`${address}&tai=jsonl`)).split('\n').filter(Boolean)
        if (!growsWithExports(path)) expect([address, objects.length]).toEqual([address, total])
        for (const one of objects) expect(Object.keys(JSON.parse(one))).toContain('stands')
        if (filter !== '') narrowed += 1
        if (filter !== '') continue
        const csv = await textOf(`${address}&tai=csv`)
        expect(csv.startsWith('\uFEFF')).toBe(true)
        expect(csv.split('\r\n').length).toBeGreaterThan(total)
        expect([...(await bytesOf(`${address}&tai=xlsx`)).slice(0, 2)]).toEqual([0x50, 0x4b])
      }
    }
    expect(narrowed).toBeGreaterThan(open.length)
  }, 180_000)

  test('tells in a file when something was sent: by the clocks of the place for officers, the instant for programs, in Excel a time', async () => {
    const [first = ''] = (await textOf(`${desk}/sang-kien?tai=jsonl`)).split('\n')
    const { code, sentAt } = JSON.parse(first)
    expect(sentAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    const line = (await textOf(`${desk}/sang-kien?tai=csv`)).split('\r\n').find(one => one.startsWith(`${code},`))
    expect(line).toContain(`,${localTime(new Date(sentAt), 'Asia/Ho_Chi_Minh')},`)
    const { 'xl/worksheets/sheet1.xml': sheet } = unzipSync(await bytesOf(`${desk}/sang-kien?tai=xlsx`))
    expect(strFromU8(sheet ?? new Uint8Array())).toMatch(/<c r="[A-Z]2" s="3"><v>[\d.]+<\/v>/)
  })

  test('names its columns apart, and is sorted by those that it offers, both ways', async () => {
    for (const { path } of await lists()) {
      const page = pages.find(one => one.path === path)
      const names = page?.columns.map(columnName) ?? []
      expect([path, new Set(names).size]).toEqual([path, names.length])
      const whole = totalIn((await browser.get(`${desk}/${path}`)).html)
      for (const column of page?.sorts ?? []) {
        expect([...names, stateColumn]).toContain(column)
        const ways = []
        for (const way of ['', '-']) {
          const { status, html } = await browser.get(`${desk}/${path}?xep=${way}${column}`)
          expect([path, column, way, status]).toEqual([path, column, way, 200])
          if (!growsWithExports(path)) expect([path, column, way, totalIn(html)]).toEqual([path, column, way, whole])
          if (whole > 0) expect(html).toContain(`aria-sort="${way ? 'descending' : 'ascending'}"`)
          ways.push((await textOf(`${desk}/${path}?xep=${way}${column}&tai=jsonl`)).trim().split('\n'))
        }
        const [rising = [], falling = []] = ways
        if (!growsWithExports(path)) expect(rising.toSorted()).toEqual(falling.toSorted())
      }
    }
  }, 180_000)
})

test('the board is had in three formats, as it is looked at', async () => {
  const board = `${desk}/bang-so-lieu`
  const { html } = await browser.get(`${board}?so=1`)
  expect(html).toMatch(/href="[^"]*bang-so-lieu\?[^"]*so=1[^"]*tai=xlsx" download/)
  const all = (await textOf(`${board}?tai=jsonl`)).trim().split('\n')
  const open = (await textOf(`${board}?can=1&tai=jsonl`)).trim().split('\n')
  expect(all.length).toBeGreaterThan(open.length)
  expect(Object.keys(JSON.parse(all[0] ?? ''))).toEqual(
    expect.arrayContaining(['unitCode', 'targetCode', 'period', 'state']),
  )
  const csv = await textOf(`${board}?nhom=PHUONG_XA&tai=csv`)
  expect(csv.split('\r\n')[0]).toContain('Mã đơn vị,Tên đơn vị')
  expect([...(await bytesOf(`${board}?tai=xlsx`)).slice(0, 2)]).toEqual([0x50, 0x4b])
  expect((await browser.get(`${board}/nhom?tai=csv`)).status).toBe(404)
  const noted = await store.prisma.audit.count({ where: { action: 'export.table', subjectId: 'bang-so-lieu' } })
  expect(noted).toBeGreaterThanOrEqual(4)
})
