import { readCommandWord } from './command-words.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import { fold, MAX_SHORT_ANSWER, normalise } from './text.ts'

const MAX_WORDS = 7
const LEAD =
  /^(?:(?:dạ|vâng|thưa(?: anh| chị)?|em|tôi|mình)[ ,]+)*(?:(?:họ (?:và )?tên|tên|tên em|tên tôi)(?: là|:| :)?[ ]+|là[ ]+)?(?:(?:đ\/c|đồng chí|ông|bà|anh|chị)[ .]+)?/iu
const TAIL = /(?:[ ,]+(?:ạ|nhé|nha))*[ .,;!]*$/iu
/** Words that show a sentence or an evasion where a name should stand. */
const NOT_IN_NAMES = new Set([
  'khong',
  'chua',
  'co',
  'duoc',
  'dong',
  'y',
  'ok',
  'biet',
  'xin',
  'phep',
  'dang',
  'ky',
  'nay',
  'roi',
  'minh',
  'toi',
])

/**
 * A person's full name as typed, NFC, spaces collapsed: at least two words, no digits. Written all in small or all in capital
 * letters it is offered with Vietnamese capitals. Does not change tone placement: people spell their names themselves.
 */
export function readName(text: string): Reading<string> {
  if (text.length > MAX_SHORT_ANSWER) return invalid('tooLong')
  const plain = normalise(text)
  if (plain === '') return invalid('empty')
  const trimmed = plain.replace(LEAD, '').replace(TAIL, '')
  if (/\d/.test(trimmed)) return invalid('nameHasDigits')
  if (readCommandWord(plain) !== null) return invalid('noAnswer')
  if (/[?]/.test(plain)) return ask('unsure')
  if (/[,;&/()\n]| - | và /iu.test(trimmed)) return ask('severalValues', firstPart(trimmed))
  const words = trimmed.split(' ').filter(word => word !== '')
  const evasions = words.filter(word => NOT_IN_NAMES.has(fold(word)) && !/^\p{Lu}/u.test(word)).length
  if (evasions > 0 && evasions * 2 >= words.length) return invalid('noAnswer')
  if (words.length < 2) return invalid(/\p{L}/u.test(trimmed) ? 'nameTooShort' : 'noAnswer')
  const isSpelled = words.every(word => /^\p{L}[\p{L}\p{M}'’.-]*$/u.test(word) && word.length <= 30)
  if (!isSpelled || words.length > MAX_WORDS || evasions > 0) return ask('garbled')
  const spelled = words.join(' ')
  const isOneCase = spelled === spelled.toLowerCase() || spelled === spelled.toUpperCase()
  const name = isOneCase ? words.map(capitalise).join(' ') : spelled
  return read(name, name === plain)
}

const firstPart = (text: string): string[] => {
  const first = readName(text.split(/[,;&/()\n]| - | và /iu)[0] ?? '')
  return first.ok ? [first.value] : []
}

/** First letter of the word and of its parts after a hyphen or apostrophe. */
function capitalise(word: string): string {
  return word
    .toLowerCase()
    .replace(/(^|[-'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}
