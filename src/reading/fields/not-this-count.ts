import type { Line } from '../line.ts'
import { reading, type Span } from '../spans/span.ts'

/**
 * Whether the one figure of a line is plainly no count of what is asked for: money («phí 200 nghìn», «giá 300k một cái»), a measure («huyết áp 140»,
 * «35 độ C»), how often somebody wrote («gửi 2 lần rồi mà») or who is away («5 người nghỉ thai sản»).
 */
export function isOtherCount({ spans, text }: Line, figure: Span): boolean {
  const [before, typed, behind] = [
    text.slice(0, figure.start),
    text.slice(figure.start, figure.end),
    text.slice(figure.end),
  ]
  const quantity = reading(figure, 'number')?.quantity
  const last = spans[spans.indexOf(figure) - 1]
  if (quantity !== undefined && quantity.scale >= 1000n) {
    if (PER_ONE.test(typed + behind)) return true
    if (last !== undefined && reading(last, 'word') && reading(figure, 'number')?.unit === 'nothing') return true
  }
  if ((SAID.test(before) || (before === '' && /lần$/iu.test(typed))) && TIMES.test(typed + behind)) return true
  return (
    MEASURED.test(before) ||
    (OF_AGE.test(before) && /^\d+$/u.test(typed) && NOTHING.test(behind)) ||
    ABSENT.test(before + typed) ||
    OF_ELSE.test(typed + behind)
  )
}

const PER_ONE = /^\d\S*(?: \p{L}+)? (?:một|mot) (?!trăm|tram|chục|chuc|mươi|muoi|nghìn|nghin|ngàn|ngan|ạ|nhé)\p{L}+/iu
const MEASURED =
  /(?:^|\s)(?:huyết áp|đường huyết|cỡ chữ|cân nặng|nặng|chiều cao|cao|nhiệt độ|sốt|thân nhiệt|viếng|mừng|uống|hôm|bữa|phép|chờ|đợi|họp với|(?:em|mình) (?:hỏi|gọi)) $/iu
const OF_AGE =
  /^(?:dạ |vâng )*(?:năm nay em|em mới|(?:mẹ|bố|ba|ông|bà|sếp|chồng|vợ|con|cháu)(?: em| tôi| mình)?(?: năm nay)?) $/iu
const NOTHING = /^(?: (?:ạ|rồi|thôi|nhé|chị|anh))*[ .!]*$/iu
const SAID = /(?:^|\s)(?:gửi|nhắn|hỏi|viết|trả lời|đọc|nói|nhập|ghi|bấm|gọi|báo) $/iu
const TIMES = /^\d+ (?:lần|tin|câu|tin nhắn|cuộc|ảnh|file)(?: trên)? rồi(?: (?:mà|ạ|đấy|đó|nhé|chị|anh|em))*[ .!]*$/iu
const ABSENT = /(?:^|\s)(?:nghỉ|vắng|ốm)(?: mất)? \d+ (?:người|đồng chí|bạn|chị|anh)$/iu
const PERSONS = 'người|đồng chí|đ\\/c|anh|chị|cô|bác sĩ|bác sỹ|cán bộ|sếp|anh em|chị em|bạn|cháu|đứa|đứa con'
/** «5 người nghỉ thai sản», «35 độ C», «2 chiều nay», «1 ngày 8 tiếng», «5 ngày phép», «3 cuộc gọi nhỡ» */
const OF_ELSE = new RegExp(
  `^\\S+ (?:(?:${PERSONS})(?: (?:em|đang|thì|xin|bị|đi))* (?:nghỉ|ốm|vắng|đi vắng|đẻ|thai sản|sinh con|cách ly)|độ(?: c)?|(?:sáng|trưa|chiều|tối|đêm) (?:nay|mai|qua)|(?:ngày|tuần|tháng|năm) \\d+ (?:tiếng|ngày|tuần|tháng)|hôm (?:nay|rồi|nữa)|ngày phép|cuộc gọi(?: nhỡ)?|tin nhắn|email|mail|file đính kèm)(?!\\p{L})`,
  'iu',
)
