import type { Column } from '../office-files/list-rows.ts'

export type PeopleColumn = 'unit' | 'name' | 'role' | 'position' | 'phone'

/** The columns of a list of people. A phone number is known as one, so that nobody is told to remove it; it is never read. */
export const peopleColumns: readonly Column<PeopleColumn>[] = [
  {
    name: 'unit',
    isNeeded: true,
    headings: [
      'Đơn vị',
      'Mã đơn vị',
      'Tên đơn vị',
      'Cơ quan, đơn vị',
      'Cơ quan',
      'Đơn vị công tác',
      'unit',
      'unit code',
      'unit name',
    ],
  },
  {
    name: 'name',
    isNeeded: true,
    headings: ['Họ và tên', 'Họ tên', 'Họ, tên', 'Tên', 'full name', 'full_name', 'name'],
  },
  { name: 'role', isNeeded: false, headings: ['Vai trò', 'Vai trò trong hệ thống', 'Nhiệm vụ', 'role'] },
  {
    name: 'position',
    isNeeded: false,
    headings: ['Chức vụ', 'Chức danh', 'Chức vụ, chức danh', 'position', 'post', 'title'],
  },
  { name: 'phone', isNeeded: false, headings: ['Điện thoại', 'Số điện thoại', 'SĐT', 'Di động', 'phone', 'mobile'] },
]
