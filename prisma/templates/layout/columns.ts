import type { Frame } from './frame.ts'
import { dayWidth, no, space } from './parts.ts'
import { rowsTable, type TableColumn } from './table.ts'
import { body, leading } from './text.ts'

export const targetColumns: readonly TableColumn[] = [
  no,
  { heading: 'Chỉ tiêu', width: 35, cell: '{target}' },
  { heading: 'Mức cần đạt', width: 18, cell: '{threshold}' },
  { heading: 'Kết quả', width: 22, cell: '{value}' },
  { heading: 'Đánh giá', width: 18, cell: '{state}' },
]
export const ownCriteria: Frame['body'] = [
  leading('{#own [loopOver: "paragraph"]}Tiêu chí riêng của đơn vị, theo báo cáo gần nhất:'),
  space(),
  rowsTable('rows', [
    no,
    { heading: 'Tiêu chí', width: 24, cell: '{criterion}' },
    { heading: 'Mức cần đạt', width: 16, cell: '{threshold}' },
    { heading: 'Đạt trước ngày', width: dayWidth, cell: '{due}', align: 'centre' },
    { heading: 'Kết quả', width: 24, cell: '{result}' },
    { heading: 'Đánh giá', width: 15, cell: '{state}' },
  ]),
  body('{/own}'),
]
export const countColumns: readonly TableColumn[] = [
  { heading: 'Áp dụng', width: 12, cell: '{applying}', align: 'right' },
  { heading: 'Đạt', width: 12, cell: '{reached}', align: 'right' },
  { heading: 'Chưa đạt', width: 12, cell: '{open}', align: 'right' },
  { heading: 'Chưa có số liệu', width: 14, cell: '{without}', align: 'right' },
]
export const initiativeColumns: readonly TableColumn[] = [
  no,
  { heading: 'Mã', width: 11, cell: '{code}' },
  { heading: 'Tên', width: 29, cell: '{title}' },
  { heading: 'Tác giả', width: 19, cell: '{author}' },
  { heading: 'Đơn vị', width: 18, cell: '{unit}' },
  { heading: 'Tình trạng', width: 16, cell: '{state}' },
]
export const unitCounts =
  'Trong {applying} chỉ tiêu áp dụng: {reached} chỉ tiêu đạt, {open} chỉ tiêu chưa đạt hoặc đang thực hiện, {without} chỉ tiêu chưa có số liệu.'
export const initiativeCounts =
  'Đã đăng ký {registered} mô hình, giải pháp, sáng kiến; {recognised} được công nhận, {effective} được xác nhận áp dụng có hiệu quả, {replicated} được nhân rộng.'
export const nomineeColumns: readonly TableColumn[] = [
  no,
  { heading: 'Họ và tên, tên tập thể', width: 28, cell: '{name}' },
  { heading: 'Chức vụ, đơn vị', width: 28, cell: '{position}' },
  { heading: 'Thành tích', width: 37, cell: '{summary}' },
]
export const concludedColumns: readonly TableColumn[] = [
  no,
  { heading: 'Họ và tên, tên tập thể', width: 22, cell: '{name}' },
  { heading: 'Chức vụ, đơn vị', width: 20, cell: '{position}' },
  { heading: 'Thành tích', width: 21, cell: '{summary}' },
  { heading: 'Ý kiến các cơ quan', width: 14, cell: '{opinion}' },
  { heading: 'Lý do', width: 16, cell: '{reason}' },
]
