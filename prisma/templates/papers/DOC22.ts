import { nomineeColumns } from '../layout/columns.ts'
import type { Frame } from '../layout/frame.ts'
import { bases, space, to } from '../layout/parts.ts'
import { rowsTable } from '../layout/table.ts'
import { leading } from '../layout/text.ts'

export const DOC22: Frame = {
  type: 'TỜ TRÌNH',
  abstract: 'Về việc đề nghị khen thưởng trong phong trào thi đua “{campaign}” năm {year}',
  body: [
    to('Ủy ban nhân dân {province}'),
    bases(),
    leading(
      'Thực hiện {plan}, {issuerOfPlan} kính trình Ủy ban nhân dân {province} xem xét khen thưởng {honoured} có thành tích xuất sắc, gồm:',
    ),
    space(),
    rowsTable('rows', nomineeColumns),
    leading('Kính đề nghị Ủy ban nhân dân {province} xem xét, quyết định./.'),
    space(),
  ],
}
