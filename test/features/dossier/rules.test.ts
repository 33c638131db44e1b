import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { spanOf } from '../../../src/campaign/report-period.ts'
import { readCell, typedAs } from '../../../src/features/dossier/cell.ts'
import { readDecision } from '../../../src/features/dossier/decision.ts'
import type { Dossier, Known } from '../../../src/features/dossier/paste/known.ts'
import { readPaste } from '../../../src/features/dossier/paste/read-paste.ts'
import type { Row } from '../../../src/features/dossier/row.ts'
import { figureIn, type ReportKind } from '../../../src/features/progress/answered.ts'
import { reportForms } from '../../../src/features/progress/forms.ts'
import { noFigure } from '../../../src/figures/figure.ts'
import { loadTexts } from '../../../src/texts.ts'
import { runs } from '../../support/runs.ts'

const env = { t: loadTexts('vi'), today: Temporal.PlainDate.from('2024-03-20') }

function row(n: number, code: string, name: string, kind: ReportKind, words: readonly string[] = []): Row {
  return {
    ...{ n, topic: code, codes: [code], name, words, kind, form: reportForms[kind] },
    ...{ params: { lastNumerator: null, lastDenominator: null, lastIsDone: null, needsReason: false } },
    ...{ last: null, lastShown: '', sent: null, dueOn: null },
  }
}

const rows = [
  row(1, 'C07', 'TTHC trực tuyến toàn trình', 'percent'),
  row(2, 'C09', 'Số hóa kết quả giải quyết TTHC', 'percent'),
  row(3, 'C16', 'Thanh toán điện tử trong giải quyết TTHC', 'yesNo'),
  row(4, 'C13', 'Giải ngân 80% đến 30/9', 'money'),
  row(5, 'C05', 'Chất lượng, hiệu quả cải cách hành chính', 'text'),
]
const computed: Known = {
  row: null,
  why: 'computed',
  codes: ['C19'],
  name: 'Đơn vị trực thuộc đăng ký sáng kiến',
  words: [],
}
const dossier: Dossier = {
  known: [
    ...rows.map((one): Known => ({ row: one, why: null, codes: one.codes, name: one.name, words: one.words })),
    computed,
  ],
  ...{
    period: '2024-Q1',
    span: spanOf('2024-Q1'),
    ownUnit: 'phuong quang trung',
    otherUnits: ['phuong trung vuong', 'phong noi vu'],
  },
  today: { year: 2024, month: 3 },
}

/** What a paste says, in short: «C07=20/20», or «?» and why. */
const read = (text: string) =>
  readPaste(text, dossier).map(line => (line.is === 'value' ? `${line.topic}=${line.typed}` : `?${line.why}`))

describe('a paste', () => {
  it.each([
    ['C07 20/20; C09 18/20', ['C07=20/20', 'C09=18/20']],
    ['C07 20/20, C09 18/20 và C16 rồi', ['C07=20/20', 'C09=18/20', 'C16=rồi']],
    ['C7: 20/20', ['C07=20/20']],
    ['c07 - TTHC trực tuyến toàn trình: 20/20', ['C07=20/20']],
    ['1\tTTHC trực tuyến toàn trình\t20\t20', ['C07=20/20']],
    ['TTHC trực tuyến toàn trình\t20/20', ['C07=20/20']],
    ['TTHC trực tuyến toàn trình\t15/20\t18/20', ['?severalCells']],
    ['STT\tChỉ tiêu\tKết quả\n1\tSố hóa kết quả giải quyết TTHC\t150\t200', ['C09=150/200']],
    ['so hoa ket qua giai quyet tthc 15/20', ['C09=15/20']],
    ['số hóa 15/20', ['C09=số hóa 15/20']],
    ['2. 15/20', ['C09=15/20']],
    ['sửa 2: 15/20', ['C09=15/20']],
    ['câu 2: 15/20', ['C09=15/20']],
    ['1. Số hóa kết quả giải quyết TTHC 15/20', ['C09=15/20']],
    ['9. 15/20', ['?noTarget']],
    ['15/20', ['?noTarget']],
    ['C07', ['?noValue']],
    ['C19 4/5', ['?computed']],
    ['quý II C07 20/20', ['?otherPeriod']],
    ['quý I C07 20/20', ['C07=quý I 20/20']],
    ['C07 20/20 đến 30/6', ['?otherPeriod']],
    ['Phường Trưng Vương: C07 20/20', ['?otherUnit']],
    ['Phường Trưng Vương:\nC07 20/20\nPhường Quang Trung:\nC07 19/20', ['?otherUnit', 'C07=19/20']],
    ['Quý IV/2023\nC07 20/20', ['?otherPeriod']],
    ['C07 và C09 20/20', ['?noValue', 'C09=20/20']],
    ['', []],
    ['Kính gửi Phòng Nội vụ', []],
  ])('«%s»', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('gives a result for any text, and reads the same whatever form its accents have', () => {
    const word = fc.constantFrom(
      'C07',
      'C09',
      'c16',
      'C19',
      '20/20',
      '18',
      '85%',
      'rồi',
      'số hóa',
      ';',
      '\n',
      '\t',
      'quý II',
      ',',
      'sửa 2:',
      'phường Trưng Vương',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.array(word, { maxLength: 20 }).map(words => words.join(' ')),
        ),
        text => {
          expect(readPaste(text.normalize('NFD'), dossier)).toEqual(readPaste(text.normalize('NFC'), dossier))
        },
      ),
      { numRuns: runs(500) },
    )
  })

  it('takes a figure for the target that stands beside it, whatever stands around the line', () => {
    const line = fc.record({ at: fc.constantFrom(0, 1), n: fc.nat(300), more: fc.nat(300) })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '; ', ';\n', '\r\n'), (lines, between) => {
        const text = lines
          .map(({ at, n, more }) => `${at === 0 ? 'C07' : 'Số hóa kết quả giải quyết TTHC'} ${n}/${n + more + 1}`)
          .join(between)
        expect(read(text)).toEqual(lines.map(({ at, n, more }) => `${at === 0 ? 'C07' : 'C09'}=${n}/${n + more + 1}`))
      }),
      { numRuns: runs(300) },
    )
  })
})

describe('a cell', () => {
  it('reads a known figure back as the very same', () => {
    const kinds = fc.constantFrom<ReportKind>('percent', 'money', 'rank', 'count')
    fc.assert(
      fc.property(kinds, fc.nat(3_000), fc.nat(3_000), (kind, part, rest) => {
        const whole = part + rest
        const isPair = kind === 'percent' || kind === 'money'
        const numerator = BigInt(kind === 'rank' ? Math.min(part + 1, 1_000) : part)
        const figure = { ...noFigure, numerator, denominator: isPair ? BigInt(whole) : null }
        const reading = readCell(row(1, 'X', 'x', kind), typedAs(kind, figure), '', env)
        expect(reading.ok && figureIn(reading.answers)).toEqual(figure)
      }),
      { numRuns: runs(2_000) },
    )
  })

  it.each([
    ['percent', '85%'],
    ['percent', '17'],
    ['percent', '20/17'],
    ['percent', '17/20 ≠ 18/20'],
    ['money', '640'],
    ['money', '1,2 tỷ'],
    ['money', '3 tỷ/2 tỷ'],
    ['yesNo', 'có lẽ'],
    ['count', 'vài'],
    ['rank', '0'],
  ] as const)('%s takes nothing from «%s»', (kind, typed) => {
    expect(readCell(row(1, 'X', 'x', kind), typed, '', env).ok).toBe(false)
  })

  it('reads what was paid out of a plan', () => {
    const reading = readCell(row(1, 'X', 'x', 'money'), '850 triệu/2 tỷ', '', env)
    expect(reading.ok && figureIn(reading.answers)).toMatchObject({
      numerator: 850_000_000n,
      denominator: 2_000_000_000n,
    })
  })
})

describe('what a head says', () => {
  it.each([
    ['duyệt', { is: 'unclear' }],
    ['xác nhận', { is: 'all', but: [], counted: null }],
    ['Duyệt cả 11', { is: 'all', but: [], counted: 11 }],
    ['duyệt tất cả', { is: 'all', but: [], counted: null }],
    ['duyệt trừ 3, 5', { is: 'all', but: [3, 5], counted: null }],
    ['duyệt hết trừ câu 3 và 5', { is: 'all', but: [3, 5], counted: null }],
    ['trừ 3', { is: 'all', but: [3], counted: null }],
    ['trừ 3: chưa khớp sổ', { is: 'split', but: [3], reason: 'chưa khớp sổ' }],
    ['duyệt trừ 3, 5 vì số cũ', { is: 'split', but: [3, 5], reason: 'số cũ' }],
    ['duyệt câu 1, 2', { is: 'some', rows: [1, 2] }],
    ['duyệt 1, 2', { is: 'some', rows: [1, 2] }],
    ['duyệt 11', { is: 'unclear' }],
    ['trả lại câu 3: Số chưa đúng', { is: 'return', rows: [3], reason: 'Số chưa đúng' }],
    ['tra lai 3, 5 vì thiếu minh chứng', { is: 'return', rows: [3, 5], reason: 'thiếu minh chứng' }],
    ['trả lại câu 3', { is: 'return', rows: [3], reason: '' }],
    ['trả lại: số liệu cũ', { is: 'returnAll', reason: 'số liệu cũ' }],
    ['không duyệt', { is: 'returnAll', reason: '' }],
    ['để tôi xem', { is: 'unclear' }],
  ])('«%s»', (said, meant) => {
    expect(readDecision(said)).toEqual(meant)
  })
})
