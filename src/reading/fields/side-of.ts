import { saidOf } from '../spans/figures.ts'
import type { Operator } from '../spans/operators.ts'
import { reading, type Span } from '../spans/span.ts'
import { bareToo } from '../text.ts'
import { clauseOf, places } from './clause-of.ts'
import { isOtherTime } from './elsewhen.ts'
import { isNumeral } from './operator-at.ts'
import { isMoney } from './other-meanings.ts'
import type { SideClause } from './side-clause.ts'

/** The clause of an operator, where the answer stands in another one. */
export function sideOf(
  spans: readonly Span[],
  at: number,
  isOwn: readonly boolean[],
  text: string,
): SideClause | undefined {
  const [from, to] = clauseOf(spans, at, text)
  const figure = isOwn.indexOf(true)
  const own = spans[figure]
  if (own === undefined || places(from, to).some(place => isOwn[place])) return undefined
  const number = reading(own, 'number')
  const isShare = reading(own, 'ratio') !== undefined || number?.unit === 'percent'
  const isReason = BECAUSE.test(saidOf(spans[from - 1], text))
  return {
    said: wordsOf(spans.slice(from, to), text),
    isLast: spans.slice(at + 1, to).every(span => reading(span, 'sign') || isNumeral(span)),
    hasNumeral: spans.slice(from, to).some(isNumeral),
    isClosed: closes(spans, figure, text),
    operatorSaid: wordsOf(spans.slice(at, at + 1), text),
    isBefore: at < figure,
    isReason,
    isAfterElse:
      at > figure &&
      BUT.test(saidOf(spans[from - 1], text)) &&
      !spans.slice(...clauseOf(spans, from - 2, text)).includes(own),
    isCause: at < figure && isReason && THEREFORE.test(saidOf(spans[to], text)),
    isSum: number !== undefined && isMoney(number),
    whole: text.slice(spans[withCause(spans, from, isOwn, text)]?.start, spans[to - 1]?.end).toLowerCase(),
    answer: isShare ? 'share' : reading(own, 'day') ? 'day' : reading(own, 'period') ? 'period' : 'other',
  }
}

/** «lớp cuối mới mở nên em không tính»: with the clause that says why. */
function withCause(spans: readonly Span[], from: number, isOwn: readonly boolean[], text: string): number {
  const link = spans[from - 1]
  if (!THEREFORE.test(saidOf(link, text))) return from
  const [start] = clauseOf(spans, from - 1, text)
  return isOwn.slice(start, from).includes(true) ? from : start
}

const BUT = bareToo(/^(?:nhưng|nhưng mà|song)$/iu)
const BECAUSE = bareToo(/^(?:vì|bởi vì|tại vì|tại|do)$/iu)
const THEREFORE = bareToo(/^nên$/iu)

/** «5 nhé. …», «23 người ạ, …»: a particle ends the clause of the answer. */
function closes(spans: readonly Span[], figure: number, text: string): boolean {
  const [, to] = clauseOf(spans, figure, text)
  const said = (place: number) => text.slice(spans[place]?.start, spans[place]?.end)
  return to < spans.length && [to - 1, to - 2].some(at => at > figure && CLOSING.test(said(at)))
}

const CLOSING = /^(?:ạ|nhé|nha|nhá|thôi|nghen)$/iu

/** «cao hơn năm ngoái một chút», «thấp hơn trung bình thành phố», «tức 1,8 tỷ trên 4 tỷ», «20% còn lại»: beside an answer of another kind. */
export function comparesOnly(
  spans: readonly Span[],
  at: number,
  operator: Operator,
  { answer }: SideClause,
  text: string,
): boolean {
  const next = spans.slice(at + 1).find(span => !reading(span, 'filler'))
  if (operator === 'bound' && next !== undefined)
    if (isOtherTime(next, text) || MEASURES.test(text.slice(next.start, next.end))) return true
  const clause = spans.slice(...clauseOf(spans, at, text))
  const figures = clause.filter(span => reading(span, 'number'))
  if (answer === 'share') return operator === 'bound' && figures.length > 1
  return operator === 'rest' && figures.some(span => reading(span, 'number')?.unit === 'percent')
}

const MEASURES =
  /^(?:trung bình|bình quân|dự tính|dự kiến|kế hoạch|chỉ tiêu|mọi|thành phố|toàn|mức|hạn|tỉnh|năm|tháng|quý|cùng kỳ)/iu

/** What a clause says besides days, periods and numbers. */
const wordsOf = (spans: readonly Span[], text: string): string =>
  spans
    .filter(
      span =>
        !reading(span, 'sign') &&
        (!isNumeral(span) || reading(span, 'number')?.unit === 'noun' || reading(span, 'place') !== undefined),
    )
    .map(({ start, end }) => text.slice(start, end).replace(/\d[\d.,]*/g, ''))
    .join(' ')
    .replace(/ +/g, ' ')
    .toLowerCase()
