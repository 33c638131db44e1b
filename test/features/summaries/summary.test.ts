import { afterAll, beforeAll, expect, it } from 'vitest'
import { summaries } from '../../../src/features/summaries/feature.ts'
import { type PlanWorld, planWorld } from '../../support/plan-world.ts'

let world: PlanWorld
beforeAll(async () => {
  world = await planWorld('2024-12-20T02:00:00Z')
  await world.join('Đầu mối', 'CLERK', 'UB-P-QT')
  await world.join('Chủ tịch phường', 'WARD_CHAIR', 'UB-P-QT')
  await world.join('Cán bộ', 'PNV', 'UB-NV')
  await world.join('Văn thư Nội vụ', 'CLERK', 'UB-NV')
  await world.join('Trưởng phòng', 'HEAD', 'UB-NV')
})
afterAll(() => world.close())

const duty = (unitCode: string, dutyCode: string) =>
  world.store.prisma.obligation.findFirstOrThrow({ where: { unitCode, dutyCode } })

async function fill(name: string): Promise<void> {
  await world.talk(name, '18/12', '1', 'Hoàn thành các nội dung thi đua đã đăng ký.', 'bỏ qua')
  await world.sendFile(name, 'bao-cao.pdf')
  await world.talk(name, 'xong', '45/BC-UBND', '1')
}

it('a unit tells its summary, the head approves, an officer receives it: the duty is met, and not late for a day only expected', async () => {
  expect((await world.say('Đầu mối', 'tổng kết')).text).toContain('ngày nào')
  await fill('Đầu mối')
  expect(await duty('UB-P-QT', 'D06')).toMatchObject({ state: 'WITH_HEAD' })
  expect((await world.say('Chủ tịch phường', '/duyet')).choices?.[0]).toContain('tổng kết ở đơn vị ngày 18/12/2024')
  await world.talk('Chủ tịch phường', '1', '1')
  expect(await duty('UB-P-QT', 'D06')).toMatchObject({ state: 'MET', isLate: false })
  const record = await world.store.prisma.record.findFirstOrThrow({ where: { kind: 'summary' } })
  expect(record).toMatchObject({ state: 'HELD', topic: 'UNIT', unitCode: 'UB-P-QT' })
  const { text } = await world.talk('Cán bộ', '/duyet', '1')
  expect(text).toContain('Hoàn thành các nội dung thi đua')
})

it('the office that runs the campaign is asked which one is meant; that of the city meets its own duty', async () => {
  const which = await world.say('Văn thư Nội vụ', '/tongket')
  expect(which.choices).toEqual(['Tổng kết ở đơn vị', 'Tổng kết của thành phố'])
  await world.say('Văn thư Nội vụ', '2')
  await fill('Văn thư Nội vụ')
  await world.talk('Trưởng phòng', '/duyet', '1', '1')
  expect(await duty('UB-NV', 'D07')).toMatchObject({ state: 'MET' })
  expect(await duty('UB-NV', 'D06')).toMatchObject({ state: 'OPEN' })
})

it('a day to come is not taken: what is not held cannot be told', async () => {
  await world.join('Đầu mối hai', 'CLERK', 'UB-P-VD')
  await world.say('Đầu mối hai', '/tongket')
  expect((await world.say('Đầu mối hai', '28/12')).text).toContain('chưa tới')
})

it('from the list of what is owed there are both ways: here, or noted as handed in elsewhere', async () => {
  await world.join('Đầu mối ba', 'CLERK', 'UB-P-BS')
  const list = await world.talk('Đầu mối ba', '/viec')
  const later = (list.choices ?? []).findIndex(label => /việc sau ngày|chưa gấp/.test(label)) + 1
  const whole = later > 0 ? await world.say('Đầu mối ba', String(later)) : list
  const at = (whole.choices ?? []).findIndex(label => label.startsWith('Tổng kết')) + 1
  const both = await world.say('Đầu mối ba', String(at))
  expect(both.choices?.slice(0, 2)).toEqual(['Báo tại đây', 'Đã nộp rồi, báo số và ngày'])
})

it('«đã nộp rồi» is understood without any reminder, and the note is offered for what the unit owes', async () => {
  await world.join('Đầu mối bốn', 'CLERK', 'UB-P-NK')
  const { choices = [] } = await world.say('Đầu mối bốn', 'đã nộp rồi')
  expect(choices.some(label => label.startsWith('Đã nộp nơi khác'))).toBe(true)
})

it('has a list on the desk that can be filtered, and a table of export', async () => {
  const [filters, { rows }] = await world.as('Cán bộ', async ctx => [
    await (summaries.page?.filters(ctx) ?? []),
    await (summaries.page?.rows(ctx, { q: '', filters: { topic: 'CAMPAIGN' }, page: 1, size: 20 }) ?? { rows: [] }),
  ])
  expect(filters.map(({ name }) => name)).toEqual(expect.arrayContaining(['topic', 'conference']))
  expect(rows.map(({ cells }) => cells.join(' '))).toEqual([expect.stringContaining('Phòng Nội vụ')])
  expect(Object.keys(summaries.exports ?? {})).toContain('summaries')
})
