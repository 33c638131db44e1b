import type { Token } from '../tokens.ts'
import { BARE_ONE, isByNumeral, isSpelt } from './accented.ts'

/**
 * «sau em gui», «nam em moi lam», «sau nhe chi», «chin hồ sơ»: a numeral without its accents that may as well be another word where it stands.
 * Whoever typed it is asked.
 */
export function isDoubtfulNumeral(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? ''
  const [next, afterNext] = [tokens[at + 1]?.text ?? '', tokens[at + 2]?.text ?? '']
  if (!BARE_ONE.test(text) || next === 'đồng' || isByNumeral(tokens, at, 1)) return false
  const isWhoDoes = KIN.test(next) && /^\p{L}/u.test(afterNext) && !KIN.test(afterNext) && !PARTICLE.test(afterNext)
  const isLater =
    text === 'sau' &&
    (next === '' || next === 'nay' || KIN.test(next) || PARTICLE.test(next) || TIME.test(tokens[at - 1]?.text ?? ''))
  return isWhoDoes || isLater || tokens.some((token, place) => place !== at && isSpelt(token))
}

const KIN = /^(?:em|anh|chị|chi|cô|co|chú|chu|bác|bac|tôi|toi|mình|minh|bên|ben|sếp|sep|cháu|chau|con|e|a|c)$/
const PARTICLE = /^(?:[.,;!?]|ạ|nhé|nhe|nha|nhá|nghen|nghe|hen|nè|ne|ơi|oi|rồi|roi|thôi|thoi|đó|do|luôn|luon)$/
const TIME = /^(?:hôm|hom|tuần|tuan|tháng|thang|bữa|bua|lát|lat|lần|lan|kỳ|ky|quý|quy|năm|nam|đợt|dot|để|de)$/
