import { concludedColumns } from '../layout/columns.ts'
import type { Frame } from '../layout/frame.ts'
import { bases, space, to } from '../layout/parts.ts'
import { rowsTable } from '../layout/table.ts'
import { body, heading, leading } from '../layout/text.ts'

export const DOC17: Frame = {
  type: 'TỜ TRÌNH',
  abstract: 'Kết quả thẩm định hồ sơ đề nghị khen thưởng phong trào thi đua “{campaign}” năm {year}',
  body: [
    to('Chủ tịch {issuerOfPlan}'),
    bases(),
    body(
      'Thực hiện {plan}, {office} đã phối hợp với các cơ quan liên quan thẩm định hồ sơ và kính trình Chủ tịch {issuerOfPlan} xem xét khen thưởng {honoured}.',
    ),
    heading('I. ĐỀ NGHỊ KHEN THƯỞNG'),
    rowsTable('proposed', concludedColumns),
    heading('II. KHÔNG ĐỀ NGHỊ KHEN THƯỞNG'),
    rowsTable('notProposed', concludedColumns),
    leading('{office} kính đề nghị Chủ tịch {issuerOfPlan} xem xét, quyết định./.'),
    space(),
  ],
}
