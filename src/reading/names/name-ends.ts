import { Lexicon } from '../lexicon.ts'
import type { Token } from '../tokens.ts'
import { LEADS, TITLES } from './around-a-name.ts'
import { tellsOfPerson } from './beside-a-name.ts'
import { isMiddle, type Words } from './name-part.ts'
import { areCapital, areSmall, opensCapital, phraseAt } from './name-words.ts'
import { isSurname } from './surnames.ts'

/** «PCT Nguyễn Văn A», «Hạnh VP»: what has no vowel is no syllable of a name. */
export function withoutShortPosts(words: Words): Words {
  const isSyllable = (word: Token): boolean => word.text.length < 2 || /[aeiouy'’.]/.test(word.folded)
  const isTitled = words.length > 1 && phraseAt(TITLES, words, 0) !== undefined
  const from = isTitled ? 0 : words.findIndex(isSyllable)
  const to = words.findLastIndex(isSyllable)
  return from < 0 ? [] : words.slice(from, to + 1)
}

export function withoutLeads(words: Words): Words {
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
  ...['đó', 'đấy', 'nha', 'nhé', 'nghe', 'ạ', 'nhá', 'thôi', 'nghen', 'hen'].flatMap(particle =>
    ['anh', 'chị', 'em', 'sếp', 'cô', 'chú', 'bác', 'thầy', 'cháu', 'con'].map(
      whom => [true, `${particle} ${whom}|${whom} ${particle}|${whom} ơi`] as const,
    ),
  ),
])

/** «ạ chị cứ liên hệ»: whom it is said to, or what leaves the name as it is; not «ạ, nghỉ hưu rồi». */
const isHarmless = (behind: Words): boolean =>
  areSmall(behind) && (behind.every(({ text }) => PARTICLE.test(text)) || tellsOfPerson(behind))

const PARTICLE = /^(?:ạ|nhé|nha|nhá|em|anh|chị|sếp|bạn|ơi|luôn|đấy|đó|rồi|thôi|với|cảm|xin|ơn|trân|trọng|[ace])[.,!]*$/

export function withoutTail(words: Words): Words {
  if (
    words.length > 3 &&
    SAID_TO.whole(words.slice(-2)) &&
    words.at(-1)?.text !== 'a' &&
    areSmall(words.slice(-2)) &&
    !isMiddle(words.at(-3))
  )
    return withoutTail(words.slice(0, -2))
  const last = words.at(-1)
  if (last === undefined || words.length < 2 || isMiddle(words.at(-2))) return words
  const end = words.findIndex((word, at) => at > 0 && /^(?:ạ|nhé)[.,!]*$/.test(word.raw) && !isMiddle(words[at - 1]))
  if (end > 0 && isHarmless(words.slice(end + 1))) return withoutTail(words.slice(0, end))
  const isSaidAlways = last.raw.startsWith('ạ') || /^(?:nhé|ạh)[.!]*$/.test(last.raw)
  const isSaidOften = /^(?:nha|nhá|nhe|ah|đó|đấy|thôi|luôn|nghen|hen|hí)[.!]*$/.test(last.raw)
  // «rồi lại thôi»: it came to nothing.
  if (last.text === 'thôi' && words.at(-2)?.text === 'lại') return words
  const isSaid = isSaidAlways || (isSaidOften && (opensCapital(words[0]) || words.length > 3))
  return isSaid ? withoutTail(words.slice(0, -1)) : words
}
