import { textOf } from '../clauses.ts'
import { ask, invalid, type Reading } from '../result.ts'
import { PUTS_OFF } from '../spans/operators.ts'
import { orBare } from '../without-accents.ts'
import { onlyHappened } from './happened.ts'
import { says, type Words } from './says.ts'

/** What is said instead of an answer, though words of yes and no may stand in it: asked about, or refused. Undefined where it may be an answer. */
export function insteadOfAnswer(words: Words): Reading<boolean> | undefined {
  const text = textOf(words).toLowerCase()
  if (THANKS.test(text) || onlyHappened(text)) return invalid('noAnswer')
  if (isQuestion(text)) return says(words, []).some(isOfAnswer) ? ask('unsure') : invalid('noAnswer')
  // «không nhớ, mong anh thông cảm»: a mark closes a word as a space does.
  const spaced = words.map(word => word.text).join(' ')
  const isOther = OTHERS.some(isOf => isOf(text) || isOf(spaced))
  return isOther || (words.length > 1 && words.at(-1)?.text === 'đã') ? ask('unsure') : undefined
}

const isOfAnswer = (say: string): boolean => /^(?:yes|no|done|certain)$/.test(say)

/** «cảm ơn anh đã nhắc» */
const THANKS = /^(?:cảm|cám|cam) (?:ơn|on)(?!.*(?:rồi|chưa|không)(?:\s|$))/u

/** «họp ở tầng mấy hả», «sao không gửi được», «tiêu chuẩn là gì» */
const QUESTION =
  /(?:^|\s)(?:mấy|nào|gì|đâu|sao|ai|bao nhiêu|bao giờ)(?: \p{L}+){0,2} (?:hả|nhỉ|vậy|thế|\?)(?: ?\?)?$|^(?:sao|tại sao|vì sao|làm sao) |(?:^|\s)(?:là (?:gì|sao|ai|bao nhiêu|ngày nào)|ngày mấy|mấy giờ)(?: \?)?$/u

/** «không nhớ», «ko rõ lắm», «chưa nắm được», «không hiểu câu hỏi» */
const DONT_KNOW =
  /(?:^|\s)(?:không|ko|k|kg|hông|hong|hem|hok|khong|chưa|chua|chẳng|chả|chang|cha) (?:nhớ|nho|rõ|ro|biết|biet|bít|nắm|nam|thấy(?! (?:ai|đơn vị|nơi|phường|khu|tổ) )|chắc|chac|để ý|hiểu|hieu)(?:\s|$)/u

/** «một số khu làm rồi», «có nơi đã làm» */
const OF_SOME =
  /^(?:một số|1 số|mot so|vài|mấy|nhiều|có (?:một số|vài|nơi|chỗ|khu|tổ|trường|phường|xã|phòng|đơn vị|cái|người))(?=\s).*\s(?:rồi|đã|xong|chưa|thì)(?:\s|$)/u

/** «de em xem da» */
const FIRST = /^de (?!nghi|xuat|an)(?:[a-z]+ ){0,3}(?:xem|coi|hoi|kiem tra)(?:\s|$)/u

/** «không gửi được ảnh», «không vào được link», «mạng lỗi rồi»: the machine fails. */
const CANNOT =
  /(?:không|ko|k|chưa|chẳng) (?:gửi|vào|mở|tải|bấm|xem|up|đăng nhập|đính kèm)(?: được| đc| dc)? (?:ảnh|link|file|tin|mạng|web|app|đường dẫn|hệ thống)|(?:^|\s)(?:máy|mạng|wifi|phần mềm|hệ thống|link|app)(?: (?:em|bên em|mình))?(?: bị)? (?:lỗi|hỏng|chậm|treo)(?: rồi| quá)?$/u

/** «họp xong em báo», «tối em làm rồi gửi»: «xong» and «rồi» only tell what comes first. */
const AFTERWARDS =
  /(?:^|\s)(?:xong|rồi)(?: thì)? (?:(?:em|e|mình|tôi|bên em) (?:sẽ )?(?:báo|trả lời|nhắn|gọi|gửi)(?: lại| sau| chị| anh| cho anh| cho chị)*|(?:báo|trả lời|nhắn|gọi|gửi)(?: lại| sau)?)$/u

/** «mục này em không phụ trách», «em không có thẩm quyền» */
const NOT_MINE =
  /(?:không|ko|k|chưa) (?:phải )?(?:người )?(?:phụ trách|có thẩm quyền|thuộc thẩm quyền|theo dõi)(?: \p{L}+){0,3}$/u

/** «chưa xác định được», «bên em chưa thống nhất», «chưa hỏi sếp», «không có thông tin»: of whoever answers, and nothing of what is asked. */
const UNSETTLED =
  /^(?:(?:dạ|vâng|thưa|hiện|bây giờ) )*(?:(?:em|tôi|mình|bên (?:em|mình|tôi)|đơn vị(?: em)?) )?(?:cũng |vẫn |hiện )?(?:không|ko|k|chưa|chua|chẳng|chả|hông|hổng) (?:thể |được )?(?:(?:xác định|thống nhất|chốt|quyết|quyết định|khẳng định|cân nhắc|suy nghĩ|nghĩ ra|trả lời|đánh giá|thống kê|tổng hợp|đối chiếu|xác minh|có (?:ý kiến|thông tin|kết quả)|ý kiến|ai (?:nói|báo|bảo)(?: gì)?|có ai (?:nói|báo|bảo)(?: gì)?|phổ biến)|dám(?: \p{L}+){1,2}|(?:hỏi|xin ý kiến)(?: (?!thì|nên|mà)\p{L}+){0,3})(?: (?:được|đc|xong|lại|rõ|kỹ|hết|ạ|a|đâu|nhé|nữa|em|anh|chị|ơi))*$/u

/** «câu này nghĩa là sao ạ», «câu hỏi dài quá em không hiểu»: asks about the question. */
export const asksWhatIsMeant = orBare(
  /(?:^|\s)(?:(?:câu|mục|ý)(?: hỏi)?(?: (?:này|đó|trên|kia|đấy|ấy))? (?:là )?(?:nghĩa là|tức là|ý là|ý hỏi|hỏi (?:gì|ai|về (?:gì|cái gì|ai))|là (?:sao|gì|thế nào)|(?:dài|khó|rắc rối)(?: hiểu)? quá))/iu,
)

/** «chị trả lời ở câu trước rồi mà», «em nói rồi còn gì» */
const SAID_BEFORE =
  /(?:^|\s)(?:trả lời|nói|báo|ghi|điền|khai)(?: \S+){0,2} (?:câu|mục|ý|phần|tin) (?:trước|trên)(?:\s|$)|(?:^|\s)(?:trả lời|nói|báo|ghi|điền|khai) (?:hết |xong )?rồi (?:mà|còn gì|cơ mà|đấy thôi)(?:\s|$)/iu

/** «họp nên chưa trả lời được» */
const NOT_ANSWERED =
  /(?:^|\s)(?:chưa|không|ko) (?:kịp |thể )?(?:trả lời|phản hồi|rep|nhắn lại)(?: được)?(?: (?:ạ|ngay|em|anh|chị|nhé))*$/u

const isQuestion = orBare(QUESTION)
const OTHERS = [
  DONT_KNOW,
  OF_SOME,
  FIRST,
  CANNOT,
  AFTERWARDS,
  NOT_MINE,
  UNSETTLED,
  SAID_BEFORE,
  NOT_ANSWERED,
  PUTS_OFF,
].map(orBare)
