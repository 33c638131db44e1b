import { compare, type Decimal, plus, whole as wholeNumber } from '../numerals/decimal.ts'
import { fold } from '../text.ts'
import { type Meaning, reading, type Span } from './span.ts'

type Figure = Extract<Meaning, { is: 'number' }>

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
  const part = (isOver ? figureBefore(spans, at - 1) : undefined) ?? figureBehind(spans, whole + 1)
  if (part === undefined) return spans
  const [all, some] = [plainFigure(spans[whole]), plainFigure(spans[part])]
  if (all === undefined || some === undefined || !isPartOf(some, all, spans[part], spans[whole], text)) return spans
  const [from, to] = [Math.min(part, at), Math.max(part, whole)]
  if (UNLIKE.test(text.replace(PLANS, ''))) return spans
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

/** «20 hồ sơ thì 18 hồ sơ đúng hạn»: two counts of one thing, the whole first. */
function paired(spans: readonly Span[], text: string): readonly Span[] {
  const counts = spans.flatMap((span, at) => (span.readings.some(({ is }) => COUNTED.has(is)) ? [at] : []))
  const [whole, part] = counts
  const [first, last] = [spans[whole ?? -1], spans[part ?? -1]]
  const [all, some] = [plainFigure(first), plainFigure(last)]
  const isRest =
    counts[2] === undefined || spans.slice((part ?? 0) + 1, counts[2]).some(span => LEFT.test(saidOf(span, text)))
  if (counts.length > 3 || !isRest || !first || !last || !all || !some || UNLIKE.test(text.replace(PLANS, '')))
    return spans
  const isAlike = isOneThing(nounOf(first, text), nounOf(last, text)) || isAllOf(first, last, text)
  const isNamed = isAlike || (some.unit === 'nothing' && DONE.test(text.slice(first.end, last.start)))
  if (all.unit !== 'noun' || !isNamed || !isPartOf(some, all, last, first, text)) return spans
  const between = text.slice(first.end, last.start)
  const isJoined =
    /\sthì\s/iu.test(between) ||
    (OF.test(text.slice(0, first.start)) && /\scó $/iu.test(between)) ||
    (/^[^,;]*[,;]/.test(between) && LIKE.test(text.slice(first.end)))
  if (!isJoined || !spans.slice((whole ?? 0) + 1, part).every(isPassed)) return spans
  return [
    ...spans.slice(0, whole),
    { start: first.start, end: last.end, readings: [ratioOf(some, all)] },
    ...spans.slice((part ?? 0) + 1),
  ]
}

/** «20 hồ sơ, đúng hạn 17» */
const DONE = /^[^,;]*[,;][^,;]*(?:đúng hạn|trước hạn|giải quyết|giải quyết được|xong|hoàn thành)\s*:?\s*$/iu

/** «trong 30 thủ tục có 28» */
const OF = /(?:^|\s)trong $/iu

const COUNTED: ReadonlySet<Meaning['is']> = new Set(['number', 'ratio', 'place'])

const ratioOf = (some: Figure, all: Figure): Meaning => ({
  ...{ is: 'ratio', numerator: some.quantity, denominator: all.quantity },
  ...{ literal: false, isParted: true },
})

/** The part is what was done, not what was refused, planned or left. */
const LIKE =
  /^\s*[,;:]+\s*$|đúng hạn|trước hạn|đạt|xong|hoàn thành|giải quyết|được|đã|dùng|nộp|tham gia|hài lòng|làm|số hóa|trực tuyến|có|thực hiện|dung han|xong|dat|giai quyet|da |duoc|dc|đc/iu
const UNLIKE =
  /từ chối|trả lại|hủy|huỷ|rút|tồn|đang|chờ|lỗi|sai|hỏng|chậm|bổ sung|nghỉ|vắng|bị |chỉ tiêu|kế hoạch|giao|kỳ trước|nữa|nốt|tu choi|tra lai|cho bo sung/iu

/** «theo Kế hoạch số 12» */
const PLANS = /kế hoạch (?:số )?(?=\d)/giu

const nowhere: Span = { start: 0, end: 0, readings: [] }

const saidOf = (span: Span | undefined, text: string): string => (span ? text.slice(span.start, span.end) : '')

const plainFigure = (span: Span | undefined): Figure | undefined => {
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
  return plainFigure(spans[at]) === undefined ? undefined : at
}

function figureBefore(spans: readonly Span[], to: number): number | undefined {
  const at = spans.findLastIndex((span, place) => place <= to && !isPassed(span))
  return plainFigure(spans[at]) === undefined ? undefined : at
}

const isPassed = ({ readings }: Span): boolean =>
  readings.every(meaning =>
    meaning.is === 'sign'
      ? /^[,;:]$/.test(meaning.sign)
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
  (PEOPLE.test(one) && PEOPLE.test(other))

const PEOPLE = /^(?:nguoi|can bo|cong chuc|vien chuc|cbcc|ccvc|cb|dang vien|dong chi)$/

/** «có 16 cán bộ thì cả 16 đều đã tập huấn» */
const isAllOf = (first: Span, last: Span, text: string): boolean =>
  /\scả $/iu.test(text.slice(first.end, last.start)) &&
  /^\d+/.exec(saidOf(first, text))?.[0] === /^\d+/.exec(saidOf(last, text))?.[0]

/** What stands behind the figure: «22 hồ sơ» → «ho so». */
const nounOf = (span: Span | undefined, text: string): string =>
  fold(saidOf(span, text).toLowerCase())
    .replace(/^(?:[\d.,\s]+|(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|chuc|tram|le|linh) )+/, '')
    .replace(/^hs$/, 'ho so')

/**
 * What agrees with the figure before it says nothing new: the rest of a ratio («18/22, còn 4 hồ sơ»), the parts of a sum («12 (8 đã công nhận, 4
 * đang chờ)», «640 triệu, trong đó …»). Parts that are more than the whole, or another rest, stay to be asked about.
 */
export function agreeing(spans: readonly Span[], text: string): readonly Span[] {
  const explained = new Set(
    againOf(spans, text) ?? restOf(spans, text) ?? partsOf(spans, text) ?? sumOf(spans, text) ?? [],
  )
  return explained.size === 0
    ? spans
    : spans.map(span => (explained.has(span) ? { ...span, readings: [{ is: 'filler' } as const] } : span))
}

/** «cả 10 đơn vị đều đã làm, 10/10», «tất cả 6 đơn vị, tức 6/6»: the whole said before its share. */
function againOf(spans: readonly Span[], text: string): Span[] | undefined {
  const ratios = spans.filter(span => reading(span, 'ratio'))
  const [bottom] = (ratios[0] && reading(ratios[0], 'ratio')?.denominator.values) ?? []
  const again = spans.filter(span => {
    const value = plainFigure(span)?.quantity.values[0]
    const isApart = /\p{L}/u.test(text.slice(span.end, ratios[0]?.start))
    return isApart && value !== undefined && bottom !== undefined && compare(value, bottom) === 0
  })
  const isOnly = ratios.length === 1 && again.length === 1 && spans.filter(span => reading(span, 'number')).length === 1
  return isOnly ? [...again, ...spans.filter(span => /^(?:tức|tức là)$/i.test(saidOf(span, text)))] : undefined
}

const LEFT = /^(?:còn|còn lại|con|con lai|chưa)$/iu

/** «22/22, không có hồ sơ trễ hạn» */
const NONE_LATE = /^[,;]? ?không (?:có |còn )?(?:hồ sơ )?(?:nào )?(?:trễ|quá|chậm) ?(?:hạn)?[ạ.! ]*$/iu

function restOf(spans: readonly Span[], text: string): Span[] | undefined {
  const at = spans.findIndex(span => reading(span, 'ratio'))
  const behind = spans.find((span, place) => place > at && reading(span, 'operator'))
  if (at >= 0 && behind && NONE_LATE.test(text.slice(behind.start))) return spans.slice(spans.indexOf(behind))
  const pair = spans[at] && reading(spans[at], 'ratio')
  const [top, bottom] = [pair?.numerator, pair?.denominator].map(one => one?.values[0] && wholeNumber(one.values[0]))
  if (at < 0 || top === undefined || bottom === undefined || top >= bottom) return undefined
  const isRest = (span: Span): boolean => {
    const value = plainFigure(span)?.quantity.values[0]
    return value !== undefined && wholeNumber(value) === bottom - top
  }
  const rest = spans.findIndex((span, place) => place > at && isRest(span))
  const end = spans.findIndex((span, place) => place > rest && CLAUSE.test(reading(span, 'sign')?.sign ?? ''))
  const from = spans.findLastIndex((span, place) => place < rest && CLAUSE.test(reading(span, 'sign')?.sign ?? ''))
  const clause = spans.slice(Math.max(from, at) + 1, end < 0 ? spans.length : end)
  const operators = clause.filter(span => reading(span, 'operator'))
  const isLeft = operators.some(span => LEFT.test(saidOf(span, text)))
  const isOfRest = operators.every(span => {
    const { operator } = reading(span, 'operator') ?? {}
    return (
      LEFT.test(saidOf(span, text)) ||
      operator === 'negation' ||
      operator === 'notYet' ||
      (isLeft && operator === 'denial')
    )
  })
  const opens = rest === Math.max(from, at) + 1
  // «17/20, thêm 3 nữa», «17/20 nhân 3»
  return rest < 0 || !isOfRest || !(opens || operators.length > 0)
    ? undefined
    : [...operators, ...spans.slice(rest, rest + 1)]
}

const CLAUSE = /^[,;.]$/

const TOTAL = /^(?:=|tổng|tổng cộng|tổng số|cộng|cộng lại|tổng là|tổng cộng là)$/iu

/** «300 triệu + 150 triệu = 450 triệu», «30 triệu, 20 triệu, tổng 50 triệu»: the sum, worked out. */
function sumOf(spans: readonly Span[], text: string): Span[] | undefined {
  const equals = spans.findLastIndex(span => TOTAL.test(saidOf(span, text)))
  const [before, behind] = [spans.slice(0, Math.max(equals, 0)), spans.slice(equals + 1)]
  const isFigure = (span: Span) => span.readings.some(({ is }) => is === 'number' || is === 'ratio')
  const [parts, [whole, ...others]] = [before.filter(isFigure), behind.filter(isFigure)]
  const signs = signsIn(before, text)
  if (whole === undefined || others.length > 0 || parts.length < 2 || signs === undefined) return undefined
  return addUp(whole, parts) ? [...parts, ...signs, ...spans.slice(equals, equals + 1)] : undefined
}

function partsOf(spans: readonly Span[], text: string): Span[] | undefined {
  const first = spans.findIndex(span => reading(span, 'number'))
  const mark = spans.findIndex(
    (span, at) => at > first && /^(?:trong đó|trong do|gồm|bao gồm|gom|bao gom|\(|:)$/iu.test(saidOf(span, text)),
  )
  const before = spans.slice(0, Math.max(mark, 0)).filter(span => reading(span, 'number'))
  const [whole] = before
  if (whole === undefined || before.length > 1) return undefined
  const behind = spans.slice(mark + 1)
  const parts = behind.filter(span => span.readings.some(({ is }) => is === 'number' || is === 'ratio'))
  const signs = signsIn(behind, text)
  if (signs === undefined) return undefined
  // A single part, or parts that leave a rest: perhaps it was the part that was asked for.
  const fits = parts.length > 1 && addUp(whole, parts)
  const isSaid = saidOf(spans[mark], text) !== ':'
  return fits ? [...(isSaid ? spans.slice(mark, mark + 1) : []), ...parts, ...signs] : undefined
}

/** The signs of adding between parts; undefined where another operator stands there. */
function signsIn(spans: readonly Span[], text: string): Span[] | undefined {
  const operators = spans.filter(span => reading(span, 'operator'))
  return operators.every(span => saidOf(span, text) === '+') ? operators : undefined
}

/** Whether the parts are the whole, sums or counts as it is one. */
function addUp(whole: Span, parts: readonly Span[]): boolean {
  const all = isAlike(whole, whole)
  const total = parts
    .map(part => isAlike(whole, part))
    .reduce<Decimal | undefined>((sum, one) => (sum && one ? plus(sum, one) : undefined), ZERO)
  return total !== undefined && all !== undefined && compare(total, all) === 0
}

const ZERO: Decimal = { digits: 0n, scale: 0 }

const isPositive = ({ values: [value], wholeDigits }: Figure['quantity']): boolean =>
  value !== undefined && value.digits > 0n && wholeDigits > 0

/** The value of a figure that may be a part of the other: a sum of a sum, a count of a count. */
function isAlike(whole: Span, part: Span): Decimal | undefined {
  const [all, some] = [reading(whole, 'number'), reading(part, 'number')]
  if (all === undefined || some === undefined || reading(part, 'ratio')) return undefined
  const isSum = ({ quantity, unit }: Figure) => unit === 'dong' || quantity.scale >= 1000n
  const isOdd = [all, some].some(
    ({ quantity, unit }) =>
      unit === 'odd' || unit === 'percent' || quantity.garbled || quantity.values.length !== 1 || !isPositive(quantity),
  )
  return isOdd || isSum(all) !== isSum(some) ? undefined : some.quantity.values[0]
}
