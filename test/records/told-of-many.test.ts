import { afterAll, beforeAll, expect, it } from 'vitest'
import { activities } from '../../src/features/activities/feature.ts'
import { type ChatWorld, chatWorld } from '../features/initiatives/chat-world.ts'

const ofPlan = { record: 'propaganda' as const, fields: [], isRestricted: false, section: 'II.3', legalBases: [] }
const toDo = [
  { code: 'S02', name: 'Thông tin thường xuyên', ...ofPlan },
  { code: 'S09', name: 'Việc khác', ...ofPlan },
]
const answers = ['1', 'Nộp hồ sơ trực tuyến', 'Loa truyền thanh', '19/3', 'Người dân', '45 người', 'bỏ qua', '1']

let world: ChatWorld
beforeAll(async () => {
  world = await chatWorld('2024-03-20T02:00:00Z', {
    features: [activities],
    plan: { activities: toDo, legalBases: [] },
  })
  await world.join('Đầu mối', 'CLERK', 'P1')
  await world.join('Đầu mối khác', 'CLERK', 'P2')
  await world.join('Cán bộ', 'PNV', 'NV')
  for (const name of ['Đầu mối', 'Đầu mối', 'Đầu mối', 'Đầu mối khác'])
    expect((await world.talk(name, '/hoatdong', ...answers)).text).toContain('TT-00')
})
afterAll(() => world.close())

async function decide(action: string, codes: readonly string[], reason = '') {
  const found = await world.store.prisma.record.findMany({ where: { code: { in: [...codes] } } })
  const ids = found.map(({ id }) => id)
  return world.as('Cán bộ', async ctx => activities.page?.many?.act(ctx, ids, action, reason))
}
const texts = async (name: string) => (await world.notices(name)).map(({ message }) => message.text)

it('who has sent several hears of one decision on them in one message, who has sent one of that one', async () => {
  const decided = await decide('see', ['TT-001', 'TT-002', 'TT-003', 'TT-004'])
  expect(decided?.not).toEqual([])
  expect(decided?.done.map(({ told }) => told)).toEqual([['Đầu mối'], ['Đầu mối'], ['Đầu mối'], ['Đầu mối khác']])
  const [one, ...others] = await texts('Đầu mối')
  expect(others).toEqual([])
  expect(one).toMatch(/^Cán bộ đã .* 3 hoạt động/)
  for (const code of ['TT-001', 'TT-002', 'TT-003']) expect(one).toContain(code)
  expect(one).not.toContain('TT-004')
  expect(await texts('Đầu mối khác')).toEqual([expect.stringContaining('TT-004')])
})

it('what is returned to several is told with its reason, and how each is corrected', async () => {
  await decide('return', ['TT-001', 'TT-002'], 'Ghi rõ số người được tuyên truyền')
  const told = await texts('Đầu mối')
  expect(told).toHaveLength(2)
  expect(told[1]).toContain('Lý do: Ghi rõ số người được tuyên truyền')
  expect(told[1]).toContain('gõ mã của từng hồ sơ')
  expect((await world.say('Đầu mối', 'TT-001')).choices).toContain('Sửa và gửi lại')
})
