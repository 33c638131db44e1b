import type { Line } from '../line.ts'
import { type Operator, PUTS_OFF } from '../spans/operators.ts'
import { type Meaning, reading, type Span } from '../spans/span.ts'
import { fold } from '../text.ts'
import { besides } from './beside.ts'
import { isElsewhen } from './elsewhen.ts'
import { isLocal, reaches } from './reach.ts'

/** What a question finds in a line: the spans of its own kind, and whether everything else in it is explained. */
export interface Survey<T> {
  readonly own: readonly T[]
  /** A numeral that neither the answer nor another fact explains. */
  readonly hasStray: boolean
  readonly operators: ReadonlySet<Operator>
  /** Numerals of other facts. */
  readonly context: readonly Meaning[]
  /** Nothing but the answer and words of no meaning: it stands as it was typed. */
  readonly isPlain: boolean
}

type Asks<T> = {
  /** What the span is to the question; undefined: nothing. */
  readonly take: (span: Span, text: string) => T | undefined
  /** Whether it is another fact that may stand beside the answer. */
  readonly isContext: (meaning: Meaning) => boolean
}

export function survey<T>({ spans, text, isAsTyped }: Line, { take, isContext }: Asks<T>): Survey<T> {
  const own: T[] = []
  const context: Meaning[] = []
  const operators = new Set<Operator>()
  let [hasStray, hasSign, isPlain] = [isBracketed(spans), false, isAsTyped]
  if (ONE_AND_OTHER.test(text)) operators.add('or')
  if (PUTS_OFF.test(text)) operators.add('doubt')
  const all = spans.map(span => take(span, text.slice(span.start, span.end)))
  const isFigure = all.map(taken => taken !== undefined)
  const isBeside = besides(spans, isFigure, text)
  const isOwn = isFigure.map((isOwn, at) => isOwn && !isBeside[at])
  for (const [at, span] of spans.entries()) {
    const taken = all[at]
    const fact = span.readings.find(isContext)
    const operator = operatorOf(spans, at, text)
    if (isBeside[at]) {
      if (
        operator !== undefined &&
        !passes(operator, isFigure.lastIndexOf(true, at) >= isBeside.lastIndexOf(false, at))
      )
        operators.add(operator)
      if (taken !== undefined) context.push(...span.readings)
      isPlain = false
      continue
    }
    // «năm ngoái có 5, năm nay tăng lên 9»
    if (operator === 'change' && isBeside.includes(true) && GREW_TO.test(text.slice(span.start))) continue
    if (operator !== undefined && reaches(spans, at, operator, isOwn, text)) operators.add(operator)
    if (isElsewhen(spans, at, isOwn, text)) operators.add('elsewhen')
    if (taken === undefined && isShareOfSum(spans, at, text)) operators.add('each')
    if (isRate(spans, at, text) || (isOwn.slice(at + 1, at + 4).includes(true) && isMultiple(span, text)))
      operators.add('each')
    if (isNumeral(span) && goesOnList(spans, at, text)) hasStray = true
    if (taken !== undefined) own.push(taken)
    else if (fact !== undefined) {
      context.push(fact)
      // «12 640 triệu đồng» beside the answer may be twelve and a sum.
      if (SPACED_ONCE.test(text.slice(span.start, span.end))) hasStray = true
    } else if (isNumeral(span)) hasStray = true
    if (isNumeral(span) && isGlued(spans, at, text)) hasStray = true
    if (isNumeral(span) && (opensFigure(spans, at, text) || goesOn(spans, at, text) || mayBeTail(spans, at, text)))
      hasStray = true
    if (reading(span, 'sign') && /^[/\\%$€#*½¼¾@]/.test(text.slice(span.start, span.end)))
      hasSign ||= !isTick(spans, at)
    isPlain &&=
      taken !== undefined || span.readings.some(({ is }) => is === 'filler' || is === 'sign' || is === 'polarity')
  }
  return { own, hasStray: hasStray || (hasSign && own.length > 0), operators, context, isPlain }
}

const GREW_TO = /^(?:(?:tăng |nâng )?lên|(?:giảm )?xuống) (?:được |thành |tới |đến |còn )?\d/iu

/** What a part of the line that tells of something else may say of its own figure. */
const passes = (operator: Operator, isBehind: boolean): boolean =>
  isLocal(operator) || /^(?:each|denial)$/.test(operator) || (isBehind && /^(?:negation|notYet)$/.test(operator))

const NUMERALS: ReadonlySet<Meaning['is']> = new Set([
  ...(['number', 'ratio', 'day', 'period', 'time', 'place', 'target', 'label', 'paper'] as const),
])
/** «nhất» and «hôm nay» hold no figure, and yet are spans of these kinds: a question that wants none of them passes over them. */
export const isNumeral = (span: Span): boolean => span.readings.some(({ is }) => NUMERALS.has(is))

/** «l2», «15/3a»: a letter without space beside a figure. */
function isGlued(spans: readonly Span[], at: number, text: string): boolean {
  const [before, span, after] = [spans[at - 1], spans[at], spans[at + 1]]
  const sticks = (other: Span | undefined) => other !== undefined && (reading(other, 'word') || isLetter(other, text))
  return Boolean((sticks(before) && before?.end === span?.start) || (sticks(after) && after?.start === span?.end))
}

/** «o8» is no «ở 8», «12r» no «12 rồi». */
const isLetter = ({ start, end, readings }: Span, text: string): boolean =>
  end - start === 1 && readings[0]?.is === 'filler' && /[a-z]/i.test(text.charAt(start))

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
  if (
    said(at) === 'á' &&
    spans.length > 2 &&
    !text.includes('?') &&
    spans.slice(at + 1).every(span => isSaidOnly(span))
  )
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

const isSaidOnly = (span: Span): boolean => reading(span, 'filler') !== undefined || reading(span, 'sign') !== undefined

/** Without accents these are as often other words: «qua mạng», «du lịch», «con em»; beside a figure they count. */
const isLoose = (typed: string): boolean =>
  /^(?:qua|may|du|con|len|no|se|dinh|ngoai|gan|them|bot|cat|tru|it|doi|sua|lui|hon|thua|hay|chac|nghi|gia|ta|le|hen|can|giao|bo|kem|mong|tam|gap|rieng|nhiều|ít|nhieu|it)$/i.test(
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

const signOf = (span: Span): string | undefined => reading(span, 'sign')?.sign

const signAt = (spans: readonly Span[], at: number): string | undefined => {
  const span = spans[at]
  return span && reading(span, 'sign')?.sign
}

/** «#6», the «./.» under a document and the stroke of «anh/chị» say nothing. */
const isTick = (spans: readonly Span[], at: number): boolean =>
  (at === 0 && signAt(spans, at) === '#') ||
  (signAt(spans, at - 1) === '.' && signAt(spans, at + 1) === '.') ||
  (signAt(spans, at) === '/' && isSaid(spans[at - 1]) && isSaid(spans[at + 1]))

const isSaid = (span: Span | undefined): boolean =>
  span?.readings.every(({ is }) => is === 'filler' || is === 'noun' || is === 'word') === true

/** «lúc 12 lúc 15», «chỗ ghi nhất chỗ ghi nhì» */
const ONE_AND_OTHER = /(?:^|\s)(lúc|chỗ|nơi|người bảo)\s\S.{0,60}?\s\1\s/iu

/** «công văn 31 và 32»: one more of what was numbered before it. */
function goesOnList(spans: readonly Span[], at: number, text: string): boolean {
  const [before, and, span] = [spans[at - 2], spans[at - 1], spans[at]]
  if (before === undefined || and === undefined || span === undefined || reading(span, 'number')?.unit !== 'nothing')
    return false
  return (
    /^(?:và|va|&|\+)$/i.test(text.slice(and.start, and.end)) &&
    Boolean(reading(before, 'paper') ?? reading(before, 'label'))
  )
}

/** «3 lần 12 triệu», «hai phần ba 12 triệu» */
const isMultiple = (span: Span, text: string): boolean =>
  reading(span, 'ratio')?.isFraction === true ||
  (reading(span, 'number')?.unit === 'noun' && /(?:lần|lan)$/i.test(text.slice(span.start, span.end)))

/** «12 hồ sơ/ngày», «85 triệu/tháng» */
function isRate(spans: readonly Span[], at: number, text: string): boolean {
  const [before, span, next] = [spans[at - 1], spans[at], spans[at + 1]]
  if (signAt(spans, at) !== '/' || before === undefined || span === undefined || next === undefined) return false
  const said = text.slice(next.start, next.end)
  return PER_TIME.test(said) || (reading(before, 'number') !== undefined && PER.test(said))
}

const PER_TIME = /^(?:ngày|tháng|năm|quý|tuần|người|hộ|lần|ngay|thang|nam|quy|tuan|nguoi|ho)$/i
const PER = /^(?:đơn vị|phường|xã|tổ|khu|buổi|don vi|phuong|to)$/i

/** «80% của 2 tỷ», «80% kế hoạch vốn 2 tỷ»: the sum is what the share is taken of. */
function isShareOfSum(spans: readonly Span[], at: number, text: string): boolean {
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
function opensFigure(spans: readonly Span[], at: number, text: string): boolean {
  const [before, sign, figure] = [spans[at - 2], spans[at - 1], spans[at]]
  const isOpen =
    /^[.,]$/.test(signAt(spans, at - 1) ?? '') && sign?.end === figure?.start && before?.end !== sign?.start
  return isOpen && /^\d/.test(text.slice(figure?.start))
}

/** «báo cáo 640 000 000»: the figure of a label and the one behind it may be one, with spaces for the thousands. */
function goesOn(spans: readonly Span[], at: number, text: string): boolean {
  const [before, span] = [spans[at - 1], spans[at]]
  if (before === undefined || span === undefined || !(reading(before, 'label') || reading(before, 'paper')))
    return false
  return (
    text[before.end] === ' ' && before.end + 1 === span.start && GROUPS.test(text.slice(before.start, span.start + 4))
  )
}

/** «1 tỷ 2 tháng 8 2024»: 1,2 tỷ in August, or 1 tỷ on the second. */
function mayBeTail(spans: readonly Span[], at: number, text: string): boolean {
  const [before, span] = [spans[at - 1], spans[at]]
  if (before === undefined || span === undefined || reading(span, 'day') === undefined) return false
  const isScaled = (reading(before, 'number')?.quantity.scale ?? 1n) > 1n
  return isScaled && before.end + 1 === span.start && BARE_FIGURE.test(fold(text.slice(span.start, span.end)))
}

const BARE_FIGURE = /^(?:\d{1,3}(?![\d/.-])|(?:mot|hai|ba|bon|tu|nam|sau|bay|tam|chin) )/

const SPACED_ONCE = /^[1-9]\d{0,2} \d{3}(?! ?\d)/

const GROUPS = /(?<!\d)[1-9]\d{0,2} \d{3}(?!\d)/

/** «(640.000.000)»: accountants write what is owed so. */
const isBracketed = (spans: readonly Span[]): boolean =>
  reading(spans[0] ?? nowhere, 'operator')?.operator === 'same' && spans.length === 3 && signAt(spans, 2) === ')'

const nowhere: Span = { start: 0, end: 0, readings: [] }
