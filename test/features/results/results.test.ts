import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Target } from '../../../src/campaign/target.ts'
import { resultsByPerson } from '../../../src/features/results/by-person.tsx'
import { headResults, results } from '../../../src/features/results/feature.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'
import { smallPlan } from '../initiatives/small-plan.ts'

const [anyTarget] = smallPlan.targets ?? []
if (!anyTarget) throw new Error('the small plan has no target')
const of = (code: string, name: string, group: string, more: Pick<Target, 'measure'> & Partial<Target>): Target => ({
  ...{ ...anyTarget, code, name, judges: 'INDIVIDUAL', computed: null, focalAgencies: [] },
  ...{ appliesTo: { kind: 'people', groups: [group] } },
  ...more,
})
const count = (label: string, comparison: 'gte' | 'lte') => ({
  kind: 'COUNT' as const,
  label,
  comparison,
  threshold: null,
})
const share = { numerator: 'số hồ sơ đã số hóa', denominator: 'tổng số hồ sơ', comparison: 'gte' as const }
const targets: Target[] = [
  of('H02', 'Giải pháp chỉ đạo', 'N1h', { measure: count('số giải pháp', 'gte') }),
  of('H03', 'Không để xảy ra nhũng nhiễu', 'N1h', { measure: count('số trường hợp', 'lte'), focalAgencies: ['TCKH'] }),
  of('I02', 'Kỷ luật, kỷ cương', 'N1', { measure: { kind: 'YES_NO', question: 'Có chấp hành tốt không?' } }),
  of('I03', 'Sáng kiến cá nhân', 'N1', { measure: count('số sáng kiến', 'gte'), computed: 'ownInitiatives' }),
  of('I04', 'Số hóa hồ sơ', 'N1', { measure: { ...share, kind: 'PERCENT', unit: 'count', threshold: 100 } }),
]

let world: ChatWorld
beforeAll(async () => {
  world = await chatWorld('2024-03-20T02:00:00Z', {
    ...{ features: [results, headResults], plan: { targets } },
  })
  await world.join('Công chức', 'OFFICIAL', 'P1')
  await world.join('Thủ trưởng', 'HEAD', 'P1')
  await world.join('Phó thủ trưởng', 'HEAD', 'P1')
  await world.join('Thủ trưởng khác', 'HEAD', 'P2')
  await world.join('Cán bộ', 'PNV', 'NV')
  await world.join('Thanh tra', 'FOCAL', 'TCKH')
})
afterAll(() => world.close())

const ofKind = (kind: string) => world.store.prisma.record.findMany({ where: { kind }, orderBy: { number: 'asc' } })
const offered = (name: string, line: string) => world.say(name, line)

describe('what a person reports of themselves', () => {
  it('is a few taps: what is judged, the one question, sent', async () => {
    const shown = await offered('Công chức', 'kết quả của tôi')
    expect(shown.choices).toEqual([
      'Kỷ luật, kỷ cương: chưa báo',
      'Sáng kiến cá nhân: đã đề xuất 0, được công nhận 0, được nhân rộng 0',
      'Số hóa hồ sơ: chưa báo',
    ])
    const receipt = await world.talk('Công chức', '1', 'có', '1')
    expect(receipt.text).toContain('KQ-001')
    expect(await ofKind('result')).toMatchObject([{ topic: 'I02', state: 'SUBMITTED', unitCode: 'P1' }])
    expect((await offered('Công chức', '/ketqua')).choices?.[0]).toContain('chờ xác nhận')
  })

  it('asks why, where something is not reached, and takes no more done than there is', async () => {
    const refused = await world.talk('Công chức', '/ketqua', '3', '60/50')
    expect(refused.text).toContain('lớn hơn tổng số')
    const why = await world.talk('Công chức', '45/50')
    expect(why.text).toContain('vì sao chưa đạt')
    expect((await world.talk('Công chức', 'Máy quét hỏng một tuần.', 'bỏ qua', '1')).text).toContain('KQ-002')
  })

  it('is confirmed by the head of the unit, with a comment if there is one, and by nobody else', async () => {
    const [first] = await ofKind('result')
    const act = (name: string, action: string, reason = '') =>
      world.as(name, ctx => results.page?.act(ctx, first?.id ?? '', action, reason, []) ?? Promise.reject())
    for (const name of ['Công chức', 'Thủ trưởng khác', 'Cán bộ', 'Thanh tra'])
      expect([name, (await act(name, 'confirm')).ok]).toEqual([name, false])
    expect((await act('Thủ trưởng', 'comment', 'Luôn đúng giờ, chuẩn mực')).ok).toBe(true)
    const told = (await world.notices('Công chức')).at(-1)?.message.text
    expect(told).toContain('Nhận xét: Luôn đúng giờ, chuẩn mực')
  })

  it('is one for each target: what stands is shown and not asked twice', async () => {
    expect((await world.talk('Công chức', '/ketqua', '1')).text).toContain('Luôn đúng giờ')
    expect(await ofKind('result')).toHaveLength(2)
  })
})

describe('what the register of initiatives counts', () => {
  it('is shown as «sáng kiến của tôi» and beside the result, and is nowhere typed', async () => {
    const { id, authorId, ...record } = (await ofKind('result'))[0] ?? expect.fail('no result')
    const states = ['REGISTERED', 'RECOGNISED', 'REPLICATED', 'REJECTED', 'WITHDRAWN']
    await world.store.prisma.record.createMany({
      data: states.map((state, at) => ({
        ...{ ...record, id: crypto.randomUUID(), authorId, kind: 'initiative', key: null, state, waitsFor: null },
        ...{ number: at + 1, code: `SK-00${at + 1}`, topic: '' },
      })),
    })
    const counted = 'đã đề xuất 3, được công nhận 2, được nhân rộng 1'
    expect((await world.say('Công chức', 'sáng kiến của tôi')).text).toContain(counted)
    const page = await world.as('Thủ trưởng', async ctx => results.page?.detail(ctx, id))
    expect(page?.fields.map(({ value }) => value)).toContain(counted)
    expect((await world.talk('Công chức', '/ketqua', '2')).text).toContain(counted)
    expect((await ofKind('result')).map(({ topic }) => topic)).toEqual(['I02', 'I04'])
  })
})

describe('what a head reports', () => {
  it('is their own targets and those of all staff; of cases only the number is told', async () => {
    const shown = await offered('Thủ trưởng', 'kết quả thủ trưởng')
    expect(shown.choices?.map(label => label.split(':')[0])).toEqual(targets.map(({ name }) => name))
    const asked = await world.talk('Thủ trưởng', '2', '2')
    expect(asked.text).toContain('minh chứng')
    expect((await world.talk('Thủ trưởng', 'bỏ qua', '1')).text).toContain('KD-001')
    const listed = await world.talk('Thủ trưởng', '/ketquanguoidungdau', '1', '2')
    expect(listed.text).toContain('nêu cụ thể')
    expect((await world.talk('Thủ trưởng', 'Họp giao ban; bố trí thêm người.', 'bỏ qua', '1')).text).toContain('KD-002')
  })

  it('is confirmed by the managing office, of H03 by the agency of the field, never within the unit', async () => {
    const [cases, solutions] = await ofKind('headResult')
    const act = (name: string, id = '') =>
      world.as(name, ctx => headResults.page?.act(ctx, id, 'confirm', '', []) ?? Promise.reject())
    for (const name of ['Thủ trưởng', 'Phó thủ trưởng', 'Thủ trưởng khác'])
      expect([name, (await act(name, cases?.id)).ok]).toEqual([name, false])
    expect((await act('Thanh tra', solutions?.id)).ok).toBe(false)
    expect((await act('Thanh tra', cases?.id)).ok).toBe(true)
    expect((await act('Cán bộ', solutions?.id)).ok).toBe(true)
  })
})

describe('results by person', () => {
  it('stand there for those who confirm them, and for no colleague, other unit or office', async () => {
    const request = {
      rest: '',
      search: new URLSearchParams(),
      form: null,
      csrf: '',
      address: '/desk/ket-qua-theo-nguoi',
    }
    const seenBy = (name: string) =>
      world.as(name, async ctx => {
        if (!resultsByPerson.mayOpen(ctx.person)) return null
        const answer = await resultsByPerson.answer(ctx, request)
        return answer && 'body' in answer ? String(await answer.body()) : ''
      })
    expect(await seenBy('Công chức')).toBeNull()
    expect(await seenBy('Thủ trưởng')).toContain('45/50')
    for (const name of ['Thủ trưởng khác', 'Cán bộ', 'Thanh tra']) expect(await seenBy(name)).not.toContain('45/50')
  })
})
