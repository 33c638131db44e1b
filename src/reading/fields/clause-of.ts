import { reading, type Span } from '../spans/span.ts'

/** The spans between two marks of punctuation, or words that join two clauses. */
export function clauseOf(spans: readonly Span[], at: number, text: string): [from: number, to: number] {
  const from = spans.findLastIndex((span, place) => place < at && isEnd(span, text)) + 1
  const to = spans.findIndex((span, place) => place > at && isEnd(span, text))
  return [from, to < 0 ? spans.length : to]
}

const isEnd = ({ start, end }: Span, text: string): boolean =>
  ENDS.test(text.slice(start, end)) && (text[start] !== ')' || text.indexOf('(') > 0)

const ENDS = /^(?:[,;.!()–—|]|nhưng|nhưng mà|song|nên|vì|bởi vì|do|nhờ|tuy nhiên|ngoài ra|trong khi)$/iu

export const places = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at)

export const isBareFigure = (span: Span | undefined): boolean =>
  span !== undefined && !reading(span, 'day') && !reading(span, 'period') && reading(span, 'number') !== undefined
