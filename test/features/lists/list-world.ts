import type { Plan } from '../../../src/campaign/plan.ts'
import type { Target } from '../../../src/campaign/target.ts'
import { lists } from '../../../src/features/lists/feature.ts'
import { taskList } from '../../../src/features/tasks/feature.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'
import { smallPlan } from '../initiatives/small-plan.ts'

const columns = { receivedOn: 'Ngày nhận', dueOn: 'Thời hạn xử lý', doneOn: 'Ngày xử lý', result: 'Kết quả xử lý' }
const [any] = smallPlan.targets ?? []

function target(code: string, more: Partial<Target>): Target {
  if (!any) throw new Error('the small plan has no target')
  return { ...any, ...{ code, name: code, shortName: code, deadline: 'D10', list: null, computed: null }, ...more }
}

const share = (numerator: string) =>
  ({ kind: 'PERCENT', unit: 'count', numerator, denominator: 'tổng số', comparison: 'gte', threshold: 100 }) as const

/** A share and its items with a duty of their own, a count that is a part of what is told in words, words with a list. */
export const listPlan: Partial<Plan> = {
  startsOn: '2024-03-15',
  endsOn: '2024-12-31',
  traits: [],
  ladders: {},
  participants: {
    collectives: [{ code: 'G4', name: 'Phường', unitKinds: ['ward'], isInvited: false, owingUnits: [] }],
    people: [],
  },
  targets: [
    target('C03', {
      ...{ name: 'Xử lý kiến nghị về văn bản đúng hạn', measure: share('số kiến nghị được xử lý'), computed: 'list' },
      list: { item: 'Kiến nghị', ...columns },
    }),
    target('C04', {
      ...{ name: 'Sửa đổi, bổ sung văn bản kịp thời', measure: { kind: 'QUALITATIVE', label: 'việc sửa đổi' } },
      list: { item: 'Văn bản', ...columns, receivedOn: null },
    }),
    target('C04n', {
      ...{ name: 'Số văn bản đã sửa đổi', partOf: 'C04', computed: 'list' },
      measure: { kind: 'COUNT', label: 'số văn bản', comparison: 'gte', threshold: null },
    }),
    ...(smallPlan.targets ?? []).filter(({ code }) => code !== 'C04'),
  ],
  duties: [
    ...(smallPlan.duties ?? []),
    {
      ...{ code: 'D05', name: 'Xử lý kiến nghị trong thời hạn', owedBy: { kind: 'every' }, target: 'C03' },
      ...{ metBy: { kind: 'listItem', target: 'C03' }, due: { kind: 'perItem' }, legalText: 'trong thời hạn quy định' },
      ...{ opensDaysBefore: null, ladder: 'default', isVoluntary: false, section: 'II.2.1' },
    },
  ],
}

/** A ward with its focal point and head, and the officer, in the middle of May. */
export async function listWorld(): Promise<ChatWorld> {
  const world = await chatWorld('2024-05-20T02:00:00Z', { plan: listPlan, features: [lists, taskList] })
  await world.join('Đầu mối', 'CLERK', 'P1')
  await world.join('Đầu mối hai', 'CLERK', 'P1')
  await world.join('Thủ trưởng', 'HEAD', 'P1')
  await world.join('Cán bộ', 'PNV', 'NV')
  await world.join('Người phường khác', 'CLERK', 'P2')
  await world.applies('P1', 'C03', 'C04', 'C04n', 'C09')
  await world.applies('P2', 'C09')
  return world
}
