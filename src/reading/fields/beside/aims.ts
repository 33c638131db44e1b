import { bareToo } from '../../text.ts'

const AIM =
  'chỉ tiêu(?! (?:c|ct)?-?\\d)|kế hoạch giao|kế hoạch năm giao|kh giao|kh năm|(?:tỉnh|thành phố|phòng|sở|ngành \\p{L}+|cấp trên|trên) giao|mục tiêu|phấn đấu|dự kiến|yêu cầu|đề ra|cố gắng|quyết tâm|đáng lẽ|lẽ ra|đáng ra|đáng lý'

/** «chỉ tiêu giao 20», not «theo kế hoạch đã đạt 12». */
export const AIMED = bareToo(
  new RegExp(
    `(?:^|[\\s(,;.])(?:${AIM})(?!.*(?:^|\\s)(?:đã|đạt|đạt được|thực hiện|thực tế|kết quả|mới(?! là)|chi|da|dat|dat duoc|thuc hien|thuc te|ket qua|moi)(?:\\s|$))[^,;.]*$`,
    'u',
  ),
)
