import { type Frame, twoSign } from '../layout/frame.ts'
import { author, space } from '../layout/parts.ts'
import { body, centred, heading, leading } from '../layout/text.ts'

export const DOC15: Frame = {
  type: 'BÁO CÁO THÀNH TÍCH',
  abstract: 'Đề nghị khen thưởng trong phong trào thi đua “{campaign}”',
  body: [
    body('Thực hiện {plan}, {unit} gửi kèm báo cáo thành tích của từng tập thể, cá nhân được đề nghị khen thưởng.'),
    leading('{unit} chịu trách nhiệm về tính chính xác của các báo cáo kèm theo./.'),
    space(),
  ],
  attached: [
    body('{#reports [loopOver: "paragraph"]}'),
    centred('BÁO CÁO THÀNH TÍCH', { bold: true, pageBreakBefore: true }),
    centred('ĐỀ NGHỊ TẶNG GIẤY KHEN', { bold: true }),
    centred('(Trình {authority})', { italics: true }),
    body('Tên đơn vị hoặc cá nhân: {name}', { bold: true }),
    body('Chức vụ, đơn vị: {position}'),
    heading('I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH'),
    author('{profile}'),
    heading('II. THÀNH TÍCH ĐẠT ĐƯỢC'),
    author('{achievements}'),
    body('Kết quả đã được xác nhận (nguồn ghi trong ngoặc):', { italics: true }),
    body('{#known [loopOver: "paragraph"]}– {line}{/known}'),
    body('Các biện pháp, giải pháp đã thực hiện:', { italics: true }),
    author('{measures}'),
    body('Hiệu quả:', { italics: true }),
    author('{effects}'),
    body('Bài học kinh nghiệm:', { italics: true }),
    author('{lessons}'),
    space(),
    twoSign(
      ['XÁC NHẬN CỦA CẤP TRÌNH KHEN THƯỞNG', '(ký, đóng dấu)'],
      ['THỦ TRƯỞNG ĐƠN VỊ HOẶC CÁ NHÂN', '(ký, ghi rõ họ tên)'],
    ),
    body('{/reports}'),
  ],
}
