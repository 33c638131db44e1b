import { Lexicon } from '../lexicon.ts'
import { readQuantity } from '../numerals/quantity.ts'
import { ONES } from '../numerals/words.ts'
import type { Token } from '../tokens.ts'
import { FILLERS, NOUNS } from './plain-words.ts'

/** «Nguyễn Văn Tám», «Trần Thị Năm»: a numeral that is written as the end of a name is one. «Giải Ngân Tám Tỷ» has none. */
export function isCapitalName(tokens: readonly Token[], at: number): boolean {
  if (!isCapital(tokens[at]) || isCapital(tokens[at + 1])) return false
  if (ONES.find(tokens, at) === undefined || GOES_ON.find(tokens, at + 1) !== undefined) return false
  const isKnown =
    !isCapital(tokens[at - 1]) || FILLERS.find(tokens, at - 1) !== undefined || NOUNS.find(tokens, at - 1) !== undefined
  return !isKnown && readQuantity(tokens, at - 1) === undefined
}

/** «hỏi chị Mai», «Mai Dịch»: somebody or somewhere, and no tomorrow. */
export const isCalledMai = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.folded === 'mai' &&
  ((tokens[at]?.raw === 'Mai' && (KIN.find(tokens, at - 1) !== undefined || isCapital(tokens[at + 1]))) ||
    (TITLES.find(tokens, at - 1) !== undefined && /^(?:hoi|gap|nho|cho|doi|bao)$/.test(tokens[at - 2]?.folded ?? '')))

const KIN = new Lexicon([[true, 'anh|chị|ông|bà|cô|chú|bác|cậu|dì|đồng chí|em|thầy|bạn']])

/** Before «ba hai tỷ» it is not plain whether somebody is called Ba. */
export const TITLES = new Lexicon([[true, 'anh|chị|ông|bà|cô|chú|bác|cậu|dì|đồng chí']])
const GOES_ON = new Lexicon([[true, 'trăm|mươi|chục|nghìn|ngàn|triệu|tr|tỷ|tỉ|rưỡi|phẩy|phần|vạn']])
const isCapital = (token: Token | undefined): boolean => /^\p{Lu}\p{Ll}/u.test(token?.raw ?? '')
