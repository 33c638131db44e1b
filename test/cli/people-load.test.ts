import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { peopleLoadWork } from '../../src/cli/people-load.ts'
import { steppedClock } from '../../src/clock.ts'
import type { System } from '../../src/intake/system.ts'
import { findInvitation } from '../../src/people/invitation.ts'
import { newId } from '../../src/store/new-id.ts'
import type { Store } from '../../src/store/open.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { workbook } from '../office-files/workbook.ts'
import { freshEmbedded } from '../support/database.ts'
import { testSystem } from '../support/test-system.ts'

let store: Store
let system: System
let folder: string
const clock = steppedClock('2024-03-20T01:30:00Z')
beforeAll(async () => {
  store = await freshEmbedded()
  system = await testSystem(store, clock)
  folder = await mkdtemp(join(tmpdir(), 'people-'))
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

async function load(content: string | Uint8Array, more: Record<string, string> = {}): Promise<string[]> {
  const file = join(folder, 'danh-sach')
  await writeFile(file, content)
  return String((await peopleLoadWork(system, { file, ...more })).output)
    .trim()
    .split('\n')
}

const refusal = (content: string) =>
  load(content).catch(error => error.lines.slice(1).map((line: string) => line.split(':')[0]))

it('one invitation a person, who is greeted by name; whoever is there or was invited is not invited again; phones are not kept', async () => {
  const now = clock.now()
  const id = newId(now)
  await store.prisma.person.create({
    data: {
      id,
      fullName: 'Phạm Thị Có Rồi',
      givenName: 'Rồi',
      createdAt: now,
      roles: { create: { id: newId(now), unitCode: 'UB-NV', role: 'PNV', validFrom: '2024-01-01' } },
    },
  })
  const rows = [
    ['DANH SÁCH ĐẦU MỐI'],
    ['STT', 'Đơn vị', 'Họ và tên', 'Vai trò', 'Chức vụ', 'Số điện thoại'],
    ['1', 'UB-P-VD', 'Bà Trần Thị Thử', 'Đầu mối của đơn vị', 'Công chức', '0912 345 678'],
    ['2', 'UBND phường Trưng Vương', 'LÊ VĂN H’MẪU', 'WARD_CHAIR', '', ''],
    ['3', 'ub-nv', 'Phạm Thị Có Rồi', 'PNV', '', ''],
  ]
  const lines = await load(workbook({ name: 'Đầu mối', rows }))
  expect(lines[0]).toMatch(/^Trần Thị Thử – Đầu mối của đơn vị, UBND phường Vàng Danh: (?:[2-9A-Z]{4}-?){3}$/)
  expect(lines[1]).toBe(`http://localhost:3000/?ma=${lines[0]?.split(' ').at(-1)}`)
  expect(lines[2]).toMatch(/^Lê Văn H’Mẫu – Chủ tịch UBND phường, xã, UBND phường Trưng Vương: /)
  expect(lines[4]).toContain('Phạm Thị Có Rồi – Cán bộ cơ quan thường trực')
  expect(lines[4]).toContain('đã tham gia')
  expect(lines[5]).toMatch(/^3 người trong tệp: 2 mã mời mới .*03\/04\/2024 08:30/)
  const found = await inTransaction(store.prisma, tx => findInvitation(tx, lines[0]?.split(' ').at(-1) ?? '', now))
  expect(found).toMatchObject({ unitCode: 'UB-P-VD', role: 'CLERK', fullName: 'Trần Thị Thử' })
  expect(await store.prisma.person.count()).toBe(1)

  const again = await load(workbook({ name: 'Đầu mối', rows }))
  expect(again.filter(line => line.includes('đã có mã mời còn hạn đến 03/04/2024'))).toHaveLength(2)
  expect(await store.prisma.invitation.count()).toBe(2)
})

it('a list without roles says them by its posts; a deputy of a ward gets no role of the city', async () => {
  const lines = await load('Đơn vị,Họ tên,Chức vụ\nUB-P-VD,Vũ Văn Thử,Chủ tịch UBND\nUB-TP,Đỗ Thị Thử,Trưởng phòng\n', {
    json: '',
  })
  expect(lines.map(line => JSON.parse(line).role)).toEqual(['WARD_CHAIR', 'HEAD'])
  expect(await refusal('Đơn vị,Họ tên,Chức vụ\nUB-P-VD,Vũ Văn Thử,Phó Chủ tịch UBND\n')).toEqual(['Ô C2'])
})

it('what is wrong is told by its cell, and nobody is invited', async () => {
  const before = await store.prisma.invitation.count()
  const head = 'Mã đơn vị,Họ và tên,Vai trò\n'
  expect(
    await refusal(
      `${head}UB-KHONG,Vũ Văn Thử,HEAD\n,Vũ Văn Thử,HEAD\nUB-TP,,HEAD\nUB-TP,Vũ Văn Thử,Vua\nUB-TP,Vũ Văn Thử,\nUB-TP,Vũ Văn Th?,HEAD\n` +
        'UB-TP,"Vũ Văn Thử, Lê Thị Thử",HEAD\nUB-TP,Ngô Thử,HEAD\nUB-TP,NGÔ THỬ,HEAD\nQN-P-VD,Ngô Thử,HEAD\n',
    ),
  ).toEqual(['Ô A2', 'Ô A3', 'Ô B4', 'Ô C5', 'Ô C6', 'Ô B7', 'Ô B8', 'Ô B10', 'Ô A11'])
  clock.set('2025-07-02T01:00:00Z')
  const ended = await load(`${head}UB-P-VD,Vũ Văn Thử,CLERK\n`).catch(error => error.lines[1])
  expect(ended).toMatch(
    /^Ô A2: đơn vị «UB-P-VD» đã kết thúc hoạt động ngày 30\/06\/2025\. Ghi đơn vị kế thừa: QN-P-VD – /,
  )
  expect(await store.prisma.invitation.count()).toBe(before)
})
