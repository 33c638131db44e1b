import { textOf } from './clauses.ts'
import { withoutCourtesy } from './courtesy.ts'
import type { Token } from './tokens.ts'
import { orBare } from './without-accents.ts'

/**
 * Whether a unit that a sentence names from `at` to `to` is one that it tells of, goes to or asks («chờ phòng nội vụ trả lời», «Nam Khê nộp rồi»), and
 * not the one of whoever writes: before that stands nothing but who that is and where.
 */
export function isOfElse(words: readonly Token[], at: number, to: number): boolean {
  const mark = words.slice(0, at).findLastIndex(({ text }) => ENDS.test(text))
  const before = words.slice(mark + 1, at)
  // «Nguyễn Thị Hoa UBND phường …»: who it is.
  const isCapital = (place: number): boolean => /^\p{Lu}/u.test(before[place]?.raw ?? '')
  const lead = before.filter((_, place) => !isCapital(place) || (place === 0 && !isCapital(1)))
  return before.length > 0 ? !belongs(textOf(before)) && !belongs(textOf(lead)) : mark < 0 && isTold(words.slice(to))
}

const ENDS = /^[,;.:!…()–-]$/

/** Who writes, where that one works, and what is reported of it. */
const belongs = orBare(
  /^(?:(?:dạ|vâng|thưa|ạ|nhé|(?<=\s)nha|chào(?= (?:em|anh|chị|cả))|xin|em|anh|chị|cô|bác|chú|cháu|tôi|tui|mình|bọn|tụi|chúng|ta|e|a|c|bên|đây|đơn vị|cơ quan|báo cáo|chủ trì|số liệu|và|của|là|công tác|đang(?= (?:làm|công tác))|làm việc|làm|ở|tại|thuộc|trực|cán bộ|công chức|chuyên viên|lãnh đạo|kế toán|văn thư|thủ quỹ|văn phòng|địa chính|hộ tịch|nhân viên|giáo viên|(?:phó )?chủ tịch|(?:phó )?bí thư|(?:phó )?trưởng(?= phòng| ban)|phó(?= phòng| ban)|ban|hiệu trưởng|biên chế|thay mặt|đại diện|tư pháp|bộ phận|một cửa|phụ trách|họ tên|tên|phòng|năm nay|hiện|giờ|vẫn|gửi báo cáo|gửi số liệu|chọn|ghi giúp|ghi|đăng ký cho|đăng ký|tài khoản|trong|thực hiện|phối hợp|do|tác giả|ấy|văn hóa|(?:phường|xã|trường)(?= (?:em|mình|tôi|chị|anh))|ubnd|ủy ban|nhân dân|mttq)(?: |$))*$/iu,
)

/** «Nam Khê bảo thế», «phường Nam Khê cũ» */
function isTold(behind: readonly Token[]): boolean {
  const end = behind.findIndex(({ text }) => ENDS.test(text))
  const rest = withoutCourtesy(end < 0 ? behind : behind.slice(0, end))
  return rest.length > 0 && !isOurs(textOf(rest))
}

const isOurs = orBare(
  /^(?:bên|mình|em|ta|tụi|bọn|chúng|đây|đó|đấy|thuộc|thành phố|tp|tỉnh|uông|a|c|e|anh|chị|nhé|nha|nghen|nè|ơi|bác|cháu)(?: |$)/iu,
)
