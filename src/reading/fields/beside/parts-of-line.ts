import { reading, type Span } from '../../spans/span.ts'
import { bareToo } from '../../text.ts'
import { isShiftedPeriod } from '../elsewhen.ts'

export interface Part {
  readonly from: number
  readonly to: number
}

/** A line at its marks of punctuation, and, behind a figure, at the words that begin to tell something else. */
export function partsOf(spans: readonly Span[], isOwn: readonly boolean[], said: readonly string[]): Part[] {
  const parts: Part[] = []
  let [from, hasFigure] = [0, false]
  const isMeasured = said.some(word => /^(?:so với|so với cùng kỳ|cùng kỳ)$/.test(word))
  for (const at of spans.keys()) {
    const isOpened =
      hasFigure &&
      from < at &&
      ((OPENS.test(said[at] ?? '') && !(said[at] === 'mới' && said[at + 1] === 'bổ sung')) ||
        (GROWS.test(said[at] ?? '') && isMeasured) ||
        (said[at] === 'thì' && /^(?:tính|kể|gồm)$/.test(said[from] ?? '')) ||
        isElsewhere(spans[at], said[at] ?? ''))
    if (/^[,;.()–—|]$/.test(said[at] ?? '') || isOpened) {
      parts.push({ from, to: at })
      ;[from, hasFigure] = [at, false]
    }
    hasFigure ||= isOwn[at] === true
  }
  return [...parts, { from, to: spans.length }]
}

const OPENS = bareToo(
  /^(?:trong khi|mà|nhưng|nhưng mới|song|so với|so với cùng kỳ|cùng kỳ|trên|đã|mới|mới được|mới đạt|mới có|thực|thực tế|nay|giờ|hiện|hiện tại|kết quả|đạt|đã đạt|đã có|chỉ tiêu|mục tiêu|mỗi|lần này|kỳ này|quý này|năm nay|tháng này)$/,
)

/** «92% tăng 5% so với năm ngoái»; «12 tăng 2» may be fourteen. */
const GROWS = bareToo(/^(?:tăng|tăng thêm|giảm)$/)

export const isElsewhere = (span: Span | undefined, said: string): boolean => {
  const period = span && reading(span, 'period')?.period
  return (period !== undefined && isShiftedPeriod(period)) || BEFORE.test(said)
}

const BEFORE = bareToo(
  /^(?:cùng kỳ|kỳ trước|kì trước|đợt trước|mọi năm|mọi khi|năm kia|trước đây|trước là|trước có|trước chỉ có|trước mới có|trước đó|lần trước|hôm trước|bữa trước|ban đầu|lúc đầu|hồi trước|hồi đầu năm|năm ngoái được)$/,
)

export const partText = (from: number, to: number, spans: readonly Span[], text: string): string =>
  text.slice(spans[from]?.start ?? 0, spans[to - 1]?.end).toLowerCase()
