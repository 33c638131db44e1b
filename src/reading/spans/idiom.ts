import { fold } from '../text.ts'
import { reading, type Span } from './span.ts'

/**
 * Whether a numeral in one word counts nothing, by what stands behind it: «ba hoa», «hai lòng», «ba em mất», «chị Mười gửi rồi». Somebody who
 * counts says of what, or closes with courtesy.
 */
export function isInIdiom(spans: readonly Span[], at: number, text: string): boolean {
  const [span, next, afterNext] = [spans[at], spans[at + 1], spans[at + 2]]
  const figure = span && reading(span, 'number')
  if (span === undefined || figure === undefined) return false
  const said = (one: Span): string => fold(text.slice(one.start, one.end))
  const before = fold(text.slice(0, span.start))
  if (figure.unit === 'noun') return / ngay$/.test(said(span)) && WAITS.test(before)
  if (figure.unit !== 'nothing') return false
  // «cả 3 đều được»: of what was named.
  if (BOTH.test(before) && /^[2-4]$/.test(said(span)) && next === undefined) return true
  if (next === undefined) return false
  if (reading(next, 'place') || (said(span) === '1' && A_LITTLE.test(said(next)))) return true
  if (LASTS.test(said(next)) && (!afterNext || isClosing(afterNext))) return true
  // «0 biết», «0 có ý kiến»: not.
  if (/^\d/.test(said(span)))
    return said(span) === '0' && (isWord(next) || (said(next) === 'co' && afterNext !== undefined && isWord(afterNext)))
  if (!figure.quantity.inWords || said(span).includes(' ')) return false
  if (reading(next, 'word') || (DOES.test(said(next)) && !isCalled(spans, at))) return true
  return KIN.test(said(next)) && afterNext !== undefined && !isClosing(afterNext)
}

/** «em đợi ba ngày rồi» */
const WAITS = /(?:^| )(?:doi|cho|nghi|nghi le|nghi tet|nghi phep|om|cach ly|cong tac|mat dien|mat mang)(?: ca)?$/
const BOTH = /(?:^| )ca$/
/** «1 lát nữa», «1 hôm nào đó» */
const A_LITTLE = /^(?:ti|teo|chut|lat|luc|hoi|xiu|it|so|vai)$/
/** «nghỉ 2 hôm», «họp 3 tiếng»: how long. */
const LASTS = /^(?:hom|bua|tuan|tieng|quy|do)$/

/** A letter by itself may be «chị» or «em». */
const isWord = (span: Span): boolean => reading(span, 'word') !== undefined && span.end - span.start > 1

const DOES = /^(?:gui|nop|lam|bao|viet|dang|nhan|duoc)$/
const KIN = /^(?:em|anh|chi|chau|con|ban|co|chu|bac)$/

/** «được ba gửi rồi»: said to be counted. */
const isCalled = (spans: readonly Span[], at: number): boolean =>
  at > 0 &&
  spans.slice(0, at).some(span => reading(span, 'noun') !== undefined || reading(span, 'polarity') !== undefined)

const isClosing = (span: Span): boolean =>
  span.readings.some(({ is }) => is === 'sign' || is === 'polarity' || is === 'filler')
