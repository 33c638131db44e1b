import { ownCriteria, targetColumns, unitCounts } from '../layout/columns.ts'
import type { Frame } from '../layout/frame.ts'
import { pen, space, to } from '../layout/parts.ts'
import { rowsTable } from '../layout/table.ts'
import { body, heading, leading } from '../layout/text.ts'

export const DOC04: Frame = {
  type: 'BÁO CÁO',
  abstract: 'Tiến độ thực hiện các chỉ tiêu thi đua, {period}',
  body: [
    to('{office}'),
    body('Thực hiện {plan}, {unit} báo cáo tiến độ thực hiện các chỉ tiêu thi đua, {period} như sau:'),
    heading('1. Kết quả thực hiện'),
    leading(unitCounts),
    space(),
    rowsTable('rows', targetColumns),
    ...ownCriteria,
    heading('2. Khó khăn, vướng mắc'),
    pen(),
    heading('3. Kiến nghị, đề xuất'),
    pen(),
    leading('Trên đây là báo cáo của {unit}./.'),
    space(),
  ],
}
