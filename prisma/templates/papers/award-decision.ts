import type { Frame } from '../layout/frame.ts'
import { no, space } from '../layout/parts.ts'
import { rowsTable, type TableColumn } from '../layout/table.ts'
import { body, centred, heading, leading } from '../layout/text.ts'

const awardColumns: readonly TableColumn[] = [
  no,
  { heading: 'Tên', width: 25, cell: '{name}' },
  { heading: 'Chức vụ, đơn vị', width: 25, cell: '{unit}' },
  { heading: 'Thành tích', width: 28, cell: '{achievement}' },
  { heading: 'Tiền thưởng', width: 15, cell: '{prize}', align: 'right' },
]

/** The decision, for one level of award as for another. */
export const awardDecision: Frame = {
  type: 'QUYẾT ĐỊNH',
  abstract: 'Về việc tặng Giấy khen trong phong trào thi đua “{campaign}” năm {year}',
  body: [
    centred('{who}', { bold: true, caps: true, spacing: { before: 120, after: 120 } }),
    body('{#bases [loopOver: "paragraph"]}{line}{/bases}', { italics: true }),
    body('Thực hiện {plan};', { italics: true }),
    body('{proposer}', { italics: true }),
    centred('QUYẾT ĐỊNH:', { bold: true, spacing: { before: 120, after: 120 } }),
    body(
      'Điều 1. Tặng Giấy khen cho {honoured} đã có thành tích xuất sắc trong phong trào thi đua “{campaign}” năm {year} (danh sách kèm theo).',
    ),
    body('Điều 2. {prizes}'),
    leading('Điều 3. {execution}'),
    space(),
  ],
  appendix: [
    centred('DANH SÁCH ĐƯỢC TẶNG GIẤY KHEN', { bold: true }),
    centred('(Kèm theo Quyết định số {number} ngày {day} của {who})', { italics: true }),
    space(),
    heading('A. TẬP THỂ'),
    rowsTable('collectives', awardColumns),
    heading('B. CÁ NHÂN'),
    rowsTable('people', awardColumns),
  ],
}
