import { foundOrBare, orBare } from './without-accents.ts'

const READER = '(?:anh|chị|bác|cô|chú|em|cháu|thầy|sếp|bạn|mình|bên anh|bên chị)'
/** What may be asked to be written is no answer itself: «ghi chức vụ», and not «ghi sáng kiến». */
const HANDS_OVER =
  '(?:gửi|nộp|chụp|in|kèm|ký|đóng dấu|chuyển|mang|scan|báo|gọi|bổ sung|làm|(?:ghi|điền|nhập)(?: thêm| cả| rõ)? (?:chức vụ|chức danh|đơn vị|địa chỉ|năm sinh|ngày|lý do|số điện thoại|tên lãnh đạo|cụ thể))'
const WHEN = '(?:khi nào|bao giờ|ngày nào|ngày mấy|hôm nào|lúc nào|mấy giờ|ngày bao nhiêu)'
/** How the talk goes on, and until when. */
export const OF_COURSE = [
  '(?:còn|có|gồm|tất cả|tổng cộng)(?: lại)?(?: bao nhiêu| mấy) câu(?: hỏi)?(?: nữa)?',
  `hạn(?: nộp| gửi| cuối| chót| chốt| báo cáo)*(?: là)? ${WHEN}`,
  `${WHEN} (?:thì )?(?:là )?(?:hết hạn|đến hạn|tới hạn|phải nộp|phải gửi|hạn cuối|hạn nộp|chốt)`,
  '(?:nộp|gửi|báo) (?:muộn|trễ|chậm|sau)(?: hạn)?(?: thì)? có (?:sao|được|bị \\p{L}+) ?(?:không|ko)?',
]
/** What else is wanted («bác có cần em gửi không»), or where and how it is to be handed over («nộp bản giấy ở đâu ạ»). */
const ASKED = [
  ...OF_COURSE,
  `(?:${READER} )?(?:có )?(?:cần|muốn|phải) (?:[^.,;:?!\\n\\d]{0,40} )?${HANDS_OVER}(?: [^.,;:?!\\n\\d]{1,40})? (?:không|ko|k|hông|chưa)`,
  `(?:${READER} )?(?:có )?(?:cần|muốn)(?: [^.,;:?!\\n\\d]{1,40})? (?:ảnh|bản|giấy|file|minh chứng|danh sách|biên bản|văn bản)(?: [^.,;:?!\\n\\d]{1,20})? (?:không|ko|k|hông)`,
  `(?:${READER} )?(?:gửi|nộp|chuyển)(?: [^.,;:?!\\n\\d]{1,30})? (?:ở đâu|cho ai|thế nào|qua đâu|vào đâu|chỗ nào|kiểu gì|khi nào|bao giờ)`,
  `(?:(?:chọn|ghi|điền|gửi|nộp|nhập|trả lời|bấm|chốt) (?:rồi|xong)|sau này|mai mốt)(?: thì| sau| rồi)*(?: có| còn)? (?:sửa|đổi|thay|chỉnh)(?: lại)? được (?:nữa )?(?:không|ko|hông)`,
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
export function withoutQuestionBack(text: string): string {
  const found = text.length > LONGEST ? null : questionBack(text)
  return found === null || isOfAnswer(found[0]) ? text : text.slice(0, found.index)
}

/** «có phải báo cáo lại là chưa xong không»: it may be the answer that is asked about. */
const isOfAnswer = orBare(/\s(?:chưa|không|sai)\s(?:.*\s)?(?:không|chưa|ko|k|hông)(?:[\s?.]|$)/iu)
