import { fold } from '../text.ts'
import type { Token } from '../tokens.ts'
import { FIELDS, GROUPS, JOINERS, POSTS, TITLES, UNITS } from './around-a-name.ts'
import { tellsOfPerson } from './beside-a-name.ts'
import { DOES } from './does.ts'
import { isMiddle, type Part, type SaidPart } from './name-part.ts'
import { areSmall, opensCapital, phraseAt, wordsOf } from './name-words.ts'
import { isEvasive, nameIn } from './one-name.ts'
import { isSurname } from './surnames.ts'

export type { SaidPart } from './name-part.ts'

type Words = readonly Token[]

/** Whether the whole line gives no name («không có», «đồng ý»). */
export const isEvasion = (line: string): boolean => isEvasive(wordsOf(tidy(line)))

/** The names of a line; beside a certain one, what is written like a sentence is none. */
export function namesOf(parts: readonly SaidPart[]): readonly Extract<SaidPart, { is: 'name' }>[] {
  const names = parts.filter(part => part.is === 'name')
  if (!names.some(name => name.isCertain)) return names
  return names.filter(name => name.isCertain || !(name.isLow || tellsOfPerson(name.words)))
}

/** No line about people has more letters; what is longer is a text. */
const MAX_LINE = 400

/** What a line about people holds, in its order: names, posts, groups, figures. */
export function partsOf(line: string): SaidPart[] {
  if (line.length > MAX_LINE) return [{ is: 'sentence', words: [], clause: 0 }]
  return tidy(line)
    .split(/[,;:()[\]{}|+&<>]|(?<!\d)\/| [-–—~]+ ?|[-–—~]+ /u)
    .flatMap((piece, clause) => people(wordsOf(piece), clause === 0).map(words => ({ words, clause })))
    .flatMap(({ words, clause }) => partsIn(words).map(part => ({ ...part, words, clause })))
}

function tidy(line: string): string {
  return (
    line
      .replace(/đ\/c\.?/giu, 'đc ')
      .replace(/^([ace])\. (?=\p{Lu}\p{Ll})/iu, '')
      // «Văn phòng - Thống kê»: one post of a ward.
      .replace(
        /(văn phòng|tư pháp|địa chính|tài chính|văn hóa|văn hoá|lao động|kinh tế|xây dựng|đô thị) [-–] (?=\p{L})/giu,
        '$1 ',
      )
      .replace(/\p{Extended_Pictographic}|["«»“”„*_]/gu, ' ')
      .replace(/[`´]/g, "'")
      .replace(/\.(?=\p{Lu}\p{Ll}|CKI)/gu, '. ')
      .replace(/(\p{L}{2,})\.\s+/gu, (end, word: string) =>
        !/[aeiouy]/.test(fold(word)) || phraseAt(TITLES, wordsOf(word), 0)?.isExact ? end : `${word}, `,
      )
      .replace(/(?<=[,;(] ?)(?:sinh|sn|ns) (?:năm |ngày )?(?:\d{1,2}[/.-]){0,2}(?:19|20)\d\d(?=[ ,;).]|$)/giu, ' ')
      .replace(/họ và tên/giu, 'họ tên')
      // «tên em á? …»: the question said back.
      .replace(/^(?:dạ )?(?:họ )?tên[\p{L} ]{0,12} (?:á|à|ạ|hả) ?\?+ *(?=\p{L})/iu, '')
      .replace(/^ *\d{1,2}\. /, '')
      .replace(/ +/g, ' ')
      .trim()
  )
}

/** Parts at «và», «cùng», «với» that join two people. */
function people(words: Words, isFirst: boolean): Words[] {
  const opening = phraseAt(JOINERS, words, 0)
  if (opening !== undefined && (!isFirst || phraseAt(GROUPS, words, opening.length) !== undefined))
    return people(words.slice(opening.length), true)
  for (let at = 1; at < words.length - 1; at++) {
    const joiner = phraseAt(JOINERS, words, at)
    if (joiner === undefined) continue
    const after = words.slice(at + joiner.length)
    if (joins(words, at, joiner.isExact, after)) return [words.slice(0, at), ...people(after, true)]
  }
  return [words]
}

function joins(words: Words, at: number, isExact: boolean, after: Words): boolean {
  const next = after[0]?.text ?? ''
  // «Cung Văn …»: what stands before «Văn» or «Thị» is a surname.
  if (/^(?:văn|van|thị|thi)$/.test(next)) return false
  const isPerson = after.length > 1 && at > 1 && isSurname(next)
  // «anh Nguyễn Văn An cùng viết»
  const isTogether = /^c[ùu]ng$/.test(words[at]?.text ?? '') && !(isPerson && isMiddle(after[1]))
  if (isTogether && areSmall(after) && DOES.find(after, 0) && tellsOfPerson(after)) return false
  if (!isExact)
    return isPerson && (!opensCapital(words[at]) || words.every(word => word.raw === word.raw.toUpperCase()))
  // «Phòng Giáo dục và Đào tạo»
  if (phraseAt(FIELDS, after, 0)?.isExact && endsField(words.slice(0, at))) return false
  const opens = [GROUPS, TITLES, UNITS, POSTS].some(list => phraseAt(list, after, 0)?.isExact)
  if (opensCapital(words[at])) return opens || isPerson
  return areSmall(words) ? opens || isPerson || after.length > 1 : true
}

const endsField = (words: Words): boolean =>
  [1, 2, 3].some(length => phraseAt(FIELDS, words, words.length - length)?.length === length)

function partsIn(words: Words): Part[] {
  const figures = words.filter(word => /[\d@]/.test(word.raw))
  if (figures.length === 0) return [nameIn(words)]
  const letters = words.filter(word => !figures.includes(word))
  const inner = letters.length > 0 ? nameIn(letters) : undefined
  // A telephone number, a year, an address beside a name; a short figure within would be a slip.
  const isBeside = figures.every(word => word.raw.replace(/\D/g, '').length > 3 || /@.*\./.test(word.raw))
  // «trưởng khu 3»
  if (inner?.is === 'post' && NUMBERED.test(words.map(({ text }) => text).join(' '))) return [inner]
  const before = beforeNumberedPost(words)
  if (before !== undefined) return [before]
  if (inner !== undefined && (isBeside || inner.is !== 'name')) return [inner, { is: 'figure' }]
  const isSlip = figures.every(word => !/\d/.test(word.raw))
  return isSlip ? [nameIn(words)] : [{ is: 'figure' }]
}

/** «ông Bùi Văn Tám trưởng khu 3», «… bí thư chi bộ khu 7 ạ»: the full name before a post and the number of its place. */
function beforeNumberedPost(words: Words): Part | undefined {
  const at = words.findIndex((_, place) => place > 1 && phraseAt(POSTS, words, place)?.isExact)
  const behind = words.slice(at + (phraseAt(POSTS, words, at)?.length ?? 0)).map(({ text }) => text)
  if (at < 0 || !OF_PLACE.test(behind.join(' '))) return undefined
  const name = nameIn(words.slice(0, at))
  return name.is === 'name' && name.isCertain ? name : undefined
}

const OF_PLACE =
  /^(?:(?:dân phố|khu phố|khu|tổ|thôn|xóm|bản|chi bộ|lớp|số) ?){0,3}\d{1,2}(?: (?:ạ|nhé|nha|em|anh|chị))*$/u

const NUMBERED = /(?:^|\s)(?:khu|khu phố|tổ|thôn|xóm|bản|lớp|số) \d{1,2}$/u
