import { describe, expect, it } from 'vitest'
import { changedFigures } from '../../src/documents/changed-figures.ts'

const made = `Số: ……/……
Uông Bí, ngày …… tháng …… năm 2024
Có 62 đơn vị thi đua. 30 trong 31 đơn vị phải phát động đã gửi.
Giải ngân chung: 34,04 tỷ đồng / 206 tỷ đồng (16,52%).
1
Dịch vụ công trên Cổng quốc gia
21
17/20 (85%)`

const issued = made.replace('Số: ……/……', 'Số: 215/BC-UBND').replace('ngày …… tháng …… năm', 'ngày 05 tháng 4 năm')
const expected = ['215/BC-UBND', 'Uông Bí, ngày 05 tháng 4 năm 2024']

describe('the signed paper against the one that was made', () => {
  it('says nothing of its number and day, which are given where it is issued', () => {
    expect(changedFigures(made, issued, expected)).toEqual([])
  })

  it('says nothing of layout, nor of words without digits', () => {
    const relaid = issued.replaceAll('\n', ' \n\n ').replace('đã gửi.', 'đã gửi văn bản về Phòng Nội vụ;')
    expect(changedFigures(made, relaid, expected)).toEqual([])
  })

  it.each([
    ['one digit', '16,52%', '16,62%', '16,52%', '16,62%'],
    ['a number for another', '30 trong 31', '31 trong 31', '30', '31'],
    ['the unit of a sum stays, the sum does not', '34,04 tỷ', '340,4 tỷ', '34,04', '340,4'],
    ['a ratio', '17/20', '18/20', '17/20', '18/20'],
    ['a figure that is now what the day of issue has', 'Có 62 đơn vị', 'Có 4 đơn vị', '62', '4'],
    ['a number left out', 'Có 62 đơn vị', 'Có các đơn vị', '62', ''],
    ['a number put in', 'Giải ngân chung', 'Giải ngân chung 9 tháng', '', '9'],
  ])('finds %s', (_, from, to, was, is) => {
    expect(issued).toContain(from)
    const [found, ...others] = changedFigures(made, issued.replace(from, to), expected)
    expect(others).toEqual([])
    expect(found).toMatchObject({ made: was, signed: is })
  })

  it('reads decomposed accents as the same words', () => {
    expect(changedFigures(made, issued.normalize('NFD'), expected)).toEqual([])
  })

  it('tells the words around a change', () => {
    const [found] = changedFigures(made, issued.replace('16,52%', '16,62%'), expected)
    expect(`${found?.before} … ${found?.after}`).toContain('206 tỷ đồng …')
  })
})
