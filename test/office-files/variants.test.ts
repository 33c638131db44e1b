import { describe, expect, it } from 'vitest'
import type { UnitRow } from '../../src/campaign/unit.ts'
import { unitColumns } from '../../src/campaign/unit-columns.ts'
import { unitKindWords } from '../../src/campaign/unit-kind-words.ts'
import { unitsIn } from '../../src/campaign/units-file.ts'
import { fileProblemText, type Read } from '../../src/office-files/file-problem.ts'
import { readListFrom } from '../../src/office-files/read-list.ts'
import { loadTexts } from '../../src/texts.ts'
import { in1252, in1258, inTcvn3, inUtf16, inVni } from './old-bytes.ts'
import { rich, type TestCell, workbook } from './workbook.ts'

const vi = loadTexts('vi')

const headings = [
  'STT',
  'Mã đơn vị',
  'Tên đơn vị',
  'Loại đơn vị',
  'Mã cấp trên',
  'Từ ngày',
  'Đến ngày',
  'Đơn vị kế thừa',
  'Ghi chú',
]
const rows = [
  ['1', 'TP', 'Thành phố Thử Nghiệm', 'Thành phố', '', '', '30/06/2025', 'P1', ''],
  ['2', 'TP-NV', 'Phòng Nội vụ', 'Cơ quan chuyên môn', 'TP', '', '30/06/2025', '', 'Nguyễn Thị Kiểm Thử theo dõi'],
  ['3', 'P1', 'Phường Đường Thẳng', 'Phường', '', '01/07/2025', '', '', ''],
]
const right: UnitRow[] = [
  unit('TP', 'Thành phố Thử Nghiệm', 'city', { validTo: '2025-06-30', successors: ['P1'] }),
  unit('TP-NV', 'Phòng Nội vụ', 'department', {
    parentCode: 'TP',
    validTo: '2025-06-30',
    notes: 'Nguyễn Thị Kiểm Thử theo dõi',
  }),
  unit('P1', 'Phường Đường Thẳng', 'ward', { validFrom: '2025-07-01' }),
]

function unit(code: string, name: string, kind: UnitRow['kind'], more: Partial<UnitRow>): UnitRow {
  return { code, name, kind, parentCode: null, validFrom: null, validTo: null, successors: [], notes: '', ...more }
}

function csv(separator = ',', lines: readonly (readonly string[])[] = [headings, ...rows], end = '\r\n'): string {
  const quoted = (text: string) => (/[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return lines.map(line => line.map(quoted).join(separator)).join(end) + end
}

const utf8 = (text: string) => Buffer.from(text)
const sheet = (lines: readonly (readonly TestCell[])[], name = 'Đơn vị') => ({ name, rows: lines })
const instead = (row: number, column: number, text: TestCell): TestCell[][] =>
  [headings, ...rows].map((line, lineAt) => line.map((cell, at) => (lineAt === row && at === column ? text : cell)))
const texts = (cells: readonly (readonly TestCell[])[]) =>
  cells.map(line => line.map(cell => (typeof cell === 'string' ? cell : '')))
const plainHeadings = [
  'tt',
  'MA DON VI',
  'ten don vi',
  'LOAI',
  'truc thuoc',
  'tu ngay',
  'den ngay',
  'ke thua',
  'ghi chu',
]
const englishHeadings = ['No.', 'Code', 'Unit name', 'Kind', 'Parent', 'Valid from', 'Valid_to', 'Successors', 'Notes']
/** 30/06/2025 and 01/07/2025 as spreadsheet programs count days. */
const [juneEnd, julyStart] = [{ serial: 45838 }, { serial: 45839 }]

const lostCells = ['B1', 'C1', 'D1', 'E1', 'G1', 'H1', 'C2', 'C3', 'I3', 'C4', 'D4'].map(cell => `question ${cell}`)

const ole = (inside: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    Buffer.from(inside, 'utf16le'),
  ])

/** Name, file, and what becomes of it: all units right, or the problems with their cells. */
const variants: readonly (readonly [string, Uint8Array, 'right' | readonly string[]])[] = [
  ['CSV UTF-8', utf8(csv()), 'right'],
  ['CSV UTF-8 with mark', utf8(`\uFEFF${csv()}`), 'right'],
  ['CSV UTF-8, semicolons', utf8(csv(';')), 'right'],
  ['CSV UTF-8, tabs', utf8(csv('\t')), 'right'],
  ['CSV with «sep=;» above, as Excel writes it', utf8(`sep=;\r\n${csv(';')}`), 'right'],
  ['CSV UTF-16 LE with mark, tabs («Unicode text»)', inUtf16(csv('\t'), 'le', true), 'right'],
  ['CSV UTF-16 BE with mark', inUtf16(csv(), 'be', true), 'right'],
  ['CSV UTF-16 LE without mark', inUtf16(csv(), 'le', false), 'right'],
  ['CSV UTF-16 BE without mark', inUtf16(csv(';'), 'be', false), 'right'],
  ['CSV Windows-1258', in1258(csv()), 'right'],
  [
    'CSV Windows-1252 of names that it can write',
    in1252('code,name,kind\r\nA,Xã Bình Hòa,commune\r\n'),
    ['A Xã Bình Hòa'],
  ],
  ['CSV Windows-1252 that lost letters', in1252(csv()), lostCells],
  ['CSV TCVN3 (.VnTime)', in1252(inTcvn3(csv())), 'right'],
  ['CSV VNI', in1252(inVni(csv())), 'right'],
  ['TCVN3 kept as Unicode letters in UTF-8', utf8(inTcvn3(csv())), 'right'],
  ['one name in TCVN3 among Unicode', utf8(csv(',', texts(instead(2, 2, inTcvn3('Phòng Nội vụ'))))), ['oldFont C3']],
  ['one name in VNI among Unicode', utf8(csv(',', texts(instead(3, 2, inVni('Phường Đường Thẳng'))))), ['oldFont C4']],
  ['UTF-8 that was read as Western', utf8(csv(',', texts(instead(2, 2, 'PhÃ²ng Ná»™i vá»¥')))), ['mojibake C3']],
  ['question marks for letters', utf8(csv(',', texts(instead(3, 2, 'Ph??ng ???ng Th?ng')))), ['question C4']],
  ['a question mark at the end of a name', utf8(csv(',', texts(instead(3, 2, 'Xã Ch?')))), ['question C4']],
  ['replacement signs', utf8(csv(',', texts(instead(2, 2, 'Ph\uFFFDng N\uFFFDi v\uFFFD')))), ['lost C3']],
  ['accents parted from their letters', utf8(csv().normalize('NFD')), 'right'],
  ['headings in small letters without accents', utf8(csv(',', [plainHeadings, ...rows])), 'right'],
  ['English headings', utf8(csv(',', [englishHeadings, ...rows])), 'right'],
  ['empty rows and columns', utf8(csv(',', spaced())), 'right'],
  ['days as year-month-day', utf8(csv(',', texts(instead(1, 6, '2025-06-30')))), 'right'],
  ['a day that does not exist', utf8(csv(',', texts(instead(1, 6, '31/06/2025')))), ['wrongDay G2']],
  ['XLSX, shared strings', workbook(sheet([headings, ...rows])), 'right'],
  ['XLSX, days as numbers', workbook(sheet(withDays())), 'right'],
  [
    'XLSX, inline string and rich text',
    workbook(
      sheet(
        instead(2, 2, { xml: '<c t="inlineStr"><is><t>Phòng Nội vụ</t></is></c>' }).map(line =>
          line.map(cell => (cell === 'Phường Đường Thẳng' ? rich('Phường ', 'Đường Thẳng') : cell)),
        ),
      ),
    ),
    'right',
  ],
  [
    'XLSX, formulas with stored results',
    workbook(sheet(instead(2, 2, { xml: '<c t="str"><f>CONCATENATE(A1,B1)</f><v>Phòng Nội vụ</v></c>' }))),
    'right',
  ],
  ['XLSX, a formula without result', workbook(sheet(instead(1, 7, { xml: '<c><f>B4</f></c>' }))), ['formulaFailed H2']],
  [
    'XLSX, a formula that failed',
    workbook(sheet(instead(1, 7, { xml: '<c t="e"><f>VLOOKUP(1,A1:B2,2)</f><v>#N/A</v></c>' }))),
    ['formulaFailed H2'],
  ],
  [
    'XLSX, merged titles above the headings',
    workbook({
      name: 'Đơn vị',
      rows: [['DANH SÁCH ĐƠN VỊ'], [null, 'Năm 2025'], [], headings, ...rows],
      tail: '<mergeCells count="1"><mergeCell ref="A1:I1"/></mergeCells>',
    }),
    'right',
  ],
  [
    'XLSX, another sheet first',
    workbook(sheet([['Hướng dẫn'], ['Tên', 'Ý nghĩa']], 'Hướng dẫn'), sheet([headings, ...rows])),
    'right',
  ],
  [
    'XLSX, a destroyed name in the second sheet',
    workbook(sheet([['Hướng dẫn']], 'Hướng dẫn'), sheet(instead(2, 2, 'Ph?ng N?i v?'))),
    ['question C3 Đơn vị'],
  ],
  ['XLSX, TCVN3', workbook(sheet([headings, ...rows].map(line => line.map(inTcvn3)))), 'right'],
  ['Excel of old (.xls)', ole('Workbook'), ['format.xls']],
  ['a workbook with a password', ole('EncryptedPackage'), ['format.locked']],
  [
    'LibreOffice (.ods)',
    Buffer.concat([
      Buffer.from('PK\u0003\u0004'),
      Buffer.alloc(26),
      Buffer.from('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
    ]),
    ['format.ods'],
  ],
  [
    'a web page called .xls',
    utf8('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>Mã</td></tr></table></html>'),
    ['format.html'],
  ],
  ['an empty file', utf8(''), ['format.empty']],
  ['nothing but spaces', utf8('\uFEFF \r\n,,\r\n'), ['format.empty']],
  ['a PDF', utf8('%PDF-1.7 1 0 obj'), ['format.binary']],
  ['a workbook cut off in the middle', workbook(sheet([headings, ...rows])).slice(0, 900), ['workbookBroken']],
  ['headings without rows', utf8(csv(',', [headings])), ['noRows']],
  ['no headings', utf8('TP,Thành phố,city\r\n'), ['headingsMissing', 'headingsMissing']],
  ['the same heading twice', utf8('Mã,Mã đơn vị,Tên,Loại\r\nA,B,Tên,ward\r\n'), ['columnTwice B1']],
  [
    'several problems at once',
    utf8('Mã,Tên,Loại\r\na b,Xã A,commune\r\nB,,Xã\r\nC,Xã C,xãã\r\n'),
    ['unitCodeWrong A2', 'unitNameEmpty B3', 'unitKindUnknownNear C4'],
  ],
]

/** An empty column before and after, empty rows above, within and below. */
function spaced(): string[][] {
  const empty = headings.map(() => '')
  const [first = [], ...others] = rows
  return [empty, headings, first, empty, ...others, empty].map(line => ['', ...line, ''])
}

function withDays(): TestCell[][] {
  const days = new Map<string, TestCell>([
    ['30/06/2025', juneEnd],
    ['01/07/2025', julyStart],
  ])
  return [headings, ...rows].map(line => line.map(cell => days.get(cell) ?? cell))
}

async function read(bytes: Uint8Array): Promise<Read<UnitRow[]>> {
  const list = await readListFrom('don-vi.xlsx', bytes, unitColumns)
  return list.ok ? unitsIn(list.value, { known: [], kinds: unitKindWords(loadTexts('en'), vi) }) : list
}

describe('a list of units comes in from every file of an office, or is refused by its cell', () => {
  it.each(variants)('%s', async (_, bytes, expected) => {
    const found = await read(bytes)
    if (expected === 'right') {
      expect(found.ok ? [] : found.problems).toEqual([])
      expect(found).toEqual({ ok: true, value: right })
      return
    }
    if (found.ok) {
      expect(found.value.map(({ code, name }) => `${code} ${name}`)).toEqual(expected)
      return
    }
    const told = found.problems.map(({ code, cell, sheet: of }) =>
      [code, cell, of].filter(part => part !== null).join(' '),
    )
    expect(told).toEqual(expected)
    for (const problem of found.problems) {
      const line = fileProblemText(problem, vi)
      expect(line).toMatch(problem.cell === null ? /^don-vi\.xlsx: / : new RegExp(`^Ô ${problem.cell}[ :]`))
      expect(line).not.toMatch(/\n|\{\{/)
      if (problem.code.startsWith('format.')) expect(line).toContain('.xlsx hoặc CSV UTF-8')
    }
  })
})
