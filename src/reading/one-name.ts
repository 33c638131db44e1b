import { ABOUT, EVASIONS, FIELDS, GROUPS, LEADS, POSTS, SENTENCE, TITLES, UNITS } from './around-a-name.ts'
import { Lexicon } from './lexicon.ts'
import { areCapital, areSmall, isSpelled, opensCapital, phraseAt, spell } from './name-words.ts'
import { isSpelledSurname, isSurname, isUnmistakable } from './surnames.ts'
import type { Token } from './tokens.ts'

export type Part =
  /** `readings`: what may be written down, likeliest first. Certain: the first is plainly a person's full name. */
  | {
      readonly is: 'name'
      readonly isCertain: boolean
      readonly readings: readonly string[]
      /** Neither capitals nor a plain surname: beside a certain name likelier something said («Trân trọng», «nha chị»). */
      readonly isLow?: true
    }
  | { readonly is: 'post' | 'group' | 'figure' | 'sentence' | 'nothing' }

type Words = readonly Token[]

/** Longest name taken as it stands, and longest offered. */
const TAKEN_AT_MOST = 7
const OFFERED_AT_MOST = 15
/** With posts and units around it; what is longer is a text. */
const LINE_AT_MOST = 40

/** A name among words that hold nothing but it and what people say around a name. */
export function nameIn(typed: Words): Part {
  const found = wholly(typed)
  if (found.is === 'name' && found.isCertain) return found
  const within = runOf(typed)
  const others = found.is === 'name' ? found.readings : []
  if (within !== undefined && (found.is === 'name' || found.is === 'sentence')) return offer(spell(within), ...others)
  const isNamed = areCapital(typed) || isUnmistakable(typed[0]?.text ?? '') || isMiddle(typed[1])
  return found.is === 'name' && !isNamed ? { ...found, isLow: true } : found
}

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
    return name.is === 'name' ? offer(...name.readings) : name
  }
  if (isEvasive(words)) return { is: 'sentence' }
  const last = words.at(-1)
  // «Nguyễn Văn An a» may end in «ạ»; «nguyễn văn a» is a name.
  if (last?.raw === 'a' && words.length > 2 && !isMiddle(words.at(-2))) {
    const bare = nameIn(words.slice(0, -1))
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

const offer = (...readings: string[]): Part => ({ is: 'name', isCertain: false, readings: [...new Set(readings)] })

/** «Văn», «Thị»: what stands before is a surname, whatever else it may mean. */
const isMiddle = (word: Token | undefined): boolean => /^(?:văn|van|thị|thi)$/.test(word?.text ?? '')

/** «Hoa văn phòng»: behind a capital the small word is no middle name, and begins where she works. */
const opensOffice = (words: Words, at: number): boolean =>
  opensCapital(words[0]) && areSmall(words.slice(at)) && (phraseAt(UNITS, words, at)?.length ?? 0) > 1

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

/** «PCT Nguyễn Văn A», «Hạnh VP»: what has no vowel is no syllable of a name. */
function withoutShortPosts(words: Words): Words {
  const isSyllable = (word: Token): boolean => word.text.length < 2 || /[aeiouy'’.]/.test(word.folded)
  const isTitled = words.length > 1 && phraseAt(TITLES, words, 0) !== undefined
  const from = isTitled ? 0 : words.findIndex(isSyllable)
  const to = words.findLastIndex(isSyllable)
  return from < 0 ? [] : words.slice(from, to + 1)
}

/** «Trương», «Phương»: a surname with the accents it has; «truong» may be «trường». */
function isAccentedSurname([first]: Words): boolean {
  return first !== undefined && first.text !== first.folded && isSpelledSurname(first.text)
}

function withoutLeads(words: Words): Words {
  const lead = phraseAt(LEADS, words, 0)
  if (lead === undefined || (isMiddle(words[1]) && !lead.isExact)) return words
  const rest = words.slice(lead.length)
  // «Họ Tên Một»: a name like any other that is written as one.
  if (lead.phrase === 'họ tên' && rest.length === 1 && areCapital(words)) return words
  // «la», «minh», «vang», «to» without accents are surnames or names as well.
  const isLead =
    lead.isExact || lead.length > 1 || (/^(?:da|toi|ten)$/.test(words[0]?.raw ?? '') && isSurname(rest[0]?.text ?? ''))
  return isLead ? withoutLeads(rest) : words
}

/** «đó anh», «nha chị», «anh nhé»: a particle and whom it is said to, and no name. */
const SAID_TO = new Lexicon<boolean>([
  [true, 'em gửi|em báo|em trình|em nộp'] as const,
  ...['đó', 'đấy', 'nha', 'nhé', 'nghe', 'ạ', 'nhá'].flatMap(particle =>
    ['anh', 'chị', 'em', 'sếp'].map(whom => [true, `${particle} ${whom}|${whom} ${particle}|${whom} ơi`] as const),
  ),
])

function withoutTail(words: Words): Words {
  if (words.length > 3 && SAID_TO.whole(words.slice(-2)) && areSmall(words.slice(-2)) && !isMiddle(words.at(-3)))
    return withoutTail(words.slice(0, -2))
  const last = words.at(-1)
  if (last === undefined || words.length < 2 || isMiddle(words.at(-2))) return words
  const end = words.findIndex((word, at) => at > 0 && /^(?:ạ|nhé)[.,!]*$/.test(word.raw) && !isMiddle(words[at - 1]))
  if (end > 0 && areSmall(words.slice(end))) return withoutTail(words.slice(0, end))
  const isSaidAlways = last.raw.startsWith('ạ') || /^(?:nhé|ạh)[.!]*$/.test(last.raw)
  const isSaidOften = /^(?:nha|nhá|nhe|ah|đó|đấy|thôi|luôn|nghen|hen|hí)[.!]*$/.test(last.raw)
  const isSaid = isSaidAlways || (isSaidOften && (opensCapital(words[0]) || words.length > 3))
  return isSaid ? withoutTail(words.slice(0, -1)) : words
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
  if (!title.isExact && !isTitleFirst && !areSmall(words)) return undefined
  return isTitleFirst ? offer(...inner.readings, ...whole.readings) : offer(...whole.readings, ...inner.readings)
}

/** «Trưởng phòng Nguyễn Văn A», «phòng Nội vụ»: the person behind a post or a unit, if there is one. */
function afterPost(words: Words): Part | undefined {
  const post = phraseAt(POSTS, words, 0)
  const found = post ?? phraseAt(UNITS, words, 0)
  if (found === undefined) return undefined
  if (post === undefined && SCHOOLS.find(words, found.length) !== undefined) return { is: 'post' }
  const first = words[0]?.text ?? ''
  const mayBeSurname =
    found.length === 1 || areCapital(words) ? isSpelledSurname(first) : !found.isExact && isSurname(first)
  if (!found.isExact && areCapital(words) && isAccentedSurname(words)) return undefined
  const whole = mayBeSurname || (!found.isExact && words.length < 5) ? plainName(words) : undefined
  const readings = [
    ...namesBehind(words, found.length, post !== undefined),
    ...(whole?.is === 'name' ? whole.readings : []),
  ]
  return readings.length > 0 ? offer(...readings.slice(0, 4)) : { is: 'post' }
}

/** «Trường Tiểu học Phương Đông B» is named after nobody. */
const SCHOOLS = new Lexicon([
  [
    true,
    'tiểu học|thcs|thpt|th|mầm non|mẫu giáo|trung học|trung học cơ sở|trung học phổ thông|đại học|cao đẳng|liên cấp',
  ],
])

function namesBehind(words: Words, from: number, isPost: boolean, mayBeShort = true): string[] {
  const found: string[] = []
  for (let at = from; at < words.length - 1; at++) {
    const rest = words.slice(at)
    if (rest.length > TAKEN_AT_MOST) continue
    const isAlike = opensCapital(rest[0]) || areSmall(words)
    const inPhrase = [POSTS, UNITS, FIELDS].some(list => phraseAt(list, words, at)?.isExact)
    if (!isAlike || (inPhrase && !isMiddle(rest[1])) || !(isMiddle(rest[1]) || isSurname(rest[0]?.text ?? ''))) continue
    const name = plainName(rest)
    // «UBND phường Quang Trung» is no Mr Quang Trung.
    if (name.is !== 'name' || !name.isCertain || (!isPost && rest.length < 3)) continue
    if (isMiddle(rest[1])) return [...name.readings]
    found.push(...name.readings)
  }
  if (found.length > 0) return found.slice(0, 3)
  const rest = withoutLeads(words.slice(from))
  const opens = [POSTS, UNITS, FIELDS, ABOUT].some(list => phraseAt(list, rest, 0) !== undefined)
  if (!isPost || !mayBeShort || rest.length === 0 || rest.length > 2 || opens) return []
  const name = plainName(rest)
  return name.is === 'name' && (areCapital(rest) || areSmall(words)) ? [...name.readings] : []
}

function plainName(words: Words): Part {
  const [first] = words
  if (first === undefined) return { is: 'nothing' }
  const cut = endOfName(words)
  if (cut !== undefined) {
    const name = plainName(words.slice(0, cut.at))
    if (name.is === 'name') return offer(...name.readings, ...(cut.isCertain ? [] : [spell(words)]))
  }
  const hasSurname = isSurname(first.text)
  const weight = sentenceWeight(words)
  // Capitals on every word are meant as a name, whatever the words are; a whole line in capitals says nothing.
  const isShouted = words.every(word => word.raw === word.raw.toUpperCase())
  const isName = isMiddle(words[1]) || (areCapital(words) && (hasSurname || (words.length > 1 && !isShouted)))
  const bonus = hasSurname && (isSpelledSurname(first.text) || first.text === first.folded) ? 1 : 0
  const opensSentence = !opensCapital(first) && !areSmall(words) && phraseAt(SENTENCE, words, 0)?.isExact === true
  if (words.length > OFFERED_AT_MOST || ((weight * 2 > words.length + bonus || opensSentence) && !isName)) {
    const named = namesBehind(words, 1, true, false)
    return named.length > 0 ? offer(...named) : { is: 'sentence' }
  }
  const isFull = words.length > 1 && words.length <= TAKEN_AT_MOST && words.every(isSpelled)
  // «danh sách kèm theo» is nobody called Danh: in small letters a surname is one that is hardly a word, or «văn», «thị» stand behind it.
  const isSure =
    areCapital(words) ||
    (hasSurname && isMiddle(words[1]) && (words.length < 6 || !areSmall(words))) ||
    isUnmistakable(first.text)
  // «Vâg Đỗ Thu Nga»: a slip before a name, or a name without a known surname.
  const [, second] = words
  if (words.length > 3 && areCapital(words) && !hasSurname && second && isSpelledSurname(second.text))
    return offer(spell(words.slice(1)), spell(words))
  const isOneCase = opensCapital(first) || (areSmall(words) && words.length < 6)
  const isPlain = isFull && isSure && isOneCase && (weight === 0 || isName)
  return isPlain ? { is: 'name', isCertain: true, readings: [spell(words)] } : offer(spell(words))
}

/** Where the name ends and something about the person begins: «chị Lan kế toán», «Nguyễn Văn A Phó Chủ tịch». */
function endOfName(words: Words): { at: number; isCertain: boolean } | undefined {
  const areAllCapital = areCapital(words)
  for (let at = 1; at < words.length; at++) {
    if (isMiddle(words[at - 1]) || (at === 1 && isMiddle(words[at]) && !opensOffice(words, at))) continue
    const found = [POSTS, UNITS, ABOUT].map(list => phraseAt(list, words, at)).find(phrase => phrase !== undefined)
    if (found === undefined) continue
    const isSeveral = found.length > 1
    const isLow = words.slice(at, at + found.length).some(word => !opensCapital(word))
    const isLast = at + found.length === words.length
    if (!found.isExact && !(isSeveral && at > 1 && areSmall(words))) continue
    if (areAllCapital && !(isSeveral && at > 1)) continue
    if (!areAllCapital && !isSeveral && (!isLow || isLast || (areSmall(words) && /^[a-z]+$/.test(found.phrase))))
      continue
    return { at, isCertain: isLow && !areSmall(words) }
  }
  // «Lê Thị Hoa tổng hợp số liệu»: capitals end where the name ends.
  const small = words.findIndex(word => !opensCapital(word))
  return small > 2 || (small === 2 && words.length > 3) ? { at: small, isCertain: false } : undefined
}

/** How many words belong to sentences rather than to names. */
function sentenceWeight(words: Words): number {
  const isBare = words.length > 1 && words.every(word => word.text === word.folded)
  let weight = 0
  for (let at = 0; at < words.length; ) {
    const found = phraseAt(SENTENCE, words, at)
    const counts = found !== undefined && (found.isExact || (isBare && !isSurnameHere(words, at)))
    if (counts) weight += found.length
    at += counts ? found.length : 1
  }
  return weight
}

/** «khong» and «chua» in small letters are no «Khổng» and no «Chứa». */
function isSurnameHere(words: Words, at: number): boolean {
  const word = words[at]
  if (word === undefined || (/^(?:khong|chua)$/.test(word.text) && !opensCapital(word))) return false
  return isSurname(word.text)
}
