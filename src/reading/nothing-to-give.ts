import { withoutCourtesy } from './courtesy.ts'
import { bareToo } from './text.ts'
import { tokenise } from './tokens.ts'

/**
 * Whether a line says that there is none of what a question asks for and may do without: «em không có ảnh nào ạ», «chưa có link»,
 * «không đính kèm gì thêm», «khỏi cần». Names only what forms ask for beside their figures, so that «không có vướng mắc gì», a statement of
 * its own, is not among it.
 */
export function hasNothingToGive(typed: string): boolean {
  if (typed.length > longest) return false
  const words = withoutCourtesy(tokenise(typed)).map(({ text }) => text)
  return NOTHING.test(words.join(' '))
}

const longest = 80

const THING =
  '(?:(?:tấm |bức |cái )?(?:ảnh|hình|hình ảnh|ảnh chụp)|tệp|file|tập tin|tài liệu|minh chứng|bản scan|video|clip|(?:đường )?link|đường dẫn|liên kết|địa chỉ|ghi chú|lưu ý|đồng tác giả|tác giả|người)'

const NOTHING = bareToo(
  new RegExp(
    `^(?:bên (?:em|mình|tôi)|đơn vị|phường|xã)? ?(?:(?:không|ko|kh|k|chưa|chẳng|hông|hổng|hong)(?: (?:có|cần|đính kèm|kèm|gửi kèm|kèm theo|bổ sung))(?: ${THING})?(?: (?:nào|gì|ai|khác|thêm|kèm|kèm theo|đính kèm|minh chứng|để gửi|để kèm|nữa|cả|hết|đâu|trơn|luôn|hết trơn))*|khỏi(?: (?:cần|gửi|kèm))?(?: ${THING})?(?: đâu)?)$`,
  ),
)
