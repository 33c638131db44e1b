import { isAside, textOf } from '../clauses.ts'
import { Lexicon } from '../lexicon.ts'
import { tokenise } from '../tokens.ts'
import { FIELDS, POSTS, TITLES, UNITS } from './around-a-name.ts'
import { isSelf, tellsOfPerson } from './beside-a-name.ts'
import { DOES } from './does.ts'
import { withoutTail } from './name-ends.ts'
import { isMiddle, type Part, type Words } from './name-part.ts'
import { areSmall, opensCapital, phraseAt } from './name-words.ts'
import { plainName } from './plain-name.ts'
import { isSpelledSurname, isSurname, isUnmistakable } from './surnames.ts'

/** Who says it, and what the name is asked for: all that may stand before a word that names. */
const SUBJECT = new Lexicon([
  [
    true,
    'dạ|vâng|báo cáo|cứ|cô|chị|anh|bác|chú|thầy|anh cứ|chị cứ|bên|bên em|bên mình|bên anh|bên chị|phường anh|phường chị|phòng anh|phòng chị|trường anh|trường chị|đơn vị anh|đơn vị chị|em|e|tôi|mình|tụi em|tụi mình|bọn em|chúng em|chúng tôi|đơn vị|cơ quan|nhóm|lãnh đạo|tập thể|chi ủy|năm nay|hiện|hiện nay|hiện tại|nay|giờ|đã|vừa|mới|được|thống nhất|nhất trí|quyết định|xin|này|của|chính|chủ chốt|người|đầu mối|cán bộ|công chức|phụ trách|theo dõi|liên hệ|lập|ký|báo cáo|trực tiếp|thực hiện|chịu trách nhiệm|tổng hợp|sáng kiến|giải pháp|mô hình|cách làm|hồ sơ|đề tài|tác giả|đồng tác giả|chủ trì|chủ nhiệm|công tác|việc|cải cách hành chính|cchc|số liệu|biểu|mẫu|ngoài ra|còn|có|chỉ có|chỉ|gồm',
  ],
])
/** The word that names. */
const NAMES = new Lexicon([
  [
    true,
    'là|tên|tên là|do|cử|có cử|giao|giao cho|giao việc cho|phân công|phân công cho|phân công là|đề cử|giới thiệu|chọn|bầu|chỉ định|bổ nhiệm|ghi|ghi cho|ghi tên|ghi là|ghi giúp|ghi giúp em|ghi giúp tôi|nhờ ghi|nhờ ghi tên|nhờ ghi giùm|nhờ ghi giùm tên|ghi giùm|ghi hộ|ghi giùm tên|ghi hộ tên|sáng kiến ni của|giải pháp ni của|ghi tên giúp em|tên đầy đủ là|họ tên đầy đủ là|tên đúng là|họ tên đúng là|tên chính xác là|họ tên là|họ và tên là|tên bác là|tên cô là|tên anh là|tên chị là|tên chú là|tên em là|tên tôi là|đứng tên là|gồm|gồm có|có|chỉ có|có mỗi|chỉ có mỗi|chỉ mỗi|sáng kiến này của|giải pháp này của|đề tài này của|mô hình này của|sáng kiến của|giải pháp của|đề tài của|mô hình của',
  ],
])
/** «c Vũ Thị Ba», «e Nguyễn Hải Yến», «chi Hoàng Thị Điệp» */
const SHORT_TITLE = /^(?:[aceob]|chi|co|ong|ba|bac|chu|thay)$/

/**
 * A full name in a clause that says whose it is: «bên mình cử đồng chí Phạm Quang Huy», «trường em giao cho cô bùi thị ngọc ánh», «anh Đỗ Mạnh Cường ký»,
 * «chị Lưu Thị Yến góp». Undefined where there is neither a title nor a word that names before it, or anything else beside it.
 */
export function framedName(typed: Words): Part | undefined {
  const words = withoutTail(typed)
  for (let from = 0; from <= Math.min(words.length - 2, FRAME_AT_MOST); from += 1) {
    const title = titleAt(words, from)
    const at = from + title
    if (!opensName(words, at, title > 0) || (title === 0 && from === 0 && !isDoing(words))) continue
    // «DO THI LAN HUONG»: what stands before «Thị» is a surname.
    if (from === 1 && isMiddle(words[1]) && opensCapital(words[0]) && isSurname(words[0]?.text ?? '')) return undefined
    if (opensCapital(words[from]) && title > 0 && mayBeOfName(words, from)) return undefined
    if (from > 0 && !isFrame(words.slice(0, from), title > 0)) return undefined
    const name = nameAt(words, at, isSelf(words))
    if (name !== undefined) return name
  }
  return undefined
}

/** «Lê Hồng Quân là người ký» */
const IS = new Lexicon([
  [true, 'là người ký|là người lập|là người phụ trách|là người viết|là người thực hiện|là tác giả|là đầu mối'],
])

/** «Bùi Văn Tú cùng viết» */
const isDoing = (words: Words): boolean => {
  const end = words.findIndex(word => !opensCapital(word))
  return end > 2 && (DOES.find(words, end) !== undefined || IS.find(words, end) !== undefined)
}

/** «Ông Cao Thắng» may be a name whole. */
const mayBeOfName = (words: Words, at: number): boolean =>
  /^(?:anh|ông|em|bạn)$/.test(words[at]?.text ?? '') && words.length < at + 4

const FRAME_AT_MOST = 14

function titleAt(words: Words, at: number): number {
  // «thay Nguyễn Văn An»: in place of him.
  const isInstead = words[at]?.raw === 'thay' && words.some(({ text, folded }) => text !== folded)
  const isShort = SHORT_TITLE.test(words[at]?.raw ?? '') && opensCapital(words[at + 1]) && !isInstead
  if (isShort) return 1
  const found = phraseAt(TITLES, words, at)
  if (found === undefined || !(found.isExact || found.length > 1)) return 0
  // «Anh Tuấn», «Cô Ba»: the title in capitals may be the first word of the name.
  if (opensCapital(words[at]) && at > 0) return 0
  return found.length + titleAt(words, at + found.length)
}

const opensName = (words: Words, at: number, isTitled: boolean): boolean => {
  const [first, second] = [words[at], words[at + 1]]
  if (first === undefined || second === undefined) return false
  // «bên em là Trần Phú»: two words may be a ward or a school.
  const isLong = isTitled || opensCapital(words[at + 2])
  if (opensCapital(first))
    return isLong && opensCapital(second) && (isOpening(first.text, isTitled) || isMiddle(second))
  // «cứ ghi tên chị là đỗ thị thu hằng»
  if (!isTitled) return areSmall(words) && isMiddle(second) && isSpelledSurname(first.text)
  return areSmall(words.slice(1)) && (isMiddle(second) || isUnmistakable(first.text))
}

const isOpening = (surname: string, isTitled: boolean): boolean =>
  isSpelledSurname(surname) || (isTitled && isSurname(surname))

/** Who names, and the word that names; before a title a subject alone will do for «còn chị Lưu Thị Yến». */
function isFrame(words: Words, isTitled: boolean): boolean {
  let at = 0
  let isNaming = false
  // «can bo cu la …»: «cử» or «cũ»
  if (words.some(({ raw }, place) => raw === 'cu' && words[place + 1]?.raw === 'la')) return false
  if (OF_MINE.test(words.map(({ text }) => text).join(' '))) return false
  while (at < words.length) {
    const naming = NAMES.find(words, at)
    const said = SUBJECT.find(words, at)?.length ?? 0
    const office = Math.max(...[UNITS, FIELDS, POSTS].map(list => phraseAt(list, words, at)?.length ?? 0), said)
    const length = Math.max(naming?.length ?? 0, office)
    if (length === 0) return false
    isNaming = naming !== undefined && naming.length >= office
    at += length
  }
  const isLeading = isTitled && words.length === 1 && /^(?:còn|dạ|vâng|và)$/.test(words[0]?.text ?? '')
  return (isNaming && isAside(tokenise(textOf(asTokens(words))).filter(({ text }) => text !== 'phân'))) || isLeading
}

/** «con em là», «trường em tên» */
const OF_MINE =
  /^tên (?:trường|đường|phố|công ty|file|quán) |^(?:con|trường|đường|phố|nhà) (?:em|tôi|mình|anh|chị)(?: học| ở)? (?:là|tên|tên là)$/

const asTokens = (words: Words) => tokenise(words.map(({ raw }) => raw).join(' '))

/** The name that begins at `at`, if what follows it tells of the person. */
function nameAt(words: Words, at: number, isOfSelf: boolean): Part | undefined {
  const rest = words.slice(at)
  const isCapital = opensCapital(rest[0])
  const end = isCapital
    ? rest.findIndex((word, place) => !opensCapital(word) || opensShortOffice(rest, place))
    : telling(rest)
  const name = plainName(rest.slice(0, end < 0 ? undefined : end))
  const behind = end < 0 ? [] : rest.slice(end)
  const isFull = name.is === 'name' && name.isCertain
  // «anh Trần Văn Lộc nhờ em gõ»
  if (behind[0]?.text === 'nhờ') return undefined
  if (!isFull || (end > 0 && end < 2) || end > 5 || rest.length - behind.length > 6) return undefined
  return behind.length === 0 || tellsOfPerson(behind, isOfSelf) ? name : undefined
}

/** Where a name in small letters ends. */
const telling = (words: Words): number =>
  words.findIndex(
    (_, at) => at > 2 && (DOES.find(words, at) !== undefined || (phraseAt(POSTS, words, at)?.length ?? 0) > 1),
  )

/** «Nhung P. Nội vụ»: an office with its first word shortened. */
const opensShortOffice = (words: Words, at: number): boolean =>
  at > 1 && /^(?:P|F|TP|UBND|VP|TT)\.?$/.test(words[at]?.raw ?? '') && at + 1 < words.length
