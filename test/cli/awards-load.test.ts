import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { awardsLoadWork, awardsPreviewWork } from '../../src/cli/awards-load.ts'
import { exportWork } from '../../src/cli/export.ts'
import { complaintLines } from '../../src/complaint.ts'
import { pastAwardsOf } from '../../src/features/awards/past.ts'
import type { System } from '../../src/intake/system.ts'
import { newId } from '../../src/store/new-id.ts'
import type { Store } from '../../src/store/open.ts'
import { loadTexts } from '../../src/texts.ts'
import { freshEmbedded } from '../support/database.ts'
import { testSystem } from '../support/test-system.ts'

let store: Store
let system: System
let folder: string
beforeAll(async () => {
  store = await freshEmbedded()
  system = await testSystem(store)
  folder = await mkdtemp(join(tmpdir(), 'awards-'))
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

async function run(work: typeof awardsLoadWork, content: string | Uint8Array, name = 'khen-thuong.csv') {
  const file = join(folder, name)
  await writeFile(file, content)
  return String((await work(system, { file })).output)
    .trim()
    .split('\n')
}

const heading =
  'Họ và tên,Loại,Đơn vị,Hình thức,Số quyết định,Ngày quyết định,Người quyết định,Số sổ vàng,Tiền thưởng,Loại hình'
const list = (...rows: string[]) => [heading, ...rows].join('\n')
const person =
  'Nguyễn Văn Mẫu,cá nhân,Phòng Nội vụ,Giấy khen,812/QĐ-UBND,20/12/2023,Chủ tịch UBND thành phố,4,540.000,Chuyên đề'
const collective = 'Phòng Tư pháp,TT,Phòng Tư pháp,Bằng khen,77/QĐ-UBND,05/01/2023,Chủ tịch UBND tỉnh,,,'
const strange =
  'Hợp tác xã Sông Xa,tập thể,Hợp tác xã Sông Xa,Giấy khen,812/QĐ-UBND,20/12/2023,Chủ tịch UBND thành phố,5,,'

it('is previewed, loaded in one step, twice adds nothing, and goes out as a table', async () => {
  const all = list(person, collective, strange)
  expect((await run(awardsPreviewWork, all)).at(-1)).toBe(
    'Xem trước, chưa ghi gì: 3 dòng, 3 khen thưởng mới, 0 đã có trong sổ.',
  )
  expect(await store.prisma.award.count()).toBe(0)
  const lines = await run(awardsLoadWork, all)
  expect(lines).toEqual([
    '+ Nguyễn Văn Mẫu (Phòng Nội vụ): Giấy khen, QĐ 812/QĐ-UBND ngày 20/12/2023',
    '+ Phòng Tư pháp (Phòng Tư pháp): Bằng khen của cấp tỉnh, bộ, ngành, QĐ 77/QĐ-UBND ngày 05/01/2023',
    '+ Hợp tác xã Sông Xa (Hợp tác xã Sông Xa): Giấy khen, QĐ 812/QĐ-UBND ngày 20/12/2023',
    'Không có trong danh mục đơn vị, giữ tên như trong tệp: Hợp tác xã Sông Xa.',
    'Đã nạp 3 dòng: 3 khen thưởng mới, 0 đã có trong sổ.',
  ])
  expect((await run(awardsLoadWork, all)).at(-1)).toBe('Đã nạp 3 dòng: 0 khen thưởng mới, 3 đã có trong sổ.')
  const rows = await store.prisma.award.findMany({ orderBy: { name: 'asc' } })
  expect(
    rows.map(({ name, unitCode, level, purpose, golden, prizeVnd, year }) => [
      name,
      unitCode,
      level,
      purpose,
      golden,
      prizeVnd,
      year,
    ]),
  ).toEqual([
    ['Hợp tác xã Sông Xa', null, 'CITY', 'KHAC', 5, null, 2023],
    ['Nguyễn Văn Mẫu', 'UB-NV', 'CITY', 'CAMPAIGN', 4, 540_000n, 2023],
    ['Phòng Tư pháp', 'UB-TP', 'PROVINCE', 'KHAC', null, null, 2023],
  ])
  const { output } = await exportWork(system, { table: 'awards', format: 'csv' })
  const csv = await text(output as AsyncIterable<Buffer>)
  expect(csv).toContain('Nguyễn Văn Mẫu,Cá nhân,Phòng Nội vụ')
})

it('is found again for a nominee, however the name is written; a name within a unit is not yet the person', async () => {
  await run(awardsLoadWork, list(person, collective))
  const nominee = (recordId: string, kind: string, nameFolded: string, unitCode: string) => ({
    recordId,
    kind,
    nameFolded,
    unitCode,
    alsoCalled: [],
    personId: null,
  })
  const past = await pastAwardsOf(store.prisma, [
    nominee(newId(system.clock.now()), 'INDIVIDUAL', 'nguyen van mau', 'UB-NV'),
    nominee('c', 'COLLECTIVE', 'phong tu phap', 'UB-TP'),
    nominee('d', 'COLLECTIVE', 'nguyen van mau', 'UB-NV'),
    nominee('e', 'INDIVIDUAL', 'tran thi mau', 'UB-NV'),
  ])
  const seen = [...past.values()].map(found => found.map(({ decision, isByNameOnly }) => [decision, isByNameOnly]))
  expect(seen).toEqual([[['812/QĐ-UBND (20/12/2023)', true]], [['77/QĐ-UBND (05/01/2023)', false]], [], []])
})

it('is found for a department of a ward, under its name with the ward or without it, whatever signs it is written with', async () => {
  const row = collective
    .replace('Phòng Tư pháp', '"Phòng Kinh tế, Hạ tầng và Đô thị"')
    .replace('Phòng Tư pháp', 'QN-P-VD-KT')
  await run(awardsLoadWork, list(row))
  const past = await pastAwardsOf(store.prisma, [
    {
      ...{ recordId: 'k', kind: 'COLLECTIVE', personId: null, unitCode: 'QN-P-VD-KT' },
      nameFolded: 'phong kinh te ha tang va do thi phuong vang danh',
      alsoCalled: ['phong kinh te ha tang va do thi'],
    },
  ])
  expect(past.get('k')?.map(({ isByNameOnly }) => isByNameOnly)).toEqual([false])
})

const t = loadTexts('vi')
const change = (at: number, value: string) =>
  person
    .split(',')
    .map((cell, place) => (place === at ? value : cell))
    .join(',')

/** What is wrong, the file, and words of the sentence that says so. */
const bad: readonly (readonly [string, string | Uint8Array, string, string?])[] = [
  ['nothing in it', '', 'tệp không có nội dung'],
  ['no rows', heading, 'không có dòng nào'],
  ['no headings', person, 'không thấy dòng tiêu đề'],
  [
    'no column of decisions',
    'Họ và tên,Loại,Đơn vị,Hình thức,Ngày quyết định\nA,cn,Phòng Nội vụ,Giấy khen,1/1/2023',
    'thiếu cột «Số quyết định»',
  ],
  [
    'no column of days',
    'Họ và tên,Loại,Đơn vị,Hình thức,Số quyết định\nA,cn,Phòng Nội vụ,Giấy khen,1/QĐ',
    'thiếu cột «Ngày quyết định»',
  ],
  [
    'no kind',
    'Họ và tên,Đơn vị,Hình thức,Số quyết định,Ngày quyết định\nA,Phòng Nội vụ,Giấy khen,1/QĐ,1/1/2023',
    'thiếu cột «Loại»',
  ],
  ['a heading twice', `${heading},Tên\n${person},x`, 'trùng với một cột'],
  ['a misspelt heading', list(person).replace('Số sổ vàng', 'Số sổ vang x').replace('vang x', 'vàngg'), 'Có phải là'],
  ['a page of the web', '<html><table><tr><td>x</td></tr></table></html>', 'đây là trang web', 'a.xlsx'],
  [
    'an old Excel',
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0)]),
    '.xls',
    'a.xls',
  ],
  [
    'a picture',
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0]),
    'không phải là bảng tính',
    'a.xlsx',
  ],
  ['letters lost', list(change(0, 'Nguy?n V?n M?u')), 'dấu hỏi'],
  ['no name', list(change(0, '')), 'chưa ghi tên'],
  ['a number for a name', list(change(0, '15')), 'không phải là tên'],
  ['several people in a line', list(change(0, 'Nguyễn Văn A; Trần Thị B')), 'nhiều người'],
  ['a name that is a story', list(change(0, 'Mẫu '.repeat(60))), 'dài quá 200'],
  ['an unknown kind', list(change(1, 'đồng chí')), '«đồng chí» không phải là loại'],
  ['an empty kind', list(change(1, '')), 'chưa ghi loại'],
  ['a person of no unit', list(change(2, '')), 'chưa ghi đơn vị'],
  ['a slip in a unit', list(change(2, 'Phòng Nội vụụ')), 'Có phải là «Phòng Nội vụ»'],
  ['no form', list(change(3, '')), 'chưa ghi hình thức'],
  ['an unknown form', list(change(3, 'Quà tặng')), 'không có hình thức «Quà tặng»'],
  ['no decision', list(change(4, '')), 'chưa ghi số quyết định'],
  ['a decision without a number', list(change(4, 'QĐ-UBND')), 'không có số'],
  ['no day', list(change(5, '')), 'chưa ghi ngày'],
  ['a day that there is not', list(change(5, '31/02/2023')), 'không phải là ngày có thật'],
  ['a day to come', list(change(5, '01/01/2030')), 'chưa đến'],
  ['a level that nothing tells', list(change(6, '')), 'chưa rõ cấp khen thưởng'],
  ['a wrong number of the golden book', list(change(7, 'bốn')), 'không phải là số sổ vàng'],
  ['a wrong sum', list(change(8, 'nhiều')), 'không phải là số tiền'],
  ['an unknown kind of commendation', list(change(9, 'quý I')), 'không có loại hình'],
  ['the same twice', list(person, person), 'đã ghi ở ô A2'],
  ['one decision of two days', list(person, strange.replace('20/12/2023', '21/12/2023')), 'chỉ có một ngày'],
  ['a number of the golden book twice', list(person, strange.replace(',5,', ',4,')), 'đã ghi ở ô H2'],
  ['a failed formula', list(change(8, '#REF!')), 'công thức'],
]

const cases = bad.map(([what, content, words, name = 'khen-thuong.csv']) => ({ what, content, words, name }))

describe('a list that is not right is refused whole, with a sentence that says what to mend', () => {
  it.each(cases)('$what', async ({ content, words, name }) => {
    const before = await store.prisma.award.count()
    const refused = await run(awardsLoadWork, content, name).then(
      () => null,
      (error: unknown) => complaintLines(error, t).join('\n'),
    )
    expect(refused ?? '').toContain(words)
    expect(refused).not.toMatch(/office-files\.|\{\{|undefined/)
    expect(await store.prisma.award.count()).toBe(before)
  })
})
