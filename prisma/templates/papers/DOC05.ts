import type { Frame } from '../layout/frame.ts'
import { no, pen, space, to } from '../layout/parts.ts'
import { rowsTable } from '../layout/table.ts'
import { body, heading, leading } from '../layout/text.ts'

export const DOC05: Frame = {
  type: 'BÁO CÁO',
  abstract: 'Kết quả giải ngân kế hoạch vốn, đến hết {period}',
  body: [
    to('{office}'),
    body('Thực hiện {plan}, {unit} báo cáo kết quả giải ngân kế hoạch vốn đến hết {period} như sau:'),
    heading('1. Kết quả'),
    leading('Tỷ lệ giải ngân theo báo cáo gần nhất: {latest}. Mức cần đạt: {thresholds}.'),
    space(),
    rowsTable('rows', [
      no,
      { heading: 'Kỳ', width: 23, cell: '{period}' },
      { heading: 'Đã giải ngân', width: 22, cell: '{done}', align: 'right' },
      { heading: 'Kế hoạch vốn', width: 22, cell: '{planned}', align: 'right' },
      { heading: 'Tỷ lệ', width: 12, cell: '{percent}', align: 'right' },
      { heading: 'Số liệu ngày', width: 14, cell: '{day}', align: 'centre' },
    ]),
    heading('2. Nguyên nhân, giải pháp'),
    pen(),
    leading('Trên đây là báo cáo của {unit}./.'),
    space(),
  ],
}
