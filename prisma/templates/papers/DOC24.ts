import type { Frame } from '../layout/frame.ts'
import { no, space, to } from '../layout/parts.ts'
import { rowsTable } from '../layout/table.ts'
import { leading } from '../layout/text.ts'

export const DOC24: Frame = {
  type: 'BÁO CÁO',
  abstract: 'Hoạt động tuyên truyền trong phong trào thi đua',
  body: [
    to('{office}'),
    leading(
      'Thực hiện {plan}, {unit} đã tổ chức {activities} hoạt động tuyên truyền với {reached} lượt người được tuyên truyền:',
    ),
    space(),
    rowsTable('rows', [
      no,
      { heading: 'Ngày', width: 14, cell: '{day}', align: 'centre' },
      { heading: 'Nội dung', width: 32, cell: '{content}' },
      { heading: 'Hình thức', width: 17, cell: '{way}' },
      { heading: 'Đối tượng', width: 17, cell: '{audience}' },
      { heading: 'Số lượt người', width: 13, cell: '{reached}', align: 'right' },
    ]),
    leading('Trên đây là báo cáo của {unit}./.'),
    space(),
  ],
}
