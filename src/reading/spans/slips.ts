import { isGarbledNumeral } from '../mistyped.ts'
import { isSlipOf } from './near-numeral.ts'
import { type Meaning, reading, type Span } from './span.ts'

/** Words behind which another figure may follow: «mười», «trăm», «lẻ». */
const GOES_ON = /(?:mười|mươi|muoi|chục|trăm|tram|nghìn|ngàn|lẻ|linh)$/iu

/**
 * A figure in words with a word beside it that is a numeral with a slip of the finger is another figure than it looks: «mừoi bảy», «mười
 * bám cái». It is marked as garbled.
 */
export function slipped(spans: readonly Span[], text: string): readonly Span[] {
  return spans.map((span, at) => {
    const number = reading(span, 'number')
    if (!number?.quantity.inWords || number.quantity.garbled) return span
    const said = (place: number): string => {
      const other = spans[place]
      return other && reading(other, 'word') ? text.slice(other.start, other.end).toLowerCase() : ''
    }
    const isGarbled = isOne(said(at - 1)) || (mayGoOn(span, text) && isOne(said(at + 1)))
    if (!isGarbled) return span
    const meant: Meaning = { ...number, quantity: { ...number.quantity, garbled: true } }
    return { ...span, readings: span.readings.map(meaning => (meaning === number ? meant : meaning)) }
  })
}

const isOne = (word: string): boolean => isSlipOf(word) || (word.length > 1 && isGarbledNumeral(word))

const mayGoOn = ({ start, end }: Span, text: string): boolean => GOES_ON.test(text.slice(start, end))
