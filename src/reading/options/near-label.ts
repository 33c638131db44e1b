import { holdsLabel, matching, type Option, ofSameLetters, sharesWords } from '../labels.ts'
import { ask, invalid, type Reading, read } from '../result.ts'
import { fold } from '../text.ts'
import type { Token } from '../tokens.ts'
import { readNumberToken } from './option-number.ts'

/** Labels that resemble what was typed, to be asked about. */
export function nearly(
  typed: readonly Token[],
  lines: readonly string[],
  hasDoubt: boolean,
  options: readonly Option[],
): Reading<number> {
  const [line = ''] = lines
  const folded = fold(line)
  const named = matching(options, name => name.length > 2 && lines.some(one => holdsLabel(one, name)))
  if (named.length > 0) return ask(named.length > 1 ? 'severalValues' : hasDoubt ? 'unsure' : 'garbled', named)
  const partly = matching(options, name => sharesWords(name, line))
  if (partly.length > 0) return ask(hasDoubt ? 'unsure' : 'garbled', partly)
  const sameLetters = ofSameLetters(line, options)
  if (sameLetters.length > 0) return ask('garbled', sameLetters)
  const initials = matching(options, name => isInitials(folded, name))
  const [only] = initials
  // «HTXSNV»: of four letters and more they are no word.
  if (only !== undefined && initials.length === 1 && folded.length > 3 && !hasDoubt) return read(only, false)
  if (initials.length > 0) return ask('garbled', initials)
  const hasNumber = typed.some(
    (_, at) => readNumberToken(typed.slice(at, at + 1)) !== undefined || typed[at]?.kind === 'number',
  )
  if (hasNumber) return ask(hasDoubt ? 'unsure' : 'garbled')
  return invalid('noAnswer')
}

/** «SK» for «Sáng kiến»; «ok» and «ko» are words of their own. */
const isInitials = (typed: string, name: string): boolean =>
  /^[a-z]{2,6}$/.test(typed) &&
  !/^(?:ok|ko|kg|kh|dc|uh|um|uk)$/.test(typed) &&
  fold(name)
    .split(' ')
    .map(word => word[0])
    .join('') === typed
