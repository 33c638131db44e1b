import type { Frame } from '../layout/frame.ts'
import { dayWidth, no, space } from '../layout/parts.ts'
import { rowsTable } from '../layout/table.ts'
import { leading } from '../layout/text.ts'

export const DOC07: Frame = {
  type: 'KẾ HOẠCH',
  abstract: 'Kiểm tra công tác chỉ đạo, điều hành và kết quả thực hiện cải cách hành chính',
  body: [
    leading('Thực hiện {plan}, {unit} tổ chức {checks} cuộc kiểm tra như sau:'),
    space(),
    rowsTable('rows', [
      no,
      { heading: 'Đơn vị được kiểm tra', width: 21, cell: '{unit}' },
      { heading: 'Nội dung', width: 26, cell: '{content}' },
      { heading: 'Ngày', width: dayWidth, cell: '{day}', align: 'centre' },
      { heading: 'Thành phần', width: 17, cell: '{team}' },
      { heading: 'Căn cứ', width: 15, cell: '{basis}' },
    ]),
    leading(
      'Các đơn vị được kiểm tra chuẩn bị báo cáo, hồ sơ, tài liệu và bố trí người làm việc; có vướng mắc, trao đổi với {office}./.',
    ),
    space(),
  ],
}
