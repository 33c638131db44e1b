import type { Frame } from '../layout/frame.ts'
import { no, space } from '../layout/parts.ts'
import { rowsTable } from '../layout/table.ts'
import { body, heading, leading, line } from '../layout/text.ts'

export const DOC14: Frame = {
  type: 'BIÊN BẢN',
  abstract: 'Họp xét khen thưởng phong trào thi đua “{campaign}” năm {year}',
  areMinutes: true,
  body: [
    body('Thực hiện {plan}, {council} họp phiên {code} xét đề nghị khen thưởng.'),
    heading('I. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN'),
    body('Bắt đầu: {began}. Địa điểm: {place}.'),
    body('Chủ trì: {chair}. Thư ký: {secretary}.'),
    leading(
      'Tổng số thành viên Hội đồng: {members}; có mặt: {present}; vắng: {absent}; gửi ý kiến bằng văn bản: {written}. {quorum}',
    ),
    space(),
    rowsTable('attendance', [
      no,
      { heading: 'Họ và tên', width: 28, cell: '{name}' },
      { heading: 'Chức vụ', width: 25, cell: '{position}' },
      { heading: 'Trong Hội đồng', width: 18, cell: '{part}' },
      { heading: 'Dự họp', width: 22, cell: '{state}' },
    ]),
    heading('II. NỘI DUNG'),
    body('Hội đồng xét {count} tập thể, cá nhân được đề nghị, {mode}. {pass}'),
    line('{#conflicts [loopOver: "paragraph"]}- {text}{/conflicts}', {
      indent: { left: 720 },
      spacing: { before: 60 },
    }),
    heading('III. KẾT QUẢ'),
    leading('{opening}'),
    space(),
    rowsTable('cases', [
      { ...no, width: 6 },
      { heading: 'Tập thể, cá nhân', width: 23, cell: '{nominee}' },
      { heading: 'Phiếu phát ra', width: 9, cell: '{issued}', align: 'right' },
      { heading: 'Thu về', width: 8, cell: '{returned}', align: 'right' },
      { heading: 'Hợp lệ', width: 8, cell: '{valid}', align: 'right' },
      { heading: 'Đồng ý', width: 8, cell: '{agree}', align: 'right' },
      { heading: 'Không đồng ý', width: 12, cell: '{disagree}', align: 'right' },
      { heading: 'Tỷ lệ đồng ý trên tổng số thành viên', width: 13, cell: '{share}', align: 'right' },
      { heading: 'Kết quả', width: 13, cell: '{verdict}' },
    ]),
    line('{#opinions [loopOver: "paragraph"]}- {text}{/opinions}', {
      indent: { left: 720 },
      spacing: { before: 60 },
    }),
    heading('IV. KẾT LUẬN'),
    body('{conclusion}'),
    line('{#remarks [loopOver: "paragraph"]}- {text}{/remarks}', { indent: { left: 720 }, spacing: { before: 60 } }),
    leading('{reading} Việc bỏ phiếu kết thúc: {closed}./.'),
    space(),
  ],
}
