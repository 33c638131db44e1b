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
  /(?:^|\s)đừng (?:có |nên )?(?:tự |bị )?(?:làm tròn|sửa|đổi|thêm|bớt|giục|thúc|ép|đòi|lo|mắng|trách|cười|buồn|ngại|hỏi|bảo|la|quở|chê|khen|so sánh|phê bình|giận|phạt|bắt)(?:\s|$)/u,
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

/** «em tưởng chị hỏi kỳ trước», «gửi chưa hết câu», «xin lỗi trả lời trễ», «chả giấu gì chị»: of the question and the message. */
export const OF_TALK = bareToo(
  /tưởng (?:\p{L}+ )?(?:hỏi|bảo hỏi)|chưa (?:hết|xong|đủ) (?:câu|ý|tin|chữ)(?:\s|$)|(?:trả lời|nhắn|phản hồi|rep)(?: \p{L}+){0,2} (?:trễ|chậm|muộn)(?:\s|$)|(?:không|chẳng|chả|ko) (?:dám )?giấu (?:gì|giếm|diếm)/u,
)

/** «em quên chưa báo», «không biết đánh dấu chấm»: of the sender, and nothing of what is sent. */
export const OF_SENDER = bareToo(
  /(?:^|\s)quên (?:chưa |không |mất |khuấy )?(?:báo|nói|nhắn|trả lời|bảo)(?: (?:lại|với|cho|chị|anh|em|cô|chú|bác|sếp|phòng|mất|ạ))*[.!]?$|(?:^|\s)(?:không|ko|chẳng|chả|chưa) biết (?:cách )?(?:đánh|gõ|bấm|dùng|xài|chụp|scan|cài|mở)(?! [^,;.]*(?:không|ko|sao|chưa|số))(?:\s|$)|(?:không|ko|chẳng) biết (?:\p{L}+ ){1,2}(?:đã )?(?:nhận|xem|đọc|thấy) (?:được )?(?:\p{L}+ ){0,3}chưa(?: ạ| nhỉ)*$|^[\s,;.]*(?:nếu )?(?:có )?(?:thiếu|cần|sai|vướng)(?: gì| sót| đâu)? (?:thì )?(?:\p{L}+ ){1,2}(?:báo|gọi|nhắn|bảo|nói)(?: lại)?(?: cho)? (?:em|tôi|mình|bên em|chị|anh)(?: \p{L}+){0,3}$/u,
)

/** «không sai được đâu», «chẳng thiếu đồng nào»: it confirms what it stands beside. */
export const CONFIRMS = bareToo(
  /^[\s,;.(|]*(?:(?:số này|cái này|đảm bảo|bảo đảm|cam đoan|chắc chắn|là|em|chị|anh|tôi|mình|thì|mà) )*(?:không|ko|chẳng|chả|khỏi) (?:thể |bao giờ |có |hề )?(?:sai|nhầm|lệch|trật|chệch|sót|thiếu|chạy)(?: (?:được|đi|vào|đâu|một|tí|tẹo|chút|li|ly|nào|số|đồng|xu|cái|mất|ạ|a|nhé|nha|em|anh|chị|cô|chú|bác|sếp|mà|cả|hết))*[.!)]?$/u,
)

/** «hổng nhiều đâu»: how little it is felt to be, before it is said. */
export const NOT_MUCH = bareToo(
  /^[\s,;.]*(?:dạ |vâng |ừ |cũng |thì )*(?:không|hổng|hông|chẳng|chả|ko|có) (?:nhiều|bao nhiêu|đáng)(?: (?!hơn)\p{L}+){0,2} (?:đâu|mấy|gì)(?: \p{L}+){0,2}$/u,
)

export const IN_TIME = bareToo(/(?:không|chưa|ko|hổng|hông|chẳng) kịp/u)

/** «không cái nào quá hạn» */
export const NONE_LATE = bareToo(
  /^[\s,;.]*(?:và )?(?:không|ko|chẳng|chả) (?:có |còn )?(?:\p{L}+ ){1,3}nào (?:bị )?(?:trễ|quá|chậm|muộn)(?: hạn)?(?: ạ| nhé| cả| hết| đâu| em| chị| anh)*[.!]?$/u,
)
