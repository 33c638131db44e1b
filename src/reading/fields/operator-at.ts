import type { Operator } from '../spans/operators.ts'
import { type Meaning, reading, type Span } from '../spans/span.ts'

const NUMERALS: ReadonlySet<Meaning['is']> = new Set([
  ...(['number', 'ratio', 'day', 'period', 'time', 'place', 'target', 'label', 'paper'] as const),
])
/** «nhất» and «hôm nay» hold no figure, and yet are spans of these kinds: a question that wants none of them passes over them. */
export const isNumeral = (span: Span): boolean => span.readings.some(({ is }) => NUMERALS.has(is))

/** An operator as it stands where it is; undefined where it changes no figure. */
export function operatorOf(spans: readonly Span[], at: number, text: string): Operator | undefined {
  const span = spans[at]
  if (span === undefined) return undefined
  // «mười từ» without accents is fourteen.
  const isAfterWords = reading(spans[at - 1] ?? nowhere, 'number')?.quantity.inWords === true
  if (reading(span, 'edge')) return isAfterWords || isNextNumeral(spans, at, text) ? 'bound' : undefined
  const operator = reading(span, 'operator')?.operator
  if (isEmphasis(spans, at, text)) return undefined
  // «lên thứ 5»: where it has come to.
  if (
    (operator === 'change' || operator === 'rest') &&
    reading(spans.slice(at + 1).find(next => !reading(next, 'filler')) ?? nowhere, 'place') &&
    /^(?:lên|xuống|còn|con)$/i.test(text.slice(span.start, span.end))
  )
    return undefined
  if (operator === 'rest' && isTopic(spans, at, text)) return undefined
  // «không đến 31/8»
  if (
    operator === 'bound' &&
    /^(?:không|chưa|ko) /i.test(text.slice(span.start, span.end)) &&
    reading(spans[at + 1] ?? nowhere, 'day')
  )
    return 'negation'
  if (operator === 'over') return isNextNumeral(spans, at, text) || isOfWhole(spans, at, text) ? 'bound' : undefined
  if (operator !== 'range')
    return isLoose(text.slice(span.start, span.end)) && !isNearNumeral(spans, at, text) ? undefined : operator
  const [before, after] = [spans[at - 1], spans[at + 1]]
  if (before === undefined || after === undefined || !isFigure(before)) return undefined
  // «17/20 ~ 85%»
  if (reading(before, 'ratio') && reading(after, 'number')?.unit === 'percent') return 'same'
  return isFigure(after) || (after.start === span.end && before.end === span.start) ? 'range' : undefined
}

/** «còn năm nay thì 12», «còn bên em thì 12», «Còn câu 5 thì em trả lời là 19»: as for it. */
function isTopic(spans: readonly Span[], at: number, text: string): boolean {
  const said = (place: number) => text.slice(spans[place]?.start ?? 0, spans[place]?.end ?? 0).toLowerCase()
  if (!/^(?:còn|con)$/.test(said(at)) || !(at === 0 || /^(?:[,;.]|dạ|vâng|da|vang)$/.test(said(at - 1)))) return false
  const then = spans.findIndex((_, place) => place > at && place < at + 4 && /^(?:thì|thi)$/.test(said(place)))
  const next = spans[at + 1]
  return (
    then > 0 &&
    next !== undefined &&
    !reading(next, 'number') &&
    !/^(?:phải|cần|nợ|tồn|dư|đang|phai|can|no|ton|du|dang)/.test(said(at + 1)) &&
    spans.slice(at + 1, then).every(span => !reading(span, 'number'))
  )
}

/** «trên số đề tài đạt 12»: a whole without its part. */
const isOfWhole = (spans: readonly Span[], at: number, text: string): boolean =>
  / (?:số|tổng)/i.test(text.slice(spans[at]?.start, spans[at]?.end)) &&
  spans.slice(at + 1).some(span => reading(span, 'number') !== undefined)

/** «mạng chậm quá», «có mỗi một cái»: how much it is felt, and nothing of the figure. */
function isEmphasis(spans: readonly Span[], at: number, text: string): boolean {
  const said = (place: number): string => text.slice(spans[place]?.start ?? 0, spans[place]?.end ?? 0).toLowerCase()
  const [before, next] = [spans[at - 1], spans[at + 1]]
  if (said(at) === 'quá')
    return before !== undefined && !isNumeral(before) && (!next || reading(next, 'sign') !== undefined)
  // «nha mấy anh chị»
  if (said(at) === 'mấy' && next !== undefined && /^(?:anh|chị|em|bạn|cô|bác|sếp)$/.test(said(at + 1))) return true
  // «dạ mười lăm á em», as people of the south end a sentence.
  if (said(at) === 'á' && (spans.length > 2 || /\p{L}/u.test(said(0))) && !text.includes('?') && isSaidOnly(next))
    return true
  // «mới được có 62 phần trăm à»: no more than that.
  if (
    /^[àá]$/.test(said(at)) &&
    spans.slice(0, at).some((_, place) => /^(?:chỉ|mới|có|chỉ có|mới được|mới có)$/.test(said(place)))
  )
    return !text.includes('?') && spans.length > 4
  const isOnly = at > 0 && /^(?:có|chỉ|chỉ có|được|mới có|mới được)$/.test(said(at - 1))
  return said(at) === 'mỗi' && isOnly && next !== undefined && reading(next, 'number') !== undefined
}

const isSaidOnly = (span: Span | undefined): boolean =>
  span === undefined || span.readings.some(({ is }) => is === 'filler' || is === 'sign' || is === 'denied')

/** Without accents these are as often other words: «qua mạng», «du lịch», «con em»; beside a figure they count. */
const isLoose = (typed: string): boolean =>
  /^(?:qua|may|du|con|len|no|se|dinh|ngoai|gan|them|bot|cat|tru|it|doi|sua|lui|hon|thua|hay|nghi|gia|ta|le|hen|can|giao|bo|kem|mong|tam|gap|rieng|nhiều|ít|nhieu|it)$/i.test(
    typed,
  )

const isNearNumeral = (spans: readonly Span[], at: number, text: string): boolean => {
  const before = spans[at - 1]
  return isNextNumeral(spans, at, text) || (before !== undefined && isNumeral(before))
}

const isFigure = (span: Span): boolean =>
  span.readings.some(({ is }) => is === 'number' || is === 'ratio' || is === 'day' || is === 'period' || is === 'place')

const PART_OF_DAY = /^(?:sáng|trưa|chiều|tối|đêm|chiều tối|đầu giờ)$/i

function isNextNumeral(spans: readonly Span[], at: number, text: string): boolean {
  const next = spans
    .slice(at + 1)
    .find(
      span =>
        !reading(span, 'filler') &&
        !reading(span, 'polarity') &&
        signOf(span) !== ':' &&
        !PART_OF_DAY.test(text.slice(span.start, span.end)),
    )
  return next !== undefined && (isNumeral(next) || reading(next, 'operator') !== undefined)
}

export const signOf = (span: Span): string | undefined => reading(span, 'sign')?.sign

const nowhere: Span = { start: 0, end: 0, readings: [] }
