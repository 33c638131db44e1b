import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTemplate } from '../../../src/features/dossier/excel/read-template.ts'
import { writeTemplate } from '../../../src/features/dossier/excel/write-template.ts'
import { opened } from '../../../src/features/dossier/opened.ts'
import type { TestCell } from '../../office-files/workbook.ts'
import { type DossierWorld, dossierWorld, ward } from './dossier-world.ts'
import { filledIn, number, percent } from './filled-template.ts'

let world: DossierWorld
let template: Uint8Array

beforeAll(async () => {
  world = await dossierWorld()
  await world.join('Đầu mối', 'CLERK', ward)
  await world.join('Phường khác', 'CLERK', 'UB-P-TV')
  await world.settled(ward, 'UB-P-TV')
  template = await made('Đầu mối', ward, '2024-Q1')
})
afterAll(() => world.close())

function made(name: string, unit: string, period: string): Promise<Uint8Array> {
  return world.as(name, async ctx => (await writeTemplate(ctx, await opened(ctx, unit, period))).bytes)
}

/** What the product makes of a file for the ward's first quarter, in short. */
async function read(bytes: Uint8Array) {
  const result = await world.as('Đầu mối', async ctx => readTemplate(ctx, await opened(ctx, ward, '2024-Q1'), bytes))
  if (!result.ok) return { refused: result.problems }
  return {
    values: Object.fromEntries([...result.values].map(([topic, { typed }]) => [topic, typed])),
    problems: result.problems,
  }
}

type Cells = Parameters<typeof filledIn>[1]
const filled = async (cells: Cells, change?: (rows: TestCell[][]) => TestCell[][]) =>
  read(await filledIn(template, cells, change))

describe('a filled in template', () => {
  it('is read cell by cell, as numbers and as texts', async () => {
    expect(
      await filled({
        2: { value: number(20), whole: number(20) },
        3: { value: '1.234', whole: '1.500' },
        4: { value: '150/200' },
        5: { value: ' 24 ', whole: ' 25 ' },
        10: { value: 'Rồi' },
      }),
    ).toEqual({
      values: { C07: '20/20', C08: '1.234/1.500', C09: '150/200', C10a: '24/25', C16: 'Rồi' },
      problems: [],
    })
  })

  it.each<[string, Cells, string]>([
    [
      'a fraction that became a date',
      { 2: { value: { serial: 45_509 } } },
      'Ô E3: ô là ngày tháng 05/08/2024: Excel đã đổi phân số thành ngày. Ghi hai số vào hai cột «Kết quả kỳ này» và «Trên tổng số».',
    ],
    [
      'a share',
      { 2: { value: number(0.85), whole: number(20) } },
      'Ô E3: 0,85 không phải số nguyên (có thể ô đang định dạng phần trăm). Ghi số lượng, không ghi tỷ lệ.',
    ],
    [
      'a percent that is stored as one',
      { 2: { value: percent(1), whole: number(20) } },
      'Ô E3: 100% không phải số nguyên (có thể ô đang định dạng phần trăm). Ghi số lượng, không ghi tỷ lệ.',
    ],
    [
      'a percent as text',
      { 2: { value: '85%' } },
      'Ô E3: 85% không phải số nguyên (có thể ô đang định dạng phần trăm). Ghi số lượng, không ghi tỷ lệ.',
    ],
    [
      'a decimal that would look like thousands',
      { 2: { value: number(1.234), whole: number(20) } },
      'Ô E3: 1,234 không phải số nguyên',
    ],
    ['half of a pair', { 2: { value: number(18) } }, 'Ô F3: có kết quả 18 nhưng chưa có tổng số.'],
    ['the other half', { 2: { whole: number(20) } }, 'Ô E3: có tổng số 20 nhưng chưa có kết quả.'],
    ['more than the whole', { 2: { value: number(21), whole: number(20) } }, 'Ô E3: Số đã đạt đang lớn hơn tổng số.'],
    [
      'a formula without a result',
      { 2: { value: { xml: '<c><f>A1+1</f></c>' }, whole: number(20) } },
      'Ô E3: ô là công thức chưa có kết quả hoặc bị lỗi.',
    ],
    [
      'an error',
      { 2: { value: { xml: '<c t="e"><v>#N/A</v></c>' }, whole: number(20) } },
      'Ô E3: ô là công thức chưa có kết quả hoặc bị lỗi.',
    ],
    [
      'a whole where none belongs',
      { 10: { value: 'có', whole: number(20) } },
      'Ô F11: chỉ tiêu này không cần tổng số.',
    ],
    ['words that are no answer', { 10: { value: 'có lẽ' } }, 'Ô E11: '],
  ])('tells of %s by its cell, and takes the others', async (_, cells, problem) => {
    const result = await filled({ ...cells, 11: { value: number(300), whole: number(310) } })
    expect(result).toMatchObject({ values: { C18: '300/310' } })
    expect(result.problems).toHaveLength(1)
    expect(result.problems?.[0]).toContain(problem)
  })

  it('may have empty rows, rows above its headings and columns in another order', async () => {
    const cells: Cells = { 2: { value: number(20), whole: number(20) } }
    const expected = { values: { C07: '20/20' }, problems: [] }
    expect(await filled(cells, rows => [['UBND phường'], [], ...rows.flatMap(row => [row, [null, null]])])).toEqual(
      expected,
    )
    expect(await filled(cells, rows => rows.map(row => row.toReversed()))).toEqual(expected)
  })

  it('is refused as a whole without its headings, without figures, or when it is no workbook', async () => {
    const cells: Cells = { 2: { value: number(20), whole: number(20) } }
    const renamed = await filled(cells, ([head = [], ...rows]) => [
      head.map(cell => (cell === 'Trên tổng số' ? 'Tổng' : cell)),
      ...rows,
    ])
    expect(renamed.refused?.[0]).toContain('thiếu cột «Trên tổng số»')
    expect((await filled({})).refused).toEqual(['Tệp chưa có số liệu nào ở hai cột kết quả.'])
    expect((await read(new TextEncoder().encode('a;b'))).refused?.[0]).toContain('không phải tệp Excel')
    expect((await read(template.slice(0, 900))).refused?.[0]).toMatch(/không phải tệp Excel|bị hỏng/)
  })

  it('is refused when it is of another unit or period, or older than what was handed in since', async () => {
    const cells: Cells = { 2: { value: number(20), whole: number(20) } }
    const other = await made('Phường khác', 'UB-P-TV', '2024-Q1')
    expect((await read(await filledIn(other, cells))).refused).toEqual([
      'Tệp này là của «UBND phường Trưng Vương», không phải của UBND phường Quang Trung.',
    ])
    const later = await made('Đầu mối', ward, '2024-Q2')
    expect((await read(await filledIn(later, cells))).refused).toEqual([
      'Tệp này là của «Quý II/2024», không phải quý I/2024.',
    ])
    // One row of another unit that was copied in.
    const mixed = await filled(cells, rows =>
      rows.map((row, at) => (at === 4 ? row.with(7, 'UBND phường Trưng Vương') : row)),
    )
    expect(mixed.refused?.[0]).toContain('UBND phường Trưng Vương')
    const unknown = await filled(cells, rows => rows.map((row, at) => (at === 4 ? row.with(1, 'Chỉ tiêu lạ') : row)))
    expect(unknown.problems).toEqual(['Ô B5: không có chỉ tiêu nào tên «Chỉ tiêu lạ» trong bảng của đơn vị.'])
    const twice = await filled(cells, rows => [...rows, ...rows.slice(2, 3)])
    expect(twice.problems?.[0]).toContain('có hai dòng trong tệp')
    expect(twice.values).toEqual({})
    await world.say('Đầu mối', 'báo cáo quý I')
    await world.say('Đầu mối', 'C07 19/20')
    await world.say('Đầu mối', 'gửi')
    expect((await filled(cells)).refused?.[0]).toContain('được lập trước khi số liệu')
  })
})
