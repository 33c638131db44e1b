import type { Frame } from '../layout/frame.ts'
import { no, space, to } from '../layout/parts.ts'
import { rowsTable } from '../layout/table.ts'
import { leading } from '../layout/text.ts'

export const DOC02: Frame = {
  type: 'DANH SÁCH',
  abstract: 'Tập thể, cá nhân đăng ký tham gia phong trào thi đua',
  body: [
    to('{office}'),
    leading('Thực hiện {plan}, {unit} đăng ký {honoured} tham gia phong trào thi đua:'),
    space(),
    rowsTable('rows', [
      no,
      { heading: 'Tập thể, cá nhân', width: 45, cell: '{name}' },
      { heading: 'Đối tượng', width: 33, cell: '{kind}' },
      { heading: 'Mã', width: 15, cell: '{code}', align: 'centre' },
    ]),
    leading('Danh sách này có {honoured}./.'),
    space(),
  ],
}
