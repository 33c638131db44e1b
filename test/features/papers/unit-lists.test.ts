import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { wordText } from '../../../src/documents/signed-text.ts'
import { activities } from '../../../src/features/activities/feature.ts'
import { checks } from '../../../src/features/checks/feature.ts'
import { criteria, criterionReports } from '../../../src/features/criteria/feature.ts'
import { supervisions } from '../../../src/features/front/feature.ts'
import { papers } from '../../../src/features/papers/feature.ts'
import { paperKind } from '../../../src/features/papers/list.ts'
import { makeWord } from '../../../src/features/papers/make.ts'
import { participants } from '../../../src/features/participation/feature.ts'
import { works } from '../../../src/features/works/feature.ts'
import { defaultFiles } from '../../support/loaded-campaign.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'

const files = defaultFiles()
const { identity, recipients, signature, participants: who, workGenres, workTopics } = files.plan
const { activities: toDo, legalBases } = files.plan

let world: ChatWorld
beforeAll(async () => {
  world = await chatWorld('2024-03-20T02:00:00Z', {
    features: [papers, participants, works, activities, checks, supervisions, criteria, criterionReports],
    plan: {
      ...{ identity, recipients, signature, participants: who, workGenres, workTopics, activities: toDo, legalBases },
      managingOffices: ['NV'],
    },
  })
  await world.join('Đầu mối', 'CLERK', 'P1')
  await world.join('Thủ trưởng', 'HEAD', 'P1')
  await world.join('Phóng viên', 'PRESS', 'P1')
  await world.join('Kiểm tra viên', 'CHECKER', 'P1')
  await world.join('Mặt trận', 'FRONT', 'P1')
  await world.join('Cán bộ', 'PNV', 'NV')
})
afterAll(() => world.close())

async function paper(code: string, day: string | null = null) {
  const kind = paperKind(code)
  if (!kind) throw new Error(`no ${code}`)
  const wanted = { unitCode: 'P1', period: '2024', day: day ? Temporal.PlainDate.from(day) : null, units: null }
  return world.as('Đầu mối', async ctx => {
    if (await kind.isEmpty?.(ctx, wanted)) return null
    const { bytes, figures } = await makeWord(ctx, kind, wanted)
    return { text: wordText(bytes), figures: figures.map(({ text }) => text) }
  })
}

it('of a unit that has handed in nothing, none of the lists is made', async () => {
  for (const code of ['DOC02', 'DOC06', 'DOC07', 'DOC08', 'DOC23', 'DOC24'])
    expect([code, await paper(code)]).toEqual([code, null])
})

it('DOC02 lists whom the head has confirmed, each once, and stays as it was on an earlier day', async () => {
  await world.talk('Đầu mối', '/thamgia', '1', 'Bộ phận một cửa', '1')
  expect(await paper('DOC02')).toBeNull()
  await world.as('Thủ trưởng', async ctx => {
    const { id } = await ctx.tx.record.findFirstOrThrow({ where: { code: 'TG-001' } })
    return participants.page?.act(ctx, id, 'approve', '', [])
  })
  const first = await paper('DOC02')
  expect(first?.text).toContain('Bộ phận một cửa')
  expect(first?.figures).toEqual(['1', '0'])
  world.clock.set('2024-03-25T02:00:00Z')
  await world.talk('Thủ trưởng', '/thamgia', '2', 'Nguyễn Thị Bình, Trần Văn Cường', '1')
  expect((await paper('DOC02'))?.figures).toEqual(['1', '2'])
  expect((await paper('DOC02', '2024-03-20'))?.figures).toEqual(['1', '0'])
  expect(await paper('DOC02', '2024-03-19')).toBeNull()
})

it('DOC24 tells each activity and adds up whom it reached', async () => {
  for (const reached of ['45', '1.200'])
    await world.talk(
      ...(['Đầu mối', '/hoatdong', '2', 'Nộp hồ sơ trực tuyến', 'Loa truyền thanh', '19/3', 'Người dân'] as const),
      ...[reached, 'bỏ qua', '1'],
    )
  const made = await paper('DOC24')
  expect(made?.figures).toEqual(['2', '1.245'])
  expect(made?.text).toContain('Loa truyền thanh')
  expect(made?.text).toContain('19/3/2024')
})

it('DOC07 tells the checks that are planned, DOC08 what came of them, what must be put right and by when', async () => {
  for (const content of ['Tiếp nhận hồ sơ', 'Niêm yết thủ tục'])
    await world.talk(
      ...([
        'Kiểm tra viên',
        '/kiemtra',
        'UBND phường Hai',
        content,
        '26/3',
        'Đoàn số 1',
        'bỏ qua',
        'bỏ qua',
        '1',
      ] as const),
    )
  const planned = await paper('DOC07')
  expect(planned?.figures).toEqual(['2'])
  for (const words of ['UBND phường Hai', 'Niêm yết thủ tục', '26/3/2024', 'Đoàn số 1'])
    expect(planned?.text).toContain(words)
  expect(await paper('DOC08')).toBeNull()
  await world.as('Kiểm tra viên', async ctx => {
    const { id } = await ctx.tx.record.findFirstOrThrow({ where: { code: 'CK-001' } })
    return checks.page?.act(ctx, id, 'announce', '', [])
  })
  world.clock.set('2024-03-26T08:00:00Z')
  await world.talk(
    ...(['Kiểm tra viên', '/kiemtra', '1', '26/3', 'Tiếp nhận đúng quy trình.'] as const),
    ...['Chưa niêm yết đủ thủ tục.', '10/4', 'bỏ qua', '1'],
  )
  const held = await paper('DOC08')
  expect(held?.figures).toEqual(['1', '1'])
  for (const words of ['Tiếp nhận đúng quy trình', 'Chưa niêm yết đủ', '10/4/2024', 'UBND phường Hai: Tiếp nhận hồ sơ'])
    expect(held?.text).toContain(words)
})

it('DOC23 tells what the Front has seen and recommended', async () => {
  await world.talk(
    ...(['Mặt trận', '/giamsat', 'UBND phường Hai', 'Việc tiếp nhận hồ sơ', '18/3'] as const),
    ...['Người dân chờ lâu đầu giờ sáng.', 'Bố trí thêm người.', 'bỏ qua', '1'],
  )
  const made = await paper('DOC23')
  expect(made?.figures).toEqual(['1'])
  for (const words of ['Việc tiếp nhận hồ sơ', 'Người dân chờ lâu', 'Bố trí thêm người', '18/3/2024'])
    expect(made?.text).toContain(words)
})

it('DOC06 lists works with author and where they stood', async () => {
  await world.talk(
    ...(['Phóng viên', '/tacpham', 'Một cửa liên thông', '1', '1', 'Báo tỉnh', '18/3'] as const),
    ...['https://example.vn/bai', 'Nói về một cửa liên thông', '1'],
  )
  const made = await paper('DOC06')
  expect(made?.figures).toEqual(['1', '0'])
  for (const words of ['Một cửa liên thông', 'Phóng viên', 'Báo tỉnh', '18/3/2024']) expect(made?.text).toContain(words)
})

it('DOC04 and DOC11 tell what the unit has set itself as it was last reported, and say nothing of it where it has set nothing', async () => {
  const words = async (day: string | null = null) =>
    Promise.all(['DOC04', 'DOC11'].map(async code => (await paper(code, day))?.text ?? ''))
  for (const text of await words()) expect(text).not.toContain('Tiêu chí riêng')
  world.clock.set('2024-03-26T02:00:00Z')
  const asked = [
    '/tieuchi',
    '1',
    'Trả kết quả trước hạn',
    'từ 60% số hồ sơ',
    '30/9',
    'Hồ sơ đất đai chiếm 40%.',
    '1',
  ] as const
  await world.talk('Thủ trưởng', ...asked)
  for (const text of await words()) expect(text).not.toContain('Tiêu chí riêng')
  await world.as('Cán bộ', async ctx => {
    const { id } = await ctx.tx.record.findFirstOrThrow({ where: { code: 'TC-001' } })
    return criteria.page?.act(ctx, id, 'confirm', '', [])
  })
  for (const text of await words())
    expect(text).toMatch(
      /Tiêu chí riêng của đơn vị.*Trả kết quả trước hạn\s+từ 60% số hồ sơ\s+30\/9\/2024\s+Chưa báo cáo/s,
    )
  world.clock.set('2024-03-28T02:00:00Z')
  await world.talk('Thủ trưởng', '/tieuchi', '1', '1', '2', 'Đến nay đạt 48% số hồ sơ.', 'bỏ qua', '1')
  for (const text of await words())
    expect(text).toMatch(
      /Trả kết quả trước hạn.*Đến nay đạt 48% số hồ sơ\. \(báo cáo ngày 28\/3\/2024\)\s+Đang thực hiện/s,
    )
  expect((await paper('DOC04'))?.figures).toContain('Đến nay đạt 48% số hồ sơ. (báo cáo ngày 28/3/2024)')
  for (const text of await words('2024-03-27')) expect(text).toMatch(/Trả kết quả trước hạn.*Chưa báo cáo/s)
  for (const text of await words('2024-03-25')) expect(text).not.toContain('Tiêu chí riêng')
})
