import {
  AlignmentType,
  BorderStyle,
  Document,
  HeightRule,
  type IBorderOptions,
  type IRunOptions,
  convertMillimetersToTwip as mm,
  PageBorderDisplay,
  PageBorderOffsetFrom,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'

const red = 'C00000'
const font = 'Times New Roman'
const nothing = { style: BorderStyle.NONE, size: 0 } as const
const noBorders = { top: nothing, bottom: nothing, left: nothing, right: nothing }

/**
 * The certificate (decree 98/2023, article 104): A4 landscape, a border of its own, the place of the emblem left free at the top. Neither
 * signature nor seal: these are the office's. One page for each of `certificates`.
 */
export function certificate(): Document {
  const [width, height] = [mm(210), mm(297)]
  const side: IBorderOptions = { style: BorderStyle.DOUBLE, size: 18, space: 4, color: red }
  return new Document({
    styles: { default: { document: { run: { font, size: 28 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width, height, orientation: PageOrientation.LANDSCAPE },
            margin: { top: mm(18), bottom: mm(15), left: mm(22), right: mm(22) },
            borders: {
              pageBorders: { display: PageBorderDisplay.ALL_PAGES, offsetFrom: PageBorderOffsetFrom.TEXT },
              ...{ pageBorderTop: side, pageBorderBottom: side, pageBorderLeft: side, pageBorderRight: side },
            },
          },
        },
        children: [
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            borders: { ...noBorders, insideHorizontal: nothing, insideVertical: nothing },
            rows: [onePage()],
          }),
        ],
      },
    ],
  })
}

/** A row as high as a page, so that each certificate begins one. */
function onePage(): TableRow {
  const rule = new Paragraph({
    indent: { left: mm(92), right: mm(92) },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1 } },
    // The emblem, printed or put in by the office.
    spacing: { after: mm(24) },
    children: [new TextRun({ text: '', size: 4 })],
  })
  const end = new Paragraph({
    spacing: { line: 20, lineRule: 'exact' },
    children: [new TextRun({ text: '{/certificates}', size: 2 })],
  })
  const children = [
    centred('{#certificates [loopOver: "row"]}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: 30 }),
    centred('Độc lập - Tự do - Hạnh phúc', { bold: true, size: 30 }),
    rule,
    centred('{authority}', { bold: true, color: red, size: 36, allCaps: true }),
    centred('TẶNG', { bold: true, size: 32 }, { spacing: { before: 120, after: 60 } }),
    centred('GIẤY KHEN', { bold: true, color: red, size: 84 }),
    centred('{name}', { bold: true, size: 40 }, { spacing: { before: 120 } }),
    centred('{place}', { size: 30 }),
    centred('{achievement}', { size: 30 }, { spacing: { before: 80, after: 200 } }),
    foot(),
    end,
  ]
  return new TableRow({
    cantSplit: true,
    height: { value: mm(174), rule: HeightRule.EXACT },
    children: [new TableCell({ children, borders: noBorders, width: { size: 100, type: WidthType.PERCENTAGE } })],
  })
}

function centred(text: string, look: IRunOptions, more: { spacing?: object } = {}): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, ...more, children: [new TextRun({ text, font, ...look })] })
}

/** Left the code, the decision and the golden book; right who signs. */
function foot(): Table {
  const small = { bold: true, italics: true, size: 24, font }
  const line = (text: string) => new Paragraph({ children: [new TextRun({ text, ...small })] })
  const cell = (
    children: Paragraph[],
    size: number,
    verticalAlign: (typeof VerticalAlign)['TOP' | 'BOTTOM'] = VerticalAlign.TOP,
  ) => new TableCell({ children, borders: noBorders, verticalAlign, width: { size, type: WidthType.PERCENTAGE } })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { ...noBorders, insideHorizontal: nothing, insideVertical: nothing },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          cell([new Paragraph({ children: [new TextRun({ text: '{code}' })] })], 19, VerticalAlign.BOTTOM),
          cell(
            [line('Quyết định số: {decision}'), line('{decisionDate}'), line('Số sổ vàng: {golden}')],
            31,
            VerticalAlign.BOTTOM,
          ),
          cell(
            [
              centred('{dateLine}', small),
              centred('{position}', { bold: true, size: 28, allCaps: true }),
              ...[0, 1, 2, 3].map(() => centred('', { size: 28 })),
              centred('{signer}', { bold: true, size: 28 }),
            ],
            50,
          ),
        ],
      }),
    ],
  })
}
