import { isNumeral, operatorOf } from '../fields/operator-at.ts'
import { DELIVERS, isLocal } from '../fields/reach.ts'
import type { Line } from '../line.ts'
import { whole } from '../numerals/decimal.ts'
import { reading, type Span } from '../spans/span.ts'
import type { Token } from '../tokens.ts'
import { ENDS, type Mention } from './mentions.ts'

type Words = readonly Token[]

/** Whether a span beside the option that is named may stand there. */
export function isAllowed(line: Line, at: number, words: Words, mentions: readonly Mention[], count: number): boolean {
  const { spans, text } = line
  const span = spans[at]
  if (span === undefined) return true
  if (isWithin(span, words, mentions)) return !countsOption(span, words, mentions)
  const said = text.slice(span.start, span.end)
  const place = placeOf(span, words, mentions)
  // «số 3 mới đúng»
  if (isNumeral(span) && NUMBERED.test(text.slice(0, span.start)) && isOption(span, count)) return false
  if (isNumeral(span)) return !mayChoose(span, count) && !isShareOrCount(span, place)
  if (BUT.test(said)) return false
  // «dịch vụ công với chính quyền số»
  if (place === 'before' && JOINS.test(said) && span.start > 0) return false
  const operator = place === 'before' ? reading(span, 'operator')?.operator : operatorOf(spans, at, text)
  if (place === 'before') return !AGAINST.test(said) && (operator === undefined || OF_FIGURES.test(operator))
  if (isReason(line, at)) return operator === undefined || !UNSURE.test(operator)
  if (place === 'behind' && (AGAINST.test(said) || CLOSES.test(said))) return false
  if (operator === 'correction' && /^(?:gia hạn|hoãn|lùi|dời)$/i.test(said)) return place === 'elsewhere'
  if (operator === 'future') return DELIVERS.test(text.slice(span.start - 1))
  return operator === undefined || OF_FIGURES.test(operator) || isLocal(operator)
}

/** These change figures; an option has no more and no less. */
const OF_FIGURES = /^(?:vague|over|range|same|each|minus|change|rest)$/
const UNSURE = /^(?:doubt|dontKnow|or|correction)$/

const isWithin = (span: Span, words: Words, mentions: readonly Mention[]): boolean =>
  mentions.some(({ from, to }) => span.start < (words[to - 1]?.end ?? 0) && span.end > (words[from]?.start ?? 0))

/** «hai mô hình»: so many of it. */
const countsOption = (span: Span, words: Words, mentions: readonly Mention[]): boolean =>
  reading(span, 'number')?.unit === 'noun' &&
  mentions.every(({ from }) => span.start < (words[from]?.start ?? 0) || span.end <= (words[from]?.start ?? 0))

/** A bare number that there is an option for. */
function mayChoose(span: Span, count: number): boolean {
  const number = reading(span, 'number')
  if (number?.unit !== 'nothing' || number.quantity.scale > 1n || number.quantity.inWords) return false
  return isOption(span, count)
}

const isOption = (span: Span, count: number): boolean =>
  reading(span, 'number')?.quantity.values.some(value => {
    const plain = whole(value)
    return plain !== undefined && plain > 0n && plain <= BigInt(count)
  }) ?? false

const NUMBERED = /(?:^|[,.;] ?)(?:số|so|mục|ý) $/iu

/** «đã hoàn thành 50%», «3 phường tốt»: so much of it, or so many. */
function isShareOrCount(span: Span, place: 'before' | 'behind' | 'elsewhere'): boolean {
  const number = reading(span, 'number')
  if (place === 'before') return number?.unit === 'noun'
  return (
    place === 'behind' &&
    (number?.unit === 'percent' || (reading(span, 'ratio') !== undefined && reading(span, 'day')?.isFirm !== true))
  )
}

/** In which part of the clause of an option something stands. */
function placeOf(span: Span, words: Words, mentions: readonly Mention[]): 'before' | 'behind' | 'elsewhere' {
  const at = words.findIndex(({ start }) => start >= span.start)
  const isJoined = (from: number, to: number) => !words.slice(from, to).some(({ text }) => ENDS.test(text))
  if (mentions.some(({ from }) => at < from && isJoined(at, from))) return 'before'
  return mentions.some(({ to }) => at >= to && isJoined(to, at)) ? 'behind' : 'elsewhere'
}

/** Whether a reason was begun in the clause before a span. */
function isReason({ spans, text }: Line, at: number): boolean {
  for (let place = at - 1; place >= 0; place -= 1) {
    const said = text.slice(spans[place]?.start, spans[place]?.end)
    if (ENDS.test(said)) return false
    if (/^(?:vì|do|bởi|tại|nhờ)$/i.test(said)) return true
  }
  return false
}

const BUT = /^(?:\?|nhưng|nhung|song|tuy|trừ|hoặc|hay|nếu)$/i
/** In the clause of an option itself. */
const AGAINST =
  /^(?:mà|nào|gì|sao|muốn|hỏi|giống|khác|đổi|sửa|bỏ|cũ|đừng|kiểu|như|cơ bản là|cơ bản|vân|khoăn|nghiệm|hy|hi|vọng|ước|đâu)$/i
const CLOSES = /^(?:trở lên|trở xuống|đổ lên|đổ xuống|và|va|cùng|&|\+)$/i
const JOINS = /^(?:và|va|với|cùng|lẫn|kiêm|&|\+)$/i
