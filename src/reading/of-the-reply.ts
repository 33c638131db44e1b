import { withoutQuestionBack } from './question-back.ts'
import { orBare } from './without-accents.ts'

const WHO = '(?:em|e|tôi|mình|tui|anh|chị|cô|bác|chú|thầy|cháu|con|sếp|bạn|bên em|bên mình|bên tôi)'
/** Why it comes late says so only beside an excuse. */
const BUSY =
  '(?:(?:đang|vừa|mới|cả ngày|suốt|hôm qua|sáng nay|chiều qua|nãy giờ|hơi) )*(?:bận|vướng|mắc|mải|dự|đi|họp)(?: (?:họp|việc|khách|công tác|tiếp dân|tiếp khách|lái xe|trực|đón con|cơ sở|ngoài đường|đường|suốt|túi bụi|tối mắt|nãy giờ|cả ngày|xong))*'
const FILL = `(?:${WHO}|dạ|vâng|ạ|nhé|nha|nghen|với|nên|vì|do|tại|mà|cho|để|quá|lắm|mong|nhờ|đừng|${BUSY})`
const WRITE = '(?:viết|gõ|nhắn|ghi)'
const PARTS = [
  '(?:xin lỗi|xl|sorry|xin thứ lỗi|thông cảm|bỏ quá|cảm ơn|hân hạnh|rất vui|rất hân hạnh)(?: (?:được )?(?:làm quen|hợp tác|gặp|biết))?',
  '(?:giờ|bây giờ|nay|hôm nay|đến giờ|tận giờ|sáng nay|chiều nay) (?:này )?mới (?:trả lời|rep|nhắn|phản hồi|xem|đọc|thấy|mở|vào|rảnh)(?: được)?(?: (?:tin|tin nhắn|máy|điện thoại|zalo))?',
  '(?:trả lời|rep|nhắn|phản hồi) (?:tin |lại )?(?:hơi )?(?:muộn|trễ|chậm)(?: (?:tí|chút|xíu))?',
  '(?:đỡ|khỏi)(?: phải)? (?:nghĩ|băn khoăn|lăn tăn|đắn đo)(?: (?:nhiều|ngợi|thêm|nữa|gì))*',
  '(?:chức vụ|chức danh|đơn vị|địa chỉ|số điện thoại|điện thoại|ngày sinh)(?: (?:thì|cứ))? (?:để trống|bỏ trống|không cần ghi|khỏi ghi)(?: (?:cũng được|được|thôi))*',
  // How it is typed.
  `${WRITE} (?:hoa|thường|tắt|không dấu|có dấu|đúng dấu|(?<=đừng ${WRITE} )(?:sai|thiếu|nhầm|mất)(?: dấu| tên| chính tả)?)(?: (?:giùm|giúp|hộ|dùm))?`,
  `quên (?:tắt|bật|chuyển) (?:caps lock|caps|capslock|unikey|bộ gõ|tiếng việt|bàn phím)`,
  `(?:điện thoại|máy|bàn phím)(?: ${WHO})?(?: bị)? (?:lỗi|hỏng|liệt|mất|không có)(?: (?:phím|bàn phím|bộ gõ|unikey|dấu|nút))+`,
].join('|')
const isOfReply = orBare(new RegExp(`^(?:${FILL} )*(?:${PARTS})(?: (?:${FILL}|${PARTS}))*$`, 'iu'))

/** «tài chính công chứ còn gì nữa» */
const INSISTS =
  /(?<=[\p{L}\d]),? (?:(?:chứ|chớ) (?:còn gì(?: nữa)?|gì nữa|sao(?: nữa)?|ai nữa|đâu(?: nữa)?)|chu (?:con gi|gi nua|con gi nua|sao nua))(?: (?:em|anh|chị|ạ))*(?=\s*(?:[,.;!]|$))/giu

/** What is longer is a text. */
const LONGEST_ANSWER = 400
const FIRST = /^([^,.;:!…()\n]{4,120})[,.;:!…\n]+(?=.*[\p{L}\d])/su
const LAST = /(?<=[\p{L}\d].*)[,.;:!…(\n]+([^,.;:!…()\n]{4,120})[\s.!…)]*$/su

/** A line without what opens or closes it and speaks of the reply, not of what is asked: an excuse, how it is typed, a question to whoever reads it. */
export function withoutTalk(typed: string): string {
  const text = withoutQuestionBack(typed).replace(INSISTS, '')
  if (text.length > LONGEST_ANSWER) return text
  for (const form of [FIRST, LAST]) {
    const [whole = '', clause = ''] = form.exec(text) ?? []
    if (isOfReply(clause.trim())) return withoutTalk(text.replace(whole, ' ').trim())
  }
  return text
}
