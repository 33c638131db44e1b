import { reading, type Span } from './spans/span.ts'
import { partsOf } from './syllables.ts'
import { fold } from './text.ts'

/** Words behind which a figure in words may go on. */
const GOES_ON = /(?:^|\s)(?:mười|mươi|muoi|chục|trăm|tram|nghìn|ngàn|nghin|ngan|lẻ|linh|le)$/iu
const ONES = 'một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín'
  .split(' ')
  .map(said => ({ bare: fold(said), letters: partsOf(said)?.letters }))

/**
 * A figure in words that a slip of the finger cuts short: «hai muoi hia» is not twenty, «mười nắm» not ten. It is marked as garbled. Only what is no
 * word that is known is taken for a slip.
 */
export function cutShort(spans: readonly Span[], text: string): readonly Span[] {
  return spans.map((span, at) => {
    const next = spans[at + 1]
    const number = reading(span, 'number')
    if (!number?.quantity.inWords || number.quantity.garbled || !next || !reading(next, 'word')) return span
    if (!GOES_ON.test(text.slice(span.start, span.end))) return span
    if (!isSlipOfOne(text.slice(next.start, next.end).toLowerCase())) return span
    const readings = span.readings.map(meaning =>
      meaning === number ? { ...number, quantity: { ...number.quantity, garbled: true } } : meaning,
    )
    return { ...span, readings }
  })
}

/** Without accents one letter more, less or in the wrong place; with them the same letters with another tone. */
function isSlipOfOne(word: string): boolean {
  const typed = fold(word)
  if (word !== typed) return ONES.some(({ letters }) => letters === partsOf(word)?.letters)
  return ONES.some(
    ({ bare }) => isLonger(typed, bare) || (bare.length > 3 && isLonger(bare, typed)) || isSwapped(typed, bare),
  )
}

/** The letters of the other with one more among them: «bna», «chiin». */
const isLonger = (longer: string, shorter: string): boolean =>
  longer.length === shorter.length + 1 &&
  [...longer].some((_, at) => at > 0 && longer.slice(0, at) + longer.slice(at + 1) === shorter)

/** Two letters that changed places: «hia», «nma». */
const isSwapped = (typed: string, numeral: string): boolean =>
  typed.length === numeral.length &&
  [...typed].some(
    (_, at) => `${typed.slice(0, at)}${typed[at + 1] ?? ''}${typed[at]}${typed.slice(at + 2)}` === numeral,
  )
