import { retyped } from '../telex.ts'
import { fold } from '../text.ts'
import type { Token } from '../tokens.ts'

const NUMERALS = ['nghìn', 'triệu', 'trăm', 'mươi', 'mười', 'phẩy', 'tỷ', 'ngàn', 'chục', 'rưỡi', 'vạn'].map(text => ({
  text,
  folded: fold(text),
}))
/** Words of their own, a letter away from a scale. */
const OTHERS = new Set('chúc nghen nhen chu nghi triều tấm tâm tầm trạm chính bạn nắm năng lắm làm hái'.split(' '))

/**
 * Whether a word behind a figure may be a scale with a slip of the finger: «triệuu», «tiệu», «nghìnn», «trieeuj». What stands there
 * would make the figure a thousand times another.
 */
export function nearNumeral({ text, folded }: Token): boolean {
  if (OTHERS.has(text)) return false
  if (/^t+r+$|^t+[yi]+$/.test(folded) && folded.length > 2) return true
  const meant = fold(retyped(folded))
  // What has accents is compared with them: «chưa» is no «chục».
  const isBare = text === folded
  return NUMERALS.some(
    numeral =>
      meant === numeral.folded ||
      (numeral.text.length > 3 && (isBare ? isOneSlip(folded, numeral.folded) : isOneSlip(text, numeral.text))),
  )
}

const CHANGES = 'hơn dưới gần trên tăng giảm thêm còn thiếu không chưa trừ quá vượt ngoài bớt ngót'
  .split(' ')
  .map(text => ({ text, folded: fold(text) }))

/** Whether a word that is not known may be one that changes the figure behind it: «hơnn 12», «giamr 12». */
export function nearChange(typed: string): boolean {
  const text = typed.toLowerCase()
  const folded = fold(text)
  const meant = fold(retyped(folded))
  return CHANGES.some(
    one => meant === one.folded || (text === folded ? isOneSlip(folded, one.folded) : isOneSlip(text, one.text)),
  )
}

const ALL = 'một hai ba bốn tư năm lăm sáu bảy bẩy tám chín mười mươi mốt trăm nghìn triệu'.split(' ')

/** Whether a word that is none may be a numeral with a slip of the finger, or with its accents on the wrong letter: «bám», «mừoi». */
export function isSlipOf(text: string): boolean {
  if (text.length < 3 || text === fold(text) || OTHERS.has(text)) return false
  return ALL.some(numeral => text !== numeral && (fold(text) === fold(numeral) || isOneSlip(text, numeral)))
}

/** One letter more, less, another, or two exchanged. */
function isOneSlip(typed: string, word: string): boolean {
  if (Math.abs(typed.length - word.length) > 1 || typed === word) return typed === word
  let from = 0
  while (from < word.length && typed[from] === word[from]) from += 1
  let end = 0
  while (end < Math.min(word.length, typed.length) - from && typed.at(-1 - end) === word.at(-1 - end)) end += 1
  const [left, right] = [typed.length - from - end, word.length - from - end]
  return (
    Math.max(left, right) <= 1 ||
    (left === 2 && right === 2 && typed[from] === word[from + 1] && typed[from + 1] === word[from])
  )
}
