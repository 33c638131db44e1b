import { compare } from '../../numerals/decimal.ts'
import { reading, type Span } from '../../spans/span.ts'
import { isMoney } from '../other-meanings.ts'
import type { Part } from './parts-of-line.ts'

/** «hồi trước 17 (mười bảy)»: the same figure once more, and no other. */
export function saysAgain(side: Part, main: Part, spans: readonly Span[], isOwn: readonly boolean[]): boolean {
  const figures = [side, main].map(({ from, to }) =>
    spans
      .slice(from, to)
      .filter((_, at) => isOwn[from + at])
      .map(span => reading(span, 'number')?.quantity.values[0]),
  )
  const [said, again] = figures
  return said?.some(one => one && again?.some(other => other && compare(one, other) === 0)) === true
}

/** «45 triệu mua 3 máy, mỗi máy 15 triệu»: the whole first, and each less than it. */
export function isLess(side: Part, main: Part, spans: readonly Span[], isOwn: readonly boolean[]): boolean {
  const [each, whole] = [side, main].map(({ from, to }) => {
    const own = spans[isOwn.slice(from, to).indexOf(true) + from]
    return own && reading(own, 'number')?.quantity.values[0]
  })
  // «7 tổ, mỗi tổ 5 người» may be 35.
  const areSums = spans.slice(main.from, main.to).some(isSum)
  return areSums && side.from > main.from && each !== undefined && whole !== undefined && compare(each, whole) < 0
}

export const isSum = (span: Span): boolean => span.readings.some(isMoney)
