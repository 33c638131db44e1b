import type { Frame } from '../layout/frame.ts'
import { dayWidth, no, space, to } from '../layout/parts.ts'
import { rowsTable } from '../layout/table.ts'
import { leading } from '../layout/text.ts'

export const DOC23: Frame = {
  type: 'BÁO CÁO',
  abstract: 'Kết quả giám sát việc thực hiện cải cách hành chính và phong trào thi đua',
  body: [
    to('{office}'),
    leading('Thực hiện {plan}, {unit} đã ghi nhận {supervisions} cuộc giám sát:'),
    space(),
    rowsTable('rows', [
      no,
      { heading: 'Ngày', width: dayWidth, cell: '{day}', align: 'centre' },
      { heading: 'Đơn vị được giám sát', width: 18, cell: '{unit}' },
      { heading: 'Nội dung', width: 19, cell: '{content}' },
      { heading: 'Kết quả giám sát', width: 21, cell: '{seen}' },
      { heading: 'Kiến nghị', width: 21, cell: '{recommended}' },
    ]),
    leading('Trên đây là báo cáo kết quả giám sát của {unit}./.'),
    space(),
  ],
}
