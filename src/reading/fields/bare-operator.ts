import type { Meaning, Span } from '../spans/span.ts'
import { fold } from '../text.ts'
import { clauseOf, places } from './clause-of.ts'

/** Without accents nothing else is likely to be meant, wherever it stands. */
const PLAIN =
  /^(?:khong|ko|k|kg|hok|chua|chx|hoac|or|nham|khoang|thieu|sua|lui|hoan|neu|doan|chac|ngót|top|al|non|am|tre|quen)$/
/** «co dau» may be có dấu, «co cho» may be có cho. */
const TWO_WORDS = /^(?:co dau|co cho|co noi|cho thi|luc thi|bo di|nao co|sap toi)$/

/**
 * Whether an operator in a remark behind the answer is one only because its accents were left out: «2,75 ty, bang giai ngan co dau do», «5/6, con
 * moi doi trat tu chua nop». It is believed where a figure is beside it, and where the remark has hardly another word.
 */
export function isAnotherWord(spans: readonly Span[], at: number, isOwn: readonly boolean[], text: string): boolean {
  const span = spans[at]
  if (span === undefined || !isOwn.slice(0, at).includes(true)) return false
  const said = text.slice(span.start, span.end).toLowerCase()
  // «chị Hà bên một cửa»
  if (
    /^\p{Lu}\p{Ll}+$/u.test(text.slice(span.start, span.end)) &&
    !/^[.!|]?$/.test(text.slice(spans[at - 1]?.start, spans[at - 1]?.end))
  )
    return true
  // «em tuong the», «em nghi vay»
  if (
    /^(?:tuong|nghi|ngo|nho)$/.test(said) &&
    /^(?:em|e|toi|minh|tui|chi|anh)$/i.test(text.slice(spans[at - 1]?.start, spans[at - 1]?.end))
  )
    return false
  const isOne = /^[a-z]+$/.test(said) && !PLAIN.test(said)
  if (!isOne && !TWO_WORDS.test(said)) return false
  const [from, to] = clauseOf(spans, at, text)
  const clause = places(from, to)
  if (clause.some(place => isOwn[place]) || isBesideFigure(spans, at, from, to, isOwn)) return false
  return clause.filter(place => place !== at && isContent(spans[place], text)).length > 1
}

/** Fillers and other words of this sort passed over. */
function isBesideFigure(
  spans: readonly Span[],
  at: number,
  from: number,
  to: number,
  isOwn: readonly boolean[],
): boolean {
  const isPassed = (span: Span | undefined): boolean =>
    span?.readings.some(({ is }) => is === 'filler' || is === 'polarity' || is === 'operator') === true
  for (const by of [-1, 1]) {
    let place = at + by
    while (place >= from && place < to && isPassed(spans[place])) place += by
    const other = place >= from && place < to ? spans[place] : undefined
    if (other !== undefined && (isOwn[place] || other.readings.some(({ is }) => FIGURES.has(is)))) return true
  }
  return false
}

const FIGURES: ReadonlySet<Meaning['is']> = new Set(['number', 'ratio', 'place'] as const)

const isContent = (span: Span | undefined, text: string): boolean =>
  span !== undefined &&
  span.end - span.start > 1 &&
  (span.readings.some(({ is }) => /^(?:word|noun|name|period|day|label|paper)$/.test(is)) ||
    (text.slice(span.start, span.end).includes(' ') && span.readings.some(({ is }) => is === 'filler'))) &&
  !FUNCTION.test(fold(text.slice(span.start, span.end)))

const FUNCTION = /^(?:the|vay|nen|roi|ra|vao|lai|ma|kia|day|do|nay|nua|dau|thi|la|gi|sao)$/
