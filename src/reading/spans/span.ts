import type { Quantity } from '../numerals/quantity.ts'
import type { Day } from './day.ts'
import type { Operator } from './operators.ts'
import type { Period } from './period.ts'

/** What one span of a line may mean. Days and periods are as said, without the day on which they were said. */
export type Meaning =
  /** `unit`: what stands behind it. `odd`: something that makes the figure another one than it looks («12o», «500 usd»). */
  | { readonly is: 'number'; readonly quantity: Quantity; readonly unit: Unit; readonly owner: Owner }
  /** `isParted`: a whole and its part, said apart. `isFraction`: «hai phần ba», of a whole that is not said; «mười bảy phần hai mươi» is none. */
  | {
      readonly is: 'ratio'
      readonly numerator: Quantity
      readonly denominator: Quantity
      readonly literal: boolean
      readonly isParted?: true
      readonly isFraction?: true
    }
  /** `isFirm`: it can be nothing else. «5/8» may be a share; what `mayBeMore` may be several figures («5-8», «9 tháng 5»). */
  | {
      readonly is: 'day'
      readonly day: Day
      readonly isFirm: boolean
      readonly mayBeMore: boolean
      readonly edge?: Edge
    }
  | { readonly is: 'period'; readonly period: Period; readonly edge?: Edge }
  | { readonly is: 'time' }
  /** A place in an order, and of how many. */
  | { readonly is: 'place'; readonly place: number; readonly of?: number }
  | { readonly is: 'target'; readonly code: string }
  /** A numeral that belongs to the noun before it: «câu 5», «lần 3», «tổ 7». */
  | { readonly is: 'label'; readonly noun: string }
  /** «114/KH-UBND», «Đề án 06». */
  | { readonly is: 'paper' }
  | { readonly is: 'operator'; readonly operator: Operator }
  /** «đến», «trước» without a day behind them. */
  | { readonly is: 'edge'; readonly edge: Edge }
  | { readonly is: 'polarity'; readonly says: 'yes' | 'no' }
  /** «không có … nào»: nothing of it. */
  | { readonly is: 'none' }
  | { readonly is: 'noun' }
  | { readonly is: 'name' }
  /** «không phải 12 mà là»: said not to be so. */
  | { readonly is: 'denied' }
  /** `counts`: «số», «tổng»: what follows is counted. */
  | { readonly is: 'filler'; readonly counts?: true }
  | { readonly is: 'word' }
  | { readonly is: 'sign'; readonly sign: string }

export type Unit = 'nothing' | 'noun' | 'dong' | 'percent' | 'odd'
/** What stands before a bare figure: a noun to which it may belong, a word that may change it, or neither. */
export type Owner = 'nothing' | 'noun' | 'unknown'
export type Edge = 'from' | 'until' | 'before' | 'after'

/** A piece of a line with all its readings, the likeliest first; `start` and `end` are places in `Line.text`. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly readings: readonly Meaning[]
}

/** The reading of a kind that a span has. */
export function reading<K extends Meaning['is']>(span: Span, is: K): Extract<Meaning, { is: K }> | undefined {
  return span.readings.find((meaning): meaning is Extract<Meaning, { is: K }> => meaning.is === is)
}
