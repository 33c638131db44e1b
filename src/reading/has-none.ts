import { clausesOf, isAside, textOf } from './clauses.ts'
import { type Token, tokenise } from './tokens.ts'

/**
 * Whether one clause of a line says that there is none of it, and the others say nothing of it: «Hội Phụ nữ phường: chưa có đơn thư nào, do dân ít».
 * What is counted need not be a known noun.
 */
export function hasNone(text: string): boolean {
  const clauses = clausesOf(tokenise(text), false)
  const denying = clauses.filter(isNone)
  return denying.length === 1 && clauses.every(words => denying.includes(words) || isAside(words))
}

function isNone(words: readonly Token[]): boolean {
  const at = words.findIndex(({ text }) => NOT.test(text))
  const rest = textOf(words.slice(at)).toLowerCase()
  return at >= 0 && NONE.test(rest) && isAside(words.slice(0, at))
}

const NOT = /^(?:không|chưa|ko|k|kg|chẳng|chả|hông|hổng|hok|hong|hem|nỏ|khong|chua)$/
/** «không có», «chưa chi đồng nào», «không có mô hình nào cả»; «chưa có» alone may be «not known yet». */
const NONE =
  /^(?:(?:không|ko|chẳng|hok|hông|khong)(?: (?:có|co))?|\p{L}+(?: [\p{L}-]+){1,6} (?:nào|nao))(?: (?:cả|hết|trơn|trọi|luôn|á|chị ạ|anh ạ|nha|ca|het|ạ|a|c|e|đâu|em|anh|chị|nhé))*$/u
