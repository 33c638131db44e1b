import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../../../src/campaign/plan.ts'
import type { DeskRoom } from '../../../src/contract/desk-page.ts'
import { applicabilityRoom } from '../../../src/features/applicability/room.tsx'
import { boardRoom } from '../../../src/features/board/board-room.tsx'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'

const group = { code: 'G5', name: 'Phường, xã', unitKinds: ['ward' as const], isInvited: false, owingUnits: [] }
const competing: Partial<Plan> = {
  ...{ startsOn: '2024-03-15', endsOn: '2024-12-31' },
  participants: { collectives: [group], people: [] },
}

let world: ChatWorld

/** A page as its address shows it, without a browser. */
function page(room: DeskRoom, path: string): Promise<string> {
  return world.as('Cán bộ', async ctx => {
    const { pathname, searchParams } = new URL(path, 'http://desk.test')
    const address = `/desk/${room.path}`
    const rest = decodeURIComponent(pathname.slice(address.length + 1))
    const answer = await room.answer(ctx, { rest, search: searchParams, form: null, address, csrf: '' })
    if (!answer || !('body' in answer)) throw new Error(`${path} is no page`)
    return String(await answer.body())
  })
}

interface Shown {
  words: string
  href: string | null
}

/** The cells in the body of a page's tables: each piece of text with the link that it stands in. */
function cellsIn(html: string): Shown[] {
  const bodies = [...html.matchAll(/<tbody>([\s\S]*?)<\/tbody>/g)].map(([, body = '']) => body).join('')
  const found: Shown[] = []
  let href: string | null = null
  for (const [, tag = '', text = ''] of bodies.matchAll(/(<[^>]+>)|([^<]+)/g)) {
    if (tag.startsWith('<a ')) href = /href="([^"]*)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? null
    else if (tag === '</a>') href = null
    else if (text.trim() !== '') found.push({ words: text.trim(), href })
  }
  return found
}

const rowsOf = (html: string) => [...html.matchAll(/<tr>/g)].length - [...html.matchAll(/<thead>|<tfoot>/g)].length

beforeAll(async () => {
  world = await chatWorld('2024-06-20T02:00:00Z', { plan: competing })
  for (const unit of ['P1', 'P2']) await world.join(`Thủ trưởng ${unit}`, 'HEAD', unit)
  await world.join('Cán bộ', 'PNV', 'NV')
  await world.applies('P1', 'C09', 'C16')
  await world.applies('P2', 'C09')
  await world.owe('P1', 'D09', ['C09'], '2024-06-30', '2024-06-01', '2024-Q2')
  await world.owe('P2', 'D09', ['C09'], '2024-06-30', '2024-06-01', '2024-Q2')
  await world.talk('Thủ trưởng P1', 'báo cáo', 'C09', '17/20', 'bỏ qua', 'gửi')
  await world.talk('Thủ trưởng P2', 'báo cáo', 'C09', '20/20', 'bỏ qua', 'gửi')
})
afterAll(() => world.close())

describe('every number on the board', () => {
  it.each([
    '/desk/bang-so-lieu?ky=2024-Q2',
    '/desk/bang-so-lieu?ky=2024-Q2&so=1',
    '/desk/bang-so-lieu?ky=2024-Q2&so=1&ky2=2024-Q1',
    '/desk/bang-so-lieu/don-vi/P1?ky=2024-Q2',
    '/desk/bang-so-lieu/chi-tieu/C09?ky=2024-Q2',
    '/desk/bang-so-lieu/nhom?ky=2024-Q2',
  ])('of %s is a link, and what it leads to adds up to it', async path => {
    const numbers = cellsIn(await page(boardRoom, path)).filter(({ words }) => /^\d+(?:\/\d+.*)?$/.test(words))
    const own = numbers.filter(({ words }) => !/^\d\d\/\d\d\/\d{4}$/.test(words))
    expect(own.length).toBeGreaterThan(0)
    expect(own.filter(({ href }) => href === null)).toEqual([])
    for (const { words, href } of own) {
      if (href === null || !href.startsWith('/desk/bang-so-lieu/')) continue
      const target = await page(boardRoom, href)
      if (/^\d+$/.test(words)) expect([href, rowsOf(target)]).toEqual([href, Number(words)])
      else expect([href, target]).toEqual([href, expect.stringContaining(words)])
    }
  })

  it('stands behind what applies to whom, too', async () => {
    const numbers = cellsIn(await page(applicabilityRoom, '/desk/ap-dung')).filter(({ words }) => /^\d+$/.test(words))
    expect(numbers.length).toBeGreaterThan(3)
    for (const { words, href } of numbers)
      expect([href, rowsOf(await page(applicabilityRoom, href ?? ''))]).toEqual([href, Number(words)])
  })

  it('adds up over the group: 17/20 and 20/20 are 37/40', async () => {
    expect(await page(boardRoom, '/desk/bang-so-lieu?ky=2024-Q2&so=1')).toContain('37/40 (92,5%)')
    expect(await page(boardRoom, '/desk/bang-so-lieu/chi-tieu/C09?ky=2024-Q2')).toContain('37/40 (92,5%)')
  })
})
