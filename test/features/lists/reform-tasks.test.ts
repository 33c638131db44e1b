import { afterAll, beforeAll, expect, it } from 'vitest'
import { boardOf } from '../../../src/features/board/matrix.ts'
import { type PlanWorld, planWorld } from '../../support/plan-world.ts'

let world: PlanWorld
beforeAll(async () => {
  world = await planWorld('2024-06-20T02:00:00Z')
  await world.join('Đầu mối', 'CLERK', 'UB-P-QT')
  await world.join('Thủ trưởng', 'HEAD', 'UB-P-QT')
  await world.join('Cán bộ', 'PNV', 'UB-NV')
})
afterAll(() => world.close())

const cell = () =>
  world.as('Cán bộ', async ctx => {
    const { rows } = await boardOf(ctx, { period: '2024-Q2', day: null })
    const found = rows.find(({ unitCode }) => unitCode === 'UB-P-QT')?.cells.find(({ target }) => target.code === 'C00')
    return `${found?.state} ${found?.figure?.numerator ?? '-'}/${found?.figure?.denominator ?? '-'}`
  })
/** Whatever waits first for a decision, by its first choice. */
const decide = (name: string) => world.talk(name, '/duyet', '1', '1')

it('the tasks of reform that the City and the unit’s own plan give are handed in as one list, and the share of those finished is counted from it (C00)', async () => {
  const offered = await world.say('Đầu mối', 'thêm việc')
  const at = (offered.choices ?? []).findIndex(choice =>
    String(choice).includes('Nhiệm vụ cải cách hành chính được giao'),
  )
  await world.say('Đầu mối', String(at + 1))
  const table = await world.say(
    'Đầu mối',
    [
      '1. Ban hành kế hoạch cải cách hành chính của phường, nhận 15/3, hạn 31/3, xong 28/3',
      '2. Rà soát thủ tục hành chính cấp phường, nhận 15/3, hạn 31/5, xong 5/6',
      '3. Kiểm tra bộ phận một cửa, nhận 15/3, hạn 15/6, xong 14/6',
      '4. Báo cáo cải cách hành chính 6 tháng, nhận 15/3, hạn 25/6',
    ].join('\n'),
  )
  expect(table.text).toContain('4. Báo cáo cải cách hành chính 6 tháng – nhận 15/03/2024 – hạn 25/06/2024')
  await world.say('Đầu mối', '1')
  expect(await cell()).toBe('WITH_HEAD -/-')
  await decide('Thủ trưởng')
  // Two of four in time; one was finished late and does not count, one is open.
  expect(await cell()).toBe('ON_PACE 2/4')
})
