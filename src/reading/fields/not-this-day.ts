import { reading, type Span } from '../spans/span.ts'
import { CALLED_BY_FIGURES } from './called-by-figures.ts'

/**
 * Whether the words around a day say that it is not the one that is asked for: somebody's birthday, a feast, a street that is called after it, or a
 * share («đạt 5/8», «3/4 số hộ»).
 */
export function isOtherDay(span: Span, text: string): boolean {
  const [before, behind] = [text.slice(0, span.start), text.slice(span.end)]
  if (
    (PERSONAL.test(before) && !hasYear(span)) ||
    LEFT_OPEN.test(before) ||
    NAMED_AFTER.test(before) ||
    (CALLED_BY_FIGURES.test(before) && /^\d/.test(text.slice(span.start)) && !hasYear(span)) ||
    (/(?:^|\s)số $/iu.test(before) && STREET.test(behind)) ||
    EVERY_YEAR.test(behind) ||
    FEAST.test(before) ||
    GREETING.test(behind)
  )
    return true
  return isShare(span) && (REACHED.test(before) || OF_MANY.test(behind))
}

/** «em sinh 12/5», «giỗ bố 12/5», «em nghỉ hưu từ 1/6», «vào đảng 3/2» */
const PERSONAL =
  /(?:^|\s)(?:sinh|sn|sinh nh[aậ]t(?: \p{L}+)?|cưới|giỗ(?: \p{L}+)?|nghỉ phép|nghỉ đẻ|nghỉ sinh|nghỉ mát|nghỉ hưu|về hưu|vào đảng|vào đoàn|nhập ngũ|nhận việc|lĩnh lương|lương về|em thi|con thi|em trực) (?:(?:từ|đến) )?(?:ng[aà]y )?$/iu
/** «nhắc em ngày 15/4», «chờ họp 15/4», «có phải 15/4» */
const LEFT_OPEN =
  /(?:^|\s)(?:nhắc(?: lại)?(?: em| tôi| mình)?|gọi(?: lại)?(?: em| tôi| mình)?|(?:chờ|đợi) (?:họp|lịch|cuộc họp)|(?<!ngay )sau (?:cuộc |buổi )?họp|khất|cho em hạn|^hủy|^sao|^có phải|ước|đúng ra) (?:ngày )?$/iu
/** «đường 3/2», «bệnh viện 19/8» */
const NAMED_AFTER =
  /(?:^|\s)(?:đường|phố|ngõ|ngách|hẻm|kiệt|số nhà|nhà số|bệnh viện|chợ|rạp|quảng trường|sân vận động|công viên|nhà máy|công ty|quỹ|trường|lớp|khóa) (?:ngày )?$/iu
/** «nghỉ lễ 30/4», «dịp 30/4», «10 ngày kể từ 20/3» */
const FEAST =
  /(?:^|\s)(?:lịch cũ|lỡ|lỡ hẹn|(?:đợi|chờ) sếp về|\d+ (?:ngày|tuần|tháng) (?:kể |tính )?từ|nghỉ|nghỉ lễ|lễ|chúc mừng|chúc mừng ngày) $/iu
const GREETING = /^ (?:vui vẻ|hạnh phúc)/iu
/** «số 12/5 Trần Phú» */
const STREET = /^ (?:đường|phố|ngõ|\p{Lu}\p{Ll}+ \p{Lu})/u
/** «15/4 hàng năm» */
const EVERY_YEAR = /^ (?:hàng|hằng|mỗi|mọi) năm(?!\p{L})/iu
const REACHED = /(?:^|\s)(?:đạt|được|tỷ lệ|tỉ lệ|điểm|trúng|phiếu) $/iu
/** «10/12 phường đã nộp», «4/5 người»; not «5/6 phường em họp». */
const OF_MANY =
  /^ (?:số|hồ sơ|hs|công việc|việc|điểm|sao|phiếu|chặng|hộ|người|ngày|tháng|buổi|chỉ tiêu|tiêu chí|nhiệm vụ|thủ tục|cán bộ|(?:phường|xã|phòng|đơn vị|trường|tổ|khu)(?= (?:đã|có|nộp|gửi|xong|đạt|hoàn thành|được|chưa|thôi|rồi|ạ|nhé)|[.!]*$))(?!\p{L})/iu

const hasYear = (span: Span): boolean => {
  const said = reading(span, 'day')?.day
  return said?.is === 'day' && said.year !== undefined
}

function isShare(span: Span): boolean {
  const said = reading(span, 'day')?.day
  return reading(span, 'ratio') !== undefined && said?.is === 'day' && !hasYear(span) && said.day <= said.month
}

/** «tin nhắn hôm 10/3», «như em nói hôm qua», «10/3 em trả lời rồi mà», «theo công văn ngày 15/3»: when something was said or written before. */
export const isOfTheTalk = (text: string): boolean => TALK.some(said => said.test(text))

const WHEN =
  '(?:hôm qua|hôm kia|hôm nọ|hôm nay|sáng nay|hôm trước|(?:hôm |ngày )?\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?)'
const COURTESY = '(?: (?:ạ|nhé|nha|mà|đó|đấy|rồi|chị|anh|em))*[ .!]*$'
const TALK: readonly RegExp[] = [
  `^(?:dạ |vâng |em |ở |trong |xem )*(?:tin nhắn|tin|email|mail|zalo|như|giống|y như)(?: (?:\\p{L}+)){0,4} ${WHEN}${COURTESY}`,
  `^(?:dạ |vâng )*${WHEN} (?:em|e|tôi|mình|chị|anh|bên em|cô|bác)(?: (?:đã|có))? (?:nhắn|hỏi|trả lời|nói|báo|khai|điền)(?: \\p{L}+){0,2} rồi(?! là)${COURTESY}`,
  `^(?:dạ |vâng )*(?:em|e|tôi|mình|chị|anh) (?:đã )?(?:nhắn|hỏi|trả lời|nói|khai|điền)(?: \\p{L}+){0,2} ${WHEN} rồi${COURTESY}`,
  `^(?:dạ |vâng )*(?:theo|căn cứ|như|giống) (?:công văn|cv|văn bản|quyết định|qđ|thông báo|báo cáo|giấy mời|nghị quyết|tờ trình|tin nhắn|email|lời)(?: (?:số )?[\\d/\\p{L}-]*\\d[\\d/\\p{L}-]*)?(?: (?!là |thì )\\p{L}+){0,4} ${WHEN}${COURTESY}`,
].map(form => new RegExp(form, 'iu'))
