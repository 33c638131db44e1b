import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { itemsAt } from '../../../src/figures/items.ts'
import type { SheetCell } from '../../../src/office-files/sheet-cell.ts'
import { filesOf } from '../../support/chat.ts'
import type { ChatWorld } from '../initiatives/chat-world.ts'
import { listWorkbook, whose } from './list-workbook.ts'
import { listWorld } from './list-world.ts'

let world: ChatWorld

beforeAll(async () => {
  world = await listWorld()
  await world.talk('Thủ trưởng', 'danh mục', '1', 'Bãi bỏ quyết định 05, hạn 15/5\nSửa đổi quy chế, hạn 31/5', '1')
})
afterAll(() => world.close())

const stored = async () => {
  const record = await world.store.prisma.record.findFirstOrThrow({ where: { kind: 'list', key: 'P1:C03' } })
  const items = await world.as('Cán bộ', ctx => itemsAt(ctx.tx, record.id, record.version))
  return items.map(({ n, text, dueOn, doneOn }) => `${n} ${text} ${dueOn ?? ''} ${doneOn ?? ''}`.trim())
}

/** Sends a file whose bytes come after it, as on every channel; what the person is told when they are here. */
async function sent(name: string, file: string, rows: readonly (readonly SheetCell[])[]): Promise<string> {
  const bytes = new Uint8Array(await (await listWorkbook(rows)).arrayBuffer())
  await world.sendFile(name, file)
  await filesOf(world.system, 'web', () => ({ result: 'fetched', bytes })).turn()
  return (await world.notices(name)).at(-1)?.message.text ?? ''
}

describe('a list that is sent as an Excel file in the chat', () => {
  it('is given as a template with what stands in it, and the chat goes on to take it back', async () => {
    const given = await world.talk('Đầu mối', 'mẫu danh mục', '1')
    expect(given.attachments?.[0]?.name).toBe('Danh mục - Xử lý kiến nghị về văn bản đúng hạn - UBND phường Một.xlsx')
    expect((await world.say('Đầu mối', '1')).text).toContain('Mỗi dòng một việc')
  })

  it('is read and said back before anything is handed in: what is new, what changes, what is not understood', async () => {
    const before = await stored()
    const told = await sent('Đầu mối', 'danh-muc.xlsx', [
      [1, 'Bãi bỏ quyết định 05', null, { day: '2024-05-15' }, { day: '2024-05-10' }, '', ...whose],
      [null, 'Trả lời Sở Tư pháp', null, { day: '2024-06-15' }, null, '', ...whose],
      [2, 'Sửa đổi quy chế', null, 'khi nào xong', null, '', ...whose],
    ])
    expect(told).toContain('Đã đọc tệp danh-muc.xlsx: 2 việc mới hoặc thay đổi. Chưa gửi gì')
    expect(told).toContain(
      '• 1. Bãi bỏ quyết định 05 – hạn 15/05/2024 – chưa xong, đã quá hạn → 1. Bãi bỏ quyết định 05 – hạn 15/05/2024 – đã xong 10/05/2024',
    )
    expect(told).toContain('• Mới: 3. Trả lời Sở Tư pháp – hạn 15/06/2024 – chưa xong')
    expect(await stored()).toEqual(before)
    const review = await world.pressNotice('Đầu mối')
    expect(review.text).toContain('Sửa đổi quy chế – khi nào xong (chưa đọc được ngày)')
    expect(review.text).toContain('2. Sửa đổi quy chế – hạn 31/05/2024 – chưa xong')
    expect((await world.say('Đầu mối', '1')).text).toContain('DM-001')
    expect(await stored()).toEqual([
      '1 Bãi bỏ quyết định 05 2024-05-15 2024-05-10',
      '2 Sửa đổi quy chế 2024-05-31',
      '3 Trả lời Sở Tư pháp 2024-06-15',
    ])
  })

  it('is put on what was typed before it, and is no attachment of the list', async () => {
    await world.talk('Đầu mối hai', 'danh mục', '1', 'Rà soát thủ tục')
    await sent('Đầu mối hai', 'them.xlsx', [[null, 'Công khai kết quả', null, null, null, '', ...whose]])
    await world.pressNotice('Đầu mối hai')
    await world.say('Đầu mối hai', '1')
    expect((await stored()).slice(3)).toEqual(['4 Rà soát thủ tục', '5 Công khai kết quả'])
    const version = await world.store.prisma.recordVersion.findFirstOrThrow({ orderBy: { version: 'desc' } })
    expect(version.fileIds).toEqual([])
  })

  it('of another unit is refused with why, is kept as an attachment, and what was typed stays', async () => {
    await world.talk('Đầu mối', 'danh mục', '1', 'Lập hồ sơ lưu trữ')
    const told = await sent('Đầu mối', 'khac.xlsx', [[1, 'Việc', null, null, null, '', 'UBND phường Hai', whose[1]]])
    expect(told).toContain('Tôi không lấy được việc nào từ tệp khac.xlsx. Tệp này của UBND phường Hai')
    expect((await world.pressNotice('Đầu mối')).text).toContain('6. Lập hồ sơ lưu trữ – chưa xong')
    await world.say('Đầu mối', '1')
    expect((await stored()).at(-1)).toBe('6 Lập hồ sơ lưu trữ')
    const version = await world.store.prisma.recordVersion.findFirstOrThrow({ orderBy: { version: 'desc' } })
    expect(version.fileIds).toHaveLength(1)
  })
})
