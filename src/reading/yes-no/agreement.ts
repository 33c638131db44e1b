import { ask, type Reading, read } from '../result.ts'
import { tokenise } from '../tokens.ts'
import { foundOrBare } from '../without-accents.ts'
import { says } from './says.ts'

const AGREES =
  /^(?:(?:dạ|vâng|em|tôi|đơn vị|đơn vị em|bên em|phòng|phường|chúng tôi)[, ]+)*(không |chưa |ko |chẳng )?(?:xin )?(hoàn toàn )?(?:nhất trí|đồng ý|thống nhất|tán thành|đồng tình) (?:với|theo|như|về) ([^?,;]+)$/iu
/** What takes some of it back. */
const BUT =
  /(?:^|\s)(?:nhưng|nhưng mà|song|tuy|trừ|nếu|miễn|điều kiện|một phần|đề nghị|kiến nghị|riêng|hay|hoặc|không|chưa|mà)(?:\s|$)/iu

/** «Nhất trí với nội dung dự thảo của Phòng Nội vụ»: with what somebody agrees says nothing more, unless it takes some of it back. Undefined: the line is no such thing. */
export function agreement(text: string): Reading<boolean> | undefined {
  const plain = text.trim().replace(/[.!\s]+$/u, '')
  if (affirms(plain)) return read(true, false)
  const [, not, wholly, what = ''] = AGREES.exec(plain) ?? []
  if (what === '') return undefined
  return BUT.test(what) || isOfSome(what) || (not !== undefined && wholly !== undefined)
    ? ask('unsure')
    : read(not === undefined, false)
}

/** «vâng, cả cơ quan cùng chấp hành tốt»: agreed, and told of all of them. */
const affirms = (text: string): boolean => {
  const [, told = ''] = tellsOfAll(text) ?? []
  return told !== '' && !says(tokenise(told), []).some(say => /^(?:no|later|doubt)$/.test(say))
}

const tellsOfAll = foundOrBare(
  /^(?:dạ )?(?:vâng|ừ|đúng)(?: (?:ạ|em|anh|chị))*[,. ]+((?!.*(?<![^\s,.])(?:chỉ|trừ|đề nghị|yêu cầu|mời|nhờ|cần|phải|nên|sau|tới|mai|họp)(?:\s|$))(?=.*(?<![^\s,.])(?:tất cả|toàn bộ|toàn \S+|cả (?:cơ quan|phường|phòng|đơn vị|trường|xã|tổ|khu|khối)|đầy đủ|nghiêm túc|thường xuyên)(?:\s|$))(?=.*(?<![^\s,.])(?:thực hiện|triển khai|áp dụng|sử dụng|chấp hành|tham gia|tuân thủ|duy trì|hưởng ứng|niêm yết|công khai|đăng ký)(?:\s|$))[^?\d]{6,120})$/iu,
)

/** «với 7/9 phiếu»: not all of them agree. */
const isOfSome = (what: string): boolean => {
  const [, some, all] =
    /(\d{1,4}) ?\/ ?(\d{1,4}) (?:phiếu|thành viên|đại biểu|đồng chí|ý kiến|người)/iu.exec(what) ?? []
  return Number(some) !== Number(all) && some !== undefined
}
