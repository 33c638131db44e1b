import { afterAll, beforeAll, expect, it } from 'vitest'
import { boardOf } from '../../src/features/board/matrix.ts'
import { reportedOf } from '../../src/features/reminders/reported.ts'
import { beat } from '../../src/reminders/round/beat.ts'
import { reportedLine } from '../../src/reminders/words/reported-line.ts'
import { loadTexts } from '../../src/texts.ts'
import { placeReport } from '../support/figures.ts'
import { type PlanWorld, planWorld } from '../support/plan-world.ts'

// 64 working days before 30/9/2024.
const START = '2024-07-01T01:05:00Z'
let world: PlanWorld
let campaignId: string
let authorId: string
beforeAll(async () => {
  world = await planWorld(START)
  authorId = await world.join('Đầu mối', 'CLERK', 'UB-P-QT')
  campaignId = (await world.store.prisma.campaign.findFirstOrThrow()).id
  await placeReport(world.store.prisma, {
    ...{ campaignId, unitCode: 'UB-P-QT', targetCodes: ['C13', 'C14'], period: '2024-06', authorId },
    ...{ numerator: 3_400_000_000n, denominator: 12_500_000_000n, asOf: '2024-06-28', at: world.clock.now() },
  })
})
afterAll(() => world.close())

const vi = loadTexts('vi')
const said = async (unitCode: string, dutyCode: string, period = '') => {
  const { prisma } = world.store
  const campaign = await world.system.campaign(prisma)
  const owed = await prisma.obligation.findFirstOrThrow({ where: { unitCode, dutyCode, period } })
  const one = {
    id: owed.id,
    unitCodes: [unitCode],
    targets: owed.targets,
    dueOn: owed.dueOn,
    period: period || '2024-09',
  }
  return reportedLine((await reportedOf(prisma, campaign, [one])).get(owed.id) ?? null, vi)
}

it('the reminder of 30/9 says how much is disbursed and how much is missing to 80 %', async () => {
  expect(await said('UB-P-QT', 'D03')).toBe(
    'Đến nay: đã giải ngân 27,2% (3,4 tỷ đồng trên 12,5 tỷ đồng, số liệu ngày 28/06/2024), còn thiếu 6,6 tỷ đồng để đạt 80%',
  )
  expect(await said('UB-P-QT', 'D04')).toContain('còn thiếu 9,1 tỷ đồng để đạt 100%')
  expect(await said('UB-P-VD', 'D03')).toBe('Đến nay: chưa có số liệu nào được báo cáo')
  expect(await said('UB-P-QT', 'D09', '2024-Q3')).toMatch(/^Kỳ này: chưa có số liệu của cả \d+ chỉ tiêu$/)
})

it('it is the figure of the board: the same after a newer one waits for the head, another once it is let through', async () => {
  await world.join('Cán bộ', 'PNV', 'UB-NV')
  const board = await world.as('Cán bộ', ctx => boardOf(ctx, { period: '2024-06', day: null }))
  const row = board.rows.find(({ unitCode }) => unitCode === 'UB-P-QT')
  const cell = row?.cells.find(({ target }) => target.code === 'C13')
  expect(JSON.stringify(cell, (_, value) => (typeof value === 'bigint' ? String(value) : value))).toContain(
    '3400000000',
  )
})

it('goes out with the beat, the working days that are left beside it', async () => {
  world.clock.set('2024-09-16T01:05:00Z')
  await beat(world.system, 'test')
  const rows = await world.store.prisma.outbox.findMany({ where: { kind: 'REMINDER' } })
  const texts = rows.map(({ body }) => JSON.stringify(body))
  const one = texts.find(body => body.includes('Báo cáo giải ngân đến 30/9'))
  expect(one).toContain('đã giải ngân 27,2%')
  expect(one).toContain('còn thiếu 6,6 tỷ đồng để đạt 80%')
  expect(one).toContain('còn 10 ngày làm việc')
})
