import { Lexicon } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** What people say before a command and mean nothing by it: «dạ thôi, cho em quay lại». */
const LEADING = new Lexicon([
  [
    true,
    'dạ|vâng|thưa|ạ|à|ừ|ờ|uh|um|anh|chị|em|tôi|mình|tui|con|cháu|bác|chú|cô|a|c|e|các anh|anh chị|sếp|bot|ad|admin|trợ lý|bạn|ơi|xin|xin phép|cho|cho em|cho tôi|cho mình|cho phép|hi|chào|kính|nhờ|phiền|làm ơn|vui lòng|hãy|muốn|mún|cần|giờ|bây giờ|thôi|thui|ok|oke|okie|rồi|thế|vậy|giúp|giúp em|giúp tôi|giúp mình|hộ|hộ em|please|pls|để|xin lỗi|sorry|ý|ui|khoan|khoan đã|từ từ|chờ chút|cứ|tạm thời|tạm',
  ],
])

/** And behind it: «quay lại giúp em với ạ», «hủy đi nhé». */
const TRAILING = new Lexicon([
  [
    true,
    'ạ|nhé|nhá|nha|nhe|nghe|nghen|hen|hỉ|với|giúp|giúp em|giúp tôi|giúp mình|hộ|hộ em|hộ tôi|dùm|giùm|dùm em|giùm em|em|anh|chị|tôi|mình|tui|e|a|c|sếp|bot|ad|admin|bạn|ơi|luôn|dạ|đi|đã|cái|cái đã|chút|một chút|chút đã|tí|tí đã|vậy|zậy|vầy|thôi|thui|nè|á|ak|please|pls|được không|được không ạ|được không ?|được không ạ ?|dc không|dc ko|đc không|đc ko|được ko|cảm ơn|cám ơn|thanks|cảm ơn ạ',
  ],
])
const MARKS = new Set(['.', '!', ',', ':', ';', '…', '«', '»', '"', '“', '”', "'", '~', ')', '('])

/** Whether a word (as `fold` gives it) may open a courtesy before a command. */
export const opensCommandCourtesy = (folded: string): boolean => LEADING.opens(folded)

/** How many tokens of courtesy begin at `at`; 0: none. */
export function courtesyBefore(tokens: readonly Token[], at: number): number {
  return LEADING.find(tokens, at)?.length ?? (MARKS.has(tokens[at]?.text ?? '') ? 1 : 0)
}

/** Whether everything from `at` on is courtesy. */
export function isCourtesyToEnd(tokens: readonly Token[], at: number): boolean {
  let next = at
  while (next < tokens.length) {
    const length = TRAILING.find(tokens, next)?.length ?? (MARKS.has(tokens[next]?.text ?? '') ? 1 : 0)
    if (length === 0) return false
    next += length
  }
  return true
}

/** Whether the word at `at` is courtesy wherever it stands, and how long it is. */
export function courtesyAt(tokens: readonly Token[], at: number): number {
  return Math.max(courtesyBefore(tokens, at), TRAILING.find(tokens, at)?.length ?? 0)
}
