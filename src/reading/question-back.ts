import { foundOrBare } from './without-accents.ts'

const READER = '(?:anh|chị|bác|cô|chú|em|cháu|thầy|sếp|bạn|mình|bên anh|bên chị)'
const HANDS_OVER = '(?:gửi|nộp|chụp|in|kèm|ký|đóng dấu|chuyển|mang|scan|ghi|điền|nhập|báo|gọi|bổ sung|làm)'
/** What else is wanted («bác có cần em gửi không»), or where and how it is to be handed over («nộp bản giấy ở đâu ạ»). */
const ASKED = [
  `(?:${READER} )?(?:có )?(?:cần|muốn|phải) (?:[^.,;:?!\\n]{0,40} )?${HANDS_OVER}(?: [^.,;:?!\\n]{1,40})? (?:không|ko|k|hông|chưa)`,
  `(?:${READER} )?(?:có )?(?:cần|muốn)(?: [^.,;:?!\\n]{1,40})? (?:ảnh|bản|giấy|file|minh chứng|danh sách|biên bản|văn bản)(?: [^.,;:?!\\n]{1,20})? (?:không|ko|k|hông)`,
  `(?:${READER} )?(?:gửi|nộp|chuyển)(?: [^.,;:?!\\n]{1,30})? (?:ở đâu|cho ai|thế nào|qua đâu|vào đâu|chỗ nào|kiểu gì|khi nào|bao giờ)`,
].join('|')
const questionBack = foundOrBare(
  new RegExp(
    `(?<=\\S ?[.,;!…\\n]|\\s(?:ạ|nhé|nha|rồi)) *(?:(?:mà|thế|vậy|à|không biết|cho em hỏi) )?(?:${ASKED})(?: (?:ạ|thế|vậy|hả|nhỉ|${READER}))*\\s*[?.]*\\s*$`,
    'iu',
  ),
)

/** No answer with a question behind it has more letters. */
const LONGEST = 300

/** A line without the question to its reader that closes it, and says nothing of the answer before it. */
export const withoutQuestionBack = (text: string): string =>
  text.slice(0, text.length > LONGEST ? undefined : questionBack(text)?.index)
