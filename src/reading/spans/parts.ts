import { nowhere, ratioOf, saidFigure, saidOf } from './figures.ts'
import { paired } from './paired.ts'
import { IS_DONE, isOnlySome, isPartOf, isPassed, LEFT_OVER, PLANS, UNLIKE } from './part-of.ts'
import { reading, type Span } from './span.ts'

/** «tổng số», «trên tổng số», «tiếp nhận»: what is said behind them is the whole. */
const WHOLE =
  /^(?:(?:trên|trong|tren) )?(?:tổng|tổng số|tổng cộng|tong|tong so|tong cong)$|^(?:trong số|trên số|trong so|tiếp nhận|tiep nhan)$/iu

/**
 * A whole and a part of it, said in two figures: «tổng số 22, đúng hạn 18», «18 hồ sơ đúng hạn trên tổng 22 hồ sơ». They are one ratio where
 * both are plain figures of the same thing, or of nothing named, and nothing but words stands between.
 */
export function parted(spans: readonly Span[], text: string): readonly Span[] {
  const at = spans.findIndex(span => WHOLE.test(saidOf(span, text)))
  if (at < 0) return paired(spans, text)
  const whole = figureBehind(spans, at + 1)
  if (whole === undefined) return paired(spans, text)
  const isOver = /^tr/i.test(saidOf(spans[at], text)) || reading(spans[at] ?? nowhere, 'operator') !== undefined
  const part =
    (isOver ? figureBefore(spans, at - 1) : undefined) ?? figureBehind(spans, whole + 1) ?? doneBefore(spans, at, text)
  if (part === undefined) return spans
  const [all, some] = [saidFigure(spans[whole]), saidFigure(spans[part])]
  if (all === undefined || some === undefined || !isPartOf(some, all, spans[part], spans[whole], text)) return spans
  const [from, to] = [Math.min(part, at), Math.max(part, whole)]
  // What is left over may be anything: «còn lại đang trong hạn».
  const isDone = part > whole && IS_DONE.test(text.slice(spans[whole]?.end, spans[part]?.start))
  const rest = isDone ? text.slice(spans[part]?.end).search(LEFT_OVER) : -1
  const told = rest < 0 ? text : text.slice(0, (spans[part]?.end ?? 0) + rest)
  if (UNLIKE.test(told.replace(PLANS, ''))) return spans
  if (isOnlySome(text)) return spans
  const [first, last] = [spans[from], spans[to]]
  // «1 tỷ 2: trên tổng số 20»: the figure may be the tail of a sum.
  if ((reading(spans[from - 1] ?? nowhere, 'number')?.quantity.scale ?? 1n) > 1n) return spans
  if (first === undefined || last === undefined) return spans
  return [
    ...spans.slice(0, from),
    { start: first.start, end: last.end, readings: [ratioOf(some, all)] },
    ...spans.slice(to + 1),
  ]
}

/** «làm được 7, tổng cộng có 8»: what was done opens the line. */
function doneBefore(spans: readonly Span[], whole: number, text: string): number | undefined {
  const part = figureBefore(spans, whole - 1)
  return part !== undefined && DONE_FIRST.test(text.slice(0, spans[part]?.start)) ? part : undefined
}

const DONE_FIRST =
  /^(?:(?:dạ|em|bên em|đơn vị em|phường em|da|ben em) )*(?:đã |da )?(?:làm|xong|hoàn thành|giải quyết|thực hiện|lam|hoan thanh|giai quyet|thuc hien)(?: được| xong| duoc)? $/iu

/** The next figure, words passed over. */
function figureBehind(spans: readonly Span[], from: number): number | undefined {
  const at = spans.findIndex((span, place) => place >= from && !isPassed(span))
  return saidFigure(spans[at]) === undefined ? undefined : at
}

function figureBefore(spans: readonly Span[], to: number): number | undefined {
  // «33 hộ đến họp trên tổng số 40 hộ»
  const isCame = (span: Span) => reading(span, 'edge') !== undefined
  const at = spans.findLastIndex((span, place) => place <= to && !isPassed(span) && !(place < to && isCame(span)))
  return saidFigure(spans[at]) === undefined ? undefined : at
}
