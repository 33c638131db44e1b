import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OutboundMessage } from '../../../src/channels/channel.ts'
import { standings } from '../../../src/features/board/store.ts'
import { added } from '../../../src/features/leaders/city-sum.ts'
import { fiveLines } from '../../../src/features/leaders/five-lines.ts'
import { tellLeaders } from '../../../src/features/leaders/monthly.ts'
import { overdueRows } from '../../../src/features/leaders/owed-page.tsx'
import { leadersRoom } from '../../../src/features/leaders/room.tsx'
import { placeReport } from '../../support/figures.ts'
import { type PlanWorld, planWorld } from '../../support/plan-world.ts'

let world: PlanWorld
beforeAll(async () => {
  world = await planWorld('2024-07-01T01:30:00Z')
  await world.join('Chủ tịch', 'CHAIR', 'UB-UBND')
  await world.join('Phó Chủ tịch', 'VICE', 'UB-UBND')
  await world.join('Cán bộ', 'PNV', 'UB-NV')
  const authorId = await world.join('Đầu mối', 'CLERK', 'UB-P-QT')
  const { id: campaignId } = await world.store.prisma.campaign.findFirstOrThrow()
  for (const [unitCode, done] of [
    ['UB-P-QT', 3_400_000_000n],
    ['UB-P-VD', 2_600_000_000n],
  ] as const)
    await placeReport(world.store.prisma, {
      ...{ campaignId, unitCode, targetCodes: ['C13', 'C14'], period: '2024-06', authorId },
      ...{ numerator: done, denominator: 10_000_000_000n, asOf: '2024-06-28', at: world.clock.now() },
    })
})
afterAll(() => world.close())

const told = async () => {
  const rows = await world.store.prisma.outbox.findMany({ where: { dedupeKey: { startsWith: 'leaders:' } } })
  return rows.map(({ body }) => (body as unknown as { message: OutboundMessage }).message)
}
const tell = async () => tellLeaders(world.system, await world.system.campaign(world.store.prisma), world.clock.now())

it('at the beginning of a month each leader gets five lines and a picture, once', async () => {
  expect(await tell()).toBe(2)
  expect(await tell()).toBe(0)
  const [message] = await told()
  const lines = message?.text.split('\n') ?? []
  expect(lines).toHaveLength(5)
  expect(lines[2]).toContain('30% (6 tỷ đồng trên 20 tỷ đồng')
  expect(lines[2]).toContain('còn thiếu 10 tỷ đồng để đạt 80% ngày 30/09/2024')
  expect(message?.attachments).toHaveLength(1)
})

it('and not in its middle; nobody else is told', async () => {
  world.clock.set('2024-08-15T01:30:00Z')
  expect(await tell()).toBe(0)
  world.clock.set('2024-09-04T01:30:00Z')
  expect(await tell()).toBe(2)
  expect(await told()).toHaveLength(4)
})

it('is asked for in chat by those who see all, and by no unit', async () => {
  expect((await world.say('Chủ tịch', 'tổng quan')).text).toContain('Giải ngân cả địa bàn')
  expect((await world.say('Cán bộ', '/tongquan')).text).toContain('Sáng kiến')
  expect((await world.say('Đầu mối', '/tongquan')).text).not.toContain('Giải ngân cả địa bàn')
})

it('leads those who may not order reminders from what is owed to its rows, as many as the line says', async () => {
  const address = '/desk/tong-quan'
  const [first, second] = await world.as('Chủ tịch', ctx => fiveLines(ctx, null))
  expect([first?.page, second?.page.split('?')[0]]).toEqual(['tong-quan/con-no', 'tong-quan/con-no'])
  for (const line of [first, second]) {
    const search = new URLSearchParams(line?.page.split('?')[1] ?? '')
    const asked = { rest: 'con-no', search, form: null, address, csrf: '' }
    const page = await world.as('Chủ tịch', ctx => leadersRoom.answer(ctx, asked))
    const rows = page && 'body' in page ? (String(await page.body()).match(/<th scope="row">/g)?.length ?? 0) : 0
    expect(rows).toBeGreaterThan(0)
    expect(line?.text).toMatch(new RegExp(`(?:^|\\D)${rows}(?:\\D|$)`))
  }
})

it('has numbers each of which leads to as many rows', async () => {
  const address = '/desk/tong-quan'
  const page = (rest: string, search: URLSearchParams) =>
    world.as('Chủ tịch', async ctx => {
      const answer = await leadersRoom.answer(ctx, { rest, search, form: null, address, csrf: '' })
      return answer && 'body' in answer ? String(await answer.body()) : ''
    })
  const first = await page('', new URLSearchParams())
  const links = [...first.matchAll(/<a href="\/desk\/tong-quan\/([^"?]+)\??([^"]*)">(\d+)<\/a>/g)]
  // Four of the first line, one of the second, one of each state that there is in the fourth.
  expect(links.length).toBeGreaterThan(5)
  for (const [, rest = '', search = '', said] of links) {
    // Without what is below the rows.
    const there = (await page(rest, new URLSearchParams(search))).replace(/<tfoot>[\s\S]*<\/tfoot>/, '')
    expect([rest, search, there.match(/<th scope="row">/g)?.length ?? 0]).toEqual([rest, search, Number(said)])
  }
  const [due = '', worst = '', money = '', targets = '', initiatives = ''] = first.split('<li>').slice(1)
  const bare = (line: string) => line.replaceAll(/<a [\s\S]*?<\/a>/g, '')
  expect(bare(due)).not.toMatch(/\d/)
  expect(
    bare(money)
      .replaceAll(/\d\d\/\d\d\/\d{4}/g, '')
      .replace(/<img[^>]*>/, ''),
  ).not.toMatch(/\d/)
  expect(bare(initiatives).replace(/<img[^>]*>/, '')).not.toMatch(/\d/)
  expect(bare(worst)).not.toMatch(/\d+ đơn vị/)
  expect(bare(targets)).not.toMatch(/\d+ \p{Letter}/u)
})

it('counts to the day of the correction where something came back, as reminders do', async () => {
  world.clock.set('2024-09-04T01:30:00Z')
  const { prisma } = world.store
  const row = await prisma.obligation.findFirstOrThrow({ where: { dutyCode: 'D02', state: 'OPEN' } })
  const seen = () =>
    world.as('Chủ tịch', async ctx => {
      const [first] = await fiveLines(ctx, null)
      const rows = await overdueRows(ctx, 'D02:')
      const board = (await standings(ctx)).find(({ dutyCode }) => dutyCode === 'D02')
      const said = Number(/(\d+) việc\./.exec(first?.text ?? '')?.[1])
      return { said, rows: rows.length, overdue: board?.overdue }
    })
  const before = await seen()
  await prisma.obligation.update({ where: { id: row.id }, data: { returnedOn: '2024-09-20' } })
  const given = await seen()
  expect(given).toEqual({
    ...{ said: before.said - 1, rows: before.rows - 1, overdue: (before.overdue ?? 0) - 1 },
  })
  await prisma.obligation.update({ where: { id: row.id }, data: { returnedOn: '2024-09-03' } })
  expect(await seen()).toEqual(before)
})

it('adds the last known sums of all units', () => {
  const one = [
    { day: '2024-04-30', done: 1n, plan: 10n },
    { day: '2024-06-30', done: 4n, plan: 10n },
  ]
  expect(added([one, [{ day: '2024-05-31', done: 2n, plan: 5n }]])).toEqual([
    { day: '2024-04-30', done: 1n, plan: 10n },
    { day: '2024-05-31', done: 3n, plan: 15n },
    { day: '2024-06-30', done: 6n, plan: 15n },
  ])
})
