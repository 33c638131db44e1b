import type { Column } from '../office-files/list-rows.ts'

export type UnitColumn = 'code' | 'name' | 'kind' | 'parent_code' | 'valid_from' | 'valid_to' | 'successors' | 'notes'

/** The columns of a list of units, with the headings that offices write. The first is the one that we write ourselves. */
export const unitColumns: readonly Column<UnitColumn>[] = [
  { name: 'code', isNeeded: true, headings: ['Mã đơn vị', 'Mã', 'Mã ĐV', 'code', 'unit code'] },
  {
    name: 'name',
    isNeeded: true,
    headings: [
      'Tên đơn vị',
      'Tên',
      'Đơn vị',
      'Tên cơ quan, đơn vị',
      'Tên cơ quan',
      'Cơ quan, đơn vị',
      'name',
      'unit',
      'unit name',
    ],
  },
  { name: 'kind', isNeeded: false, headings: ['Loại đơn vị', 'Loại', 'Loại hình', 'kind', 'type', 'unit kind'] },
  {
    name: 'parent_code',
    isNeeded: false,
    headings: [
      'Mã đơn vị cấp trên',
      'Mã cấp trên',
      'Đơn vị cấp trên',
      'Cấp trên',
      'Trực thuộc',
      'parent_code',
      'parent',
      'parent unit',
    ],
  },
  {
    name: 'valid_from',
    isNeeded: false,
    headings: [
      'Hoạt động từ ngày',
      'Từ ngày',
      'Hiệu lực từ',
      'Ngày bắt đầu',
      'Ngày thành lập',
      'valid_from',
      'from',
      'start date',
    ],
  },
  {
    name: 'valid_to',
    isNeeded: false,
    headings: ['Hoạt động đến ngày', 'Đến ngày', 'Hiệu lực đến', 'Ngày kết thúc', 'valid_to', 'to', 'end date'],
  },
  {
    name: 'successors',
    isNeeded: false,
    headings: ['Mã đơn vị kế thừa', 'Đơn vị kế thừa', 'Kế thừa', 'Đơn vị thay thế', 'successors', 'successor'],
  },
  { name: 'notes', isNeeded: false, headings: ['Ghi chú', 'notes', 'note', 'remarks'] },
]
