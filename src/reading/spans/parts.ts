import { compare, plus } from '../numerals/decimal.ts'
import { fold } from '../text.ts'
import { type Meaning, reading, type Span } from './span.ts'

export type Figure = Extract<Meaning, { is: 'number' }>

/** «tổng số», «trên tổng số», «tiếp nhận»: what is said behind them is the whole. */
const WHOLE =
  /^(?:(?:trên|trong|tren) )?(?:tổng|tổng số|tổng cộng|tong|tong so|tong cong)$|^(?:trong số|trên số|trong so|tiếp nhận|tiep nhan)$/iu

/**
 * A whole and a part of it, said in two figures: «tổng số 22, đúng hạn 18», «18 hồ sơ đúng hạn trên tổng 22 hồ sơ». They are one ratio where
 * both are plain figures of the same thing, or of nothing named, and nothing but words stands between.
 */
export function parted(spans: readonly Span[], text: string): readonly Span[] {
  const at = spans.findIndex(span => WHOLE.test(saidOf(span, text)))
  if (at < 0) return paired(spans, text)
  const whole = figureBehind(spans, at + 1)
  if (whole === undefined) return spans
  const isOver = /^tr/i.test(saidOf(spans[at], text)) || reading(spans[at] ?? nowhere, 'operator') !== undefined
  const part =
    (isOver ? figureBefore(spans, at - 1) : undefined) ?? figureBehind(spans, whole + 1) ?? doneBefore(spans, at, text)
  if (part === undefined) return spans
  const [all, some] = [saidFigure(spans[whole]), saidFigure(spans[part])]
  if (all === undefined || some === undefined || !isPartOf(some, all, spans[part], spans[whole], text)) return spans
  const [from, to] = [Math.min(part, at), Math.max(part, whole)]
  // What is left over may be anything: «còn lại đang trong hạn».
  const isDone = part > whole && IS_DONE.test(text.slice(spans[whole]?.end, spans[part]?.start))
  const rest = isDone ? text.slice(spans[part]?.end).search(LEFT_OVER) : -1
  const told = rest < 0 ? text : text.slice(0, (spans[part]?.end ?? 0) + rest)
  if (UNLIKE.test(told.replace(PLANS, ''))) return spans
  if (isOnlySome(text)) return spans
  const [first, last] = [spans[from], spans[to]]
  // «1 tỷ 2: trên tổng số 20»: the figure may be the tail of a sum.
  if ((reading(spans[from - 1] ?? nowhere, 'number')?.quantity.scale ?? 1n) > 1n) return spans
  if (first === undefined || last === undefined) return spans
  return [
    ...spans.slice(0, from),
    { start: first.start, end: last.end, readings: [ratioOf(some, all)] },
    ...spans.slice(to + 1),
  ]
}

const IS_DONE =
  /(?:^|[\s,])(?:đã|xong|hoàn thành|giải quyết|xử lý|đúng hạn|đạt|làm|thực hiện|duyệt|hoan thanh|giai quyet|xu ly|dung han|dat|lam|thuc hien)(?: được| xong| duoc){0,2}\s$/iu
const LEFT_OVER = /[,;] ?(?:số |so )?(?:còn lại|con lai) [^\d]*$/iu

/** «làm được 7, tổng cộng có 8»: what was done opens the line. */
function doneBefore(spans: readonly Span[], whole: number, text: string): number | undefined {
  const part = figureBefore(spans, whole - 1)
  return part !== undefined && DONE_FIRST.test(text.slice(0, spans[part]?.start)) ? part : undefined
}

const DONE_FIRST =
  /^(?:(?:dạ|em|bên em|đơn vị em|phường em|da|ben em) )*(?:đã |da )?(?:làm|xong|hoàn thành|giải quyết|thực hiện|lam|hoan thanh|giai quyet|thuc hien)(?: được| xong| duoc)? $/iu

/** In words, too, where they are more than one: «tổng ba mươi hồ sơ, xong hai mươi bảy». */
const saidFigure = (span: Span | undefined): Figure | undefined => {
  const figure = span && reading(span, 'number')
  const isSaid =
    figure?.quantity.inWords === true &&
    figure.quantity.values.length === 1 &&
    !figure.quantity.garbled &&
    !figure.quantity.vague &&
    figure.quantity.scale === 1n &&
    figure.quantity.length > 1 &&
    figure.unit === 'nothing'
  return isSaid ? figure : plainFigure(span)
}

/** «20 hồ sơ thì 18 hồ sơ đúng hạn»: two counts of one thing, the whole first. */
function paired(spans: readonly Span[], text: string): readonly Span[] {
  const counts = spans.flatMap((span, at) => (span.readings.some(({ is }) => COUNTED.has(is)) ? [at] : []))
  const [whole, part] = counts
  const [first, last] = [spans[whole ?? -1], spans[part ?? -1]]
  const [all, some] = [plainFigure(first), plainFigure(last)]
  const third = plainFigure(spans[counts[2] ?? -1])
  const isLeftOver = third !== undefined && all !== undefined && some !== undefined && addsUp(all, some, third)
  const isRest =
    counts[2] === undefined ||
    isLeftOver ||
    spans.slice((part ?? 0) + 1, counts[2]).some(span => LEFT.test(saidOf(span, text)))
  // What is left over may be anything: «đang chờ», «bị trả lại».
  const said = isLeftOver ? text.slice(0, spans[counts[2] ?? -1]?.start) : text
  if (counts.length > 3 || !isRest || !first || !last || !all || !some || UNLIKE.test(said.replace(PLANS, '')))
    return spans
  // «trong 30 ngày xử lý được 27 hồ sơ»
  const isOfTime = /^(?:ngay|buoi|tuan|thang)/.test(nounOf(first, text))
  const isDoneOf = !isOfTime && OF.test(text.slice(0, first.start)) && IS_DONE.test(text.slice(first.end, last.start))
  const isAlike = isDoneOf || isOneThing(nounOf(first, text), nounOf(last, text)) || isAllOf(first, last, text)
  const isNamed = isAlike || (some.unit === 'nothing' && DONE.test(text.slice(first.end, last.start)))
  if (all.unit !== 'noun' || !isNamed || !isPartOf(some, all, last, first, text)) return spans
  const between = text.slice(first.end, last.start)
  if (isOnlySome(text)) return spans
  const isJoined =
    /\sthì\s/iu.test(between) ||
    (OF.test(text.slice(0, first.start)) && (/\scó $/iu.test(between) || isDoneOf)) ||
    (/^[^,;|]*[,;|]/.test(between) && LIKE.test(text.slice(first.end)))
  if (!isJoined || !spans.slice((whole ?? 0) + 1, part).every(isPassed)) return spans
  return [
    ...spans.slice(0, whole),
    { start: first.start, end: last.end, readings: [ratioOf(some, all)] },
    ...spans.slice((part ?? 0) + 1),
  ]
}

/** «52 hồ sơ thì 49 cái xong, 3 cái đang chờ» */
export function addsUp(all: Figure, some: Figure, rest: Figure): boolean {
  const [whole, part, left] = [all, some, rest].map(({ quantity }) => quantity.values[0])
  return Boolean(whole && part && left) && compare(plus(part ?? ZERO, left ?? ZERO), whole ?? ZERO) === 0
}

const ZERO = { digits: 0n, scale: 0 }

/** «20 hồ sơ, đúng hạn 17» */
const DONE = /^[^,;]*[,;][^,;]*(?:đúng hạn|trước hạn|giải quyết|giải quyết được|xong|hoàn thành)\s*:?\s*$/iu

/** «trong 30 thủ tục có 28» */
const OF = /(?:^|\s)(?:trong|trong số|trong tổng số) $/iu

const COUNTED: ReadonlySet<Meaning['is']> = new Set(['number', 'ratio', 'place'])

export const ratioOf = (some: Figure, all: Figure): Meaning => ({
  ...{ is: 'ratio', numerator: some.quantity, denominator: all.quantity },
  ...{ literal: false, isParted: true },
})

/** The part is what was done, not what was refused, planned or left. */
const LIKE =
  /^\s*[,;:]+\s*$|đúng hạn|trước hạn|đạt|xong|hoàn thành|giải quyết|được|đã|dùng|nộp|tham gia|hài lòng|làm|số hóa|trực tuyến|có|thực hiện|dung han|xong|dat|giai quyet|da |duoc|dc|đc/iu
const UNLIKE =
  /từ chối|trả lại|hủy|huỷ|rút|tồn|đang|chờ|lỗi|sai|hỏng|chậm|bổ sung|nghỉ|vắng|bị |chỉ tiêu|kế hoạch|giao|kỳ trước|nữa|nốt|tu choi|tra lai|cho bo sung/iu

/** «9 cái, trong đó 2 của trường mầm non», «… 2 cái đã nhân rộng»: some of them, and not how many were done. */
const isOnlySome = (text: string): boolean => {
  const at = text.search(/trong đó|trong do/iu)
  return at >= 0 && !DONE_OF.test(text.slice(at))
}
const DONE_OF =
  /đúng hạn|trước hạn|đạt|xong|hoàn thành|giải quyết|xử lý|hài lòng|số hóa|trực tuyến|toàn trình|thực hiện|công nhận|duyệt|áp dụng|nộp|ký số|tham gia|cung cấp|dung han|dat|hoan thanh|giai quyet|truc tuyen|cong nhan/iu

/** «theo Kế hoạch số 12» */
const PLANS = /kế hoạch (?:số )?(?=\d)/giu

const nowhere: Span = { start: 0, end: 0, readings: [] }

export const saidOf = (span: Span | undefined, text: string): string => (span ? text.slice(span.start, span.end) : '')

export const plainFigure = (span: Span | undefined): Figure | undefined => {
  const figure = span && reading(span, 'number')
  const isPlain =
    figure?.quantity.values.length === 1 &&
    !figure.quantity.garbled &&
    figure.quantity.scale === 1n &&
    !figure.quantity.vague &&
    (!figure.quantity.inWords || figure.unit === 'noun')
  return isPlain && (figure.unit === 'noun' || figure.unit === 'nothing') ? figure : undefined
}

/** The next figure, words passed over. */
function figureBehind(spans: readonly Span[], from: number): number | undefined {
  const at = spans.findIndex((span, place) => place >= from && !isPassed(span))
  return saidFigure(spans[at]) === undefined ? undefined : at
}

function figureBefore(spans: readonly Span[], to: number): number | undefined {
  const at = spans.findLastIndex((span, place) => place <= to && !isPassed(span))
  return saidFigure(spans[at]) === undefined ? undefined : at
}

const isPassed = ({ readings }: Span): boolean =>
  readings.every(meaning =>
    meaning.is === 'sign'
      ? /^[,;:|]$/.test(meaning.sign)
      : (meaning.is === 'operator' && meaning.operator === 'part') ||
        ['word', 'noun', 'filler', 'polarity'].includes(meaning.is),
  )

function isPartOf(some: Figure, all: Figure, part: Span | undefined, whole: Span | undefined, text: string): boolean {
  const [less, more] = [some.quantity.values[0], all.quantity.values[0]]
  if (less === undefined || more === undefined || compare(less, more) > 0) return false
  const [noun, ofWhole] = [nounOf(part, text), nounOf(whole, text)]
  return noun === '' || ofWhole === '' || isOneThing(noun, ofWhole)
}

/** «14 khu phố thì 11 khu», «52 cán bộ … 48 người» */
const isOneThing = (one: string, other: string): boolean =>
  one === other ||
  one.startsWith(`${other} `) ||
  other.startsWith(`${one} `) ||
  one === 'cai' ||
  other === 'cai' ||
  (PEOPLE.test(one) && PEOPLE.test(other))

const PEOPLE = /^(?:nguoi|can bo|cong chuc|vien chuc|cbcc|ccvc|cb|dang vien|dong chi)$/

/** «có 16 cán bộ thì cả 16 đều đã tập huấn» */
const isAllOf = (first: Span, last: Span, text: string): boolean =>
  /\scả $/iu.test(text.slice(first.end, last.start)) &&
  /^\d+/.exec(saidOf(first, text))?.[0] === /^\d+/.exec(saidOf(last, text))?.[0]

/** What stands behind the figure: «22 hồ sơ» → «ho so». */
const nounOf = (span: Span | undefined, text: string): string =>
  fold(saidOf(span, text).toLowerCase())
    .replace(/^(?:[\d.,\s]+|(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|chuc|tram|le|linh)(?: |$))+/, '')
    .replace(/^hs$/, 'ho so')

export const LEFT = /^(?:còn|còn lại|con|con lai|chưa)$/iu
