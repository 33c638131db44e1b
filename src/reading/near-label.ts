import { isAside } from './clauses.ts'
import { holdsLabel, matching, type Option, ofSameLetters, sharesWords, wholeLabel } from './labels.ts'
import { Lexicon } from './lexicon.ts'
import { readNumberToken } from './option-number.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import { fold } from './text.ts'
import type { Token } from './tokens.ts'

/** What may stand behind a label and only describe it: «giải pháp của phường», «cách làm hay, sáng tạo». */
const DESCRIBES = new Lexicon([[true, ',|(|–|-|của|cho|về|trong|ở|tại|nhằm|do|thành phố|tp']])

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
  const described = hasDoubt ? undefined : describedIn(typed, options)
  const rivals = named.length > 0 ? named : matching(options, name => sharesWords(name, line))
  if (described !== undefined && rivals.every(at => at === described)) return read(described, false)
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

/** A label, and behind it nothing but what it is of or like, or when: «xong hết rồi, hoàn thành từ tháng 3». */
function describedIn(typed: readonly Token[], options: readonly Option[]): number | undefined {
  for (let at = 1; at < typed.length; at += 1) {
    if (DESCRIBES.find(typed, at) === undefined) continue
    const [label, ...others] = wholeLabel(typed.slice(0, at), options)
    if (label !== undefined && others.length === 0 && isAside(typed.slice(at))) return label
  }
  return undefined
}

/** «SK» for «Sáng kiến»; «ok» and «ko» are words of their own. */
const isInitials = (typed: string, name: string): boolean =>
  /^[a-z]{2,6}$/.test(typed) &&
  !/^(?:ok|ko|kg|kh|dc|uh|um|uk)$/.test(typed) &&
  fold(name)
    .split(' ')
    .map(word => word[0])
    .join('') === typed
