import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../../../src/campaign/plan.ts'
import type { Names } from '../../../src/contract/export-table.ts'
import { activities } from '../../../src/features/activities/feature.ts'
import { loadTexts } from '../../../src/texts.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'

const of = { fields: [], isRestricted: false, section: 'II.3' }
const basis = { date: null, issuer: '', citedIn: [], isBasis: false, isToPropagate: true }
const plan: Partial<Plan> = {
  activities: [
    { code: 'S01', name: 'Tuyên truyền văn bản', record: 'propaganda', legalBases: ['L-03', 'L-05'], ...of },
    { code: 'S02', name: 'Thông tin thường xuyên', record: 'propaganda', legalBases: [], ...of },
    { code: 'S03', name: 'Xử lý vi phạm', record: 'case', legalBases: [], ...of },
  ],
  legalBases: [
    { code: 'L-03', documentType: 'Chỉ thị', number: '09/CT-UBND', abstract: 'về cải cách hành chính', ...basis },
    { code: 'L-05', documentType: 'Đề án', number: null, abstract: 'chuyển đổi số', ...basis },
    { code: 'L-09', documentType: 'Quyết định', number: '1/QĐ', abstract: 'khác', ...basis },
  ],
}

let world: ChatWorld

beforeAll(async () => {
  world = await chatWorld('2024-03-20T02:00:00Z', { features: [activities], plan })
  await world.join('Đầu mối', 'CLERK', 'P1')
  await world.join('Mặt trận', 'FRONT', 'P2')
  await world.join('Cán bộ', 'PNV', 'NV')
  await world.join('Công chức', 'OFFICIAL', 'P1')
})
afterAll(() => world.close())

const list = (q: string, filters: Record<string, string> = {}) =>
  world.as('Cán bộ', async ctx => activities.page?.rows(ctx, { q, filters, page: 1, size: 50 }))

describe('a propaganda activity', () => {
  it('is one of those that the plan names, each asked for what the plan asks', async () => {
    const which = await world.say('Đầu mối', '/hoatdong')
    expect(which.choices).toEqual(['Tuyên truyền văn bản', 'Thông tin thường xuyên'])
    const documents = await world.say('Đầu mối', '1')
    expect(documents.choices).toEqual(['Chỉ thị 09/CT-UBND', 'Đề án chuyển đổi số'])
    const late = await world.talk('Đầu mối', '1, 2', 'Hội nghị', '25/3')
    expect(late.text).toContain('không thể sau hôm nay')
    const ofElse = await world.talk('Đầu mối', '18/3', 'Cán bộ phường', '2 hội nghị')
    expect(ofElse.text).toContain('có vẻ là của việc khác')
    const receipt = await world.talk('Đầu mối', '2 hội nghị, 45 người', 'bỏ qua', '1')
    expect(receipt.text).toContain('TT-001 (Chỉ thị 09/CT-UBND; Đề án chuyển đổi số)')
  })

  it('is recorded by the Front as well, which has no head’s gate, and by nobody of the staff', async () => {
    const receipt = await world.talk(
      'Mặt trận',
      ...['/hoatdong', '2', 'Nộp hồ sơ trực tuyến', 'Loa truyền thanh', '19/3', 'Người dân', '1.200', 'bỏ qua', '1'],
    )
    expect(receipt.text).toContain('TT-002')
    expect((await world.say('Công chức', '/hoatdong')).text).toContain('không thuộc vai trò')
  })

  it('is a list on the desk, filtered by what the plan asks for', async () => {
    expect((await list(''))?.total).toBe(2)
    expect((await list('loa truyen thanh'))?.rows[0]?.cells).toContain('1.200')
    const first = (await list('', { topic: 'S01' }))?.rows ?? []
    expect(first.map(({ cells }) => cells[0])).toEqual(['TT-001'])
  })

  it('is withdrawn by its unit with a reason, not by another', async () => {
    const { id } = await world.store.prisma.record.findFirstOrThrow({ where: { code: 'TT-002' } })
    const withdraw = (name: string, reason: string) =>
      world.as(name, ctx => activities.page?.act(ctx, id, 'withdraw', reason, []) ?? Promise.reject(new Error()))
    expect((await withdraw('Đầu mối', 'Không phải của tôi')).ok).toBe(false)
    expect((await withdraw('Mặt trận', '')).ok).toBe(false)
    expect((await withdraw('Mặt trận', 'Ghi trùng hoạt động')).ok).toBe(true)
  })

  it('is a line of the export: documents in words, people as a number, the day as a day', async () => {
    const named = new Map<string, string>()
    const maps = { targets: named, duties: named, units: named, people: named }
    const names: Names = { t: loadTexts('vi'), campaign: world.campaign, ...maps }
    const lines: unknown[] = []
    const at = async () => ({ campaign: world.campaign, today: world.campaign.startsOn, day: null })
    const table = activities.exports?.activities
    for await (const line of table?.lines(world.store.prisma, names, at) ?? []) lines.push(line)
    expect(lines[0]).toEqual(
      expect.arrayContaining(['Chỉ thị 09/CT-UBND; Đề án chuyển đổi số', { day: '2024-03-18' }, 45, 'Hội nghị']),
    )
  })
})
