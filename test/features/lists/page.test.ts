import { afterAll, beforeAll, expect, it } from 'vitest'
import { listTargets } from '../../../src/campaign/list-owner.ts'
import type { RoomAnswer } from '../../../src/contract/desk-page.ts'
import { lists } from '../../../src/features/lists/feature.ts'
import { readList, writeList } from '../../../src/features/lists/file/template.ts'
import { listRoom } from '../../../src/features/lists/page/room.tsx'
import { itemsAt } from '../../../src/figures/items.ts'
import type { SheetCell } from '../../../src/office-files/sheet-cell.ts'
import type { ChatWorld } from '../initiatives/chat-world.ts'
import { headings, listWorkbook, whose } from './list-workbook.ts'
import { listWorld } from './list-world.ts'

let world: ChatWorld

beforeAll(async () => {
  world = await listWorld()
})
afterAll(() => world.close())

const asked = {
  rest: '',
  search: new URLSearchParams({ dv: 'P1', ct: 'C03' }),
  form: null,
  address: '/desk/x',
  csrf: 'c',
}
const post = (name: string, fields: Record<string, string | File>) =>
  world.as(name, ctx => {
    const form = new FormData()
    for (const [field, value] of Object.entries({ dv: 'P1', ct: 'C03', ...fields })) form.set(field, value)
    for (const field of Object.keys(fields)) {
      const [, at] = /^viec-(\d+)$/.exec(field) ?? []
      if (at !== undefined) form.append('dong', at)
    }
    return listRoom.answer(ctx, { ...asked, rest: 'luu', form })
  })
const shown = async (answer: RoomAnswer | null) => (answer && 'body' in answer ? String(await answer.body()) : '')
const stored = async () => {
  const record = await world.store.prisma.record.findFirst({ where: { kind: 'list', key: 'P1:C03' } })
  if (!record) return []
  const items = await world.as('Cán bộ', ctx => itemsAt(ctx.tx, record.id, record.version))
  return items.map(({ n, text, dueOn, doneOn }) => `${n} ${text} ${dueOn ?? ''} ${doneOn ?? ''}`.trim())
}
const workbook = ([headed = [], ...rows]: readonly (readonly SheetCell[])[]) => listWorkbook(rows, headed.map(String))

it('rows that are filled in are handed in whole, by the readers of the chat', async () => {
  const wrong = await post('Đầu mối', { 'viec-0': 'Bãi bỏ quyết định 05', 'han-0': '30/2', lan: '0', do: 'gui' })
  expect(await shown(wrong)).toContain('chưa đọc được ngày')
  expect(await stored()).toEqual([])
  const answer = await post('Đầu mối', {
    ...{ 'viec-0': 'Bãi bỏ quyết định 05', 'nhan-0': '1/4', 'han-0': '15/5', 'xong-0': '10/5' },
    ...{ 'viec-1': 'Sửa đổi quy chế', 'han-1': '31/5/2024', lan: '0', do: 'gui' },
  })
  expect(answer).toMatchObject({ isGood: true, say: expect.stringContaining('DM-001') })
  expect(await stored()).toEqual(['1 Bãi bỏ quyết định 05 2024-05-15 2024-05-10', '2 Sửa đổi quy chế 2024-05-31'])
})

it('one button says that an item is done today; two people at one page do not undo each other', async () => {
  const row = { 'n-0': '1', 'viec-0': 'Bãi bỏ quyết định 05', 'nhan-0': '1/4', 'han-0': '15/5', 'xong-0': '10/5' }
  const other = { 'n-1': '2', 'viec-1': 'Sửa đổi quy chế', 'han-1': '31/5' }
  await post('Đầu mối hai', { ...row, ...other, 'viec-2': 'Rà soát thủ tục', lan: '1', do: 'gui' })
  await post('Đầu mối', { ...row, ...other, lan: '1', do: 'xong-2' })
  expect(await stored()).toEqual([
    '1 Bãi bỏ quyết định 05 2024-05-15 2024-05-10',
    '2 Sửa đổi quy chế 2024-05-31 2024-05-20',
    '3 Rà soát thủ tục',
  ])
})

it('a filled in file is shown before anything is kept; what it leaves out stays', async () => {
  const before = await stored()
  const file = await workbook([
    headings,
    [3, 'Rà soát thủ tục', null, { day: '2024-06-30' }, null, '', ...whose],
    [null, 'Trả lời Sở Tư pháp', null, { day: '2024-06-15' }, null, '', ...whose],
  ])
  const page = await shown(await post('Đầu mối', { tep: file, do: 'tep' }))
  expect(page).toContain('2 việc mới hoặc thay đổi')
  expect(page).toContain('value="Trả lời Sở Tư pháp"')
  expect(page).toContain('value="Sửa đổi quy chế"')
  expect(page).toContain('value="30/06/2024"')
  expect(await stored()).toEqual(before)
})

it('a file of another unit or target, or without the headings, is refused with why', async () => {
  const refused = async (rows: readonly (readonly SheetCell[])[]) =>
    shown(await post('Đầu mối', { tep: await workbook(rows), do: 'tep' }))
  const row = [1, 'Việc', null, null, null, '']
  expect(await refused([headings, [...row, 'UBND phường Hai', whose[1] ?? '']])).toContain('UBND phường Hai')
  expect(await refused([headings, [...row, whose[0] ?? '', 'Chỉ tiêu khác']])).toContain('Chỉ tiêu khác')
  expect(await refused([['Nội dung'], ['Việc']])).toContain('Không thấy dòng tiêu đề')
  expect(await shown(await post('Đầu mối', { tep: new File(['x'], 'x.xlsx'), do: 'tep' }))).toContain(
    'không phải Excel',
  )
})

it('what a version changes is told item by item, not as two whole lists', async () => {
  const changes = await world.as('Đầu mối', async ctx => {
    const { id } = await ctx.tx.record.findFirstOrThrow({ where: { kind: 'list', key: 'P1:C03' } })
    return (await lists.page?.detail(ctx, id))?.changes
  })
  expect(changes).toEqual([
    {
      ...{ label: 'Các việc, số 2', before: '2. Sửa đổi quy chế – hạn 31/05/2024 – chưa xong' },
      after: '2. Sửa đổi quy chế – hạn 31/05/2024 – đã xong 20/05/2024',
    },
  ])
})

it('the template that the product makes is read back as it was', async () => {
  const rows = await world.as('Đầu mối', async ctx => {
    const [target] = listTargets(ctx.campaign.plan)
    const record = await ctx.tx.record.findFirstOrThrow({ where: { kind: 'list', key: 'P1:C03' } })
    const items = await itemsAt(ctx.tx, record.id, record.version)
    if (!target) throw new Error('no list')
    const made = await writeList(ctx, 'P1', target, items)
    const read = await readList(ctx, 'P1', target, made.bytes)
    return read.ok ? read.rows.map(({ n, text, doneOn }) => [n, text, doneOn !== '']) : read.why
  })
  expect(rows).toEqual([
    [1, 'Bãi bỏ quyết định 05', true],
    [2, 'Sửa đổi quy chế', true],
    [3, 'Rà soát thủ tục', false],
  ])
})

it('nobody else’s list is opened', async () => {
  expect(await world.as('Người phường khác', ctx => listRoom.answer(ctx, asked))).toBeNull()
})
