import { clausesOf, isAside, textOf } from './clauses.ts'
import { bareToo } from './text.ts'
import { type Token, tokenise } from './tokens.ts'

/**
 * Whether one clause of a line says that there is none of it, and the others say nothing of it: «Hội Phụ nữ phường: chưa có đơn thư nào, do dân ít».
 * What is counted need not be a known noun.
 */
export function hasNone(text: string): boolean {
  const clauses = clausesOf(tokenise(text.replace(FRANKLY, '')), false)
  const denying = clauses.filter(isNone)
  return (
    denying.length > 0 &&
    clauses.every(
      words => denying.includes(words) || isAside(words) || WHY_NONE.test(textOf(words)) || ASKED.test(textOf(words)),
    )
  )
}

/** «thú thật với em là» */
const FRANKLY = bareToo(
  /^\s{0,9}(?:dạ |vâng )?(?:thú|nói|thành) (?:thật|thực)(?: (?:với|ra))?(?: \p{L}+)? (?:là|thì) /iu,
)

function isNone(words: readonly Token[]): boolean {
  const at = words.findIndex(({ text }) => NOT.test(text))
  const rest = textOf(words.slice(at)).toLowerCase()
  const before = words.slice(0, Math.max(at, 0))
  const therefore = before.findLastIndex(({ text }) => /^(?:nên|thì|nen|thi)$/.test(text))
  return (
    at >= 0 &&
    !(ASKS.test(textOf(before)) && rest.split(' ').length === 1) &&
    (NONE.test(rest) || saysNoneThat(words.slice(at), rest)) &&
    !NOT_AT_ALL.test(rest) &&
    isAside(before.slice(therefore + 1)) &&
    isAside(before.slice(0, Math.max(therefore, 0)))
  )
}

/** Behind «nào» may stand what is said of it, and no numeral and no correction. */
function saysNoneThat(words: readonly Token[], said: string): boolean {
  const at = words.findIndex(({ text }) => /^(?:nào|gì|nao)$/.test(text))
  const tail = words.slice(at + 1)
  const end =
    tail.findLastIndex(({ text }) => !/^(?:cả|hết|đâu|luôn|hết|ạ|nhé|ca|het|dau|luon|em|anh|chị|chi)$/.test(text)) + 1
  return NONE_THAT.test(said) && isAside(tail.slice(0, end))
}

/** «15/4 được không», «đến 15/4 không»: asked, and no nought; «máy em hong» is out of order. */
const ASKS = /(?:^|\s)(?:được|kịp|phải|đúng|ổn|nên|cần|\d{1,2} ?\/ ?\d{1,2}|(?:may|xe|mang|dien)(?: \p{L}+){0,2})$/iu

const NOT = /^(?:không|chưa|ko|k|kg|chẳng|chả|hông|hổng|hok|hong|hem|nỏ|khong|chua)$/
/** «không có», «chưa chi đồng nào», «không có mô hình nào cả»; «chưa có» alone may be «not known yet». */
const NONE =
  /^(?:(?:không|ko|chẳng|hok|hông|khong)(?: (?:có|co))?|\p{L}+(?: [\p{L}-]+){1,6} (?:nào|nao|mô))(?: (?:cả|hết|trơn|trọi|luôn|á|chị ạ|anh ạ|nha|ca|het|ạ|a|c|e|o|đâu|em|anh|chị|cháu|bác|cô|chú|sếp|nhé|dau|chi|nhe|ơi|oi|thôi|thoi|eng))*$/u
/** «chưa có sáng kiến nào được công nhận», «không phát sinh trường hợp vi phạm nào trong kỳ», «không tốn kinh phí gì» */
const NONE_THAT =
  /^(?:không|ko|chưa|chẳng|khong|chua) (?:có|phát sinh|ghi nhận|xảy ra|tiếp nhận|nhận được|nhận|tốn|mất|chi|sử dụng|dùng|thấy|co|phat sinh|ghi nhan|nhan|ton|mat|tieu|dung|su dung)(?: [\p{L}-]+){1,5} (?:nào|gì|nao)(?: |$)/u
/** A second denial, what is late, and «another»: the line may say something else than that there is none. */
const NOT_AT_ALL = bareToo(
  / .*(?:không|ko|chưa|khong|chua) |trễ|quá hạn|chậm|khác|ngoài|thêm|nữa|vấn đề|vướng mắc|khó khăn|số liệu|thông tin|kết quả|hướng dẫn|báo cáo/u,
)
/** «em hỏi thanh tra rồi» */
const ASKED = /^(?:em|tôi|mình|chị|anh|bên em)? ?(?:đã )?hỏi (?:lại )?[\p{L} ]{2,40} rồi$/iu
/** «hội đồng chưa họp» */
const WHY_NONE = /^(?:\p{L}+ ){1,5}(?:chưa|không|ko) (?!phải|có \p{L}+ nào)\p{L}+(?: \p{L}+){0,5}$/iu
