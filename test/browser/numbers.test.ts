import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCampaignFiles } from '../../src/campaign/files.ts'
import { type DemoInBrowser, openDemo } from '../support/demo-in-browser.ts'
import { notAddingUp, numbersOn } from '../support/numbers-on-page.ts'

let demo: DemoInBrowser
let names: string[]

beforeAll(async () => {
  const files = readCampaignFiles(undefined, undefined)
  if (!files.ok) throw new Error('the default plan is broken')
  names = [
    ...files.value.plan.targets.flatMap(({ name, shortName, dueText }) => [name, shortName, dueText ?? name]),
    // Items of the sample lists.
    ...Array.from({ length: 60 }, (_, at) => `Kiến nghị số ${at + 1} (mẫu)`),
  ]
  demo = await openDemo()
})
afterAll(() => demo.close())

const as = (persona: string): Promise<Page> => demo.as(persona, 1_440)

const board = 'bang-so-lieu'
const pages: Readonly<Record<string, readonly string[]>> = {
  'noi-vu': [
    ...['', 'tong-quan', `${board}?ky=2024-Q1`, `${board}?ky=2024-Q1&so=1`, `${board}?ky=2024-Q1&ky2=2024-Q2&so=1`],
    ...[`${board}/nhom?ky=2024-Q1`, `${board}/giai-ngan`, `${board}/khong-ap-dung?ky=2024-Q1`],
    ...['C13', 'C20', 'C03'].map(code => `${board}/chi-tieu/${code}?ky=2024-Q1`),
    ...['', '/C13', '/C20', '/C03'].map(code => `${board}/don-vi/UB-P-QT${code}?ky=2024-Q1`),
    ...['tong-quan/sang-kien', 'tong-quan/chua-co-so-lieu', 'tong-quan/den-han?loc=met'],
  ],
  'chu-tich': ['', 'tong-quan'],
}
const all = Object.entries(pages).flatMap(([who, paths]) => paths.map(path => [who, path] as const))

test.each(all)('every number that %s sees at /desk/%s leads to what adds up to it', async (who, path) => {
  const page = await as(who)
  await page.goto(`${demo.url}/vai/${who}/desk/${path}`)
  const numbers = await numbersOn(page, names)
  // A list of units is all that this page is.
  if (!path.includes('khong-ap-dung')) expect(numbers.length).toBeGreaterThan(0)
  expect(await notAddingUp(page, numbers)).toEqual([])
  await page.context().close()
})
