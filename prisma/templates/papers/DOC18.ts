import type { Frame } from '../layout/frame.ts'
import { no, space, to } from '../layout/parts.ts'
import { rowsTable } from '../layout/table.ts'
import { leading } from '../layout/text.ts'

export const DOC18: Frame = {
  type: null,
  abstract: 'bổ sung hồ sơ đề nghị khen thưởng',
  body: [
    to('{addressee}'),
    leading(
      'Thực hiện {plan}, {office} đã kiểm tra hồ sơ đề nghị khen thưởng của {addressee}. Các hồ sơ sau cần bổ sung:',
    ),
    space(),
    rowsTable('rows', [
      no,
      { heading: 'Họ và tên, tên tập thể', width: 33, cell: '{name}' },
      { heading: 'Giấy tờ, nội dung cần bổ sung', width: 60, cell: '{reason}' },
    ]),
    leading('{office} đề nghị {addressee} bổ sung và gửi lại để kịp thời thẩm định./.'),
    space(),
  ],
}
