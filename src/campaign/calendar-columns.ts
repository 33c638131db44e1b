import type { Column } from '../office-files/list-rows.ts'

export type CalendarColumn = 'date' | 'kind' | 'name' | 'status'

/** The columns of a list of days off and days worked in exchange. */
export const calendarColumns: readonly Column<CalendarColumn>[] = [
  { name: 'date', isNeeded: true, headings: ['Ngày', 'Ngày tháng', 'Ngày nghỉ', 'date', 'day'] },
  { name: 'kind', isNeeded: true, headings: ['Loại ngày', 'Loại', 'Nghỉ hay làm bù', 'kind', 'type'] },
  { name: 'name', isNeeded: true, headings: ['Tên ngày', 'Tên', 'Nội dung', 'Lý do', 'name'] },
  { name: 'status', isNeeded: false, headings: ['Tình trạng', 'Trạng thái', 'status'] },
]
