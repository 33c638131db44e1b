import { nomineeColumns } from '../layout/columns.ts'
import type { Frame } from '../layout/frame.ts'
import { space, to } from '../layout/parts.ts'
import { rowsTable } from '../layout/table.ts'
import { leading } from '../layout/text.ts'

export const DOC16: Frame = {
  type: 'PHIẾU Ý KIẾN',
  abstract: 'Thẩm định hồ sơ đề nghị khen thưởng',
  body: [
    to('{office}'),
    leading('Thực hiện {plan}, {unit} có ý kiến thẩm định trong lĩnh vực phụ trách đối với các tập thể, cá nhân sau:'),
    space(),
    rowsTable('rows', [
      ...nomineeColumns.slice(0, 3),
      { heading: 'Ý kiến', width: 14, cell: '{opinion}' },
      { heading: 'Lý do, nhận xét', width: 23, cell: '{reason}' },
    ]),
    leading('Trên đây là ý kiến của {unit}./.'),
    space(),
  ],
}
