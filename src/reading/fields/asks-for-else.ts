import { reading, type Span } from '../spans/span.ts'
import { bareToo } from '../text.ts'
import { clauseOf } from './clause-of.ts'
import { isNumeral } from './operator-at.ts'

/**
 * Whether the span at `at` stands in a question of its own that asks for something else than whether the answer holds: «1,05 tỷ, có phải nộp hóa đơn
 * không?», «12 ạ. Em gửi ở đâu hả chị?», «câu 5 hả chị? Trường em 9 cái». Not where it asks for the answer itself («12, đúng không?», «12, có
 * tính cả hợp đồng không?»), nor where it holds a figure.
 */
export function asksForElse(spans: readonly Span[], at: number, isOwn: readonly boolean[], text: string): boolean {
  const said = (place: number): string => text.slice(spans[place]?.start, spans[place]?.end).toLowerCase()
  const end = spans.findIndex((_, place) => place >= at && MARK.test(said(place)))
  const to = end < 0 ? spans.length : end
  let last = Math.min(at, to - 1)
  while (last > 0 && CLOSING.test(said(last))) last -= 1
  const from =
    spans.findLastIndex((_, place) => place < last && (MARK.test(said(place)) || PARTICLE.test(said(place)))) + 1
  const figure = isOwn.indexOf(true)
  if (figure < 0 || isOwn.slice(from, to).includes(true)) return false
  const clause = text.slice(spans[from]?.start, spans[to - 1]?.end).toLowerCase()
  const numerals = spans.slice(from, to).filter(isNumeral)
  if (numerals.every(span => reading(span, 'label') ?? reading(span, 'target')) && NAMES_QUESTION.test(clause))
    return from < figure
  const asks =
    WHERE.test(clause) ||
    WHY.test(clause) ||
    WHETHER.test(clause) ||
    (ASKS_VIEW.test(clause) && isTold(spans, figure, text))
  return asks && numerals.length === 0 && !OF_ANSWER.test(clause) && contentOf(clause) > 0
}

/** A sentence of its own, and no bare figure. */
function isTold(spans: readonly Span[], figure: number, text: string): boolean {
  const [from, to] = clauseOf(spans, figure, text)
  return contentOf(text.slice(spans[from]?.start, spans[to - 1]?.end).toLowerCase()) > 4
}

const MARK = /^[,;.!?|()]$/
const PARTICLE = /^(?:ạ|nhé|nha|nhá|nghen)$/
const CLOSING = /^(?:[?,.!]|ạ|a|nhé|nhỉ|hả|vậy|thế|em|anh|chị|cô|bác|sếp|ha|nhi|vay|chi|co|bac|sep)$/

/** Words that close a question, said to somebody. */
const TO = '(?: (?:hả|ạ|vậy|thế|nhỉ|em|anh|chị|cô|chú|bác|sếp|bạn|đồng chí|a|c|e))*$'
/** What is done with papers, and not with a figure. */
const HANDED =
  'gửi|nộp|kèm|đính kèm|gửi kèm|ký|ký số|đóng(?: dấu| quyển)?|in|photo|scan|chụp|mang|trình|tải|họp|chuyển|đưa|nhắn|gọi|đăng|viết|khai|lưu|làm (?:thêm )?(?:báo cáo|tờ trình|văn bản|hồ sơ|đơn)|đề nghị'
const WHETHER = bareToo(
  new RegExp(
    `(?:^| )có (?:phải|cần|được|nên|bắt buộc)(?: phải)?(?: em| mình| tôi| bên em)? (?:${HANDED}) (?:\\p{L}+ ){0,8}(?:không|ko|chưa)${TO}|(?:nhận|xem|đọc) được(?: \\p{L}+){0,2} chưa${TO}`,
    'u',
  ),
)
const WHERE = bareToo(
  new RegExp(
    `(?:^| )(?:ở đâu|vào đâu|cho ai|(?:ở|vào|cho|tại) (?:mục|chỗ|phòng|bộ phận|ô|cổng) nào|bao giờ|khi nào|lúc nào)(?: \\p{L}+){0,6}${TO}`,
    'u',
  ),
)
/** «sao phải khai cái này nữa», «vậy có bị trừ điểm không em»: why it is asked, and what comes of it. */
const WHY = bareToo(
  new RegExp(
    `^(?:\\p{L}+ ){0,2}(?:sao|vì sao|tại sao|mắc gì)(?: lại)? (?:\\p{L}+ ){0,2}(?:phải|cứ|hỏi|bắt|khai|câu|mục|nhiều|lắm) (?!số)|(?:^| )có bị (?:trừ điểm|phạt|phê bình|nhắc nhở|cắt thi đua) (?:\\p{L}+ ){0,4}(?:không|ko)${TO}`,
    'u',
  ),
)
/** «chị thấy sao»: of what is told, and of no bare figure. */
const ASKS_VIEW = bareToo(new RegExp(`^(?:\\p{L}+ )?thấy (?:sao|thế nào)${TO}`, 'u'))

/** «câu 5 hả chị», «mục C13 phải không em» */
const NAMES_QUESTION = bareToo(
  new RegExp(
    `^(?:\\p{L}+ ){0,2}(?:câu|mục|ý|phần|chỉ tiêu|ô|dòng) [\\p{L}\\d.]{1,5}(?: (?:này|đó|đấy|đây|phải không|đúng không))*${TO}`,
    'u',
  ),
)

/** Asked of the answer: whether it is right, whole, enough, what counts, and which of several. */
const OF_ANSWER = bareToo(
  /(?:^| )(?:đúng|sai|nhầm|lộn|chắc|chuẩn|ổn|ok|được không|được chưa|thế có được|phải không|hợp lý|hợp lệ|khớp|lệch|(?<!(?:bảng|máy) )tính|cộng|gộp|kể|gồm|trừ(?! điểm)|trùng|sót|thiếu|thừa|dư|đủ|bớt|thêm|tăng|giảm|sửa|đổi|chỉnh|lùi|dời|kịp|muộn|sớm|hơn|kém|cao|thấp|nhiều|ít|quá|(?<!ký )số(?! hóa)|mức|hay|hoặc|mấy|bao nhiêu|loại|(?<!(?:khi|lúc|mục|chỗ|phòng|phận|ô|cổng) )nào|như thế|như vậy|nghĩ|tưởng|nghe|biết|nhớ|đồng ý|duyệt|lại|cả|riêng|chung|thuế|vat)(?= |$)/u,
)
const contentOf = (clause: string): number =>
  clause.split(/[^\p{L}]+/u).filter(word => word.length > 1 && !FUNCTION.has(word)).length

const FUNCTION: ReadonlySet<string> = new Set(
  'có cần phải được không ko chưa hả ạ vậy thế nhỉ thì là mà và em anh chị cô chú bác sếp bạn mình tôi cho với đã đang sẽ nên luôn nữa này đó gì sao đâu ai ở vào co can phai duoc khong chua ha vay the nhi thi la ma va chi sep ban minh toi voi da dang se nen luon nua nay do gi dau'.split(
    ' ',
  ),
)
