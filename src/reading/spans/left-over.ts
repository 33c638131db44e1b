import { onlyWhole } from '../numerals/decimal.ts'
import { quantityOf } from '../numerals/quantity.ts'
import { addsUp, type Figure, isNamedRest, plainFigure, ratioOf, SENT, saidOf } from './figures.ts'
import { UNLIKE } from './part-of.ts'
import { reading, type Span } from './span.ts'

/** What is not done, or was refused. */
const NOT_DONE = /(?:^|\s)(?:còn|chưa|đang|chờ|tồn|vắng|trễ hạn|quá hạn|trả lại|từ chối|rút|con|chua|dang)(?=[\s:]|$)/iu
const DONE =
  /(?:^|\s)(?:đã|xong|hoàn thành|giải quyết|xử lý|đúng hạn|đạt|được|làm|thực hiện|trả|có mặt|da|xong|hoan thanh|giai quyet|xu ly|dung han|dat|co mat)(?=[\s:]|$)/iu
/** «20 nhiệm vụ, còn 3 chưa xong» */
const REMAINS = /^[,;]? ?(?:còn|chỉ còn|con) $/iu
const UNDONE =
  /^(?: \p{L}+){0,3} (?:chưa|chua)(?: \p{L}+)? (?:xong|hoàn thành|làm|giải quyết|thực hiện|xử lý|hoan thanh|lam|thuc hien)/iu

/**
 * A whole, what of it was done and what is left, in three figures of which the last two make up the first: «tiếp nhận 212 hồ sơ, giải quyết xong
 * 200, đang xử lý 12» is 200/212; or the whole and what is left, where that is said to be undone: «20 nhiệm vụ, còn 3 chưa xong» is 17/20.
 */
export function leftOver(spans: readonly Span[], text: string): readonly Span[] {
  const figures = spans.filter(span => reading(span, 'number') ?? reading(span, 'ratio') ?? reading(span, 'place'))
  const [first, second, third] = figures
  const [all, one, other] = [first, second, third].map(plainFigure)
  if (first === undefined || second === undefined || all === undefined || one === undefined) return spans
  if (figures.length === 2) return remaining(spans, first, all, second, one, text)
  if (figures.length !== 3 || third === undefined || other === undefined || !addsUp(all, one, other)) return spans
  // «12 sáng kiến (8 đã công nhận, 4 đang chờ)» tells what the twelve are.
  if (text.slice(first.end, second.start).includes('(')) return spans
  const [isOpen, isLeft] = [second, third].map(
    figure => NOT_DONE.test(clauseAt(spans, figure, text)) || isNamedRest(figure, text),
  )
  if (isOpen === isLeft) return spans
  const [done, left] = isOpen ? [third, second] : [second, third]
  const some = isOpen ? other : one
  const said = clauseAt(spans, done, text)
  const isDone = !UNLIKE.test(said) && (DONE.test(said) || SENT.test(said))
  if (!isDone || isOther(spans, text)) return spans
  return explained(spans, first, ratioOf(some, all), [done, left], text)
}

function remaining(
  spans: readonly Span[],
  first: Span,
  all: Figure,
  left: Span,
  some: Figure,
  text: string,
): readonly Span[] {
  const [whole, rest] = [all, some].map(({ quantity }) => onlyWhole(quantity.values))
  const isSaid = REMAINS.test(text.slice(first.end, left.start)) && UNDONE.test(text.slice(left.end))
  if (!isSaid || all.unit !== 'noun' || whole === undefined || rest === undefined || rest >= whole) return spans
  if (isOther(spans, text)) return spans
  const done: Figure = { ...all, quantity: quantityOf(Number(whole - rest)) }
  return explained(spans, first, ratioOf(done, all), [left], text)
}

/** The clause of a figure, from the mark before it to the mark behind. */
function clauseAt(spans: readonly Span[], figure: Span, text: string): string {
  const at = spans.indexOf(figure)
  const from = spans.findLastIndex((span, place) => place < at && ENDS.test(saidOf(span, text)))
  const to = spans.findIndex((span, place) => place > at && ENDS.test(saidOf(span, text)))
  return text.slice(spans[from]?.end ?? 0, to < 0 ? undefined : spans[to]?.start)
}

const ENDS = /^[,;.()|]$/

/** What may make the line doubtful beyond its figures. */
const isOther = (spans: readonly Span[], text: string): boolean =>
  spans.some(span => {
    const operator = reading(span, 'operator')?.operator
    return (
      operator !== undefined &&
      !/^(?:rest|notYet|negation|denial|bound|same)$/.test(operator) &&
      !/^(?:tổng|tong)$/iu.test(saidOf(span, text))
    )
  }) || /\?|khoảng|hơn|gần|dưới|ít nhất/iu.test(text)

function explained(
  spans: readonly Span[],
  whole: Span,
  ratio: Span['readings'][number],
  figures: readonly Span[],
  text: string,
): readonly Span[] {
  return spans.map(span => {
    if (span === whole) return { ...span, readings: [ratio] }
    const isOperator = reading(span, 'operator') !== undefined && span.start > whole.end
    return figures.includes(span) || isOperator || ENDS.test(saidOf(span, text))
      ? { ...span, readings: [{ is: 'filler' } as const] }
      : span
  })
}
