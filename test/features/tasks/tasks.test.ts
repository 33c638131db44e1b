import { afterEach, expect, it } from 'vitest'
import type { Deadline, Duty } from '../../../src/campaign/duty.ts'
import type { Plan } from '../../../src/campaign/plan.ts'
import { taskList } from '../../../src/features/tasks/feature.ts'
import { everyOpen } from '../../../src/reminders/round/load-round.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'

let world: ChatWorld
afterEach(() => world.close())

const expected: Deadline = {
  code: 'D06',
  name: 'Tổng kết phong trào ở đơn vị',
  who: 'Thủ trưởng',
  day: { on: '2024-12-10' },
  legalText: 'cuối năm 2024',
  stated: 'EVENT_ONLY',
  isProvisional: true,
  note: null,
}
const summary: Duty = {
  code: 'D06',
  name: 'Tổng kết phong trào ở đơn vị',
  owedBy: { kind: 'every' },
  target: null,
  metBy: { kind: 'summary', of: 'UNIT' },
  due: { kind: 'once', deadline: 'D06' },
  legalText: 'cuối năm 2024',
  opensDaysBefore: null,
  ladder: 'default',
  isVoluntary: false,
  section: 'IV.1',
}

async function aUnit(plan: Partial<Plan>): Promise<void> {
  world = await chatWorld('2024-12-20T02:00:00Z', { features: [taskList], plan })
  await world.join('Thủ trưởng', 'HEAD', 'P1')
}

it('a day that the plan does not name is expected, never overdue, and nobody is reminded of it', async () => {
  await aUnit({ duties: [summary], deadlines: [expected] })
  await world.owe('P1', 'D06', [], '2024-12-10')
  const list = await world.say('Thủ trưởng', '/viec')
  expect(list.text).not.toContain('quá hạn')
  expect(list.choices).toEqual(['Tổng kết phong trào ở đơn vị – dự kiến 10/12/2024'])
  expect((await world.say('Thủ trưởng', '1')).text).toContain('Dự kiến: 10/12/2024')
  expect(await everyOpen(world.store.prisma, world.campaign, '2024-12-20')).toEqual([])
})

it('a unit that is only invited is told so', async () => {
  const group = {
    code: 'G5',
    name: 'Các cơ quan Trung ương',
    unitKinds: ['ward' as const],
    isInvited: true,
    owingUnits: [],
  }
  await aUnit({ participants: { collectives: [group], people: [] } })
  expect((await world.say('Thủ trưởng', '/viec')).text).toContain('được mời hưởng ứng')
})

it('what is overdue and what this fortnight asks comes first; what is 199 days away is folded behind one choice', async () => {
  await aUnit({ duties: [summary], deadlines: [{ ...expected, isProvisional: false }] })
  await world.owe('P1', 'D06', [], '2025-07-07', '2024-12-01', '2025-H1')
  await world.owe('P1', 'D06', [], '2024-12-30', '2024-12-01', '2024')
  await world.owe('P1', 'D06', [], '2024-12-10', '2024-12-01', '2024-Q4')
  const list = await world.say('Thủ trưởng', '/viec')
  const [overdue, near, folded, ...others] = list.choices ?? []
  expect(overdue).toContain('quá hạn')
  expect(near).toContain('còn')
  expect(`${list.text} ${(list.choices ?? []).join(' ')}`).not.toMatch(/07\/07|còn 1\d\d ngày/)
  expect(folded).toContain('1 việc')
  expect(others.filter(label => label.includes('Tổng kết'))).toEqual([])
  expect((await world.say('Thủ trưởng', '3')).choices?.join(' ')).toContain('07/07/2025')
})
