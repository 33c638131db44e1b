import { compare, whole as wholeNumber } from '../numerals/decimal.ts'
import { besideShare } from './beside-share.ts'
import { CONTRASTS, composed } from './composed.ts'
import { isNamedRest, isShare, LEFT, plainFigure, saidOf } from './figures.ts'
import { reading, type Span } from './span.ts'
import { addUp } from './whole-of.ts'

/**
 * What agrees with the figure before it says nothing new: the rest of a ratio («18/22, còn 4 hồ sơ»), the parts of a sum («12 (8 đã công nhận, 4
 * đang chờ)», «640 triệu, trong đó …»). Parts that are more than the whole, or another rest, stay to be asked about.
 */
export function agreeing(spans: readonly Span[], text: string): readonly Span[] {
  const explained = new Set([
    ...besideShare(spans, text),
    ...(twice(spans, text) ?? []),
    ...writtenAgain(spans, text),
    ...(againOf(spans, text) ??
      restOf(spans, text) ??
      composed(spans, text) ??
      partsOf(spans, text) ??
      sumOf(spans, text) ??
      addedUp(spans, text) ??
      []),
  ])
  return explained.size === 0
    ? spans
    : spans.map(span => (explained.has(span) ? { ...span, readings: [{ is: 'filler' } as const] } : span))
}

/** «33\n33 hồ sơ», «bảy em ạ. Bảy cái kế hoạch»: the bare figure, and in a line or sentence of its own what it counts. */
function twice(spans: readonly Span[], text: string): Span[] | undefined {
  const end = spans.findIndex(span => /^[|.!]$/.test(saidOf(span, text)))
  const [first, again] = [spans[0], spans[end + 1]]
  if (first === undefined || again === undefined || end < 1) return undefined
  const [bare, counted] = [reading(first, 'number'), reading(again, 'number')]
  const [value, same] = [bare?.quantity.values[0], counted?.quantity.values[0]]
  const isSaidTo = (span: Span) => reading(span, 'filler') || TO_ELDERS.test(saidOf(span, text))
  if (!spans.slice(1, end).every(isSaidTo) || !value || !same) return undefined
  return bare?.unit === 'nothing' && counted?.unit === 'noun' && compare(value, same) === 0
    ? [first, ...spans.slice(end, end + 1)]
    : undefined
}

/** «7 mô hình, em ghi là bảy»: how it is to be written. */
function writtenAgain(spans: readonly Span[], text: string): readonly Span[] {
  const [first, again, ...others] = spans.filter(span => reading(span, 'number'))
  const [value, same] = [plainFigure(first)?.quantity.values[0], again && reading(again, 'number')?.quantity.values[0]]
  const isSame = value !== undefined && same !== undefined && others.length === 0 && compare(value, same) === 0
  return first && again && isSame && WRITTEN.test(text.slice(first.end, again.start)) ? [again] : []
}

const WRITTEN = /(?:^|[ ,.])(?:em|mình|tôi|chị|anh|cứ) (?:xin )?(?:ghi|viết|điền|báo)(?: là)? $/iu

const TO_ELDERS = /^(?:bác|cô|chú|thầy|sếp|bac|co|chu|thay|sep)$/iu

/** «cả 10 đơn vị đều đã làm, 10/10», «tất cả 6 đơn vị, tức 6/6»: the whole said before its share. */
function againOf(spans: readonly Span[], text: string): Span[] | undefined {
  const ratios = spans.filter(span => reading(span, 'ratio'))
  const [bottom] = (ratios[0] && reading(ratios[0], 'ratio')?.denominator.values) ?? []
  const again = spans.filter(span => {
    const value = plainFigure(span)?.quantity.values[0]
    const isApart = /\p{L}/u.test(text.slice(span.end, ratios[0]?.start))
    return isApart && value !== undefined && bottom !== undefined && compare(value, bottom) === 0
  })
  const numbers = spans.filter(span => reading(span, 'number'))
  const away = again[0] && ratios[0] ? awayBefore(again[0], ratios[0], numbers, text) : []
  const isOnly = ratios.length === 1 && again.length === 1 && numbers.length === 1 + away.length
  return isOnly ? [...again, ...away, ...spans.filter(span => /^(?:tức|tức là)$/i.test(saidOf(span, text)))] : undefined
}

/** «phòng có 9 người mà vắng mất hai, nên mới 7/9»: who is missing of the whole, said between. */
function awayBefore(whole: Span, share: Span, numbers: readonly Span[], text: string): Span[] {
  const [top, bottom] = [reading(share, 'ratio')?.numerator, reading(share, 'ratio')?.denominator].map(
    one => one?.values[0] && wholeNumber(one.values[0]),
  )
  const [away, ...others] = numbers.filter(span => span.start > whole.end && span.end < share.start)
  const value = away && reading(away, 'number')?.quantity.values[0]
  const isRest = value && top !== undefined && bottom !== undefined && wholeNumber(value) === bottom - top
  return away && isRest && others.length === 0 && MISSING.test(text.slice(whole.end, away.start)) ? [away] : []
}

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
  const end = spans.findIndex((span, place) => place > rest && CLAUSE.test(saidOf(span, text)))
  const from = spans.findLastIndex((span, place) => place < rest && CLAUSE.test(saidOf(span, text)))
  const clause = spans.slice(Math.max(from, at) + 1, end < 0 ? spans.length : end)
  const opens = rest === Math.max(from, at) + 1
  const operators = clause.filter(span => reading(span, 'operator'))
  const isLeft = operators.some(span => LEFT.test(saidOf(span, text)))
  const isOfRest = operators.every(span => {
    const { operator } = reading(span, 'operator') ?? {}
    return (
      LEFT.test(saidOf(span, text)) ||
      operator === 'negation' ||
      operator === 'notYet' ||
      ((isLeft || opens) && operator === 'denial') ||
      // «hai cái còn lại đang sửa quy trình»
      (opens &&
        isNamedRest(spans[rest], text) &&
        (operator === 'correction' || operator === 'rest' || operator === 'future'))
    )
  })
  // «17/20, thêm 3 nữa», «17/20 nhân 3»
  return rest < 0 ||
    !isOfRest ||
    !(opens || operators.length > 0 || clause.some(span => MISSING.test(saidOf(span, text))))
    ? undefined
    : [...operators, ...spans.slice(rest, rest + 1)]
}

const CLAUSE = /^(?:[,;.()]|do|vì|bởi|tại)$/iu
const MISSING = /(?:vắng|nghỉ|thiếu|chậm|muộn|hỏng|trượt|vang|thieu|cham|muon|hong)/iu

const TOTAL =
  /^(?:=|tổng|tổng cộng|tổng số|cộng|cộng lại|tổng là|tổng cộng là|vậy tổng|vậy tổng là|vị chi|vị chi là|tất cả|cả thảy|tat ca|ca thay)$/iu

/** «300 triệu + 150 triệu = 450 triệu», «30 triệu, 20 triệu, tổng 50 triệu»: the sum, worked out. */
function sumOf(spans: readonly Span[], text: string): Span[] | undefined {
  const equals = spans.findLastIndex(span => TOTAL.test(saidOf(span, text)))
  const [before, behind] = [spans.slice(0, Math.max(equals, 0)), spans.slice(equals + 1)]
  const isFigure = (span: Span) => span.readings.some(({ is }) => is === 'number' || is === 'ratio')
  const [whole, ...others] = behind.filter(isFigure)
  // «hai đợt gộp lại»: a count beside sums is no part of them.
  const parts = before.filter(span => isFigure(span) && !(whole && isSum(whole) && isCount(span)))
  const signs = signsIn(before, text)
  if (whole === undefined || others.length > 0 || parts.length < 2 || signs === undefined) return undefined
  return addUp(whole, parts) ? [...parts, ...signs, ...spans.slice(equals, equals + 1)] : undefined
}

const isSum = (span: Span): boolean => {
  const figure = reading(span, 'number')
  return figure !== undefined && (figure.unit === 'dong' || figure.quantity.scale >= 1_000_000n)
}
const isCount = (span: Span): boolean => reading(span, 'number')?.unit === 'noun' && !isSum(span)

function partsOf(spans: readonly Span[], text: string): Span[] | undefined {
  const first = spans.findIndex(span => reading(span, 'number'))
  const mark = spans.findIndex(
    (span, at) => at > first && /^(?:trong đó|trong do|gồm|bao gồm|gom|bao gom|\(|:|=)$/iu.test(saidOf(span, text)),
  )
  const before = spans.slice(0, Math.max(mark, 0)).filter(span => reading(span, 'number'))
  const [whole] = before
  if (whole === undefined || before.length > 1) return undefined
  const end = spans.findIndex((span, at) => at > mark && saidOf(span, text) === '.')
  const behind = spans.slice(mark + 1, end < 0 ? undefined : end)
  const parts = behind.filter(span => span.readings.some(({ is }) => is === 'number' || is === 'ratio'))
  const signs = signsIn(behind, text)
  if (signs === undefined) return undefined
  // A single part, or parts that leave a rest: perhaps it was the part that was asked for.
  const fits = parts.length > 1 && addUp(whole, parts)
  const isSaid = saidOf(spans[mark], text) !== ':'
  return fits ? [...(isSaid ? spans.slice(mark, mark + 1) : []), ...parts, ...signs] : undefined
}

/** «5 sáng kiến, một cửa đề xuất 2, văn phòng 3»: counts that make up the first, though nobody says so. */
function addedUp(spans: readonly Span[], text: string): Span[] | undefined {
  const figures = spans.filter(span => span.readings.some(({ is }) => is === 'number' || is === 'ratio'))
  const [whole, ...parts] = figures
  const isPlain =
    figures.every(span => plainFigure(span) !== undefined) && !spans.some(span => reading(span, 'operator'))
  const isApart = parts.every((part, at) => /[,;]/.test(text.slice((parts[at - 1] ?? whole)?.end, part.start)))
  const isDivided = CONTRASTS.test(text.slice(whole?.end, parts.at(-1)?.start))
  return whole &&
    parts.length > 1 &&
    isPlain &&
    isApart &&
    !isDivided &&
    !isShare(whole, parts.at(-1), text) &&
    addUp(whole, parts)
    ? parts
    : undefined
}

/** The signs of adding between parts; undefined where another operator stands there. */
function signsIn(spans: readonly Span[], text: string): Span[] | undefined {
  const operators = spans.filter(span => reading(span, 'operator'))
  return operators.every(span => /^(?:\+|thêm|cộng|cộng thêm|bổ sung)$/iu.test(saidOf(span, text)))
    ? operators
    : undefined
}
