import { Lexicon } from '../lexicon.ts'
import { orBare } from '../without-accents.ts'
import { EVASIONS, GROUPS, POSTS, TITLES, UNITS } from './around-a-name.ts'
import { behindPost } from './behind-a-post.ts'
import { framedName } from './framed-name.ts'
import { withoutLeads, withoutShortPosts, withoutTail } from './name-ends.ts'
import { isMiddle, offer, opensOffice, type Part, type Words } from './name-part.ts'
import { areCapital, areSmall, opensCapital, phraseAt, spell } from './name-words.ts'
import { namesBehind, plainName } from './plain-name.ts'
import { isSpelledSurname, isSurname, isUnmistakable } from './surnames.ts'

/** With posts and units around it; what is longer is a text. */
const LINE_AT_MOST = 40

/** A name among words that hold nothing but it and what people say around a name. */
export function nameIn(typed: Words): Part {
  const framed = typed.length > LINE_AT_MOST ? undefined : framedName(typed)
  if (framed !== undefined) return framed
  const found = greets(typed) ? unsure(wholly(typed)) : wholly(typed)
  if (found.is === 'name' && found.isCertain) return found
  const within = runOf(typed)
  const others = found.is === 'name' ? found.readings : []
  if (within !== undefined && (found.is === 'name' || found.is === 'sentence')) return offer(spell(within), ...others)
  const isNamed = areCapital(typed) || isUnmistakable(typed[0]?.text ?? '') || isMiddle(typed[1])
  return found.is === 'name' && !isNamed ? { ...found, isLow: true } : found
}

/** «chào anh Hoàng Văn Nam»: the one that is spoken to, likelier than an answer. */
const greets = (words: Words): boolean => greeting(words.map(({ text }) => text).join(' '))

const greeting = orBare(
  /^(?:(?:dạ|vâng|em|tôi|mình|xin|kính) )*(?:chào|thưa|gửi) (?:anh|chị|ông|bà|cô|chú|bác|đồng chí|thầy|sếp)(?: |$)/iu,
)

const unsure = (part: Part): Part => (part.is === 'name' ? offer(...part.readings) : part)

/** «em điền nhé Đặng Mai Lợi», «bên em báo nhanh lê ngọc an», «lê ngọc an Thân ái»: a full name with other words before or behind it. */
function runOf(words: Words): Words | undefined {
  const runs = words.flatMap((first, from) => {
    if (!opensCapital(first)) return []
    const length = words.slice(from).findIndex(word => !opensCapital(word))
    const run = words.slice(from, length < 0 ? undefined : from + length)
    return isSpelledSurname(first.text) && (from === 0 || !opensCapital(words[from - 1])) ? [run] : []
  })
  const [capital, ...others] = runs.filter(run => run.length > 1 && run.length < 6 && run.length < words.length)
  if (capital !== undefined) return others.length === 0 ? capital : undefined
  const from = words.findIndex(word => isUnmistakable(word.text))
  const end = words.findIndex((word, at) => at > from && opensCapital(word))
  const run = from < 0 ? [] : words.slice(from, end < 0 ? undefined : end)
  return areSmall(run) && run.length > 1 && run.length < 5 && run.length < words.length ? run : undefined
}

function wholly(typed: Words): Part {
  if (typed.length > LINE_AT_MOST) return { is: 'sentence' }
  if (isEvasive(typed)) return { is: 'sentence' }
  const said = withoutTail(withoutLeads(typed))
  if (said.length === 0) return { is: 'nothing' }
  const words = withoutShortPosts(said)
  if (words.length === 0) return { is: 'post' }
  if (words.length < said.length) {
    const name = nameIn(words)
    // «PCT UBND phường»: a post at a unit.
    return name.is === 'name' ? offer(...name.readings) : name.is === 'post' ? { is: 'post' } : name
  }
  if (isEvasive(words)) return { is: 'sentence' }
  const last = words.at(-1)
  // «Nguyễn Văn An a» may end in «ạ»; «nguyễn văn a» is a name.
  if (last?.raw === 'a' && words.length > 2 && !isMiddle(words.at(-2))) {
    const bare = nameIn(words.slice(0, -1))
    // «Trần Quốc Bảo a»: a small letter closes no name in capitals.
    const isTitled = phraseAt(TITLES, words, 0) !== undefined
    if (bare.is === 'name' && bare.isCertain && words.length > 3 && !isTitled && areCapital(words.slice(0, -1)))
      return bare
    return bare.is === 'name' ? offer(...bare.readings, spell(words)) : bare
  }
  if (isMiddle(words[1]) && words.length > 2 && !isTitle(words) && !opensOffice(words, 1)) return withMiddleName(words)
  const group = phraseAt(GROUPS, words, 0)
  if (group !== undefined && (group.isExact || group.length > 1)) return { is: 'group' }
  return afterTitle(words) ?? afterPost(words) ?? plainName(words)
}

/** Whether nothing but an evasion was typed. A word without accents is one only where it can hardly be a name. */
export function isEvasive(words: Words): boolean {
  const found = phraseAt(EVASIONS, words, 0)
  if (found === undefined || found.length !== words.length) return false
  return found.isExact || found.length > 1 || /^(?:khong|chua|duoc|roi)$/.test(words[0]?.folded ?? '')
}

function isTitle(words: Words): boolean {
  const title = phraseAt(TITLES, words, 0)
  return title?.isExact === true && !isSpelledSurname(words[0]?.text ?? '')
}

function withMiddleName(words: Words): Part {
  const first = words[0]?.text ?? ''
  const unit = phraseAt(UNITS, words, 0) ?? phraseAt(POSTS, words, 0)
  const isName =
    unit === undefined || (unit.isExact ? isSpelledSurname(first) : areCapital(words) || isAccentedSurname(words))
  const name = plainName(words)
  return isName || name.is !== 'name' ? name : offer(...name.readings)
}

/** «Trương», «Phương»: a surname with the accents it has; «truong» may be «trường». */
function isAccentedSurname([first]: Words): boolean {
  return first !== undefined && first.text !== first.folded && isSpelledSurname(first.text)
}

/** «ông Phạm Tuấn Đạt»; «Ông Cao Thắng» may be a name whole. */
function afterTitle(words: Words): Part | undefined {
  const title = phraseAt(TITLES, words, 0)
  const rest = title === undefined ? [] : words.slice(title.length)
  if (title === undefined || rest.length === 0) return undefined
  const isBeforeCapital = !opensCapital(words[0]) && opensCapital(rest[0])
  const isBeforeFullName = rest.length > 2 && isSurname(rest[0]?.text ?? '')
  const isNeverName = !/^(?:anh|ông|em|bạn)$/.test(title.phrase)
  if (title.isExact && (isBeforeCapital || isBeforeFullName || isNeverName)) return nameIn(rest)
  const inner = nameIn(rest)
  const whole = plainName(words)
  if (inner.is !== 'name') return whole.is === 'name' ? whole : inner
  if (whole.is !== 'name') return inner
  const isTitleFirst = title.isExact || isBeforeCapital || (isBeforeFullName && areSmall(words))
  // «Ong Pham Tuan Dat»
  if (!title.isExact && isBeforeFullName && isBare(words)) return offer(...inner.readings, ...whole.readings)
  if (!title.isExact && !isTitleFirst && !areSmall(words)) return undefined
  return isTitleFirst ? offer(...inner.readings, ...whole.readings) : offer(...whole.readings, ...inner.readings)
}

const isBare = (words: Words): boolean => words.every(({ text, folded }) => text === folded)

/** «Trưởng phòng Nguyễn Văn A», «phòng Nội vụ»: the person behind a post or a unit, if there is one. */
function afterPost(words: Words): Part | undefined {
  const post = phraseAt(POSTS, words, 0)
  const found = post ?? phraseAt(UNITS, words, 0)
  if (found === undefined) return undefined
  if (post === undefined && SCHOOLS.find(words, found.length) !== undefined) return { is: 'post', isOffice: true }
  const plain = post?.isExact ? behindPost(words, post.length) : undefined
  if (plain !== undefined) return plain
  const first = words[0]?.text ?? ''
  const mayBeSurname =
    found.length === 1 || areCapital(words) ? isSpelledSurname(first) : !found.isExact && isSurname(first)
  if (!found.isExact && areCapital(words) && isAccentedSurname(words)) return undefined
  const whole = mayBeSurname || (!found.isExact && words.length < 5) ? plainName(words) : undefined
  const readings = [
    ...namesBehind(words, found.length, post !== undefined),
    ...(whole?.is === 'name' ? whole.readings : []),
  ]
  if (readings.length > 0) return offer(...readings.slice(0, 4))
  return post === undefined ? { is: 'post', isOffice: true } : { is: 'post' }
}

/** «Trường Tiểu học Phương Đông B» is named after nobody. */
const SCHOOLS = new Lexicon([
  [
    true,
    'tiểu học|thcs|thpt|th|mầm non|mẫu giáo|trung học|trung học cơ sở|trung học phổ thông|đại học|cao đẳng|liên cấp',
  ],
])
