import { isLeftOpen } from './left-open.ts'
import { isBareName } from './names/bare-name.ts'
import { namesSomebody } from './names/beside-a-name.ts'
import { partsOf } from './names/name-parts.ts'
import { wordsOf } from './names/name-words.ts'
import { namesNobody } from './names/nobody.ts'
import {
  countIn,
  remarkOf,
  withoutBracketed,
  withoutCount,
  withoutGone,
  withoutRole,
  withoutSole,
} from './names/people-frame.ts'
import { type Named, type Piece, readPiece } from './names/people-piece.ts'
import { outOfPeopleTable } from './names/people-table.ts'
import { type NamedShare, withShareOfEach } from './names/share-of-each.ts'
import { withoutLabel } from './names/without-label.ts'
import { compare, decimal, plus } from './numerals/decimal.ts'
import { withoutTalk } from './of-the-reply.ts'
import { putRight } from './put-right.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import { fold, normalise } from './text.ts'

export type { NamedShare } from './names/share-of-each.ts'

const MAX_TEXT = 4_000
const MAX_PEOPLE = 30
/**
 * People with their shares: «Nguyễn Thị Bình 60%, Trần Cường 40%», one a line or separated by commas, semicolons, «và», «cùng» or
 * «với». Guarantees: all have a share and the shares sum to exactly 100 %, or none has one. A list with a name that is not plainly
 * one, or with a group or post in it («và cộng sự»), is offered as it would be written down.
 */
export function readPeople(typed: string): Reading<NamedShare[]> {
  const text = withoutTalk(typed)
  const people = readThem(text)
  return people.ok && (isLeftOpen(text) || SIGNS.test(text)) ? ask('confirmName', [people.value]) : people
}

/** «Nguyễn Văn An ký duyệt», «…, chủ tịch Trần Thị Bình ký»: whose paper it is, and no author. */
const SIGNS = /\p{L} (?:ký|ký duyệt|duyệt|phê duyệt|trình|trình ký)[ ạ.!)]*(?:$|[,;\n])/u

function readThem(text: string): Reading<NamedShare[]> {
  const alike = withShareOfEach(text, readList)
  if (alike !== undefined) return alike
  const list = readList(text)
  return list.ok ? list : (putRight(text, readList) ?? list)
}

/** «Trịnh Thị Thảo 70 - Mai Văn Hải 30»: nothing but names with a figure behind each. */
const sharesApart = (list: string): string =>
  NAMES_WITH_FIGURES.test(list) ? list.replace(/(?<= \d{1,3}) *[-–—]? *(?=\p{Lu})/gu, ', ') : list
const NAMES_WITH_FIGURES = /^(?:\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*){1,4} \d{1,3}(?: *[-–—] *| +|$)){2,9}$/u

function readList(text: string): Reading<NamedShare[]> {
  if (text.length > MAX_TEXT) return invalid('tooLong')
  const line = normalise(text)
  if (namesNobody(line, partsOf(line))) return invalid('noAnswer')
  const { list, count } = withoutCount(withoutGone(withoutLabel(outOfPeopleTable(text)).trim()))
  const parts = withoutNumbers(withoutBracketed(sharesApart(list.replace(BORN, ' '))))
    .replace(SENTENCE_END, (end, word: string) => (/[aeiouy]/.test(fold(word)) ? `${word};` : end))
    .split(/[\r\n;]+/)
    .map(normalise)
    .flatMap(line =>
      line.split(
        /,(?!\d)|(?<=phần trăm)\s+(?=(?:còn\s|và\s)?\p{L}+ \p{L})|\s(?=(?:&|và|vs\.?)\s)|(?<=[%)])\s*[-–—]\s*(?=\p{Lu})/iu,
      ),
    )
    .map(part => part.trim())
    .filter(part => /[\p{L}\d]/u.test(part) && !/^(?:dạ|ạ|vâng)$/iu.test(part))
  if (parts.length === 0) return invalid('empty')
  if (parts.length > MAX_PEOPLE) return invalid('tooLong')
  const pieces: Piece[] = []
  const remarks = new Set<ReturnType<typeof remarkOf>>()
  const counts = new Set(count === undefined ? [] : [count])
  for (const part of parts) {
    const remark = JOINED.test(part) ? undefined : (remarkOf(part) ?? noneIn(part))
    remarks.add(remark)
    const told = remark === 'aside' ? countIn(part) : undefined
    if (told !== undefined) counts.add(told)
    if (remark !== undefined) continue
    const role = withoutRole(part.replace(JOINED, ''))
    const sole = withoutSole(role)
    if (sole !== role) remarks.add('alone')
    const piece = readPiece(sole.replace(MORE, ''))
    if (!piece.ok) return piece.kind === 'ask' ? ask(piece.why) : invalid(piece.why)
    if (isPostOf(pieces.at(-1), piece.value) && !JOINED.test(part) && !namesSomebody(wordsOf(part))) continue
    pieces.push(piece.value)
  }
  if (pieces.length === 0 && parts.some(part => !TELLS_NOBODY.test(part))) return ask('garbled')
  const people = together(pieces)
  if (!people.ok) return people
  // «…»: there may be more of them; among names in capitals what is a name in small letters by its words alone may be none.
  const isMixed =
    parts.some(part => isBareName(wordsOf(part))) && parts.some(part => /^\p{Lu}\p{Ll}+ \p{Lu}/u.test(part))
  if (isMixed || /(?:\.{3}|…)\s*$/.test(text)) return ask('confirmName', [people.value])
  const isOther = [...counts].some(told => told !== people.value.length)
  if (isOther || (remarks.has('alone') && people.value.length > 1)) return ask('contradiction', [people.value])
  const isWithoutShares = people.value.every(({ share }) => share === undefined)
  return remarks.has('total') && isWithoutShares
    ? invalid('sharesIncomplete')
    : read(people.value, people.literal && count === undefined && remarks.size < 2)
}

/** «đồng tác giả: không có» */
const noneIn = (part: string): 'alone' | undefined =>
  withoutRole(part) !== part && /^(?:không|ko|k)(?: có)?(?: ai)?(?: ạ)?$/iu.test(withoutRole(part))
    ? 'alone'
    : undefined

/** «… Cao Văn Bách. Hai bạn cùng khoa ạ»; behind «ThS.» no sentence ends. */
const SENTENCE_END = /(\p{L}{2,})\.\s+(?=\p{Lu})/gu

/** «không có đồng tác giả»; «một mình tôi» is somebody, though nobody by name. */
const TELLS_NOBODY = /^(?:ngoài ra )?(?:không|ko|k) /iu

/** «cùng với Trịnh Thị Oanh nữa em nhé» */
const MORE = /(?<=\p{L}) (?:nữa|nua)(?: (?:em|anh|chị|chi|ạ|a|nhé|nhe|nha|thôi|thoi)){0,3}[.!]?$/u
const JOINED = /^(?:&|và|vs\.?|cùng với|còn(?! lại))\s+/iu

/** «Cao Thị Ngọc, công chức địa chính»: what somebody is, and nobody else. */
const isPostOf = (before: Piece | undefined, { people, isPost }: Piece): boolean =>
  isPost && people.length === 0 && before?.isCertain === true && before.people.length > 0

/** «1. Đỗ Quang Vinh 2/ Hoàng Thu Trang»: a numbered list, in one line or in several. */
function withoutNumbers(text: string): string {
  const numbers = [...text.matchAll(NUMBERED)].map(([, number]) => Number(number))
  return numbers.every((number, at) => number === at + 1) ? text.replace(NUMBERED, ';') : text
}

const NUMBERED = /(?:^|(?<=[\s,;:.]))(\d{1,2})[./)]\s*(?=\p{L}{2})/gu

function together(pieces: readonly Piece[]): Reading<NamedShare[]> {
  const all = pieces.flatMap(piece => piece.people)
  const isAmongNames = pieces.some(piece => piece.isCertain && piece.people.length > 0)
  const people = isAmongNames ? all.filter(({ isLow, share }) => !isLow || share !== undefined) : all
  const hasGroup = pieces.some(piece => piece.hasGroup)
  if (people.length === 0) return hasGroup ? ask('notAPerson') : invalid('noAnswer')
  if (people.length > MAX_PEOPLE) return invalid('tooLong')
  if (new Set(people.map(person => fold(person.name))).size < people.length) return ask('contradiction')
  const list = withShares(
    people,
    pieces.every(piece => piece.literal),
  )
  // «cộng sự: phòng Nội vụ (40%)»
  if (!list.ok && hasGroup) return ask('notAPerson')
  if (!list.ok || (!hasGroup && pieces.every(piece => piece.isCertain && !piece.hasWords))) return list
  return ask(hasGroup ? 'notAPerson' : 'confirmName', [list.value])
}

function withShares(people: readonly Named[], literal: boolean): Reading<NamedShare[]> {
  const shares = people.flatMap(person => (person.share === undefined ? [] : [person.share]))
  if (shares.length === 0)
    return read(
      people.map(({ name }) => ({ name })),
      literal,
    )
  if (shares.length < people.length) return invalid('sharesIncomplete')
  const sum = shares.reduce(plus)
  if (compare(sum, decimal(100)) !== 0 || shares.some(share => share.digits <= 0n)) {
    return invalid('sharesSum', { sum: Number(sum.digits) / 10 ** sum.scale })
  }
  const value = people.map(({ name, share }) =>
    share === undefined
      ? { name }
      : { name, share: { numerator: share.digits, denominator: 100n * 10n ** BigInt(share.scale) } },
  )
  return read(value, literal)
}

/** «sinh ngày 12/4/1985» */
const BORN = /(?:sinh )?(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/giu
