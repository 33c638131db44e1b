import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../../../src/campaign/plan.ts'
import type { RoomRequest } from '../../../src/contract/desk-page.ts'
import type { Names } from '../../../src/contract/export-table.ts'
import { remedies } from '../../../src/features/remedies/feature.ts'
import { worksByPerson } from '../../../src/features/works/by-person.tsx'
import { countWorks } from '../../../src/features/works/counts.ts'
import { works } from '../../../src/features/works/feature.ts'
import { loadTexts } from '../../../src/texts.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'
import { smallPlan } from '../initiatives/small-plan.ts'

const topic = (code: string, name: string, target: string, opensFollowUp = false) => ({
  code,
  name,
  target,
  opensFollowUp,
})
const [anyTarget] = smallPlan.targets ?? []
if (!anyTarget) throw new Error('the small plan has no target')
const forWorks = {
  ...anyTarget,
  measure: { kind: 'COUNT' as const, label: 'số tác phẩm', comparison: 'gte' as const, threshold: null },
}

const plan: Partial<Plan> = {
  targets: [
    ...(smallPlan.targets ?? []),
    { ...forWorks, code: 'P01', name: 'Tuyên truyền', focalAgencies: ['TCKH'] } as Plan['targets'][number],
    { ...forWorks, code: 'P02', name: 'Hạn chế, gương điển hình', focalAgencies: ['TCKH'] } as Plan['targets'][number],
  ],
  workGenres: [
    { code: 'news', name: 'Tin' },
    { code: 'article', name: 'Bài viết' },
  ],
  workTopics: [
    topic('PAR_CONTENT', 'Nội dung cải cách hành chính', 'P01'),
    topic('LIMITATION_TO_FIX', 'Hạn chế cần khắc phục', 'P02', true),
  ],
}

let world: ChatWorld

beforeAll(async () => {
  world = await chatWorld('2024-03-20T02:00:00Z', { features: [works, remedies], plan })
  await world.join('Phóng viên', 'PRESS', 'P2')
  await world.join('Phóng viên hai', 'PRESS', 'P2')
  await world.join('Thủ trưởng', 'HEAD', 'P1')
  await world.join('Đầu mối', 'CLERK', 'P1')
  await world.join('Đầu mối khác', 'CLERK', 'P2')
  await world.join('Cơ quan lĩnh vực', 'FOCAL', 'TCKH')
  await world.join('Lĩnh vực khác', 'FOCAL', 'P2')
  await world.join('Cán bộ', 'PNV', 'NV')
})
afterAll(() => world.close())

const stored = () => world.store.prisma.record.findMany({ where: { kind: 'work' }, orderBy: { number: 'asc' } })
const workNo = async (nth: number) => (await stored())[nth - 1]?.id ?? ''
const act = (name: string, id: string, action: string, reason = '') =>
  world.as(name, ctx => works.page?.act(ctx, id, action, reason, []) ?? Promise.reject(new Error('no page')))
const linked = ['https://bao.example/bai']

/** Registers one; the last answer. */
const register = (name: string, title: string, topics: string, ...concerns: string[]) =>
  world.talk(name, '/tacpham', title, '2', topics, ...concerns, 'Báo tỉnh', '18/3', ...linked, 'Nội dung của bài.', '1')

describe('a press or arts work', () => {
  it('is not taken without a link or a file, nor with a day to come', async () => {
    const day = await world.talk('Phóng viên', '/tacpham', 'Bài đầu tiên', '2', '1', 'Báo tỉnh', '30/12/2024')
    expect(day.text).toContain('không thể sau hôm nay')
    const refused = await world.talk('Phóng viên', '18/3', 'bỏ qua', 'bỏ qua')
    expect(refused.text).toContain('tệp')
    expect(await stored()).toEqual([])
    const shown = await world.talk('Phóng viên', 'sửa câu 6', 'https://bao.example/bai-1', 'Nội dung của bài.')
    expect(shown.text).toContain('https://bao.example/bai-1')
    expect(shown.text).not.toContain('Tệp tác phẩm')
    // Taken away at the summary, a file is asked for.
    expect((await world.talk('Phóng viên', 'xóa câu 6', '1')).text).toContain('gửi tệp tác phẩm')
    expect(await stored()).toEqual([])
    const receipt = await world.talk('Phóng viên', 'sửa câu 6', 'https://bao.example/bai-1', '1')
    expect(receipt.text).toContain('TP-001')
  })

  it('is accepted by the agency of its field or the managing office, and by nobody else', async () => {
    const id = await workNo(1)
    for (const name of ['Phóng viên', 'Thủ trưởng', 'Đầu mối khác', 'Lĩnh vực khác'])
      expect([name, (await act(name, id, 'accept')).ok]).toEqual([name, false])
    expect((await act('Cơ quan lĩnh vực', id, 'accept')).ok).toBe(true)
    expect((await stored())[0]).toMatchObject({ state: 'ACCEPTED', topic: 'P01' })
    expect(await world.notices('Đầu mối')).toEqual([])
  })

  it('stays its author’s: a colleague neither withdraws nor corrects it', async () => {
    expect((await register('Phóng viên', 'Bài gửi nhầm', '1')).text).toContain('TP-002')
    const id = await workNo(2)
    expect((await act('Phóng viên hai', id, 'withdraw', 'Không phải của tôi')).ok).toBe(false)
    expect((await act('Phóng viên', id, 'withdraw', 'Gửi nhầm bản cũ')).ok).toBe(true)
  })

  it('tells the unit concerned only once it is accepted, and once a version', async () => {
    await register('Phóng viên hai', 'Dân còn phải chờ', '1, 2', 'P1')
    const id = await workNo(3)
    expect(await world.notices('Thủ trưởng')).toEqual([])
    await act('Cán bộ', id, 'accept')
    await act('Cán bộ', id, 'reopen', 'Xem lại một điểm')
    await act('Cán bộ', id, 'accept')
    for (const name of ['Thủ trưởng', 'Đầu mối']) {
      const told = await world.notices(name)
      expect([name, told.length]).toEqual([name, 1])
      for (const words of ['Dân còn phải chờ', 'TP-003', 'Báo tỉnh', '18/03/2024', 'https://bao.example/bai'])
        expect(told[0]?.message.text).toContain(words)
    }
    expect(await world.notices('Đầu mối khác')).toEqual([])
  })

  it('is answered by that unit through its head, once, and shows the answer', async () => {
    const third = await workNo(3)
    const seenBy = (name: string) => world.as(name, async ctx => (await works.page?.detail(ctx, third)) ?? null)
    const seen = async () => (await seenBy('Cán bộ'))?.fields.map(({ value }) => value)
    expect(await seenBy('Đầu mối')).toBeNull()
    expect((await seen())?.join()).toContain('chưa trả lời')
    expect((await world.pressNotice('Đầu mối')).text).toContain('Dân còn phải chờ')
    const receipt = await world.talk('Đầu mối', 'Đã bố trí thêm người tiếp nhận.', '10/4', 'bỏ qua', '1')
    expect(receipt.text).toContain('thủ trưởng')
    expect((await seen())?.join()).toContain('chưa trả lời')
    const answer = await world.store.prisma.record.findFirstOrThrow({ where: { kind: 'remedy' } })
    await world.as('Thủ trưởng', ctx => remedies.page?.act(ctx, answer.id, 'approve', '', []) ?? Promise.reject())
    expect((await seen())?.join()).toContain('KP-001')
  })

  it('counts for its author, for each target of its topics', async () => {
    const request: RoomRequest = {
      ...{ rest: '', search: new URLSearchParams(), form: null, csrf: '', address: '/desk/tac-pham-theo-nguoi' },
    }
    const page = await world.as('Cán bộ', ctx => worksByPerson.answer(ctx, request))
    const html = page && 'body' in page ? String(await page.body()) : ''
    expect(html).toContain('Phóng viên hai')
    expect(html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')).toMatch(/Phóng viên hai UBND phường Hai 1 1 1 0 0/)
    const first = await workNo(1)
    const seen = await world.as('Cán bộ', async ctx => works.page?.detail(ctx, first))
    expect(seen?.fields.map(({ value }) => value).join('\n')).toContain('1; Tuyên truyền: 1')
  })
})

describe('initiatives of propaganda', () => {
  it('are those that members of the press registered as such, counted beside their works (P03)', async () => {
    const { authorId, unitCode } = await world.store.prisma.record.findFirstOrThrow({ where: { id: await workNo(1) } })
    const at = world.clock.now()
    for (const [nth, role] of (['PRESS', 'PRESS', 'OFFICIAL'] as const).entries()) {
      const said = { version: 1, form: 'initiative', formVersion: 1, authorId, role, fileIds: [], answers: {} }
      await world.store.prisma.record.create({
        data: {
          ...{ id: crypto.randomUUID(), campaignId: world.campaign.id, kind: 'initiative', unitCode, authorId },
          ...{ number: 90 + nth, code: `SK-09${nth}`, title: 'Bản tin một phút', searchText: '', version: 1 },
          ...{ passedVersion: 1, state: nth === 1 ? 'WITHDRAWN' : 'REGISTERED', sentAt: at, receivedAt: at },
          versions: { create: { ...said, sentAt: at, receivedAt: at, passedAt: at, draftId: crypto.randomUUID() } },
        },
      })
    }
    const request = {
      rest: '',
      search: new URLSearchParams(),
      form: null,
      csrf: '',
      address: '/desk/tac-pham-theo-nguoi',
    }
    const page = await world.as('Cán bộ', ctx => worksByPerson.answer(ctx, request))
    const html = page && 'body' in page ? String(await page.body()) : ''
    const rows = html.split('<tr>').map(row => row.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' '))
    const name = (await world.store.prisma.person.findUniqueOrThrow({ where: { id: authorId } })).fullName
    expect(rows.find(row => row.startsWith(` ${name} `))).toMatch(/ 1 \d+ \d+ $/)
  })
})

describe('the register of works', () => {
  it('is a list on the desk: by genre in the plan’s words, searched by it, filtered by target', async () => {
    const list = (q: string, filters: Record<string, string> = {}) =>
      world.as('Cán bộ', async ctx => works.page?.rows(ctx, { q, filters, page: 1, size: 50 }))
    expect((await list('bai viet'))?.total).toBe(3)
    const concerned = await list('', { topic: 'P01', state: 'ACCEPTED' })
    expect(concerned?.rows.map(({ cells }) => cells[0])).toEqual(['TP-003', 'TP-001'])
    expect(concerned?.rows[0]?.cells).toContain('Bài viết')
    expect(concerned?.rows[0]?.cells).toContain('Phóng viên hai')
  })

  it('is a table of the export, in the plan’s words', async () => {
    const { prisma } = world.store
    const named = new Map<string, string>()
    const maps = { targets: named, duties: named, units: named, people: named }
    const names: Names = { t: loadTexts('vi'), campaign: world.campaign, ...maps }
    const lines: string[] = []
    const today = Temporal.PlainDate.from('2024-03-20')
    const at = async () => ({ campaign: world.campaign, today, day: null })
    const table = works.exports?.works
    for await (const line of table?.lines(prisma, names, at) ?? []) lines.push(line.map(String).join('|'))
    expect(lines).toHaveLength(3)
    expect(lines[2]).toContain('Bài viết|Nội dung cải cách hành chính; Hạn chế cần khắc phục|UBND phường Một|Báo tỉnh')
  })
})

describe('the counts of a person', () => {
  const { targets = [], workTopics = [] } = plan
  const work = (authorId: string, state: string, ...topics: string[]) => ({ authorId, unitCode: 'U', state, topics })

  it('hold accepted works only; one of two topics of a target counts once for it', () => {
    const more = [...workTopics, topic('MODEL', 'Mô hình', 'P01')]
    const rows = countWorks({ targets, workTopics: more }, [
      work('A', 'ACCEPTED', 'PAR_CONTENT', 'MODEL'),
      work('A', 'SUBMITTED', 'PAR_CONTENT'),
      work('A', 'RETURNED', 'PAR_CONTENT'),
      work('A', 'WITHDRAWN', 'PAR_CONTENT'),
      work('B', 'ACCEPTED', 'PAR_CONTENT'),
      work('B', 'ACCEPTED', 'LIMITATION_TO_FIX', 'MODEL'),
    ])
    expect(rows.map(({ authorId, accepted, waiting, returned }) => [authorId, accepted, waiting, returned])).toEqual([
      ['B', 2, 0, 0],
      ['A', 1, 1, 1],
    ])
    expect(rows.map(({ byTarget }) => [...byTarget])).toEqual([
      [
        ['P01', 2],
        ['P02', 1],
      ],
      [
        ['P01', 1],
        ['P02', 0],
      ],
    ])
  })
})
