import type { Frame } from '../layout/frame.ts'
import { no, space, to } from '../layout/parts.ts'
import { rowsTable } from '../layout/table.ts'
import { leading } from '../layout/text.ts'

export const DOC06: Frame = {
  type: 'DANH MỤC',
  abstract: 'Tác phẩm báo chí, văn học nghệ thuật tham gia phong trào thi đua',
  body: [
    to('{office}'),
    leading('Thực hiện {plan}, {unit} gửi danh mục {works} tác phẩm, trong đó {accepted} tác phẩm đã được tiếp nhận:'),
    space(),
    rowsTable('rows', [
      no,
      { heading: 'Tác phẩm', width: 26, cell: '{title}' },
      { heading: 'Thể loại', width: 11, cell: '{genre}' },
      { heading: 'Tác giả', width: 15, cell: '{author}' },
      { heading: 'Nơi đăng, phát', width: 14, cell: '{medium}' },
      { heading: 'Ngày', width: 14, cell: '{published}', align: 'centre' },
      { heading: 'Tình trạng', width: 13, cell: '{state}' },
    ]),
    leading('Danh mục này có {works} tác phẩm./.'),
    space(),
  ],
}
