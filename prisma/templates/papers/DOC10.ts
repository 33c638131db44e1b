import { initiativeColumns } from '../layout/columns.ts'
import type { Frame } from '../layout/frame.ts'
import { space, to } from '../layout/parts.ts'
import { rowsTable } from '../layout/table.ts'
import { leading } from '../layout/text.ts'

export const DOC10: Frame = {
  type: 'DANH MỤC',
  abstract: 'Giải pháp, sáng kiến tiêu biểu trong phong trào thi đua',
  body: [
    to('{issuerOfPlan}'),
    leading('Thực hiện {plan}; có {count} giải pháp, sáng kiến tiêu biểu như sau:'),
    space(),
    rowsTable('rows', initiativeColumns),
    leading('Danh mục này có {count} giải pháp, sáng kiến./.'),
    space(),
  ],
}
