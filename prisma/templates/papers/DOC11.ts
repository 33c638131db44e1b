import { initiativeColumns, initiativeCounts, ownCriteria, targetColumns, unitCounts } from '../layout/columns.ts'
import type { Frame } from '../layout/frame.ts'
import { pen, space, to } from '../layout/parts.ts'
import { rowsTable } from '../layout/table.ts'
import { body, heading, leading } from '../layout/text.ts'

export const DOC11: Frame = {
  type: 'BÁO CÁO',
  abstract: 'Tổng kết phong trào thi đua “{campaign}” năm {year}',
  body: [
    to('{office}'),
    body('Thực hiện {plan}, {unit} báo cáo tổng kết phong trào thi đua năm {year} như sau:'),
    heading('I. ĐẶC ĐIỂM TÌNH HÌNH'),
    pen(),
    heading('II. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, PHÁT ĐỘNG'),
    body('Đơn vị gửi văn bản phát động phong trào thi đua ngày {launched}.'),
    pen(),
    heading('III. KẾT QUẢ THỰC HIỆN CÁC NỘI DUNG THI ĐUA'),
    leading(unitCounts),
    space(),
    rowsTable('rows', targetColumns),
    ...ownCriteria,
    heading('IV. MÔ HÌNH, GIẢI PHÁP, SÁNG KIẾN'),
    leading(initiativeCounts),
    space(),
    rowsTable('initiatives', initiativeColumns),
    heading('V. CÔNG TÁC TUYÊN TRUYỀN'),
    pen(),
    heading('VI. ĐÁNH GIÁ CHUNG: ƯU ĐIỂM, HẠN CHẾ, NGUYÊN NHÂN, BÀI HỌC KINH NGHIỆM'),
    pen(),
    heading('VII. CÔNG TÁC KHEN THƯỞNG'),
    pen(),
    heading('VIII. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM {nextYear}; KIẾN NGHỊ, ĐỀ XUẤT'),
    pen(),
    leading('Trên đây là báo cáo tổng kết của {unit}./.'),
    space(),
  ],
}
