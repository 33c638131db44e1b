import { textOf } from '../clauses.ts'
import { withoutCourtesy } from '../courtesy.ts'
import type { Token } from '../tokens.ts'
import { orBare } from '../without-accents.ts'
import { ENDS, type Mention } from './mentions.ts'

type Words = readonly Token[]

/**
 * Whether a clause comes to an option as to what is chosen: the last word before it chooses, names or says who does. «hội đồng sáng kiến»,
 * «tìm giải pháp», «thăm mô hình» speak of something else, «chị Hoa chọn số 3», «mai em chọn số 2» of another time or choice.
 */
export function isLedTo(words: Words, { from, to }: Mention): boolean {
  const mark = words.slice(0, from).findLastIndex(({ text }) => ENDS.test(text))
  const lead = words.slice(mark + 1, from)
  const end = words.findIndex(({ text }, at) => at >= to && ENDS.test(text))
  const behind = textOf(words.slice(to, end < 0 ? undefined : end))
  if (comesToNothing(behind)) return false
  if (withoutCourtesy(lead).length === 0) return true
  const said = textOf(lead)
  return leads(said) && !isOfElse(said)
}

const leads = orBare(
  /(?:^|\s)(?:là|vực|lv|thuộc|chọn|vào|về|mảng|loại|hình|ghi|bên|đăng ký|cái|dạng|xếp|phục vụ|xin|ờ|ừ|thì|thành|lại|nội dung|nên|lấy|đây|này|được|làm|theo|của|ra|gọi|đánh|dấu|tick|tích|sang|nhóm|mục|ô|ý|số|phương án|đáp án|cho|giúp|nhé|nha|ạ|dạ|vâng|em|anh|chị|cô|bác|chú|thầy|sếp|tôi|tui|tớ|mình|ta|trường|phường|xã|phòng|đơn vị|nay|ngoái|trước|rồi|chỉ|có|cả|một|nhận|phần|công tác|định|nó|đó|bảo|nói|dùng|xây dựng|gồm|hay|do|với|và|nghị|xuất|mỗi|đạt|đáp ứng|đủ|đều|mức|hạng|bậc|lên|trên|qua|bằng|loa|đài|kênh|sóng|báo|tạp chí|phóng sự|bài|bản tin|chương trình|phim|đăng|phát|viết|chiếu)$/iu,
)
/** «chị Hoa chọn», «tuần sau chọn», «phải có», «số nhà em là» */
const isOfElse = orBare(
  /(?:^|\s)(?:ai cũng|mọi người|tính chọn|tính ghi|mai|tuần sau|tháng sau|sang năm|năm sau|(?:phải|cần|đề nghị|yêu cầu) có|đơn (?:yêu cầu|đề nghị)|phòng bên|bên kia|phường bên|nhà|tầng|quầy|cửa sổ|điện thoại|số thứ tự|stt|xe|nghị định về|luật về|thông tư về)(?:\s|$)|(?:^|\s)(?:anh|chị|cô|bác|chú|thầy) (?!em |đã |cứ |xin |chọn |bên |nhé )(?:\S+ )(?:chọn|ghi|lấy)(?: số)?$/iu,
)
/** «bị trả lại rồi», «dừng rồi», «hết tiền rồi», «gửi sau» */
const comesToNothing = orBare(
  /^(?:đó |này |đấy |của em )?(?:bị |dừng |hết |thì (?:em chịu|thôi|quá|khó|hơi|to|nhỏ|cao|lớn|nặng|ngại|oai|chưa)|nghe (?:to|ghê|lạ)|nó |gửi sau|gửi hôm|ở bộ phận|tại bộ phận)|(?:trả lại|từ chối|hết tiền|khó lắm)(?: rồi)?$/iu,
)
