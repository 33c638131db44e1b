import { reading, type Span } from './spans/span.ts'
import { isSyllable, partsOf } from './syllables.ts'
import { fold } from './text.ts'

const ONES = 'một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín'.split(' ')
const ALL = [...ONES, ...'mười mươi trăm nghìn ngàn triệu lẻ linh'.split(' ')]
const lettersOf = (said: string) => partsOf(said)?.letters

/** Words behind which a figure in words may go on. */
const GOES_ON = /(?:^|\s)(?:mười|mươi|muoi|chục|trăm|tram|nghìn|ngàn|nghin|ngan|lẻ|linh|le)$/iu
/** Before these there is a figure, or a word that is known. */
const GOES_BEFORE = /^(?:mươi|trăm|tram|nghìn|ngàn|nghin|ngan)(?!\p{L}| ph[ầa]n)/iu

/**
 * A figure in words that a slip of the finger cuts short: «hai muoi hia» is not twenty, «mười nắm» not ten, «hcin tram» not a hundred. It is marked as
 * garbled. Only what is no word that is known is taken for a slip.
 */
export function cutShort(spans: readonly Span[], text: string): readonly Span[] {
  const unknown = (at: number, gap: string): string | undefined => {
    const span = spans[at]
    return span && gap.trim() === '' && reading(span, 'word')
      ? text.slice(span.start, span.end).toLowerCase()
      : undefined
  }
  return spans.map((span, at) => {
    const number = reading(span, 'number')
    if (!number?.quantity.inWords || number.quantity.garbled) return span
    const said = text.slice(span.start, span.end)
    const before = unknown(at - 1, text.slice(spans[at - 1]?.end ?? 0, span.start))
    const after = unknown(at + 1, text.slice(span.end, spans[at + 1]?.start))
    const isCut =
      (before !== undefined && (GOES_BEFORE.test(said) || isNear(before))) ||
      (after !== undefined && GOES_ON.test(said) && isSlipOfOne(after))
    if (!isCut) return span
    const garbled = { ...number, quantity: { ...number.quantity, garbled: true } }
    return { ...span, readings: span.readings.map(meaning => (meaning === number ? garbled : meaning)) }
  })
}

/** Before a figure: one letter more, less, another or in the wrong place; what has its accents, and is a word, only with another tone. */
function isNear(word: string): boolean {
  const typed = fold(word)
  if (word !== typed && isSyllable(word)) return ALL.some(said => lettersOf(said) === lettersOf(word))
  return ALL.some(said => isOneSlip(typed, fold(said)))
}

/** Behind one, where many words may stand that are only a letter away: one more, one less or two in the wrong place. */
function isSlipOfOne(word: string): boolean {
  const typed = fold(word)
  if (word !== typed) return ONES.some(said => lettersOf(said) === lettersOf(word))
  return ONES.map(fold).some(
    one =>
      isOneSlip(typed, one) &&
      (typed.length !== one.length || isSwapped(typed, one) || !isSyllable(typed)) &&
      (typed.length >= one.length || one.length > 3),
  )
}

function isOneSlip(typed: string, word: string): boolean {
  if (Math.abs(typed.length - word.length) > 1) return false
  let from = 0
  while (from < word.length && typed[from] === word[from]) from += 1
  const rest = (one: string, more: number): string => one.slice(from + more)
  if (typed.length > word.length) return rest(typed, 1) === rest(word, 0)
  if (typed.length < word.length) return rest(typed, 0) === rest(word, 1)
  return rest(typed, 1) === rest(word, 1) || isSwapped(typed, word)
}

/** Two letters that changed places: «hia», «nma». */
const isSwapped = (typed: string, word: string): boolean =>
  [...typed].some((_, at) => `${typed.slice(0, at)}${typed[at + 1] ?? ''}${typed[at]}${typed.slice(at + 2)}` === word)
