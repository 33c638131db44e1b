import type { Span } from '../../spans/span.ts'
import { bareToo } from '../../text.ts'
import { closing, opening, word } from './phrases.ts'

/** «cao hơn cùng kỳ 5 triệu», «thấp hơn tháng 1 là 40 triệu», «vượt kế hoạch 2 lớp» */
export const MEASURED = bareToo(
  /(?:^|[\s,])(?:cao |thấp |nhiều |ít |nhanh |chậm |tốt |kém |sớm |muộn )?hơn(?: so với)? (?:cùng kỳ|dự tính|kế hoạch|chỉ tiêu|dự toán|năm|quý|tháng|kỳ|lần)[^,;.]{0,14}(?: là| tới| đến)? $|(?:vượt|tăng|giảm|thiếu)(?: so với)? (?:kế hoạch|chỉ tiêu|dự toán|cùng kỳ)(?: năm| giao)?(?: là)? $/u,
)

export const COMPARES = opening('so với|so với cùng kỳ|hơn so với')

export const COMPARED = word('so với|cùng kỳ|so cùng kỳ')

/** Without accents «moi» is likelier mới. */
export const EACH =
  /(?:^|[\s(,;.])(?:(?<!(?:có|chỉ|được|còn|sót|thiếu|vướng) )mỗi|bình quân|trung bình|binh quan|trung binh)(?:[\s:,;.)]|$)/u

export const THEN = bareToo(/(?:hơn|tăng|giảm|kém) (?:so với )?(?:năm|quý|tháng|kỳ|cùng kỳ)/u)

export const GREW = closing('tăng|tăng thêm|vượt|cao hơn|nhiều hơn')

export const FELL = closing('giảm|thấp hơn|ít hơn|kém|thiếu|hụt|dư|thừa')

/** «132 thủ tục, chị Nhung kiểm lại hai lượt»: how often it was looked over. */
export const isHowOften = ({ start, end }: Span, text: string): boolean =>
  /(?:lần|lượt|vòng|lan|luot|vong)$/iu.test(text.slice(start, end)) && LOOKED_OVER.test(text.slice(0, start))

const LOOKED_OVER = bareToo(
  /(?:^|\s)(?:(?:kiểm|rà|soát|xem|tính|đối chiếu|đếm|cộng) (?:đi )?lại|đếm|cộng)(?: được)? ?$/iu,
)
