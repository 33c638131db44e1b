import { reading, type Span } from '../spans/span.ts'

/** The spans between two marks of punctuation, or words that join two clauses. */
export function clauseOf(spans: readonly Span[], at: number, text: string): [from: number, to: number] {
  const from = spans.findLastIndex((span, place) => place < at && isEnd(span, text)) + 1
  const rest = spans.findLastIndex((_, place) => place <= at && opensRest(spans, place, text))
  const to = spans.findIndex((span, place) => place > at && (isEnd(span, text) || opensRest(spans, place, text)))
  return [Math.max(from, rest), to < 0 ? spans.length : to]
}

/** «98,2% còn 2 hồ sơ quá hạn»: what is left over, told behind a share; not «98% còn 92». */
function opensRest(spans: readonly Span[], at: number, text: string): boolean {
  const [share, left, next] = [spans[at - 1], spans[at], spans[at + 1]]
  if (!share || !left || !next || !/^(?:còn|con)$/iu.test(text.slice(left.start, left.end))) return false
  const isShare = reading(share, 'ratio') !== undefined || reading(share, 'number')?.unit === 'percent'
  return isShare && (reading(next, 'number')?.unit ?? 'noun') === 'noun' && !reading(next, 'ratio')
}

const isEnd = ({ start, end }: Span, text: string): boolean =>
  ENDS.test(text.slice(start, end)) && (text[start] !== ')' || text.indexOf('(') > 0)

const ENDS = /^(?:[,;.!()–—|]|nhưng|nhưng mà|nhung|nhung ma|song|nên|vì|bởi vì|do|nhờ|tuy nhiên|ngoài ra|trong khi)$/iu

export const places = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at)

export const isBareFigure = (span: Span | undefined): boolean =>
  span !== undefined && !reading(span, 'day') && !reading(span, 'period') && reading(span, 'number') !== undefined
