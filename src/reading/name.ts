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

/** Units and posts that are typed beside or instead of a name. */
const NOT_A_PERSON =
  /^(?:phong|ban|truong|ubnd|uy ban|phuong|xa|trung tam|van phong|chi cuc|doi|khoi|hoi dong|thanh uy|truong phong|pho|chuyen vien|giam doc|chu tich|can bo|cong chuc|vien chuc|to truong|bi thu|khu pho) /

/**
 * A person's full name as typed, NFC, spaces collapsed: at least two words, no digits. Words in small letters, or a name all in
 * capitals, are offered with Vietnamese capitals. Does not change tone placement: people spell their names themselves.
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
  if (NOT_A_PERSON.test(fold(trimmed))) return ask('garbled')
  const isSpelled = words.every(word => /^\p{L}[\p{L}\p{M}'’.-]*$/u.test(word) && word.length <= 30)
  if (!isSpelled || words.length > MAX_WORDS || evasions > 0) return ask('garbled')
  const spelled = words.join(' ')
  const isCapitals = words.length > 1 && spelled === spelled.toUpperCase() && words.some(word => word.length > 1)
  const name = words.map(word => (isCapitals || /^\p{Ll}/u.test(word) ? capitalise(word) : word)).join(' ')
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
