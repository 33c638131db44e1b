import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx'
import { run, sizes } from './text.ts'

export interface TableColumn {
  heading: string
  /** Share of the width in percent. */
  width: number
  /** The tag, or words, of a row. */
  cell: string
  align?: 'left' | 'centre' | 'right'
}

/** A table whose heading is repeated on each page and whose second row is filled in once for each of `rows`; no row is torn apart. */
export function rowsTable(rows: string, columns: readonly TableColumn[]): Table {
  const last = columns.length - 1
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ heading, width }) => cell(heading, width, 'centre', true)),
      }),
      new TableRow({
        cantSplit: true,
        children: columns.map(({ cell: text, width, align = 'left' }, at) =>
          cell(`${at === 0 ? `{#${rows}}` : ''}${text}${at === last ? `{/${rows}}` : ''}`, width, align, false),
        ),
      }),
    ],
  })
}

const alignments = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, right: AlignmentType.RIGHT }

function cell(text: string, width: number, align: keyof typeof alignments, bold: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [new Paragraph({ alignment: alignments[align], children: [run(text, { size: sizes.table, bold })] })],
  })
}
