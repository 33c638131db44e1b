import type { Operator } from '../spans/operators.ts'
import { reading, type Span } from '../spans/span.ts'
import { bareToo } from '../text.ts'
import { asksForElse } from './asks-for-else.ts'
import { isAnotherWord } from './bare-operator.ts'
import { clauseOf, isBareFigure, places } from './clause-of.ts'
import { isOtherTime } from './elsewhen.ts'
import { isBroughtOver, staysAsItWas } from './no-change.ts'
import { objects } from './side-clause.ts'
import { comparesOnly, sideOf } from './side-of.ts'
import { isContent, tellsOfRest, tellsWhatIsToCome } from './what-is-left.ts'

/**
 * These change a figure only in its own clause: «cao hơn 12» does, «12, cao hơn tháng trước» does not. All others (doubt, correction,
 * negation) are believed wherever they stand.
 */
const LOCAL: ReadonlySet<Operator> = new Set([
  'bound',
  'change',
  'aim',
  'vague',
  'same',
  'over',
  'approx',
  'elsewhen',
  'future',
  'rest',
  'part',
])
export const isLocal = (operator: Operator): boolean => LOCAL.has(operator)

/** What is longer is a text. */
const SPANS_AT_MOST = 200

/** «12, do thiếu người» */
const REASON = /^(?:vì|do|bởi|tại|nhờ|nguyên nhân|lý do)\s/i
/** «12, em sẽ nộp bản giấy» */
export const DELIVERS = /(?:^|\s)sẽ (?:nộp|gửi|chuyển|trình|mang|đưa)(?:\s|$)/i

/** Whether the operator at `at` says something of a figure that is taken (`isOwn`). */
export function reaches(
  spans: readonly Span[],
  at: number,
  operator: Operator,
  isOwn: readonly boolean[],
  text: string,
): boolean {
  if (spans.length > SPANS_AT_MOST) return true
  if (isAnotherWord(spans, at, isOwn, text) || asksForElse(spans, at, isOwn, text)) return false
  if (OF_REST.has(operator) && tellsOfRest(spans, at, isOwn, text)) return false
  if (operator === 'future' && tellsWhatIsToCome(spans, at, isOwn, text)) return false
  if (operator === 'notYet' && ONLY_NOW.test(text.slice(spans[at]?.end))) return false
  if (staysAsItWas(spans, at, isOwn, text)) return false
  const side = sideOf(spans, at, isOwn, text)
  if (side !== undefined && comparesOnly(spans, at, operator, side, text)) return false
  const said = side && objects(operator, side)
  if (said !== undefined) return said
  if (operator === 'correction' && isBroughtOver(spans, at, isOwn, text)) return false
  if (!LOCAL.has(operator)) return true
  const before = text.slice(spans[at - 1]?.start, spans[at - 1]?.end)
  if (operator === 'elsewhen' && OF.test(before)) return true
  if (CLOSES.test(text.slice(spans[at]?.start, spans[at]?.end))) return true
  const [from, to] = clauseOf(spans, at, text)
  const figures = places(from, to).filter(place => isOwn[place] || isBareFigure(spans[place]))
  const clause = text.slice(spans[from]?.start, spans[to - 1]?.end)
  if (figures.length === 0) {
    if (operator === 'aim' || operator === 'elsewhen' || operator === 'part' || REASON.test(clause)) return false
    if (operator === 'change' && /so với|cùng kỳ/i.test(clause)) return false
    if (operator === 'future') return !DELIVERS.test(clause)
    return operator === 'rest' || !places(from, to).some(place => isContent(spans[place], text))
  }
  if (operator === 'change' && (growsBeside(spans, at, to, isOwn) || isShareOnly(spans, figures, isOwn, from)))
    return false
  const isBefore = figures.some(place => place > at)
  // «tiết kiệm được 120 triệu so với trước»: what is saved is measured so.
  if (operator === 'change' && !isBefore && SAVED.test(clause)) return false
  // «thứ bảy 16/3 cả phòng đi làm bù»: a day does not grow.
  if (
    (operator === 'change' || (!isBefore && text.slice(spans[at]?.start, spans[at]?.end).toLowerCase() === 'còn')) &&
    figures.every(place => reading(spans[place] ?? nowhere, 'day')) &&
    figures.some(place => reading(spans[place] ?? nowhere, 'day')?.isFirm) &&
    !places(at + 1, to).some(place => isBareFigure(spans[place]))
  )
    return false
  if (operator === 'future' || operator === 'rest' || operator === 'part') return true
  if (operator === 'elsewhen') return isBefore && !/^(?:hơn|như|bằng|với|kém)$/i.test(before)
  if (operator === 'aim')
    return !ISSUED.test(text.slice(0, spans[at]?.start)) && aims(spans.slice(at, to), isOwn.slice(at, to), text)
  return isBefore || !isComparison(spans, at, to, text)
}

/** «chưa đạt, mới được 76,4%» */
const ONLY_NOW = /^ (?:đạt|đủ|xong|hết|hoàn thành)[^,\d]{0,30}, (?:mới|chỉ) (?:được|đạt|có) \d/iu

const OF_REST: ReadonlySet<Operator> = new Set(['rest', 'negation', 'notYet', 'denial'])

/** «12 (mười hai) trở lên»: of the figure before it, whatever stands between. */
const CLOSES =
  /^(?:là ít|là cùng|và hơn nữa|hoặc hơn|trở lên|đổ lên|trở xuống|đổ lại|la it|la cung|va hon nua|hoac hon|tro len|do len|tro xuong)$/i
/** «12 là của kỳ trước» */
const OF = /^(?:của|là của|cua|la cua)$/i

/** «ban hành kế hoạch hôm 11/3»: the paper. */
const ISSUED = /(?:ban hành|ký|duyệt|phê duyệt|trình|xây dựng|ban hanh|phe duyet|xay dung) $/iu

/** «kế hoạch phát động bên em ký ngày 12/3» */
const WAS_ISSUED = /(?:^|\s)(?:ký|ban hành|phát hành|được duyệt|phê duyệt|ban hanh|phat hanh|duoc duyet|phe duyet)\s$/iu

/** «được giao 12»; not «theo kế hoạch đã đạt 12», «kế hoạch số 45/KH-UBND: 12». */
function aims(spans: readonly Span[], isOwn: readonly boolean[], text: string): boolean {
  const figure = isOwn.indexOf(true)
  const isPlanned = /^(?:kế|ke|yêu cầu|đề|chỉ tiêu|phấn đấu)/i.test(text.slice(spans[0]?.start, spans[0]?.end))
  const said = text.slice(spans[0]?.end, spans[figure]?.start)
  if (/^c[ốo]/iu.test(text.slice(spans[0]?.start, spans[0]?.end)) && AFTER_EFFORT.test(said)) return false
  return (
    figure > 0 &&
    !(isPlanned && WAS_ISSUED.test(said)) &&
    !spans
      .slice(0, figure)
      .some(
        span =>
          reading(span, 'paper') ||
          (isPlanned && /^(?:đã|hiện|mới được|mới đạt|mới có)$/i.test(text.slice(span.start, span.end))),
      )
  )
}

/** «cố gắng lắm cũng chỉ 33,33%» */
const AFTER_EFFORT = bareToo(
  /(?:^| )(?:lắm|mãi|hết sức|hết cỡ|hết mức)(?: [^,;.\d]{0,20})? (?:chỉ|mới)(?: được| có| đạt)? $/iu,
)

/** «34 tăng 5% so với cùng kỳ»: by how much it grew is no figure of the kind that is asked for. */
function growsBeside(spans: readonly Span[], at: number, to: number, isOwn: readonly boolean[]): boolean {
  const by = spans.findIndex((span, place) => place > at && place < to && reading(span, 'number') !== undefined)
  return (
    by > 0 &&
    reading(spans[by] ?? nowhere, 'number')?.unit === 'percent' &&
    !isOwn.slice(at, to).includes(true) &&
    isOwn.slice(0, at).includes(true)
  )
}

const SAVED = bareToo(/tiết kiệm[^,;.]* so với/iu)

const nowhere: Span = { start: 0, end: 0, readings: [] }

/** «12 hồ sơ nhiều hơn năm ngoái», «85% vượt kế hoạch»: what stands behind a figure and measures it by another that is not said. */
function isComparison(spans: readonly Span[], at: number, to: number, text: string): boolean {
  const said = text.slice(spans[at]?.start ?? 0, spans[at]?.end ?? 0)
  const next = spans[at + 1]
  if (/^(?:trở lên|trở xuống)$/i.test(said)) return false
  if (/^(?:hơn|hon)$/i.test(said) && !(next && isOtherTime(next, text))) return false
  return spans
    .slice(at + 1, to)
    .some(
      span =>
        (reading(span, 'period') ?? reading(span, 'day')) !== undefined ||
        /^(?:kế hoạch|ke hoach|chỉ tiêu|chi tieu|mọi năm|moi nam|yêu cầu|đề ra)$/i.test(
          text.slice(span.start, span.end),
        ),
    )
}

/** «2 tỷ 350 triệu (tăng 12% so với cùng kỳ)»: a share in a clause of its own, where what is asked for stands before it. */
const isShareOnly = (
  spans: readonly Span[],
  figures: readonly number[],
  isOwn: readonly boolean[],
  from: number,
): boolean =>
  isOwn.slice(0, from).includes(true) &&
  figures.length > 0 &&
  figures.every(place => !isOwn[place] && reading(spans[place] ?? nowhere, 'number')?.unit === 'percent')
