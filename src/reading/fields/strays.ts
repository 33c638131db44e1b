import { reading, type Span } from '../spans/span.ts'
import { fold } from '../text.ts'
import { signOf } from './operator-at.ts'

/** «l2», «15/3a»: a letter without space beside a figure. */
export function isGlued(spans: readonly Span[], at: number, text: string): boolean {
  const [before, span, after] = [spans[at - 1], spans[at], spans[at + 1]]
  const sticks = (other: Span | undefined) => other !== undefined && (reading(other, 'word') || isLetter(other, text))
  return Boolean((sticks(before) && before?.end === span?.start) || (sticks(after) && after?.start === span?.end))
}

/** «o8» is no «ở 8», «12r» no «12 rồi». */
const isLetter = ({ start, end, readings }: Span, text: string): boolean =>
  end - start === 1 && readings[0]?.is === 'filler' && /[a-z]/i.test(text.charAt(start))

const signAt = (spans: readonly Span[], at: number): string | undefined => {
  const span = spans[at]
  return span && reading(span, 'sign')?.sign
}

/** «#6», the «./.» under a document and the stroke of «anh/chị» say nothing. */
export const isTick = (spans: readonly Span[], at: number): boolean =>
  (at === 0 && signAt(spans, at) === '#') ||
  (signAt(spans, at - 1) === '.' && signAt(spans, at + 1) === '.') ||
  (signAt(spans, at) === '/' && isSaid(spans[at - 1]) && isSaid(spans[at + 1]))

const isSaid = (span: Span | undefined): boolean =>
  span?.readings.every(({ is }) => is === 'filler' || is === 'noun' || is === 'word') === true

/** «công văn 31 và 32»: one more of what was numbered before it. */
export function goesOnList(spans: readonly Span[], at: number, text: string): boolean {
  const [before, and, span] = [spans[at - 2], spans[at - 1], spans[at]]
  if (before === undefined || and === undefined || span === undefined || reading(span, 'number')?.unit !== 'nothing')
    return false
  return (
    /^(?:và|va|&|\+)$/i.test(text.slice(and.start, and.end)) &&
    Boolean(reading(before, 'paper') ?? reading(before, 'label') ?? reading(before, 'period'))
  )
}

/** «3 lần 12 triệu», «hai phần ba 12 triệu» */
export const isMultiple = (span: Span, text: string): boolean =>
  reading(span, 'ratio')?.isFraction === true ||
  (reading(span, 'number')?.unit === 'noun' && /(?:lần|lan)$/i.test(text.slice(span.start, span.end)))

/** «12 hồ sơ/ngày», «85 triệu/tháng» */
export function isRate(spans: readonly Span[], at: number, text: string): boolean {
  const [before, span, next] = [spans[at - 1], spans[at], spans[at + 1]]
  if (signAt(spans, at) !== '/' || before === undefined || span === undefined || next === undefined) return false
  const said = text.slice(next.start, next.end)
  return PER_TIME.test(said) || (reading(before, 'number') !== undefined && PER.test(said))
}

const PER_TIME = /^(?:ngày|tháng|năm|quý|tuần|người|hộ|lần|ngay|thang|nam|quy|tuan|nguoi|ho)$/i
const PER = /^(?:đơn vị|phường|xã|tổ|khu|buổi|don vi|phuong|to)$/i

/** «80% của 2 tỷ», «80% kế hoạch vốn 2 tỷ»: the sum is what the share is taken of. */
export function isShareOfSum(spans: readonly Span[], at: number, text: string): boolean {
  const [span, next] = [spans[at], spans[at + 1]]
  if (
    span === undefined ||
    next === undefined ||
    (reading(span, 'number')?.unit !== 'percent' && !reading(span, 'ratio'))
  )
    return false
  if (!SHARED.test(text.slice(next.start, next.end))) return false
  for (const other of spans.slice(at + 1)) {
    const operator = reading(other, 'operator')?.operator
    if ((reading(other, 'sign') && signOf(other) !== ':') || (operator && operator !== 'same')) return false
    if (reading(other, 'number')) return true
  }
  return false
}

const SHARED = /^(?:của|cua|kế hoạch|ke hoach|kế hoạch vốn|ke hoach von|kh|khv|vốn|von|vốn giao|von giao)$/i

/** «,5» and «.5 tỷ»: a figure was lost before the sign. */
export function opensFigure(spans: readonly Span[], at: number, text: string): boolean {
  const [before, sign, figure] = [spans[at - 2], spans[at - 1], spans[at]]
  const isOpen =
    /^[.,]$/.test(signAt(spans, at - 1) ?? '') && sign?.end === figure?.start && before?.end !== sign?.start
  return isOpen && /^\d/.test(text.slice(figure?.start))
}

/** «báo cáo 640 000 000»: the figure of a label and the one behind it may be one, with spaces for the thousands. */
export function goesOn(spans: readonly Span[], at: number, text: string): boolean {
  const [before, span] = [spans[at - 1], spans[at]]
  if (before === undefined || span === undefined || !(reading(before, 'label') || reading(before, 'paper')))
    return false
  return (
    text[before.end] === ' ' && before.end + 1 === span.start && GROUPS.test(text.slice(before.start, span.start + 4))
  )
}

/** «1 tỷ 2 tháng 8 2024»: 1,2 tỷ in August, or 1 tỷ on the second. */
export function mayBeTail(spans: readonly Span[], at: number, text: string): boolean {
  const [before, span] = [spans[at - 1], spans[at]]
  if (before === undefined || span === undefined || reading(span, 'day') === undefined) return false
  const isScaled = (reading(before, 'number')?.quantity.scale ?? 1n) > 1n
  return isScaled && before.end + 1 === span.start && BARE_FIGURE.test(fold(text.slice(span.start, span.end)))
}

const BARE_FIGURE = /^(?:\d{1,3}(?![\d/.-])|(?:mot|hai|ba|bon|tu|nam|sau|bay|tam|chin) )/

export const SPACED_ONCE = /^[1-9]\d{0,2} \d{3}(?! ?\d)/

const GROUPS = /(?<!\d)[1-9]\d{0,2} \d{3}(?!\d)/

/** «(640.000.000)»: accountants write what is owed so. */
export const isBracketed = (spans: readonly Span[]): boolean =>
  reading(spans[0] ?? nowhere, 'operator')?.operator === 'same' && spans.length === 3 && signAt(spans, 2) === ')'

const nowhere: Span = { start: 0, end: 0, readings: [] }
