import { readCommandWord } from './command-words.ts'
import { isLeftOpen } from './left-open.ts'
import { helpsOnly, isSelf, namesSomebody, tellsOfPerson } from './names/beside-a-name.ts'
import { isEvasion, namesOf, partsOf, type SaidPart } from './names/name-parts.ts'
import { namesNobody } from './names/nobody.ts'
import { isRemark } from './names/remark-on-a-name.ts'
import { isUnsettled } from './names/unsettled.ts'
import { withoutLabel } from './names/without-label.ts'
import { withoutTalk } from './of-the-reply.ts'
import { putRight } from './put-right.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import { MAX_SHORT_ANSWER, normalise } from './text.ts'
import { orBare } from './without-accents.ts'

/**
 * A person's name as typed, NFC, spaces collapsed; words in small letters, or a name all in capitals, get Vietnamese capitals. Tone
 * placement stays: people spell their names themselves. What is plainly a full name is taken. Whatever else may be a name is
 * offered, never refused: one word, a surname that is also a word of offices, a name with a post or a unit beside it, two people.
 */
export function readName(typed: string): Reading<string> {
  const text = withoutTalk(typed)
  const one = readOne(text)
  const name = one.ok ? one : (putRight(text, readOne, nameOf) ?? one)
  return name.ok && (isLeftOpen(text) || joinsSelf(text)) ? ask('confirmName', [name.value]) : name
}

/** «Nguyễn Thị Hoa, và em nữa» */
const joinsSelf = orBare(/(?:^|[\s,;.])(?:và|cùng|với|cùng với) (?:em|tôi|mình|tui)(?: (?:nữa|ạ|nhé|nha))*[.! ]*$/iu)

/** A name, or the only one that would be offered. */
const nameOf = (reading: Reading<string>): string | undefined => {
  if (reading.ok) return reading.value
  return reading.kind === 'ask' && reading.candidates.length === 1 ? reading.candidates[0] : undefined
}

function readOne(text: string): Reading<string> {
  if (text.length > MAX_SHORT_ANSWER) return invalid('tooLong')
  const typed = normalise(text)
  if (typed === '') return invalid('empty')
  const plain = normalise(withoutLabel(text).replace(/[\r\n]+/g, ', '))
  // «Huy» is a given name; with its accent it is a command.
  const isCommand = readCommandWord(plain) !== null && plain.toLowerCase() !== 'huy'
  if (isCommand || isEvasion(plain)) return invalid('noAnswer')
  const parts = partsOf(plain)
  if (namesNobody(plain, parts)) return invalid('noAnswer')
  const names = namesOf(parts)
  const [only] = names
  if (only === undefined) return withoutName(plain, parts)
  if (names.length > 1)
    return ask('severalValues', unique(names.flatMap(name => name.readings.slice(0, 1))).slice(0, 6))
  // «Nguyễn Thị Hoa, Phó Trưởng phòng Nội vụ»
  const isBeside = (part: SaidPart): boolean =>
    part.is === 'nothing' ||
    (only.isCertain &&
      part.clause !== only.clause &&
      ((part.is === 'post' && !isUnsettled(part.words) && !namesSomebody(part.words)) ||
        (part.is === 'post'
          ? isRemark(part.words)
          : part.is !== 'group' && tellsOfPerson(part.words, isSelf(only.words)))))
  const leftOut = parts.filter(part => part !== only && !isBeside(part))
  const [name] = only.readings
  if (only.isCertain && !helpsOnly(plain) && leftOut.length === 0 && !plain.includes('?') && name !== undefined)
    return read(name, name === typed)
  if (leftOut.some(part => part.is === 'group')) return ask('notAPerson', only.readings)
  return ask(only.readings.length > 1 ? 'twoReadings' : 'confirmName', only.readings)
}

function withoutName<T>(plain: string, parts: readonly SaidPart[]): Reading<T> {
  if (parts.some(part => part.is === 'figure') || /^[^\p{L}]*\d/u.test(plain)) return invalid('nameHasDigits')
  if (parts.some(part => part.is === 'group' || part.is === 'post')) return ask('notAPerson')
  return invalid('noAnswer')
}

const unique = (names: readonly string[]): string[] => [...new Set(names)]
