import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../../../src/campaign/plan.ts'
import type { Names } from '../../../src/contract/export-table.ts'
import { participants } from '../../../src/features/participation/feature.ts'
import { kindsOffered } from '../../../src/features/participation/offered.ts'
import { loadTexts } from '../../../src/texts.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'

const staff = { code: 'N1', name: 'Cán bộ, công chức', partOf: null, unitKinds: ['ward' as const] }
const plan: Partial<Plan> = {
  participants: {
    collectives: [{ code: 'G4', name: 'Phường', unitKinds: ['ward'], isInvited: false, owingUnits: [] }],
    people: [
      { ...staff, personKinds: [], flaggedUnitKinds: ['front'] },
      {
        ...{ code: 'N2', name: 'Báo chí', partOf: null, unitKinds: ['press_unit'], flaggedUnitKinds: [] },
        personKinds: [
          { code: 'reporter', name: 'Phóng viên' },
          { code: 'artsMember', name: 'Hội viên' },
        ],
      },
    ],
  },
}
const t = loadTexts('vi')

let world: ChatWorld
let names: Names
const at = async () => ({ campaign: world.campaign, today: world.campaign.startsOn, day: null })
const act = (name: string, code: string, action: string, reason = '') =>
  world.as(name, async ctx => {
    const { id } = await ctx.tx.record.findFirstOrThrow({ where: { code } })
    return participants.page?.act(ctx, id, action, reason, []) ?? Promise.reject(new Error('no page'))
  })
const exported = async () => {
  const lines: string[] = []
  const table = participants.exports?.participants
  for await (const line of table?.lines(world.store.prisma, names, at) ?? []) lines.push(line.slice(2, 5).join('|'))
  return lines
}

beforeAll(async () => {
  world = await chatWorld('2024-03-20T02:00:00Z', { features: [participants], plan })
  await world.join('Đầu mối', 'CLERK', 'P1')
  await world.join('Thủ trưởng', 'HEAD', 'P1')
  await world.join('Đầu mối khác', 'CLERK', 'P2')
  await world.join('Cán bộ', 'PNV', 'NV')
  const named = new Map<string, string>()
  names = { t, campaign: world.campaign, targets: named, duties: named, units: named, people: named }
})
afterAll(() => world.close())

describe('participants', () => {
  it('are collectives, and people of the kinds that the plan has for the kind of the unit', () => {
    const unit = (kind: string) => ({
      code: kind,
      name: kind,
      kind,
      parentCode: null,
      validFrom: null,
      validTo: null,
      endKnownAt: null,
    })
    const kinds = ['ward', 'front', 'press_unit', 'association'].map(kind => ({ ...unit(kind), successors: [] }))
    const campaign = { ...world.campaign, units: new Map(kinds.map(one => [one.code, one])) }
    const labels = (code?: string) => kindsOffered(t, campaign, code).kinds.map(({ label }) => label)
    expect(labels('ward')).toEqual(['Tập thể', 'Cán bộ, công chức'])
    expect(labels('front')).toEqual(['Tập thể', 'Cán bộ, công chức'])
    expect(labels('press_unit')).toEqual(['Tập thể', 'Phóng viên', 'Hội viên'])
    expect(labels('association')).toEqual(['Tập thể'])
    expect(labels()).toEqual(['Tập thể', 'Cán bộ, công chức', 'Phóng viên', 'Hội viên'])
  })

  it('count once the head has confirmed them, a line of the export each', async () => {
    const receipt = await world.talk('Đầu mối', '/thamgia', '2', 'Nguyễn Thị Bình, Trần Văn Cường', '1')
    expect(receipt.text).toContain('Cán bộ, công chức: Nguyễn Thị Bình và 1 tên khác')
    await world.talk('Đầu mối', '/thamgia', '1', 'Bộ phận một cửa\nVăn phòng', '1')
    expect(await exported()).toEqual([])
    for (const code of ['TG-001', 'TG-002']) expect((await act('Thủ trưởng', code, 'approve')).ok).toBe(true)
    expect(await exported()).toEqual([
      'Cán bộ, công chức|Nguyễn Thị Bình|Thủ trưởng đã xác nhận',
      'Cán bộ, công chức|Trần Văn Cường|Thủ trưởng đã xác nhận',
      'Tập thể|Bộ phận một cửa|Thủ trưởng đã xác nhận',
      'Tập thể|Văn phòng|Thủ trưởng đã xác nhận',
    ])
  })

  it('stand in the list of the desk, found by name, filtered by kind', async () => {
    const list = (q: string, filters: Record<string, string> = {}) =>
      world.as('Cán bộ', async ctx => participants.page?.rows(ctx, { q, filters, page: 1, size: 50 }))
    expect((await list('tran van cuong'))?.rows.map(({ cells }) => cells[0])).toEqual(['TG-001'])
    expect((await list('', { topic: 'COLLECTIVE' }))?.rows.map(({ cells }) => cells[0])).toEqual(['TG-002'])
  })

  it('are withdrawn by their unit at any time and removed by the office, with the reason, by nobody else', async () => {
    await act('Cán bộ', 'TG-001', 'note')
    expect((await act('Đầu mối khác', 'TG-001', 'withdraw', 'Không phải của tôi')).ok).toBe(false)
    expect((await act('Đầu mối', 'TG-001', 'withdraw')).ok).toBe(false)
    expect((await act('Đầu mối', 'TG-001', 'withdraw', 'Người tham gia xin rút')).ok).toBe(true)
    expect((await act('Đầu mối', 'TG-002', 'remove', 'Không thuộc đối tượng')).ok).toBe(false)
    expect((await act('Cán bộ', 'TG-002', 'remove', 'Không thuộc đối tượng')).ok).toBe(true)
    expect((await exported()).map(line => line.split('|')[2])).toEqual([
      'Đã rút',
      'Đã rút',
      'Đã đưa ra khỏi danh sách',
      'Đã đưa ra khỏi danh sách',
    ])
  })
})
