import type { Page } from 'playwright-core'
import { formatMoneyShort, formatPercent } from '../../src/reading/format.ts'

/** A number in the text of a page: the words it stands in, where they lead, and how many rows or items stand right below them. */
export interface Said {
  words: string
  href: string | null
  below: number | null
}

/** What stands at an address. */
interface There {
  tables: string[][][]
  items: number[]
  said: string[]
  text: string
}

/** Days, hours, periods and papers have figures in them that count nothing. */
const namesOnly = [
  String.raw`\d{1,2}:\d\d`,
  String.raw`\d{1,2}/\d{1,2}(?:/\d{4})?`,
  String.raw`(?:quý [IV]+|tháng \d+|năm)[/ ]?(?:năm )?\d{4}`,
  String.raw`\d+/(?:KH|QĐ|CV|NĐ)[-\p{L}]*`,
].join('|')

/** Every piece of text of a page with a number in it; `names` hold figures and count nothing: what people call a target. */
export function numbersOn(page: Page, names: readonly string[]): Promise<Said[]> {
  return page.evaluate<Said[]>(`(() => {
    const names = ${JSON.stringify(names.toSorted((a, b) => b.length - a.length))}
    const plain = text => names.reduce((left, name) => left.replaceAll(name, ''), text)
      .replace(new RegExp(${JSON.stringify(namesOnly)}, 'giu'), '')
    const rows = one => one.matches('table') ? one.querySelectorAll('tbody tr').length : one.querySelectorAll('li').length
    const below = from => {
      for (let one = from; one && one.tagName !== 'MAIN'; one = one.parentElement)
        for (let next = one.nextElementSibling; next; next = next.nextElementSibling) {
          if (next.matches('h1, h2') || next.querySelector('h1, h2')) return null
          const found = next.matches('table, ul') ? next : next.matches('nav') ? null : next.querySelector('table, ul')
          if (found) return rows(found)
        }
      return null
    }
    // So many of what waits above lie behind a fold.
    const behind = fold => {
      const doors = [...fold.closest('details').querySelectorAll('a')].map(one => one.pathname)
      return [...document.querySelectorAll('.waiting a')].filter(one => doors.some(door => one.pathname.startsWith(door))).length
    }
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
    const found = []
    for (let node; (node = walker.nextNode()); ) {
      const at = node.parentElement
      if (at.closest('script, style, select, svg, .sr-only, [hidden], form') || !/\\d/.test(plain(node.textContent))) continue
      const heading = at.closest('h1, h2, p')
      const fold = at.closest('summary')
      const words = (heading ? plain(node.textContent) : node.textContent).trim()
      found.push({ words, href: at.closest('a')?.href ?? null, below: heading ? below(heading) : fold ? behind(fold) : null })
    }
    return found
  })()`)
}

/** The numbers that lead nowhere, and those that lead to what does not add up to them. */
export async function notAddingUp(page: Page, numbers: readonly Said[]): Promise<string[]> {
  const bare = numbers.filter(({ href, words, below }) => href === null && !counts(words, below))
  const linked = numbers.flatMap(({ words, href }) => (href === null ? [] : [{ words, href }]))
  const there = await at(page, [...new Set(linked.map(({ href }) => href))])
  const wrong = linked.filter(({ words, href }) => !addsUp(words, href, there.get(href)))
  return [...bare.map(({ words }) => words), ...wrong.map(({ words, href }) => `${words} → ${href}`)]
}

/** «18 đơn vị», right above eighteen rows. */
function counts(words: string, below: number | null): boolean {
  const numbers = words.match(/\d[\d.,]*/g) ?? []
  return numbers.length === 1 && Number(numbers[0]?.replaceAll('.', '')) === (below ?? 0)
}

/** Pages are read without leaving the present one, a few at a time. */
async function at(page: Page, addresses: readonly string[]): Promise<ReadonlyMap<string, There>> {
  const read = await page.evaluate<[string, There][]>(`(async () => {
    const text = one => one.textContent.replace(/\\s+/g, ' ').trim()
    const look = async href => {
      const html = await (await fetch(href)).text()
      const whole = new DOMParser().parseFromString(html, 'text/html').querySelector('main')
      const named = new URL(href).hash && whole.querySelector(new URL(href).hash)
      const root = !named ? whole : named.matches('h2') ? named.nextElementSibling : named
      const tables = [...(root.matches('table') ? [root] : root.querySelectorAll('table'))]
      return [href, {
        tables: tables.map(table => [...table.querySelectorAll('tbody tr')].map(row => [...row.children].map(text))),
        items: [...root.querySelectorAll('ul')].map(list => list.querySelectorAll('li').length),
        said: [...root.querySelectorAll('td, th, dd, a, td *, dd *')].map(text),
        text: text(whole),
      }]
    }
    const found = []
    const left = ${JSON.stringify(addresses)}
    const go = async () => { for (let next; (next = left.shift()); ) found.push(await look(next)) }
    await Promise.all(Array.from({ length: 4 }, go))
    return found
  })()`)
  return new Map(read)
}

function addsUp(words: string, href: string, there: There | undefined): boolean {
  if (!there) return false
  const { tables, items, said, text } = there
  const [code] = /^[A-Z]{2}-\d+/.exec(words) ?? []
  if (code) return text.includes(code)
  const isOne = /\/[0-9a-f-]{36}|\/du-bao\//.test(href)
  if (/^\d[\d.]*$/.test(words)) {
    const number = Number(words.replaceAll('.', ''))
    return (
      (number === 0 && tables.every(rows => rows.length === 0)) ||
      items.includes(number) ||
      tables.some(rows => rows.length === number || columnsOf(rows).some(column => sum(column) === number)) ||
      (isOne && said.some(one => one.split(/\D+/).includes(words)))
    )
  }
  const pair = pairIn(words)
  if (pair && tables.some(rows => columnsOf(rows).some(column => isSum(column, pair)))) return true
  if (/^[\d.,]+%$/.test(words) && tables.some(rows => shareReached(rows) === words)) return true
  if (
    isOne &&
    words
      .replace(/ \([\d,]+%\)$/, '')
      .split(' / ')
      .every(part => isSaid(part, text))
  )
    return true
  // «đã nhắc 1, chưa nhắc 2»: the parts of what stands there.
  const parts = words.replace(new RegExp(namesOnly, 'giu'), '').match(/(?<![\d.,])\d+(?![\d.,]*\d|%)/g) ?? []
  if (parts.length > 1 && tables.some(rows => rows.length === parts.reduce((all, part) => all + Number(part), 0)))
    return true
  return said.some(one => one.includes(words))
}

const columnsOf = (rows: readonly string[][]): string[][] =>
  (rows[0] ?? []).map((_, at) => rows.map(row => row[at] ?? ''))

function sum(column: readonly string[]): number | null {
  return column.some(cell => cell !== '') && column.every(cell => /^(?:\d[\d.]*)?$/.test(cell))
    ? column.reduce((all, cell) => all + Number(cell.replaceAll('.', '')), 0)
    : null
}

/** «18,56 tỷ đồng» is said where the whole sum is. */
function isSaid(part: string, text: string): boolean {
  const sums = [...text.matchAll(/(\d[\d.]*) đồng/g)].map(([, digits = '']) => BigInt(digits.replaceAll('.', '')))
  return text.includes(part) || sums.some(one => formatMoneyShort(one) === part)
}

/** «1.234/2.000 (62%)» */
function pairIn(words: string): [number, number] | null {
  const [, part, whole] = /^([\d.]+)\/([\d.]+)(?:\s|$)/.exec(words) ?? []
  return part && whole ? [Number(part.replaceAll('.', '')), Number(whole.replaceAll('.', ''))] : null
}

function isSum(column: readonly string[], [part, whole]: [number, number]): boolean {
  const pairs = column.flatMap(cell => [pairIn(cell)]).filter(one => one !== null)
  return pairs.reduce((all, [a]) => all + a, 0) === part && pairs.reduce((all, [, b]) => all + b, 0) === whole
}

function shareReached(rows: readonly string[][]): string {
  const reached = rows.filter(row => row.some(cell => /(?:^|\s)Đạt\s?Đạt$/.test(cell))).length
  return formatPercent(BigInt(reached), BigInt(rows.length))
}
