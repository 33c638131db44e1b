import { ABOUT, FIELDS, POSTS, SENTENCE, UNITS } from './around-a-name.ts'
import { isBareName } from './bare-name.ts'
import { saidBehind } from './behind-a-name.ts'
import { namesSomebody } from './beside-a-name.ts'
import { withoutLeads } from './name-ends.ts'
import { isMiddle, offer, opensOffice, type Part, type Words } from './name-part.ts'
import { areCapital, areSmall, isSpelled, opensCapital, phraseAt, spell } from './name-words.ts'
import { isSpelledSurname, isSurname, isUnmistakable } from './surnames.ts'
import { isUnsettled } from './unsettled.ts'

/** Longest name taken as it stands, and longest offered. */
const TAKEN_AT_MOST = 7
const OFFERED_AT_MOST = 15

/** A name, if the words are one, and where it ends when something else follows. */
export function plainName(words: Words): Part {
  const [first] = words
  if (first === undefined) return { is: 'nothing' }
  if (isBareName(words)) return { is: 'name', isCertain: true, readings: [spell(words)] }
  const behind = isSurname(first.text) ? saidBehind(words) : undefined
  if (behind !== undefined) {
    const name = plainName(words.slice(0, behind.at))
    if (name.is === 'name')
      return behind.isSure && name.isCertain ? name : offer(...name.readings, ...(behind.isSure ? [] : [spell(words)]))
  }
  const cut = endOfName(words)
  if (cut !== undefined) {
    const name = plainName(words.slice(0, cut.at))
    if (name.is === 'name' && name.isCertain && cut.isPost && cut.at > 2 && !isOfOthers(words.slice(cut.at)))
      return name
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

/** «trưởng phòng là anh Tuấn» */
const isOfOthers = (behind: Words): boolean => isUnsettled(behind) || namesSomebody(behind)

/** Names behind a post or a unit that ends at `from`, likeliest first. */
export function namesBehind(words: Words, from: number, isPost: boolean, mayBeShort = true): string[] {
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

/** Where the name ends and something about the person begins: «chị Lan kế toán», «Nguyễn Văn A Phó Chủ tịch». */
function endOfName(words: Words): { at: number; isCertain: boolean; isPost?: boolean } | undefined {
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
    const isPost = found.isExact && isSeveral && isLow && phraseAt(POSTS, words, at)?.length === found.length
    return { at, isCertain: isLow && !areSmall(words), isPost }
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
