import { countColumns, initiativeColumns, initiativeCounts } from '../layout/columns.ts'
import type { Frame } from '../layout/frame.ts'
import { no, pen, space } from '../layout/parts.ts'
import { rowsTable } from '../layout/table.ts'
import { body, centred, heading, leading, sizes } from '../layout/text.ts'

export const DOC12: Frame = {
  type: 'BÁO CÁO',
  abstract: 'Tổng kết phong trào thi đua “{campaign}” năm {year}',
  body: [
    body('{#bases [loopOver: "paragraph"]}{line}{/bases}', { italics: true }),
    body('Thực hiện {plan}; kết quả phong trào thi đua, tính đến hết ngày {day}, như sau:'),
    heading('I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, PHÁT ĐỘNG'),
    body(
      'Có {units} đơn vị thi đua. {launched} trong {launchOwed} đơn vị phải phát động đã gửi văn bản phát động về {office}, trong đó {launchedLate} đơn vị gửi sau thời hạn.',
    ),
    pen(),
    heading('II. KẾT QUẢ THỰC HIỆN CÁC NỘI DUNG THI ĐUA'),
    leading('Giải ngân chung của các đơn vị đã báo cáo: {disbursed}. Số đơn vị theo từng chỉ tiêu:'),
    space(),
    rowsTable('targets', [no, { heading: 'Chỉ tiêu', width: 43, cell: '{target}' }, ...countColumns]),
    heading('III. MÔ HÌNH, GIẢI PHÁP, SÁNG KIẾN'),
    body(initiativeCounts),
    leading('Các giải pháp, sáng kiến tiêu biểu:'),
    space(),
    rowsTable('outstanding', initiativeColumns),
    heading('IV. CÔNG TÁC TUYÊN TRUYỀN'),
    pen(),
    heading('V. CÔNG TÁC KIỂM TRA, GIÁM SÁT'),
    pen(),
    heading('VI. ĐÁNH GIÁ CHUNG'),
    ...['1. Ưu điểm', '2. Hạn chế', '3. Nguyên nhân', '4. Bài học kinh nghiệm'].flatMap(part => [body(part), pen()]),
    heading('VII. CÔNG TÁC KHEN THƯỞNG'),
    pen(),
    heading('VIII. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM {nextYear}; KIẾN NGHỊ, ĐỀ XUẤT'),
    pen(),
    leading('Trên đây là báo cáo tổng kết phong trào thi đua “{campaign}” năm {year}./.'),
    space(),
  ],
  appendix: [
    centred('PHỤ LỤC', { bold: true }),
    centred('KẾT QUẢ THỰC HIỆN CHỈ TIÊU CỦA TỪNG ĐƠN VỊ', { bold: true }),
    centred('(Tính đến hết ngày {day})', { italics: true, size: sizes.head }),
    space(),
    rowsTable('rows', [no, { heading: 'Đơn vị', width: 43, cell: '{unit}' }, ...countColumns]),
  ],
}
