import { nomineeColumns } from '../layout/columns.ts'
import type { Frame } from '../layout/frame.ts'
import { bases, space, to } from '../layout/parts.ts'
import { rowsTable } from '../layout/table.ts'
import { body, leading } from '../layout/text.ts'

export const DOC13: Frame = {
  type: 'TỜ TRÌNH',
  abstract: 'Về việc đề nghị tặng Giấy khen trong phong trào thi đua “{campaign}” năm {year}',
  body: [
    to('{addressees}'),
    bases(),
    body('Thực hiện {plan};', { italics: true }),
    body('Căn cứ {minutes}.', { italics: true }),
    leading(
      '{unit} kính trình {chairman} xem xét, tặng Giấy khen cho {honoured} có thành tích xuất sắc trong phong trào thi đua “{campaign}” năm {year}, gồm:',
    ),
    space(),
    rowsTable('rows', nomineeColumns),
    body('Hồ sơ kèm theo: biên bản họp xét duyệt; báo cáo thành tích của từng tập thể, cá nhân.'),
    leading('{unit} chịu trách nhiệm về tính chính xác của hồ sơ và kính đề nghị {chairman} xem xét, quyết định./.'),
    space(),
  ],
}
