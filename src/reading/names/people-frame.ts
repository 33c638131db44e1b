import { ONES } from '../numerals/words.ts'
import { tokenise } from '../tokens.ts'
import { orBare } from '../without-accents.ts'
import { GROUPS } from './around-a-name.ts'
import { BY_PAPER, namesSomebody, tellsOfPerson } from './beside-a-name.ts'
import { phraseAt, wordsOf } from './name-words.ts'
import { isRemark } from './remark-on-a-name.ts'

/** «Hai đồng tác giả:», «tụi em có ba người là», «Nhóm 3 người gồm» */
const COUNTED =
  /^(?:(?:dạ|vâng|ghi|ghi giúp|ghi giúp em|ghi giúp tôi|gồm|gồm có|có|nhóm|nhóm em|nhóm mình|nhóm tác giả|tác giả|tụi em|tụi mình|tụi chị|tụi anh|bọn chị|bọn anh|bên chị|bên anh|bọn em|chúng em|chúng tôi|bên em|sáng kiến này|giải pháp này|mô hình này|sáng kiến|giải pháp|do|của|cả|làm chung|viết chung|cùng làm)[ :,]+){0,5}(\d{1,2}|\p{L}{2,4}) (?:đồng tác giả|tác giả|người|đồng chí|thành viên|anh em|chị em|anh chị em|anh chị|cán bộ|cô|chị|anh)(?: (?:cùng|tham gia|làm|viết|thực hiện|đứng tên)){0,3}(?: (?:em|anh|chị|ạ|nhé|nha|nhá)){0,3}(?: ?: ?| (?:là|gồm|gồm có)(?: các đồng chí)?:? |\s*[\r\n]+)/iu
/** «…, đủ ba người» */
const COUNTED_BEHIND =
  /[,.;] ?(?:vậy là |thế là |là )?(?:đủ|tổng cộng|cả thảy|tất cả|du|tong cong|ca thay|tat ca)(?: có| là)? (\d{1,2}|\p{L}{2,4}) (?:đồng tác giả|tác giả|người|đồng chí|thành viên|anh em|chị em|nguoi|dong chi)(?: (?:em|anh|chị|ạ|nhé|nha|thôi|đấy|đó|tất cả|a|nhe)){0,3}[.!]?$/iu
/** «chủ yếu chị Oanh 70%» */
const MAINLY = /^chủ yếu (?:là |do )?(?=[^%]*\d ?%)/iu
/** «Chủ trì:», «cộng sự 2:» */
const ROLE =
  /^(?:đồng )?(?:chủ trì|chủ nhiệm|phó chủ nhiệm|chủ biên|cộng sự|thành viên|tác giả|tác giả chính|tác giả phụ|đồng tác giả|người thực hiện|phối hợp|người phối hợp|thư ký|tham gia|trưởng nhóm|nhóm trưởng)(?: \d{1,2})?\s*:\s*/iu
/** «(cộng sự)» behind a name */
const IS_ROLE = /^\s*(?:cộng sự|thành viên|tác giả chính|tác giả phụ|đồng tác giả|tác giả|thư ký)\s*$/iu
/** «(VP)», «(P.NV)», «(UBND P. Nam Khê)»: where the one before it works. */
const IS_SHORT_OFFICE = /^\s*(?:VP|PNV|(?:P|TT|UBND|VP|MTTQ|ĐTN|HPN)[.\s–-]{1,2}[\p{Lu}-]{2,8})\s*$/u
/** «tổng đủ 100%» */
const TOTAL =
  /^(?:(?:tổng|tổng cộng|cộng|tổng số|tổng tỷ lệ|cộng lại|vừa|là|được|đủ|tròn)\s+){1,4}100\s*(?:%|phần trăm)(?: ạ| nhé)?[.!]?$/iu
/** «một mình thôi ạ», «một mình em làm thôi» */
const ALONE =
  /^(?:(?:dạ|chỉ|có|mỗi) ){0,3}(?:một mình|mình(?= (?:em|e|tôi)(?: |$)))(?: (?:em|e|tôi|mình|làm|viết|thôi|ạ|nhé|đứng tên|thực hiện|nghĩ ra|chứ|đó)){0,6}[.!]?$/iu
const NOBODY_ELSE =
  /^(?:ngoài ra )?(?:không|ko|k) (?:có |còn )?(?:ai|đồng tác giả|tác giả|cộng sự|người)(?: (?:khác|nào|nữa|cả|hết|ạ|tham gia|cùng làm|làm cùng|làm chung|phụ|giúp)){0,4}[.!]?$|^có ai (?:chịu |thèm |dám )?(?:làm cùng|làm chung|phụ|giúp|tham gia|khác) đâu[.!]?$/iu

/** «làm chung từ đầu», «hai anh em cùng phòng»; «cùng phòng Nội vụ» may be somebody else. */
const TOGETHER =
  /^(?:(?:cả )?(?:hai|ba|bốn) (?:người|bạn|cô|thầy|anh em|chị em|anh chị em|anh chị|đồng chí) (?:đều )?cùng (?:tổ|phòng|khoa|trạm|trường|cơ quan|đơn vị|phường|xã)|(?:đều )?cùng (?:công tác|làm việc) (?:ở|tại|trong)|(?:đều )?cùng (?:tổ|phòng|trường|cơ quan|đơn vị|phường|xã)(?= (?:em|mình|tôi|chị|anh|nhau)(?:[ .!]|$))|(?:(?:cả )?(?:hai|ba|bốn) (?:người|anh em|chị em|anh chị em|anh chị) )?(?:làm|viết) chung)(?: (?!với |và |thêm |có |cùng )\p{L}+){0,6}[.!]?$/iu
const SO_MANY = /^(?:cả )?(?:hai|ba|bốn) (?:bạn|cô|thầy|chị|anh) /iu
const areTogether = orBare(TOGETHER)
/** «một mình Đinh Trọng Nghĩa làm thôi» */
const SOLE =
  /^(?:(?:chỉ|chỉ có|có|do) )?(?:một mình|mỗi mình|mỗi|(?<=chỉ |có )mình) (?=(?:\p{Ll}+ |đồng chí ){0,1}\p{Lu}\p{L}+ \p{Lu})/iu

/** «lúc đầu có cả anh Sơn nhưng anh ấy xin rút, nên chỉ còn …» */
const GONE =
  /^(?:lúc đầu|ban đầu|hồi đầu|trước) (?:có|là)(?: cả)? [^,;]{2,40} nhưng [^,;]{0,40}(?:rút|thôi|nghỉ|chuyển|từ chối)[^,;]{0,20}, ?(?:nên |giờ |nay )*(?:chỉ )?còn(?: lại| mỗi)? /iu

export const withoutGone = (text: string): string => text.replace(GONE, '')

export interface PeopleSaid {
  readonly list: string
  /** How many the line itself says they are. */
  readonly count: number | undefined
}

/** A line of people without what says how many they are. */
export function withoutCount(text: string): PeopleSaid {
  const [frame = '', said = ''] = COUNTED.exec(text) ?? []
  const count = numberOf(said)
  if (count !== undefined) return { list: text.slice(frame.length), count }
  const behind = COUNTED_BEHIND.exec(text)
  const total = numberOf(behind?.[1] ?? '')
  return total === undefined ? { list: text, count: undefined } : { list: text.slice(0, behind?.index), count: total }
}

function numberOf(said: string): number | undefined {
  const number = /^\d/.test(said) ? Number(said) : ONES.whole(tokenise(said))
  return number === undefined || number < 1 ? undefined : number
}

/** «hai anh chị ký rồi»: of how many a remark tells. */
export const countIn = (remark: string): number | undefined =>
  numberOf(
    /^(?:cả |đủ )?(\d{1,2}|\p{L}{2,4}) (?:người|bạn|cô|thầy|anh em|chị em|anh chị em|anh chị|đồng chí|tác giả)(?=\s)/iu.exec(
      remark,
    )?.[1] ?? '',
  )

export const withoutRole = (part: string): string => part.replace(ROLE, '').replace(MAINLY, '')

/** A part without what says that its one person is the only one; the same text where it does not. */
export const withoutSole = (part: string): string => part.replace(SOLE, '')

/** What a part of a list tells of the others in it, and is nobody: how much they are together, that there is one, or whatever else is so. */
export function remarkOf(part: string): 'total' | 'alone' | 'aside' | undefined {
  if (TOTAL.test(part)) return 'total'
  if (ALONE.test(part) || NOBODY_ELSE.test(part)) return 'alone'
  const words = wordsOf(part)
  if (
    (BY_PAPER.test(part) && !namesSomebody(words)) ||
    isRemark(words) ||
    (areTogether(part) && !namesSomebody(wordsOf(part.replace(SO_MANY, ''))))
  )
    return 'aside'
  if (/[\d%]/.test(part) || !SENTENCE.test(part) || TAKES_PART.test(part) || words.length < 2) return undefined
  const hasGroup = words.some((_, at) => {
    const group = phraseAt(GROUPS, words, at)
    return group?.isExact === true && !/^(?:các|những|cả)$/.test(group.phrase)
  })
  return !hasGroup && tellsOfPerson(words) ? 'aside' : undefined
}

/** Who helped may be one of them: «được phòng hỗ trợ», «lãnh đạo phòng cùng tham gia». */
export const TAKES_PART =
  /(?:^|\s)(?:làm|viết|tham gia|hỗ trợ|giúp|góp|đóng góp|phối hợp|chỉ đạo|cộng tác|thực hiện|xây dựng|nghiên cứu|đề xuất|thêm|có thêm|phụ)(?:\s|[.!]|$)/iu

/** «(theo Quyết định số 12/QĐ-UBND)» */
export const withoutBracketed = (list: string): string =>
  list.replace(/\(([^()]{3,120})\)/g, (whole, inside: string) =>
    remarkOf(inside) === 'aside' || IS_ROLE.test(inside) || IS_SHORT_OFFICE.test(inside) ? ' ' : whole,
  )

/** An office alone might be meant as one of the authors; where something is said of it, it is none. */
const SENTENCE = /(?:^|\s)(?:rồi|đã|đều|đang|em|mình|cùng|vừa|mới|ạ|được|cả hai|cả ba|theo)(?:\s|[.!]|$)/iu
