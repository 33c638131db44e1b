import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskRoom, RoomAnswer } from '../../../src/contract/desk-page.ts'
import { certificatesRoom } from '../../../src/features/awards/certificates-room.tsx'
import { keysRoom } from '../../../src/features/awards/keys-room.tsx'
import { recordRoom } from '../../../src/features/awards/record-room.tsx'
import { registerPage } from '../../../src/features/awards/register-page.ts'
import { yearlySheet } from '../../../src/features/awards/yearly.ts'
import { yearlyRoom } from '../../../src/features/awards/yearly-room.tsx'
import { type PlanWorld, planWorld } from '../../support/plan-world.ts'

let world: PlanWorld
beforeAll(async () => {
  world = await planWorld('2024-06-10T02:00:00Z')
  await world.join('Cán bộ Mẫu', 'PNV', 'UB-NV')
  await world.join('Đầu mối Mẫu', 'CLERK', 'UB-TP')
  await world.join('Đầu mối Khác', 'CLERK', 'UB-TCKH')
  await world.join('Nguyễn Thị Mẫu', 'OFFICIAL', 'UB-TP')
  await world.join('Quản trị Mẫu', 'ADMIN', 'UB-NV')
})
afterAll(() => world.close())

async function ask(who: string, room: DeskRoom, rest: string, fields: Record<string, string> | null, search = '') {
  world.clock.advance(1_000)
  return world.as(who, ctx => {
    const form = fields && new FormData()
    for (const [name, value] of Object.entries(fields ?? {})) form?.append(name, value)
    return room.answer(ctx, {
      rest,
      search: new URLSearchParams(search),
      form,
      address: `/desk/${room.path}`,
      csrf: 'c',
    })
  })
}

async function said(answer: RoomAnswer | null): Promise<string> {
  if (!answer) return 'nothing'
  if ('goTo' in answer) return answer.say
  return 'body' in answer ? String(await answer.body()) : answer.file.name
}

const award = {
  ...{ unit: 'UB-TP', honoreeKind: 'INDIVIDUAL', name: 'Nguyễn Thị Mẫu', position: 'Chuyên viên', form: 'GIAY_KHEN' },
  ...{ purpose: 'TIMELY', level: 'CITY', authority: 'Chủ tịch UBND thành phố Uông Bí', decision: '77/QĐ-UBND' },
  ...{ achievement: 'Trả lại hồ sơ thất lạc cho người dân', decidedOn: '2024-06-07', golden: '1', prize: '540.000' },
  praise: 'Cảm ơn chị đã làm gương cho mọi người.',
}
const listed = (who: string, q = '', filters: Record<string, string> = {}) =>
  world.as(who, async ctx => (await registerPage.rows(ctx, { q, filters, page: 1, size: 20 })).rows)

it('an award given at once is recorded once, told with the words of praise, found by person, unit and year', async () => {
  expect(await said(await ask('Cán bộ Mẫu', recordRoom, '', award))).toContain('vào sổ')
  expect(await said(await ask('Cán bộ Mẫu', recordRoom, '', award))).toContain('đã có trong sổ')
  expect(await world.store.prisma.award.count()).toBe(1)
  const notices = await world.store.prisma.outbox.findMany({ where: { kind: 'NOTICE' }, include: { account: true } })
  const toldTo = (name: string) =>
    notices.filter(({ account }) => account.externalId === name).map(({ body }) => JSON.stringify(body))
  expect(toldTo('Nguyễn Thị Mẫu').join()).toMatch(/Chúc mừng.*77\/QĐ-UBND.*Cảm ơn chị/)
  expect(toldTo('Đầu mối Mẫu')).toHaveLength(1)
  expect(toldTo('Đầu mối Khác')).toEqual([])

  for (const q of ['nguyen thi mau', 'phong tu phap', '77/qd-ubnd', 'ho so that lac'])
    expect(await listed('Cán bộ Mẫu', q)).toHaveLength(1)
  expect(await listed('Cán bộ Mẫu', 'không có ai')).toEqual([])
  expect(await listed('Cán bộ Mẫu', '', { year: '2024', form: 'GIAY_KHEN', purpose: 'TIMELY' })).toHaveLength(1)
  expect(await listed('Cán bộ Mẫu', '', { year: '2023' })).toEqual([])
  expect(await listed('Đầu mối Mẫu')).toHaveLength(1)
  expect(await listed('Đầu mối Khác')).toEqual([])
})

it('a unit records what it has awarded itself, for itself, and no other level', async () => {
  const own = { ...award, level: 'UNIT', form: 'THU_KHEN', decision: '5/QĐ-TP', golden: '', prize: '', praise: '' }
  expect(await said(await ask('Đầu mối Mẫu', recordRoom, '', { ...own, level: 'CITY' }))).toContain(
    'chỉ ghi khen thưởng của chính đơn vị',
  )
  expect(await said(await ask('Đầu mối Khác', recordRoom, '', own))).toContain('chọn đơn vị trong danh sách')
  expect(await said(await ask('Đầu mối Mẫu', recordRoom, '', own))).toContain('vào sổ')
  const wrong = await said(
    await ask('Đầu mối Mẫu', recordRoom, '', { ...own, name: '', decision: 'QĐ', decidedOn: '2024-12-01' }),
  )
  for (const words of ['Ghi đầy đủ tên', 'Ghi số quyết định']) expect(wrong).toContain(words)
  expect(await said(await ask('Đầu mối Mẫu', recordRoom, '', { ...own, decidedOn: '2024-12-01' }))).toContain(
    'không sau hôm nay',
  )
})

it('its certificate is handed over once, by whom it may be, and a revoked one is out of all lists', async () => {
  const { id } = await world.store.prisma.award.findFirstOrThrow({ where: { serial: { not: null } } })
  expect(await said(await ask('Cán bộ Mẫu', certificatesRoom, '', null))).toContain('77/QĐ-UBND')
  const handed = { chon: id, 'ghi-chu': 'Trao tại trụ sở' }
  expect(await said(await ask('Cán bộ Mẫu', certificatesRoom, id, handed))).toContain('Đã ghi trao 1')
  expect(await said(await ask('Cán bộ Mẫu', certificatesRoom, id, handed))).toContain('Chưa chọn')
  expect(await ask('Đầu mối Mẫu', certificatesRoom, id, handed)).toBeNull()
  const act = (who: string) =>
    world.as(who, ctx => registerPage.act(ctx, id, 'revoke', 'Theo QĐ 90/QĐ-UBND, khai không đúng'))
  expect(await act('Đầu mối Mẫu')).toMatchObject({ ok: false })
  const counts = () => world.as('Cán bộ Mẫu', async ctx => (await yearlySheet(ctx, '0603', 2024)).rows[0])
  expect(await counts()).toEqual(['Tổng cộng', 2, 0, 2, 0, 0, 0, 0])
  expect(await act('Cán bộ Mẫu')).toMatchObject({ ok: true })
  expect(await counts()).toEqual(['Tổng cộng', 1, 0, 1, 0, 0, 0, 0])
  expect(await ask('Cán bộ Mẫu', certificatesRoom, id, null)).toBeNull()
  expect((await listed('Cán bộ Mẫu', '77/qd'))[0]?.state.label).toContain('đã thu hồi')
})

it('the yearly forms are Excel files of the office; the key is changed by an administrator alone', async () => {
  for (const code of ['0601', '0602', '0603', '0604', '0605'])
    expect(await said(await ask('Cán bộ Mẫu', yearlyRoom, code, null, 'nam=2024'))).toBe(`bieu-${code}-2024.xlsx`)
  expect(await ask('Cán bộ Mẫu', yearlyRoom, '0606', null, 'nam=2024')).toBeNull()
  const sheet = (code: '0604' | '0605', year: number) => world.as('Cán bộ Mẫu', ctx => yearlySheet(ctx, code, year))
  expect((await sheet('0605', 2024)).rows).toEqual([
    ['Cán bộ Mẫu', '', 'Phòng Nội vụ', 'Chuyên trách', { day: '2024-01-01' }, '', ''],
    ['Đầu mối Khác', '', 'Phòng Tài chính - Kế hoạch', 'Kiêm nhiệm', { day: '2024-01-01' }, '', ''],
    ['Đầu mối Mẫu', '', 'Phòng Tư pháp', 'Kiêm nhiệm', { day: '2024-01-01' }, '', ''],
  ])
  expect((await sheet('0604', 2024)).rows).toEqual([
    ['Tổng cộng', 1, 2, 0],
    ['Phòng Nội vụ', 1, 0, 0],
    ['Phòng Tài chính - Kế hoạch', 0, 1, 0],
    ['Phòng Tư pháp', 0, 1, 0],
  ])
  // Of a year in which nobody was there yet nothing is told.
  expect((await sheet('0605', 2023)).rows).toEqual([])
  expect(await ask('Cán bộ Mẫu', keysRoom, '', {})).toBeNull()
  expect(await said(await ask('Quản trị Mẫu', keysRoom, '', {}))).toContain('Đã đổi khóa')
  expect(await said(await ask('Quản trị Mẫu', keysRoom, 'khoa.txt', null))).toBe('khoa-cong-khai.txt')
})
