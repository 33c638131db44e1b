import { reading, type Span } from '../../spans/span.ts'
import { bareToo } from '../../text.ts'
import { AIMED } from './aims.ts'
import { COMPARED, COMPARES, EACH, FELL, GREW, isHowOften, MEASURED, THEN } from './measures.ts'
import { isOfOthers } from './of-others.ts'
import { isOfEarlierYear, isWhereItWas } from './of-year.ts'
import { isElsewhere, type Part, partText } from './parts-of-line.ts'
import { closing, opening, word } from './phrases.ts'
import { isSum } from './two-figures.ts'

export function tellsOfElse(
  { from, to }: Part,
  spans: readonly Span[],
  isOwn: readonly boolean[],
  text: string,
  said: readonly string[],
  year?: number,
): boolean {
  const part = partText(from, to, spans, text)
  const figure = isOwn.indexOf(true, from)
  const before = text.slice(spans[from]?.start ?? 0, spans[figure]?.start).toLowerCase()
  const behind = text.slice(spans[figure]?.end, spans[to - 1]?.end).toLowerCase()
  const isThen = spans.slice(from, to).some((span, at) => isElsewhere(span, said[from + at] ?? ''))
  const isMeasured = isOwn.slice(0, from).includes(true) && THEN.test(before)
  // «kỳ trước chuyển qua 35; tiếp nhận mới 120»: it may be counted with the others.
  if (isThen && (BROUGHT.test(part) || LOST.test(text.slice(spans[to - 1]?.end).toLowerCase()))) return false
  if (isThen && !NOW.test(part) && !isMeasured)
    return !/(?:hơn|với|bằng|như|kém|từ) /.test(before) || COMPARES.test(before)
  if (isOfOthers({ from, to }, spans, isOwn, text) || isWhereItWas({ from, to }, spans, isOwn, text)) return true
  if (SAID_THEN.test(part) || (INCLUDED.test(part) && !/\s(?:thì|thi)\s/u.test(before))) return true
  if (NOT_REACHED.test(before) && ONLY.test(text.slice(spans[figure]?.end).toLowerCase())) return true
  if (isOwn.slice(0, from).includes(true) && NEARLY.test(part)) return true
  const isOfDays = spans.every((span, at) => !isOwn[at] || reading(span, 'day') || reading(span, 'period'))
  const [isReached, isBehind] = [REACHED.test(text.toLowerCase()), isOwn.slice(0, from).includes(true)]
  if (
    (AIMED.test(before) && (isReached || (isBehind && !isOfDays && !EXPECTED.test(before)))) ||
    (isBehind && PART.test(part) && !isOfDays && !STATE.test(text.slice(spans[from]?.start).toLowerCase()))
  )
    return true
  const own = spans[figure]
  if (isBehind && own && reading(own, 'day') && (MEANWHILE.test(part) || THAN_DAY.test(before))) return true
  if (own && isPeriodOnly(own) && OF_OTHER_PERIOD.test(behind)) return true
  if (own && reading(own, 'place') && isOfEarlierYear({ from, to }, spans, isOwn, text, year)) return true
  if (own === undefined || !(reading(own, 'number') ?? reading(own, 'ratio'))) return false
  // Two sums that are compared may each be the one that is asked for.
  if ((COMPARES.test(before) && !isSum(own)) || EACH.test(part) || RATE.test(behind)) return true
  if (
    GREW.test(before) ||
    (FELL.test(before) &&
      ((isBehind && reading(own, 'number')?.unit === 'percent') || COMPARED.test(text.slice(own.end).toLowerCase())))
  )
    return true
  // «1,2 tỷ, đạt 60% kế hoạch vốn (2 tỷ)»: the whole of the share.
  if (isBehind && own !== undefined && isSum(own) && SHARE_OF.test(text.slice(0, own.start).toLowerCase())) return true
  if (isBehind && isHowOften(own, text)) return true
  if (isBehind && (MEASURED.test(before) || LEFT_OUT.test(before) || COUNTED_APART.test(part))) return true
  if (isOfEarlierYear({ from, to }, spans, isOwn, text, year)) return true
  if (isBehind && reading(own, 'number')?.unit === 'noun' && TO_COME.test(behind)) return true
  return (LEFT.test(before) && NOT_DONE.test(behind)) || isLate(own, before, behind) || NEXT.test(behind)
}

/** «(hôm qua báo 40/44)» */
const SAID_THEN = opening(
  '(?:hôm qua|hôm trước|sáng nay|lần trước|bữa trước|hồi nãy|lúc nãy)(?: em| e| mình| tôi)? (?:báo|ghi|nhập|gõ|đánh|nói)',
)

/** «chưa được 1 tỷ đâu, mới 870 triệu thôi» */
const NOT_REACHED = bareToo(/(?:chưa|không|ko) (?:đạt|được|đến|tới|đủ)(?: được| đến| tới)? $/u)

const ONLY = bareToo(/^[^,;.]{0,20}[,;.] ?(?:mới|chỉ|mới chỉ)(?: được| đạt| có)? \d/u)

/** «tính cả 3 hợp đồng thì có 28 người» */
const INCLUDED = opening('tính cả|kể cả|gồm cả|tính luôn')

/** «quý I ạ, quý II chưa chốt», «tháng 3 nhé, tháng 2 thì chị nộp rồi» */
const isPeriodOnly = (span: Span): boolean =>
  reading(span, 'period') !== undefined && !reading(span, 'number') && !reading(span, 'day')

const OF_OTHER_PERIOD = bareToo(
  /^(?: \p{L}+){0,3} (?:chưa (?:có |được )?(?:tới|đến|bắt đầu|chốt|khóa|khoá|xong|có|đủ|tổng hợp|báo cáo|gửi|nộp|đóng|làm|duyệt|ký|kết thúc|hết)|(?:gửi|báo|nộp|báo cáo) (?:riêng|sau))(?:\s|$)|^ thì(?: \p{L}+){0,7} rồi(?:\s|$)/u,
)

const SHARE_OF = bareToo(/[,;(][^,;]*\d ?%(?: \p{L}+){0,2} (?:của|kế hoạch|vốn|dự toán|tổng|kh)(?: \p{L}+){0,4} ?\(?$/u)

/** «không tính 5 hồ sơ đã rút», «phần của Đoàn trường 6 triệu hạch toán riêng» */
const LEFT_OUT = closing('không tính|không kể|không gồm|không bao gồm|đã trừ|đã trừ đi|đã loại|đã loại trừ')

const COUNTED_APART = bareToo(
  /không (?:đưa|tính|cộng|gộp|kể) vào|(?:em|tôi|mình) không (?:tính|kể)(?: ạ| nhé| đâu)*$|(?:tính|hạch toán|để|báo cáo|thống kê) riêng/u,
)

const BROUGHT = word('chuyển sang|chuyển qua|mang sang|tồn|tồn lại|tồn sang|còn tồn|dư')

/** «trước có 5 cái, giờ mất 2 cái» */
const LOST = bareToo(
  /(?:^|\s)(?:mất|hỏng|bỏ|nghỉ|giải thể|thanh lý|bớt|hư|gãy|rút|trả lại)(?: đi| mất)? (?:\d|một |hai |ba )/u,
)

const NOW = word('năm nay|nay|quý này|tháng này|kỳ này|lần này|đợt này|hiện|giờ(?! này)|bây giờ')

/** «12 cái, trong đó 7 cái ở khu 3»; how many of them are recognised may be what is asked. */
const PART = opening('trong đó|trong do')

const STATE = word(
  'giải ngân|đã chi|chi được|thanh toán|quyết toán|duyệt|đạt|xong|hoàn thành|chưa|công nhận|áp dụng|giải quyết|xử lý|thực hiện|triển khai|duoc',
)

/** What was aimed at is not all there is: of the other figure is said that it was reached, or it stands first: «dự kiến 5/3; 31/8», «dự kiến 12. 20». */
const EXPECTED = word('dự kiến')

const REACHED = word('làm được|đạt được|đã|thực tế|thực hiện|nay|kết quả|mới')

/** «hạng nhì, suýt nữa thì nhất» */
const NEARLY = opening('suýt|suýt nữa|tí nữa|chút nữa|xíu nữa')

/** «thứ sáu em nộp, hôm nay sếp vắng nên chưa ký được»: what hinders it before that day. */
const MEANWHILE = bareToo(
  /^[\s,;.|]*(?:(?:hôm|sáng|trưa|chiều|tối) nay|mấy (?:hôm|bữa|ngày) nay|tuần này|bây giờ|giờ) (?!(?:mới|là|thì|em|bên em)? ?(?:nộp|gửi|họp|ký|ban hành))(?!.* (?:tính|phân vân|cân nhắc|xem|xin|hoãn|lùi|dời|đổi|chốt|chờ|đợi|thống nhất|bàn|hỏi)(?: |$))(?:\p{L}+ ){0,6}(?:còn|đang|chưa|bận|vắng|vướng|kẹt|nghỉ|ốm|đi|hỏng|lỗi|mất điện)(?:\s|$)/u,
)

/** «3/4, trễ 3 ngày so với hạn 31/3» */
const THAN_DAY = bareToo(/(?:so với|sớm hơn|muộn hơn|chậm hơn)(?: hạn| ngày| lịch| kế hoạch)+ ?$/u)

/** «5 triệu/hộ» */
const RATE = /^ ?\/ ?\p{L}/u

/** «6 mô hình, 2 mô hình sắp ra mắt» */
const TO_COME = bareToo(/^ (?:thì |đang )?(?:sắp|chuẩn bị) \p{L}/u)

const LEFT = closing('còn|còn lại')

const NOT_DONE = word('chưa|đang|chờ|đợi|để')

/** The rest of a share to the hundred is only said of what is late. */
const LATE = bareToo(/^(?!.*(?:^|\s)(?:không|chưa)\s).*(?:^|[\s(,;.])(?:trễ hạn|quá hạn)(?:[\s:,;.)]|$)/u)

const isLate = (own: Span, before: string, behind: string): boolean =>
  reading(own, 'number')?.unit === 'percent' && (LATE.test(behind) || /(?:trễ hạn|quá hạn)[\s:]*$/.test(before))

const NEXT = bareToo(/^ ?(?:nữa|nốt)(?:\s|$)/)
