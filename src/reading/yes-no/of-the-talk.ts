import { orBare } from '../without-accents.ts'

/** What may stand behind words that are all of an answer. */
export const SAID_TO = '(?: (?:ạ|nhé|nha|em|anh|chị|sếp|a|c|e|luôn|mà|đấy|đó|rồi|cả|nữa|đâu))*'
export const WHO = '(?:(?:dạ|vâng|thì|em|tôi|mình|bên em|bên mình|đơn vị|phường|phòng) )*'

/** What is said of the talk itself: «đã hiểu», «thấy rồi», «chưa nhận được câu hỏi», «không tiện trả lời», «vâng chào anh», «ừ nhỉ». */
const TALK = [
  `^${WHO}(?:đã |có |mới |vừa )*(?:rõ|hiểu|biết|xem|đọc|nghe|thấy|(?:nhận(?: được)?|có) (?:tin|tin nhắn|câu hỏi)|nói|bảo|dặn|hỏi(?: (?:sếp|anh|chị))?|trả lời(?: (?:ở|câu|mục|ý|hôm|lúc|lần|đợt|trước|nãy|trên|qua|\\d+))*)${SAID_TO}$`,
  `^${WHO}(?:cô|thầy|sếp|anh|chị|bác) (?:đã )?(?:dặn|bảo|nói|hỏi) rồi${SAID_TO}$`,
  `^${WHO}(?:chưa|không|ko)(?: (?:ai|kịp|tiện|thể|muốn|được))* (?:đọc|xem|nghe|nói|trả lời|nhận)(?: (?:được|kịp|hết|rõ|câu hỏi|chữ|tin|tin nhắn|em|tôi))*${SAID_TO}$`,
  '^(?:vâng|dạ|rồi|ok|oke|ừ|được rồi)(?: (?:xin|em|tôi))* (?:chào|tạm biệt|bye)(?: \\S+){0,2}$',
  '^(?:ừ|dạ|vâng|ok|uh)(?: ?,)? (?:(?:sao|gì)(?: (?:em|anh|chị|ạ|thế))*|(?:anh|chị|em|tôi) (?:đây|nghe)(?: ạ)?)$',
  '^(?:ok|oke|vâng|dạ|ừ)(?: (?:anh|chị|em))?(?: ?,)? (?:(?:chiều|mai|tối|lát nữa) )?(?:em|tôi|mình) (?:sẽ )?(?:(?:xem|gửi|ghi nhớ|nhớ)(?: (?:lại|sau|ạ|nhé))*|hỏi(?: (?!rồi)\\S+){0,3})$',
  '^(?:ừ|ờ|uh|ừm) (?:nhỉ|ha|há|thì)$',
  '^(?:có|không|chưa|rồi)(?: ?,)? (?:(?:ý em là|ở|của|cho|trong) )+câu (?:trước|trên|sau|\\d+)$',
  '^(?:lẽ nào|chả nhẽ|chả lẽ|chẳng lẽ|không lẽ) |^thật không$|^u?m{2,}$',
  '^(?:thế nào|như thế nào|sao) (?:mới )?(?:gọi )?là ',
  '(?:^|\\s)(?:ăn(?: (?:cơm|sáng|trưa|tối))?|về|đi|ngủ|họp|duyệt|ký|gửi|nộp|chốt|ban hành|triển khai) chưa$',
  '^(?:yes (?:or no|but)|no (?:idea|problem|comment|worries|way)|ok no)(?: |$)|^no (?:nê|đủ|đói|bụng|cơm|rồi|lắm|quá)(?: |$)',
]
/** Of whoever answers: «có việc bận», «em có bầu», «không có sóng», «chưa đến lượt em», «có bạn khác phụ trách». */
const OF_ONESELF = [
  `^${WHO}(?:đang |vừa |không |chưa )*có (?:việc|khách|hẹn|bầu|thai|tuổi|con nhỏ|điện|mưa|bão|mạng|sóng|tang|lương|thời gian|em đây|tôi)(?: (?:bận|riêng|gấp|nhà|đột xuất|đến|tới|lại|ốm|ra|ngoài|đi|phải|em|tôi|mình|đó))*${SAID_TO}$`,
  '^có (?:người|bạn|ai)(?: khác)? (?:trả lời|phụ trách|hỏi|gọi|nhắn|theo dõi)(?: \\S+){0,2}$',
  '^(?:không|chưa|ko) (?:đến|tới|phải) (?:lượt|phiên|em|tôi|mình|anh|chị|việc)(?: \\S+){0,3}$|^(?:không|ko) liên quan(?: \\S+){0,3}$',
  `^${WHO}(?:về|ăn (?:cơm|no|sáng|trưa|tối)|no|đói|mất mật khẩu|quên mật khẩu)(?: hết)? rồi${SAID_TO}$`,
  '^(?:chết|toang|đi đời|tiêu|lỡ|trượt|hết(?: (?!cả|sạch|trơn)\\S+)?) rồi$|^xong (?:phim|đời)|^thôi xong',
  `^${WHO}có (?:hứa|tính làm|bàn|nghĩ)${SAID_TO}$`,
  `^${WHO}(?:đã |chưa |không )*có (?:gia đình|vợ|chồng|vợ con|con|người yêu|bạn trai|bạn gái)(?: (?:con|rồi|đâu|riêng))*${SAID_TO}$`,
  `^${WHO}(?:chưa|không|ko) (?:ăn|ngủ|uống)(?: (?:cơm|sáng|trưa|tối|gì|được))*${SAID_TO}$`,
  `^${WHO}(?:sếp|lãnh đạo|chủ tịch|trưởng phòng|kế toán|văn thư|anh ấy|chị ấy)(?: \\S+)? (?:chưa|không|vẫn chưa) (?:về|đến|tới|rảnh|có (?:mặt|nhà|ở nhà|ở cơ quan|ở đây|trong phòng))${SAID_TO}$`,
]
/** Words of yes and no in another meaning: «có gì em báo», «có thế thôi», «không lâu nữa», «chưa kể», «đừng có ghi». */
const IDIOMS = [
  `^(?:(?:không|ko|chẳng|chả|khong) )?có (?:gì|chi|cái gì)(?: (?:đâu|mà|ạ|em|anh|chị|nhé|a))*$`,
  '^có gì (?:thì )?(?:em|tôi|anh|chị|mình|hỏi|báo|nhắn|gọi|liên hệ)(?: |$)',
  '^có (?:thế|vậy|mỗi thế) (?:thôi|mà)|^có (?:ai|trời|thánh|ma)(?: mới)? biết',
  '^có (?!có|rồi|chứ|gì|ai)(\\S+) có (?!ạ|rồi|chứ|đấy|mà)\\S+$',
  '^(?:không|ko) (?:lâu|bao lâu|sớm thì|ngừng|kém|nhiều|ít|tệ|tồi|đáng kể|chỉ|quân|phận)(?: |$)|^chưa (?:kể|gì đã|nhiều)(?: |$)|^không được \\S+ lắm$',
  '^(?:không|ko|chẳng) (?:\\S+ )?thì ai ',
  '^đừng(?: có)?(?: (?:ghi|làm|chọn|gửi|nhập|lưu|bấm)(?: \\S+){0,2})?$',
  '^(?:số|bằng|hàng|đường hàng|giữa) không$|^(?:không|ko) (?:dám|có lửa)(?: |$)|^đúng (?!là|rồi|ạ|không|chưa|em|như|thế|vậy)\\S+ đúng \\S+$|^(?:anh|chị|cô|bác) dung$|^đâu phải(?: |$)|^được (?:chút|ít|vài|mấy|kha khá|một ít|một chút)(?: |$)',
  '^(?:không|chưa) (?:có |làm )+sao (?:được|nổi)$',
  '^rồi (?:sao|ai|cũng|thì) |^rồi (?:tính|xem|liệu|hay|thôi)(?: |$)|^biết rồi |^chua (?:cay|ngọt|chát|ba)(?: |$)|^co giao(?: |$)',
  '^(?:xong|hết) (?:việc|giờ|buổi|họp) (?:em|tôi|mình) |^thôi (?:thì )?(?:có|không)(?: (?:đi|vậy))?$',
]

export const asForms = (forms: readonly (string | RegExp)[]): ((said: string) => boolean)[] =>
  forms.map(form => orBare(typeof form === 'string' ? new RegExp(form, 'iu') : form))

/** «em ngại lắm, anh đừng công khai»: without its accent it is «đúng» or «dùng», but for what one is asked to leave. */
const FORBIDS =
  /(?:^|[\s,.;])đừng (?!lo|giục|mắng|trách|cười|buồn|ngại|quên|bắt|la|có|hỏi|nhắc)\S+|(?:^|[\s,.;])(?:anh|chi|bac|sep) dung (?:cong khai|ghi|neu|dua|dang|de)(?:\s|$)/iu

/** Of the talk itself, of whoever answers, or in another meaning. */
export const OF_THE_TALK = [...asForms([...TALK, ...OF_ONESELF, ...IDIOMS]), (said: string) => FORBIDS.test(said)]
