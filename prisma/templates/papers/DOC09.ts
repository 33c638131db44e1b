import type { Frame } from '../layout/frame.ts'
import { no, space, to } from '../layout/parts.ts'
import { rowsTable } from '../layout/table.ts'
import { body, centred, leading } from '../layout/text.ts'

export const DOC09: Frame = {
  type: null,
  abstract: 'đôn đốc thực hiện phong trào thi đua',
  body: [
    to('{addressee}'),
    body('Thực hiện {plan}.'),
    body(
      'Qua theo dõi, tính đến hết ngày {day} còn {units} đơn vị chưa gửi {items} nội dung đã quá thời hạn (danh sách kèm theo).',
    ),
    leading(
      '{office} đề nghị thủ trưởng các đơn vị chỉ đạo hoàn thành và gửi ngay các nội dung còn thiếu. Trường hợp có khó khăn, vướng mắc, đề nghị phản ánh về {office} để được hướng dẫn./.',
    ),
    space(),
  ],
  appendix: [
    centred('DANH SÁCH NỘI DUNG QUÁ HẠN', { bold: true }),
    centred('(Tính đến hết ngày {day})', { italics: true }),
    space(),
    rowsTable('rows', [
      no,
      { heading: 'Đơn vị', width: 30, cell: '{unit}' },
      { heading: 'Nội dung chưa gửi', width: 38, cell: '{what}' },
      { heading: 'Thời hạn', width: 13, cell: '{due}', align: 'centre' },
      { heading: 'Quá hạn', width: 12, cell: '{late}', align: 'right' },
    ]),
  ],
}
