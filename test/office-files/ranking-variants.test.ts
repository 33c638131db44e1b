import { describe, expect, it } from 'vitest'
import { rankingColumns } from '../../src/campaign/ranking-columns.ts'
import { type RankingEntry, rankingIn } from '../../src/campaign/ranking-list.ts'
import type { UnitRow } from '../../src/campaign/unit.ts'
import { fileProblemText, type Read } from '../../src/office-files/file-problem.ts'
import { readListFrom } from '../../src/office-files/read-list.ts'
import { loadTexts } from '../../src/texts.ts'
import { in1252, in1258, inTcvn3, inUtf16, inVni } from './old-bytes.ts'
import { workbook } from './workbook.ts'

const vi = loadTexts('vi')
const unit = (code: string, name: string, kind: UnitRow['kind'], more: Partial<UnitRow> = {}): UnitRow => ({
  ...{ code, name, kind, parentCode: null, validFrom: null, validTo: null, successors: [], notes: '', ...more },
})
const units = [
  unit('NV', 'Phòng Nội vụ', 'department'),
  unit('TP', 'Phòng Tư pháp', 'department'),
  unit('P1', 'Phường Đường Thẳng', 'ward'),
  unit('P2', 'Phường Đường Thẳng', 'ward', { validFrom: '2025-07-01' }),
  unit('TA', 'Tòa án nhân dân', 'peoples_council'),
]
const groups = [
  { code: 'G3', name: 'Các phòng, ban, đơn vị', unitKinds: ['department'] },
  { code: 'G4', name: 'UBND các phường, xã', unitKinds: ['ward'] },
]
const headings = ['TT', 'Cơ quan, đơn vị', 'Điểm', 'Xếp hạng', 'Số quyết định', 'Ngày quyết định']
const rows = [
  ['1', 'Phòng Nội vụ', '92,45', '1', '1234/QĐ-UBND', '15/02/2024'],
  ['2', 'Phòng Tư pháp', '90,1', '2', '', ''],
  ['3', 'Phường Đường Thẳng', '88', '1', '', ''],
]
const entry = (unitCode: string, group: string, rank: number, scoreThousandths: number): RankingEntry => ({
  ...{ unitCode, group, rank, scoreThousandths, decision: '1234/QĐ-UBND', decidedOn: '2024-02-15' },
})
const right = [entry('NV', 'G3', 1, 92_450), entry('TP', 'G3', 2, 90_100), entry('P1', 'G4', 1, 88_000)]

const utf8 = (text: string) => Buffer.from(text)
const csv = (separator = ',', lines: readonly (readonly string[])[] = [headings, ...rows]) =>
  lines.map(line => line.map(cell => (/[",;\t]/.test(cell) ? `"${cell}"` : cell)).join(separator)).join('\r\n')
const instead = (row: number, column: number, text: string) =>
  [headings, ...rows].map((line, at) => line.map((cell, place) => (at === row && place === column ? text : cell)))
const changed = (row: number, column: number, text: string) => utf8(csv(',', instead(row, column, text)))

const variants: readonly (readonly [string, Uint8Array, 'right' | readonly string[]])[] = [
  ['CSV UTF-8', utf8(csv()), 'right'],
  ['CSV UTF-8, semicolons', utf8(csv(';')), 'right'],
  ['CSV UTF-16 LE, tabs', inUtf16(csv('\t'), 'le', true), 'right'],
  ['CSV Windows-1258', in1258(csv()), 'right'],
  ['CSV TCVN3', in1252(inTcvn3(csv())), 'right'],
  ['CSV VNI', in1252(inVni(csv())), 'right'],
  ['XLSX', workbook({ name: 'XH', rows: [headings, ...rows] }), 'right'],
  [
    'XLSX, titles above, numbers and days as a spreadsheet stores them',
    workbook({
      name: 'XH',
      rows: [
        ['BẢNG XẾP HẠNG CHỈ SỐ CCHC'],
        [],
        headings,
        [
          '1',
          'Phòng Nội vụ',
          { xml: '<c><v>92.45</v></c>' },
          { xml: '<c><v>1</v></c>' },
          '1234/QĐ-UBND',
          { serial: 45337 },
        ],
        ['2', 'Phòng Tư pháp', { xml: '<c><v>90.099999999999994</v></c>' }, { xml: '<c><v>2</v></c>' }, null, null],
        ['3', 'Phường Đường Thẳng', { xml: '<c><v>88</v></c>' }, { xml: '<c><v>1</v></c>' }, null, null],
      ],
    }),
    'right',
  ],
  ['ranks in words and of a total', changed(2, 3, 'Hạng 2/2'), 'right'],
  ['units by code', changed(1, 1, 'nv'), 'right'],
  ['accents parted from their letters', utf8(csv().normalize('NFD')), 'right'],
  ['question marks for letters', changed(1, 1, 'Ph?ng N?i v?'), ['question B2']],
  ['TCVN3 among Unicode', changed(1, 1, inTcvn3('Phòng Nội vụ')), ['oldFont B2']],
  ['a unit that is nearly known', changed(1, 1, 'Phòng Nội vu'), ['right']],
  ['a unit with a slip', changed(1, 1, 'Phòng Nôi vục'), ['rankingUnitNear B2']],
  ['a unit that nobody knows', changed(1, 1, 'Kho bạc Nhà nước khu vực'), ['personUnitUnknown B2']],
  ['a unit of another year', changed(3, 1, 'P2'), ['rankingUnitNotThen B4']],
  ['a unit of no group', changed(3, 1, 'Tòa án nhân dân'), ['rankingGroupMissing B4']],
  ['the same unit twice', changed(2, 1, 'Phòng Nội vụ'), ['rankingTwice B3']],
  ['no rank', changed(1, 3, ''), ['rankingRankEmpty D2']],
  ['a word for a rank', changed(1, 3, 'Tốt'), ['rankingRankWrong D2']],
  ['rank zero', changed(1, 3, '0'), ['rankingRankWrong D2']],
  ['a gap', changed(2, 3, '3'), ['rankingGap D3']],
  ['a rank against its score', changed(2, 2, '95'), ['rankingOrder D3']],
  ['a score that is none', changed(1, 2, '92,4,5'), ['rankingScoreWrong C2']],
  ['a day that does not exist', changed(1, 5, '31/02/2024'), ['wrongDay F2']],
  ['no decision', changed(1, 4, ''), ['rankingNoDecision']],
  [
    'no column of ranks',
    utf8(
      csv(',', [
        ['Đơn vị', 'Điểm'],
        ['NV', '1'],
      ]),
    ),
    ['columnMissing A1'],
  ],
  [
    'several problems at once',
    utf8(csv(',', [headings, ['1', 'X', 'y', 'z', 'q', 'w']])),
    ['personUnitUnknown B2', 'rankingRankWrong D2', 'rankingScoreWrong C2', 'wrongDay F2'],
  ],
]

async function read(bytes: Uint8Array): Promise<Read<RankingEntry[]>> {
  const list = await readListFrom('xep-hang.xlsx', bytes, rankingColumns)
  return list.ok ? rankingIn(list.value, { year: 2023, units, groups, decision: '' }) : list
}

describe('a ranking comes in from every file of an office, or is refused by its cell', () => {
  it.each(variants)('%s', async (_, bytes, expected) => {
    const found = await read(bytes)
    if (expected === 'right' || expected[0] === 'right') {
      expect(found).toEqual({ ok: true, value: right })
      return
    }
    const problems = found.ok ? [] : found.problems
    expect(problems.map(({ code, cell }) => (cell === null ? code : `${code} ${cell}`))).toEqual(expected)
    for (const problem of problems) expect(fileProblemText(problem, vi)).not.toMatch(/\n|\{\{/)
  })
})
