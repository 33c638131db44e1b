import type { Column } from '../../office-files/list-rows.ts'

export type AwardColumn =
  | ('name' | 'kind' | 'unit' | 'position' | 'form' | 'purpose' | 'level' | 'authority' | 'achievement')
  | ('decision' | 'decided_on' | 'golden' | 'prize')

/** The columns of a list of awards of past years. */
export const awardColumns: readonly Column<AwardColumn>[] = [
  {
    name: 'name',
    isNeeded: true,
    headings: [
      ...['Tên tập thể, cá nhân', 'Họ và tên', 'Tên', 'Họ tên', 'Tập thể, cá nhân', 'Tên cá nhân, tập thể'],
      ...['Đối tượng khen thưởng', 'name', 'honoree'],
    ],
  },
  {
    name: 'kind',
    isNeeded: true,
    headings: ['Loại', 'Tập thể/cá nhân', 'Tập thể hay cá nhân', 'Loại đối tượng', 'Đối tượng', 'kind'],
  },
  { name: 'unit', isNeeded: true, headings: ['Đơn vị', 'Mã đơn vị', 'Tên đơn vị', 'Đơn vị công tác', 'unit'] },
  { name: 'position', isNeeded: false, headings: ['Chức vụ', 'Chức vụ, chức danh', 'Chức danh', 'position'] },
  {
    name: 'form',
    isNeeded: true,
    headings: ['Hình thức', 'Hình thức khen thưởng', 'Danh hiệu', 'Danh hiệu, hình thức khen thưởng', 'form', 'award'],
  },
  { name: 'purpose', isNeeded: false, headings: ['Loại hình', 'Loại hình khen thưởng', 'purpose'] },
  { name: 'level', isNeeded: false, headings: ['Cấp khen thưởng', 'Cấp khen', 'Cấp', 'level'] },
  {
    name: 'authority',
    isNeeded: false,
    headings: ['Người quyết định', 'Cơ quan khen thưởng', 'Cấp quyết định', 'Người ký', 'authority'],
  },
  { name: 'achievement', isNeeded: false, headings: ['Thành tích', 'Nội dung thành tích', 'Nội dung', 'achievement'] },
  {
    name: 'decision',
    isNeeded: true,
    headings: ['Số quyết định', 'Quyết định', 'Quyết định số', 'Số QĐ', 'decision', 'decision number'],
  },
  {
    name: 'decided_on',
    isNeeded: true,
    headings: ['Ngày quyết định', 'Ngày ban hành', 'Ngày ký', 'Ngày QĐ', 'decided_on', 'decision date'],
  },
  { name: 'golden', isNeeded: false, headings: ['Số sổ vàng', 'Sổ vàng', 'Vào sổ số', 'golden'] },
  { name: 'prize', isNeeded: false, headings: ['Tiền thưởng', 'Mức thưởng', 'Tiền thưởng (đồng)', 'prize'] },
]
