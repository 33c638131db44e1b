import type { Frame } from '../layout/frame.ts'
import { dayWidth, no, space, to } from '../layout/parts.ts'
import { rowsTable } from '../layout/table.ts'
import { leading } from '../layout/text.ts'

export const DOC08: Frame = {
  type: 'THÔNG BÁO',
  abstract: 'Kết quả kiểm tra công tác chỉ đạo, điều hành và kết quả thực hiện cải cách hành chính',
  body: [
    to('{office}; các đơn vị được kiểm tra'),
    leading(
      'Thực hiện {plan}, {unit} đã tiến hành {checks} cuộc kiểm tra, trong đó {withFindings} cuộc có tồn tại phải khắc phục:',
    ),
    space(),
    rowsTable('rows', [
      no,
      { heading: 'Đơn vị, nội dung', width: 21, cell: '{unit}: {content}' },
      { heading: 'Ngày', width: dayWidth, cell: '{day}', align: 'centre' },
      { heading: 'Kết quả', width: 17, cell: '{result}' },
      { heading: 'Tồn tại', width: 15, cell: '{findings}' },
      { heading: 'Hạn khắc phục', width: dayWidth, cell: '{remedyBy}', align: 'centre' },
      { heading: 'Tình trạng', width: 12, cell: '{state}' },
    ]),
    leading('Đề nghị các đơn vị có tồn tại khắc phục đúng hạn và báo cáo kết quả về {office}./.'),
    space(),
  ],
}
