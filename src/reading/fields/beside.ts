import { compare } from '../numerals/decimal.ts'
import { reading, type Span } from '../spans/span.ts'
import { bareToo } from '../text.ts'
import { claimsPlace } from './claims.ts'
import { isShiftedPeriod } from './elsewhen.ts'
import { isBareYear, isMoney } from './other-meanings.ts'
import { closedAnswer } from './remark.ts'

/**
 * Which spans stand in a part of the line that tells of something else than what is asked for, and says so itself: what it was before («năm ngoái
 * 700 triệu, năm nay 910 triệu»), what was aimed at («chỉ tiêu giao 20, đã có 12»), by how much it grew («91%, tăng 3 điểm %»), what is
 * left («đã chi 320 triệu, còn 180 triệu chưa chi»), what one of many has («mỗi khu 5 triệu, 8 khu là 40 triệu»). Only where exactly one figure of the
 * kind that is asked for is left: then the others are other facts. Where none or several are left, nothing is marked.
 */
export function besides(spans: readonly Span[], isOwn: readonly boolean[], text: string): readonly boolean[] {
  const nothing = spans.map(() => false)
  if (spans.length > SPANS_AT_MOST || isOwn.filter(Boolean).length < 2) return nothing
  const said = spans.map(({ start, end }) => text.slice(start, end).toLowerCase())
  const isBeside = byRoles(spans, isOwn, text, said) ?? byPlace(spans, isOwn, said) ?? nothing
  const answer = isOwn.findIndex((is, at) => is && !isBeside[at])
  const claims = isOwn.some((is, at) => is && at > answer && isBeside[at] && claimsPlace(spans, at, text))
  return claims ? nothing : isBeside
}

/** What stands behind an answer that is closed, or in brackets behind it. */
function byPlace(spans: readonly Span[], isOwn: readonly boolean[], said: readonly string[]): boolean[] | undefined {
  const answer = closedAnswer(spans, isOwn, said)
  return answer && spans.map((_, at) => at >= answer.to)
}

/** What its own words tell. */
function byRoles(
  spans: readonly Span[],
  isOwn: readonly boolean[],
  text: string,
  said: readonly string[],
): boolean[] | undefined {
  const nothing = undefined
  const parts = partsOf(spans, isOwn, said)
  const isMark = (sign: string | undefined) => /^[,;.()–—|]$/.test(sign ?? '')
  const hasFigure = (from: number) => withFigure.some(part => part.from === from)
  const withFigure = parts.filter(({ from, to }) => isOwn.slice(from, to).includes(true))
  const tells = withFigure.map(part => tellsOfElse(part, spans, isOwn, text, said))
  // «tăng 6 so với cùng kỳ năm 2023 (18 văn bản)»: what it is compared with.
  const isCompared = (at: number): boolean => {
    const [before, part] = [withFigure[at - 1], withFigure[at]]
    return (
      before !== undefined &&
      part !== undefined &&
      tells[at - 1] === true &&
      said[part.from] === '(' &&
      COMPARED.test(partText(before.from, part.from, spans, text))
    )
  }
  const isSide = tells.map((is, at) => is || isCompared(at))
  const [main, ...others] = withFigure.filter((_, at) => !isSide[at])
  if (main === undefined || others.length > 0 || isOwn.slice(main.from, main.to).filter(Boolean).length > 1)
    return nothing
  const sides = withFigure.filter(part => part !== main)
  // «tăng 3 85»: which of the two grew is not said.
  if (sides.some(({ from, to }) => isOwn.slice(from, to).filter(Boolean).length > 1)) return nothing
  if (spans.slice(main.from, main.to).some((span, at) => isOwn[main.from + at] && span.readings.some(isBareYear)))
    return nothing
  const isAim = ({ from, to }: Part) => AIMED.test(partText(from, to, spans, text).replace(/[\d.,]+.*$/u, ''))
  if (
    sides.some(
      side =>
        !isAim(side) && !ALSO.test(partText(side.from, side.to, spans, text)) && saysAgain(side, main, spans, isOwn),
    )
  )
    return nothing
  const isEach = ({ from, to }: Part) => IS_EACH.test(partText(from, to, spans, text))
  if (sides.some(side => isEach(side) && !isLess(side, main, spans, isOwn)) && !isTotal(main, spans, text))
    return nothing
  // «12, tăng 3 | so với cùng kỳ»: what is left of its clause is told of the same.
  const ends = sides.map(
    ({ to }) => parts.find(({ from }) => from >= to && (hasFigure(from) || isMark(said[from])))?.from ?? spans.length,
  )
  return spans.map((_, at) => sides.some(({ from }, side) => from <= at && at < (ends[side] ?? 0)))
}

/** What is longer is a text. */
const SPANS_AT_MOST = 200

interface Part {
  readonly from: number
  readonly to: number
}

/** A line at its marks of punctuation, and, behind a figure, at the words that begin to tell something else. */
function partsOf(spans: readonly Span[], isOwn: readonly boolean[], said: readonly string[]): Part[] {
  const parts: Part[] = []
  let [from, hasFigure] = [0, false]
  const isMeasured = said.some(word => /^(?:so với|so với cùng kỳ|cùng kỳ)$/.test(word))
  for (const at of spans.keys()) {
    const isOpened =
      hasFigure &&
      from < at &&
      (OPENS.test(said[at] ?? '') ||
        (GROWS.test(said[at] ?? '') && isMeasured) ||
        (said[at] === 'thì' && /^(?:tính|kể|gồm)$/.test(said[from] ?? '')) ||
        isElsewhere(spans[at], said[at] ?? ''))
    if (/^[,;.()–—|]$/.test(said[at] ?? '') || isOpened) {
      parts.push({ from, to: at })
      ;[from, hasFigure] = [at, false]
    }
    hasFigure ||= isOwn[at] === true
  }
  return [...parts, { from, to: spans.length }]
}

const OPENS = bareToo(
  /^(?:trong khi|mà|nhưng|nhưng mới|song|so với|so với cùng kỳ|cùng kỳ|trên|đã|mới|mới được|mới đạt|mới có|thực|thực tế|nay|giờ|hiện|hiện tại|kết quả|đạt|đã đạt|đã có|chỉ tiêu|mục tiêu|mỗi|lần này|kỳ này|quý này|năm nay|tháng này)$/,
)

/** «92% tăng 5% so với năm ngoái»; «12 tăng 2» may be fourteen. */
const GROWS = bareToo(/^(?:tăng|tăng thêm|giảm)$/)

const isElsewhere = (span: Span | undefined, said: string): boolean => {
  const period = span && reading(span, 'period')?.period
  return (period !== undefined && isShiftedPeriod(period)) || BEFORE.test(said)
}

function tellsOfElse(
  { from, to }: Part,
  spans: readonly Span[],
  isOwn: readonly boolean[],
  text: string,
  said: readonly string[],
): boolean {
  const part = partText(from, to, spans, text)
  const figure = isOwn.indexOf(true, from)
  const before = text.slice(spans[from]?.start ?? 0, spans[figure]?.start).toLowerCase()
  const behind = text.slice(spans[figure]?.end, spans[to - 1]?.end).toLowerCase()
  const isThen = spans.slice(from, to).some((span, at) => isElsewhere(span, said[from + at] ?? ''))
  const isMeasured = isOwn.slice(0, from).includes(true) && THEN.test(before)
  // «kỳ trước chuyển qua 35; tiếp nhận mới 120»: it may be counted with the others.
  if (isThen && BROUGHT.test(part)) return false
  if (isThen && !NOW.test(part) && !isMeasured)
    return !/(?:hơn|với|bằng|như|kém|từ) /.test(before) || COMPARES.test(before)
  if (SAID_THEN.test(part) || (INCLUDED.test(part) && !/\s(?:thì|thi)\s/u.test(before))) return true
  if (NOT_REACHED.test(before) && ONLY.test(text.slice(spans[figure]?.end).toLowerCase())) return true
  const isOfDays = spans.every((span, at) => !isOwn[at] || reading(span, 'day') || reading(span, 'period'))
  const [isReached, isBehind] = [REACHED.test(text.toLowerCase()), isOwn.slice(0, from).includes(true)]
  if (
    (AIMED.test(before) && (isReached || (isBehind && !isOfDays && !EXPECTED.test(before)))) ||
    (isBehind && PART.test(part) && !isOfDays && !STATE.test(text.slice(spans[from]?.start).toLowerCase()))
  )
    return true
  const own = spans[figure]
  if (own && isPeriodOnly(own) && OF_OTHER_PERIOD.test(behind)) return true
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
  if (isBehind && (MEASURED.test(before) || LEFT_OUT.test(before) || COUNTED_APART.test(part))) return true
  return (LEFT.test(before) && NOT_DONE.test(behind)) || isLate(own, before, behind) || NEXT.test(behind)
}

/** «hồi trước 17 (mười bảy)»: the same figure once more, and no other. */
function saysAgain(side: Part, main: Part, spans: readonly Span[], isOwn: readonly boolean[]): boolean {
  const figures = [side, main].map(({ from, to }) =>
    spans
      .slice(from, to)
      .filter((_, at) => isOwn[from + at])
      .map(span => reading(span, 'number')?.quantity.values[0]),
  )
  const [said, again] = figures
  return said?.some(one => one && again?.some(other => other && compare(one, other) === 0)) === true
}

/** «45 triệu mua 3 máy, mỗi máy 15 triệu»: the whole first, and each less than it. */
function isLess(side: Part, main: Part, spans: readonly Span[], isOwn: readonly boolean[]): boolean {
  const [each, whole] = [side, main].map(({ from, to }) => {
    const own = spans[isOwn.slice(from, to).indexOf(true) + from]
    return own && reading(own, 'number')?.quantity.values[0]
  })
  // «7 tổ, mỗi tổ 5 người» may be 35.
  const areSums = spans.slice(main.from, main.to).some(isSum)
  return areSums && side.from > main.from && each !== undefined && whole !== undefined && compare(each, whole) < 0
}

const isSum = (span: Span): boolean => span.readings.some(isMoney)

const partText = (from: number, to: number, spans: readonly Span[], text: string): string =>
  text.slice(spans[from]?.start ?? 0, spans[to - 1]?.end).toLowerCase()

const word = (words: string): RegExp => bareToo(new RegExp(`(?:^|[\\s(,;.])(?:${words})(?:[\\s:,;.)]|$)`, 'u'))
const opening = (words: string): RegExp => bareToo(new RegExp(`^[\\s(,;.]*(?:${words})(?:[\\s:]|$)`, 'u'))
/** The words that close what stands before a figure. */
const closing = (words: string): RegExp =>
  bareToo(
    new RegExp(
      `(?:^|[\\s(,;.])(?:${words})[\\s:]*(?:là |đạt |được |thêm |có |(?:năm ngoái|năm trước|cùng kỳ|quý trước|tháng trước|kỳ trước) )?$`,
      'u',
    ),
  )

/** «(hôm qua báo 40/44)» */
const SAID_THEN = opening(
  '(?:hôm qua|hôm trước|sáng nay|lần trước|bữa trước|hồi nãy|lúc nãy)(?: em| e| mình| tôi)? (?:báo|ghi|nhập|gõ|đánh|nói)',
)
/** «cùng kỳ cũng 4 buổi» */
const ALSO = word('cũng')
/** «chưa được 1 tỷ đâu, mới 870 triệu thôi» */
const NOT_REACHED = bareToo(/(?:chưa|không|ko) (?:đạt|được|đến|tới|đủ)(?: được| đến| tới)? $/u)
const ONLY = bareToo(/^[^,;.]{0,20}[,;.] ?(?:mới|chỉ|mới chỉ)(?: được| đạt| có)? \d/u)
/** «tính cả 3 hợp đồng thì có 28 người» */
const INCLUDED = opening('tính cả|kể cả|gồm cả|tính luôn')
/** «cao hơn cùng kỳ 5 triệu», «thấp hơn tháng 1 là 40 triệu», «vượt kế hoạch 2 lớp» */
const MEASURED = bareToo(
  /(?:^|[\s,])(?:cao |thấp |nhiều |ít |nhanh |chậm |tốt |kém |sớm |muộn )?hơn(?: so với)? (?:cùng kỳ|dự tính|kế hoạch|chỉ tiêu|dự toán|năm|quý|tháng|kỳ|lần)[^,;.]{0,14}(?: là| tới| đến)? $|(?:vượt|tăng|giảm|thiếu)(?: so với)? (?:kế hoạch|chỉ tiêu|dự toán|cùng kỳ)(?: năm| giao)?(?: là)? $/u,
)
/** «quý I ạ, quý II chưa chốt», «tháng 3 nhé, tháng 2 thì chị nộp rồi» */
const isPeriodOnly = (span: Span): boolean =>
  reading(span, 'period') !== undefined && !reading(span, 'number') && !reading(span, 'day')
const OF_OTHER_PERIOD = bareToo(
  /^(?: \p{L}+){0,3} (?:chưa|(?:gửi|báo|nộp|báo cáo) (?:riêng|sau))(?:\s|$)|^ thì(?: \p{L}+){0,7} rồi(?:\s|$)/u,
)
const SHARE_OF = bareToo(/[,;(][^,;]*\d ?%(?: \p{L}+){0,2} (?:của|kế hoạch|vốn|dự toán|tổng|kh)(?: \p{L}+){0,4} ?\(?$/u)
/** «không tính 5 hồ sơ đã rút», «phần của Đoàn trường 6 triệu hạch toán riêng» */
const LEFT_OUT = closing('không tính|không kể|không gồm|không bao gồm|đã trừ|đã trừ đi')
const COUNTED_APART = bareToo(/không (?:đưa|tính|cộng|gộp) vào|(?:tính|hạch toán|để|báo cáo|thống kê) riêng/u)
const BEFORE = bareToo(
  /^(?:cùng kỳ|kỳ trước|kì trước|đợt trước|mọi năm|mọi khi|năm kia|trước đây|trước là|trước đó|lần trước|hôm trước|bữa trước|ban đầu|lúc đầu|hồi trước|hồi đầu năm|năm ngoái được)$/,
)
const BROUGHT = word('chuyển sang|chuyển qua|mang sang|tồn|tồn lại|tồn sang|còn tồn|dư')
const NOW = word('năm nay|nay|quý này|tháng này|kỳ này|lần này|đợt này|hiện|giờ(?! này)|bây giờ')
const AIM =
  'chỉ tiêu(?! (?:c|ct)?-?\\d)|kế hoạch giao|kế hoạch năm giao|kh giao|kh năm|(?:tỉnh|thành phố|phòng|sở|ngành \\p{L}+|cấp trên|trên) giao|mục tiêu|phấn đấu|dự kiến|yêu cầu|đề ra|cố gắng|quyết tâm'
/** «chỉ tiêu giao 20», not «theo kế hoạch đã đạt 12». */
const AIMED = bareToo(
  new RegExp(
    `(?:^|[\\s(,;.])(?:${AIM})(?!.*(?:^|\\s)(?:đã|đạt|đạt được|thực hiện|thực tế|kết quả|mới|chi|da|dat|dat duoc|thuc hien|thuc te|ket qua|moi)(?:\\s|$))[^,;.]*$`,
    'u',
  ),
)
/** «12 cái, trong đó 7 cái ở khu 3»; how many of them are recognised may be what is asked. */
const PART = opening('trong đó|trong do')
const STATE = word('duyệt|đạt|xong|hoàn thành|chưa|công nhận|áp dụng|giải quyết|xử lý|thực hiện|triển khai|duoc')
const COMPARES = opening('so với|so với cùng kỳ|hơn so với')
const COMPARED = word('so với|cùng kỳ|so cùng kỳ')
/** What was aimed at is not all there is: of the other figure is said that it was reached, or it stands first: «dự kiến 5/3; 31/8», «dự kiến 12. 20». */
const EXPECTED = word('dự kiến')
const REACHED = word('làm được|đạt được|đã|thực tế|thực hiện|nay|kết quả|mới')
/** Without accents «moi» is likelier mới. */
const EACH =
  /(?:^|[\s(,;.])(?:(?<!(?:có|chỉ|được|còn|sót|thiếu|vướng) )mỗi|bình quân|trung bình|binh quan|trung binh)(?:[\s:,;.)]|$)/u
/** «5 triệu/hộ» */
const RATE = /^ ?\/ ?\p{L}/u
const IS_EACH = new RegExp(`${EACH.source}|\\/ ?\\p{L}`, 'u')
const THEN = bareToo(/(?:hơn|tăng|giảm|kém) (?:so với )?(?:năm|quý|tháng|kỳ|cùng kỳ)/u)
const GREW = closing('tăng|tăng thêm|vượt|cao hơn|nhiều hơn')
const FELL = closing('giảm|thấp hơn|ít hơn|kém|thiếu|hụt|dư|thừa')
const LEFT = closing('còn|còn lại')
const NOT_DONE = word('chưa|đang|chờ|đợi|để')
/** The rest of a share to the hundred is only said of what is late. */
const LATE = bareToo(/^(?!.*(?:^|\s)(?:không|chưa)\s).*(?:^|[\s(,;.])(?:trễ hạn|quá hạn)(?:[\s:,;.)]|$)/u)
const isLate = (own: Span, before: string, behind: string): boolean =>
  reading(own, 'number')?.unit === 'percent' && (LATE.test(behind) || /(?:trễ hạn|quá hạn)[\s:]*$/.test(before))
const NEXT = bareToo(/^ ?(?:nữa|nốt)(?:\s|$)/)
const TOTAL = word('tổng|tổng cộng|cộng|là|=')
const isTotal = ({ from, to }: Part, spans: readonly Span[], text: string): boolean =>
  TOTAL.test(partText(from, to, spans, text))
