import { bareToo } from '../text.ts'

// What a clause beside the answer may say of something else, whatever operator it holds.

/** «thiếu mỗi chữ ký», «còn vướng mỗi cái nhà văn hóa»: what is not there is no figure. */
export const ONLY_LACKS = bareToo(/(?:^|\s)(?:còn|thiếu|vướng|sót|kẹt|mắc)(?: \p{L}+)? mỗi \p{L}/u)

/** «thiếu mỗi cái của chị Lan»: one of what is counted. */
export const LACKS_ONE = bareToo(
  /mỗi (?:một|cái|của|việc|đơn vị|phường|xã|tổ|khu|trường|hồ sơ|sáng kiến|mô hình|giải pháp|văn bản|người|anh|chị|đồng chí|em)(?:\s|$)/u,
)

/** «cụ Thọ mà biết chắc vui lắm» */
export const FEELS = bareToo(/(?:^|\s)chắc (?:sẽ )?(?:\p{L}+ ){1,2}lắm(?:\s|$)/u)

/** «đừng tự làm tròn», «đừng giục»; not «đừng ghi số này». */
export const LEFT_ALONE = bareToo(
  /(?:^|\s)đừng (?:có |nên )?(?:tự |bị )?(?:làm tròn|sửa|đổi|thêm|bớt|giục|lo|mắng|trách|cười|buồn|ngại|hỏi|bảo|la|quở|chê|giận|phạt|bắt)(?:\s|$)/u,
)

/** «hôm qua nhìn nhầm sổ cũ», «lần trước ghi nhầm rồi đấy»: the slip was made in another message. */
export const WAS_WRONG = bareToo(
  /^[\s,;.(|]*(?:do |vì |tại )?(?:hôm qua|hôm trước|hôm nọ|hôm kia|hôm bữa|bữa trước|bữa nọ|tuần trước|lần trước|tháng trước|đợt trước)(?: \p{L}+){0,3} (?:nhầm|lộn|trật|sai)(?: (?!\d)\p{L}+){0,7}[.!]?$/iu,
)

/** «còn sót mấy cái chưa nhập» */
export const FORGOTTEN = bareToo(/(?<!(?:không|chẳng|chả|ko|khỏi|sợ) )(?:sót|quên) /u)

/** «mà còn phải năn nỉ» */
export const STILL = bareToo(/(?:^|\s)mà (?:vẫn )?còn (?:phải|bị|được)(?:\s|$)/u)

/** «5 văn bản, cái quy chế còn vướng bên Tư pháp chưa ký» */
export const OF_ITS_OWN = bareToo(
  /^[\s,;.]*(?:cái|bản|tờ|cuốn|việc|vụ) (?!(?:này|đó|nào|đấy|ấy|kia|cũng|vẫn|còn|chưa|đang|đã|đều|của|thì) )\p{L}+ (?:\p{L}+ ){0,2}(?:vẫn |còn |đang |chưa )/u,
)

/** «em tưởng chị hỏi kỳ trước», «gửi chưa hết câu»: of the question and the message. */
export const OF_TALK = bareToo(/tưởng (?:\p{L}+ )?(?:hỏi|bảo hỏi)|chưa (?:hết|xong|đủ) (?:câu|ý|tin|chữ)(?:\s|$)/u)

/** «hổng nhiều đâu»: how little it is felt to be, before it is said. */
export const NOT_MUCH = bareToo(
  /^[\s,;.]*(?:dạ |vâng |cũng |thì )*(?:không|hổng|hông|chẳng|chả|ko|có) (?:nhiều|bao nhiêu|đáng)(?: (?!hơn)\p{L}+){0,2} (?:đâu|mấy)(?: \p{L}+){0,2}$/u,
)

export const IN_TIME = bareToo(/(?:không|chưa|ko|hổng|hông|chẳng) kịp/u)
