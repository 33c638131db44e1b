import type { Frame } from '../layout/frame.ts'
import { bases, no, pen, space } from '../layout/parts.ts'
import { rowsTable } from '../layout/table.ts'
import { body, heading, leading } from '../layout/text.ts'

export const DOC01: Frame = {
  type: 'KẾ HOẠCH',
  abstract: 'Phát động và tổ chức thực hiện phong trào thi đua “{campaign}” năm {year}',
  body: [
    bases(),
    body('Thực hiện {plan}, {unit} phát động phong trào thi đua và tổ chức thực hiện như sau:'),
    heading('I. MỤC ĐÍCH, YÊU CẦU'),
    pen(),
    heading('II. ĐỐI TƯỢNG THI ĐUA'),
    pen(),
    heading('III. NỘI DUNG, CHỈ TIÊU THI ĐUA'),
    leading('Gắn với chủ đề công tác năm {year}: {theme}. Các chỉ tiêu của kế hoạch áp dụng cho đơn vị:'),
    space(),
    rowsTable('rows', [
      no,
      { heading: 'Chỉ tiêu', width: 58, cell: '{target}' },
      { heading: 'Mức cần đạt', width: 35, cell: '{threshold}' },
    ]),
    leading('Tiêu chí riêng của đơn vị:'),
    space(),
    rowsTable('own', [
      no,
      { heading: 'Tiêu chí', width: 48, cell: '{target}' },
      { heading: 'Mức cần đạt', width: 27, cell: '{threshold}' },
      { heading: 'Đạt trước ngày', width: 18, cell: '{due}', align: 'centre' },
    ]),
    heading('IV. GIẢI PHÁP THỰC HIỆN; MÔ HÌNH, GIẢI PHÁP, SÁNG KIẾN SẼ ĐĂNG KÝ'),
    pen(),
    heading('V. HÌNH THỨC, TIÊU CHUẨN KHEN THƯỞNG'),
    pen(),
    heading('VI. TỔ CHỨC THỰC HIỆN'),
    body('Thời gian thực hiện: từ ngày phát động đến hết ngày {endsOn}. Bộ phận, người làm đầu mối:'),
    pen(),
    leading('Trên đây là kế hoạch của {unit}; báo cáo {office} theo dõi, tổng hợp./.'),
    space(),
  ],
}
