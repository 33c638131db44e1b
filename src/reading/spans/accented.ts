import { ONES } from '../numerals/words.ts'
import type { Token } from '../tokens.ts'
import { NOUNS } from './plain-words.ts'

/** Whether a line is typed with its accents: then a word without them is likelier another word than one that lost them. */
export function isAccented(tokens: readonly Token[]): boolean {
  const known = latest.get(tokens)
  if (known !== undefined) return known
  const words = tokens.filter(({ kind, text }) => kind === 'word' && text.length > 1 && !COURTESY.test(text))
  const marked = words.filter(hasMarks).length
  const is = marked > 2 && marked * 2 >= words.length
  latest.set(tokens, is)
  return is
}

const COURTESY = /^(?:dạ|vâng|thưa|nhé|nha|da|vang|nhe)$/

const latest = new WeakMap<readonly Token[], boolean>()

/** A word, no courtesy, that is typed with its accents. */
export const isSpelt = (token: Token): boolean =>
  token.kind === 'word' && hasMarks(token) && !/^(?:ạ|ơi|rồi|đó)$/.test(token.text) && !COURTESY.test(token.text)

const hasMarks = ({ text, folded }: Token): boolean => text !== folded

/** «máy đọc» is no «mấy», «tương tác» no «tưởng»; «liên hoan» and «nghỉ ngoi» in a line with accents are no operators away from a figure. */
export function isOtherWord(
  tokens: readonly Token[],
  at: number,
  { length, isExact, isMisspelt }: { length: number; isExact: boolean; isMisspelt: boolean },
): boolean {
  // «đúng khong»: one word with its accents stands for the phrase.
  const isBare = !tokens.slice(at, at + length).some(hasMarks)
  return (
    !isExact &&
    (isMisspelt || (isBare && isAccented(tokens) && (!isByNumeral(tokens, at, length) || isChild(tokens, at))))
  )
}

/** «trường con 33 giáo viên»: who speaks to an elder. */
const isChild = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'con' && /^(?:trường|lớp|bên|phường|xã|của)$/.test(tokens[at - 1]?.text ?? '')

/** «sẽ chuyển sau», «tu chủ»: no six and no four in a line with accents, unless another numeral is beside it. */
export const isNoNumeral = (tokens: readonly Token[], at: number): boolean =>
  (BARE_ONE.test(tokens[at]?.text ?? '') || BARE_OTHER.test(tokens[at]?.text ?? '')) &&
  !isByNumeral(tokens, at, 1) &&
  (isAccented(tokens) || isLater(tokens, at) || isFrom(tokens, at))

/** «em lay tu phan mem»: «tư» is no four by itself. */
const isFrom = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'tu' &&
  at > 0 &&
  tokens[at + 1]?.kind === 'word' &&
  /^\p{L}{2}/u.test(tokens[at + 1]?.text ?? '')

/** «12, em báo sau nhé», «khong lui nua a»: behind a figure «sau» that closes what is told is no six. */
const isLater = (tokens: readonly Token[], at: number): boolean =>
  /^(?:sau|nua)$/.test(tokens[at]?.text ?? '') &&
  tokens[at - 1]?.kind === 'word' &&
  tokens.slice(0, at - 1).some(({ kind }) => kind === 'number') &&
  (tokens[at + 1] === undefined ||
    /^(?:[.,;!]|ạ|a|nhé|nhe|nha|nhá|em|anh|chị|chi|e|c)$/.test(tokens[at + 1]?.text ?? ''))

/** «sau», «nam», «tu»: one to ten without its accents, which is another word with other ones. */
export const BARE_ONE = /^(?:sau|tam|tu|nam|bay|bon|chin|muoi|mot)$/
const BARE_OTHER = /^(?:nua|tram)$/

/** Whether another numeral, or a scale, stands beside the words from `at` on. */
export const isByNumeral = (tokens: readonly Token[], at: number, length: number): boolean =>
  [at - 1, at + length].some(
    place =>
      tokens[place]?.kind === 'number' ||
      ONES.find(tokens, place) !== undefined ||
      (/^(?:muoi|chuc|tram|nghin|ngan|trieu|tr|ty|ti|ruoi|phan|%|phay|le|linh)$/.test(tokens[place]?.folded ?? '') &&
        NOUNS.find(tokens, place) === undefined),
  )
