import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RoomAnswer } from '../../../src/contract/desk-page.ts'
import { daily } from '../../../src/daily.ts'
import { logsOf } from '../../../src/features/audit/feature.ts'
import { features } from '../../../src/features/list.ts'
import { reorganisationRoomOver } from '../../../src/features/reorganisation/room.tsx'
import { unitsRoom } from '../../../src/features/roles/units-room.tsx'
import { findRecords } from '../../../src/records/find.ts'
import type { Chat } from '../../support/chat.ts'
import { kinds, type World, world } from './world.ts'

const room = reorganisationRoomOver(kinds)
let w: World
const chat = new Map<string, Chat>()
beforeAll(async () => {
  w = await world('2025-05-20T02:00:00Z')
  for (const [name, role, unit] of [
    ['Cán bộ', 'PNV', 'UB-NV'],
    ['Chi', 'OFFICIAL', 'UB-KT'],
    ['Dung', 'OFFICIAL', 'UB-TP'],
    ['Trưởng phòng', 'HEAD', 'UB-KT'],
  ] as const)
    chat.set(name, await w.join(name, role, unit))
  const essay = ['Người dân phải chờ lâu', 'Trả kết quả tại nhà', 'Trước đây phải đến phường', 'Toàn phường']
  const more = ['01/4/2025', 'Giảm nửa thời gian', 'tất cả', 'bỏ qua', 'bỏ qua', '1']
  await w.talk(chatOf('Chi'), '/sangkien', 'Trả kết quả tại nhà dân', '1', '2', ...essay, ...more)
})
afterAll(() => w.store.close())

function chatOf(name: string): Chat {
  const found = chat.get(name)
  if (!found) throw new Error(`nobody is called ${name}`)
  return found
}

const ask = (who: string, rest: string, given: Record<string, string> | null) =>
  w.as(who, ctx => {
    const form = given && new FormData()
    for (const [name, value] of Object.entries(given ?? {})) form?.append(name, value)
    return room.answer(ctx, {
      rest,
      search: new URLSearchParams(),
      form,
      address: 'http://d/desk/sap-xep-don-vi',
      csrf: 'c',
    })
  })
async function page(answer: RoomAnswer | null): Promise<string> {
  if (!answer || !('body' in answer)) throw new Error('no page')
  return String(await answer.body())
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
}
const wanted = (html: string) => /name="sap-xep" value="(\{.*?\})"\s*\/?>/.exec(html)?.[1] ?? ''
const rolesOf = (name: string) =>
  w.store.prisma.roleAssignment.findMany({
    where: { personId: w.idOf(name) },
    select: { unitCode: true, validTo: true },
    orderBy: { validFrom: 'asc' },
  })
const lines = {
  ...{ ngay: '2025-06-01', 'can-cu': '15/QĐ-UBND' },
  ...{ 'cu-1': 'UB-KT', 'moi-1': '+', 'ma-1': 'UB-KTHT', 'ten-1': 'Phòng Kinh tế - Hạ tầng' },
  ...{ 'cu-2': 'UB-TP', 'moi-2': '-' },
}

describe('a new name and a dissolution, written on the page for a coming day', () => {
  it('are seen before and refused by what speaks against them; nobody else comes in', async () => {
    const html = await page(await ask('Cán bộ', 'xem-truoc', lines))
    expect(html).toContain('Phòng Kinh tế (UB-KT) đổi tên thành Phòng Kinh tế - Hạ tầng')
    expect(html).toContain('Phòng Tư pháp (UB-TP) giải thể')
    expect(html).toContain('Dung (Cán bộ, công chức, viên chức), Phòng Tư pháp: thôi vai trò')
    expect(html).toContain('Ghi nhận, thực hiện vào ngày 01/06/2025')
    const taken = await ask('Cán bộ', 'xem-truoc', { ...lines, 'ma-1': 'UB-YT' })
    const refused = await page(taken)
    // Nothing is typed twice: what was refused stands there again.
    for (const kept of ['2025-06-01', '15/QĐ-UBND', 'UB-YT', 'Phòng Kinh tế - Hạ tầng'])
      expect(refused).toContain(`value="${kept}"`)
    expect(refused.match(/ selected=""/g)).toHaveLength(4)
    expect(taken).toMatchObject({ status: 422 })
    expect(await ask('Chi', 'xem-truoc', lines)).toBeNull()
    expect(await ask('Cán bộ', 'thuc-hien', { 'sap-xep': '{"arrows":1}' })).toMatchObject({ status: 422 })
  })

  it('wait for their day, can be dropped until then, and are carried out by themselves, once', async () => {
    const what = wanted(await page(await ask('Cán bộ', 'xem-truoc', lines)))
    expect(await ask('Cán bộ', 'thuc-hien', { 'sap-xep': what })).toMatchObject({ isGood: true })
    const [first] = await w.store.prisma.reorganisation.findMany()
    expect(await ask('Cán bộ', 'hoan-tac', { ma: first?.id ?? '' })).toMatchObject({ isGood: true })
    await ask('Cán bộ', 'thuc-hien', { 'sap-xep': what })
    await daily(w.system, 'me', () => true)
    expect(await rolesOf('Chi')).toEqual([{ unitCode: 'UB-KT', validTo: null }])
    w.clock.set('2025-06-01T01:00:00Z')
    await daily(w.system, 'me', () => true)
    expect(await rolesOf('Chi')).toEqual([
      { unitCode: 'UB-KT', validTo: '2025-05-31' },
      { unitCode: 'UB-KTHT', validTo: null },
    ])
    expect(await rolesOf('Dung')).toEqual([{ unitCode: 'UB-TP', validTo: '2025-05-31' }])
    const told = (await chatOf('Chi').heard())
      .filter(({ kind }) => kind === 'NOTICE')
      .map(({ message }) => message.text)
    expect(told.filter(text => text.includes('Phòng Kinh tế - Hạ tầng'))).toHaveLength(1)
    expect(await w.store.prisma.reorganisation.count({ where: { doneAt: { not: null } } })).toBe(1)
  })

  it('that can no longer be carried out on their day are told to whoever decided them, once, and say why on the page', async () => {
    const later = { ngay: '2025-06-10', 'can-cu': '16/QĐ-UBND', 'cu-1': 'UB-YT', 'moi-1': '-' }
    const sooner = { ngay: '2025-06-05', 'can-cu': '17/QĐ-UBND', 'cu-1': 'UB-YT', 'moi-1': '-' }
    for (const lines of [later, sooner])
      await ask('Cán bộ', 'thuc-hien', { 'sap-xep': wanted(await page(await ask('Cán bộ', 'xem-truoc', lines))) })
    w.clock.set('2025-06-10T01:00:00Z')
    await daily(w.system, 'me', () => true)
    await daily(w.system, 'me', () => true)
    const told = (await chatOf('Cán bộ').heard()).map(({ message }) => message.text)
    expect(told.filter(text => text.includes('16/QĐ-UBND') && text.includes('chưa thực hiện được'))).toHaveLength(1)
    const html = await page(await ask('Cán bộ', '', null))
    expect(html).toContain('Từ ngày 10/06/2025, 16/QĐ-UBND: đã đến ngày 10/06/2025 nhưng chưa thực hiện được.')
    const stuck = await w.store.prisma.reorganisation.findFirstOrThrow({ where: { document: '16/QĐ-UBND' } })
    expect(await ask('Cán bộ', 'hoan-tac', { ma: stuck.id })).toMatchObject({ isGood: true })
  })

  it('both names find the unit and its records', async () => {
    const found = await w.as('Cán bộ', async ctx => [
      await findRecords(ctx, kinds, ['phong', 'kinh', 'te', 'ha', 'tang']),
      await findRecords(ctx, kinds, ['phong', 'kinh', 'te']),
    ])
    expect(found.map(rows => rows.length)).toEqual([1, 1])
    const search = new URLSearchParams({ q: 'UB-KT' })
    const listed = await w.as('Cán bộ', ctx =>
      unitsRoom.answer(ctx, { rest: '', search, form: null, address: 'http://d/desk/don-vi', csrf: 'c' }),
    )
    expect(await page(listed)).toContain('Phòng Kinh tế - Hạ tầng')
  })
})

describe('the log', () => {
  it('brings the whole history of a record by its code, as far as it is seen', async () => {
    const log = logsOf(features)[0]?.page
    const rows = (who: string, q: string) =>
      w.as(who, async ctx => log?.rows(ctx, { q, filters: {}, page: 1, size: 50 }))
    const found = await rows('Cán bộ', 'sk-001')
    expect(JSON.stringify(found)).toContain(
      'SK-001: Chuyển từ Phòng Kinh tế sang Phòng Kinh tế - Hạ tầng, đơn vị kế thừa',
    )
    const opened = await w.as('Cán bộ', async ctx => log?.detail(ctx, found?.rows[0]?.id ?? ''))
    expect(opened?.title).toContain('SK-001')
    expect((await rows('Chi', 'sk-001'))?.rows).toEqual([])
  })
})
