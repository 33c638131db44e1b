import { orBare } from '../without-accents.ts'

/** What may stand behind words that are all of an answer. */
const SAID_TO = '(?: (?:ạ|nhé|nha|em|anh|chị|sếp|a|c|e|luôn|mà|đấy|đó|rồi|cả|nữa|đâu))*'
const WHO = '(?:(?:dạ|vâng|thì|em|tôi|mình|bên em|bên mình|đơn vị|phường|phòng) )*'

/** «năm ngoái thì có», «hôm qua chưa», «năm 2023 có», «có hồi năm ngoái»: so it was then. */
const THEN = [
  `^${WHO}(?:hồi |từ hồi )?(?:(?:năm|kỳ|đợt|quý|lần) (?:ngoái|trước|kia)|hồi (?:trước|xưa)|trước đây|trước kia|ngày xưa|xưa|trước) ${WHO}(?:có|không|chưa|ko|k)(?: \\S+)?$`,
  `^${WHO}(?:hôm qua|hôm kia|lúc nãy|hồi nãy|tuần trước|tháng trước|sáng nay) (?:thì )?(?:chưa|không)${SAID_TO}$`,
  `^năm (?:19|20)\\d\\d (?:thì )?(?:có|không|chưa)${SAID_TO}$`,
  `^${WHO}có (?:hồi |đợt |từ hồi )?(?:năm|kỳ|đợt) (?:ngoái|trước)${SAID_TO}$`,
]
/** «chiều có», «hết năm thì có», «bao giờ có em gửi» */
const WHEN =
  /^(?:(?:chiều|tối|chiều nay|tối nay|hết|sau|cuối|đến|bao giờ|khi nào|lúc nào)(?: (?:năm|tháng|quý|tuần|tết|hè|lễ))?(?: (?:này|nay|sau|tới))?) (?:thì )?có(?: \S+){0,3}$/iu
/** «phường bên có», «người ta bảo có», «2 người nói không», «có ở một số thôn» */
const OF_OTHERS = [
  '^(?:phường|xã|trường|phòng|đơn vị|cơ quan|chỗ|nơi|khu|bên) (?:bên|bạn|khác|kia|nọ)(?: cạnh)?(?= ).* (?:có|không|chưa|rồi)(?: (?:ạ|nhé|mà))*$',
  '^(?:người ta|thiên hạ|(?:\\d+|một|hai|vài|mấy) người) (?:nói|bảo|kêu|đồn)(?: \\S+){1,3}$',
  '^(?:có ở )?(?:một số|1 số|vài|mấy)(?: \\S+){0,2} (?:có|không)$|^có ở (?:một số|1 số|vài|mấy) ',
]
/** «mong là có», «trên giấy thì có», «coi như có»: hoped, or so in a manner. */
const IN_A_MANNER =
  /^(?:\S+ )?(?:mong(?: là| rằng)|hi vọng|dường như|trên (?:lý thuyết|giấy tờ|giấy)|về nguyên tắc|về cơ bản|nhìn chung|coi như|xem như|đúng ra|đáng ra)(?: là| thì)? /iu
/** «đồng ý là khó», «đúng giờ em gửi», «được cái này mất cái kia» */
const OF_THE_CASE =
  /^(?:đồng ý|đúng|công nhận) (?:là|rằng) (?!có|vậy|thế|rồi|đã|không|chưa|như)|^đúng (?:giờ|hẹn|lúc|quy trình|quy định)(?: thì)? (?:em|tôi|mình|phải|là)(?: |$)|^được (?:cái (?:này|nọ)|voi|chăng)/iu

/** What is said of the talk itself: «đã hiểu», «thấy rồi», «chưa nhận được câu hỏi», «không tiện trả lời», «vâng chào anh», «ừ nhỉ». */
const TALK = [
  `^${WHO}(?:đã |có |mới |vừa )*(?:rõ|hiểu|biết|xem|đọc|nghe|thấy|(?:nhận(?: được)?|có) (?:tin|tin nhắn|câu hỏi)|nói|bảo|dặn|hỏi(?: \\S+)?|trả lời(?: (?:ở|câu|mục|ý|hôm|lúc|lần|đợt|trước|nãy|trên|qua|\\d+))*)${SAID_TO}$`,
  `^${WHO}(?:cô|thầy|sếp|anh|chị|bác) (?:đã )?(?:dặn|bảo|nói|hỏi) rồi${SAID_TO}$`,
  `^${WHO}(?:chưa|không|ko)(?: (?:ai|kịp|tiện|thể|muốn|được))* (?:đọc|xem|nghe|nói|trả lời|nhận)(?: (?:được|kịp|hết|rõ|câu hỏi|chữ|tin|tin nhắn|em|tôi))*${SAID_TO}$`,
  '^(?:vâng|dạ|rồi|ok|oke|ừ|được rồi)(?: (?:xin|em|tôi))* (?:chào|tạm biệt|bye)(?: \\S+){0,2}$',
  '^(?:ừ|ờ|uh|ừm) (?:nhỉ|ha|há)$',
  '^(?:thế nào|như thế nào|sao) (?:mới )?(?:gọi )?là ',
  '(?:^|\\s)(?:ăn(?: (?:cơm|sáng|trưa|tối))?|về|đi|ngủ|họp) chưa$',
  '^(?:yes (?:or no|but)|no (?:idea|problem|comment|worries|way)|ok no)(?: |$)|^no (?:nê|đủ|đói|bụng|cơm|rồi|lắm|quá)(?: |$)',
]
/** Of whoever answers: «có việc bận», «em có bầu», «không có sóng», «chưa đến lượt em», «có bạn khác phụ trách». */
const OF_ONESELF = [
  `^${WHO}(?:đang |vừa |không |chưa )*có (?:việc|khách|hẹn|bầu|thai|tuổi|con nhỏ|điện|mưa|bão|mạng|sóng|tang|thời gian|em đây|tôi)(?= |$)(?!.*(?:phường|xã|đơn vị|hồ sơ)).*$`,
  '^có (?:người|bạn|ai)(?: khác)? (?:trả lời|phụ trách|hỏi|gọi|nhắn|theo dõi)(?: \\S+){0,2}$',
  '^(?:không|chưa|ko) (?:đến|tới|phải) (?:lượt|phiên|em|tôi|mình|anh|chị|việc)(?: \\S+){0,3}$|^(?:không|ko) liên quan(?: \\S+){0,3}$',
  `^${WHO}(?:về|ăn (?:cơm|no|sáng|trưa|tối)|no|đói|mất mật khẩu|quên mật khẩu)(?: hết)? rồi${SAID_TO}$`,
  `^${WHO}có (?:hứa|tính làm|bàn|nghĩ)${SAID_TO}$`,
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
  '^(?:số|bằng) không$',
  '^rồi (?:sao|ai|cũng|thì) |^biết rồi |^chua (?:cay|ngọt|chát|ba)(?: |$)|^co giao(?: |$)',
  '^(?:xong|hết) (?:việc|giờ|buổi|họp) (?:em|tôi|mình) |^thôi (?:thì )?(?:có|không)(?: (?:đi|vậy))?$',
]

const isOf = (forms: readonly (string | RegExp)[]): ((said: string) => boolean)[] =>
  forms.map(form => orBare(typeof form === 'string' ? new RegExp(form, 'iu') : form))
const FORMS = isOf([...THEN, WHEN, ...OF_OTHERS, IN_A_MANNER, OF_THE_CASE, ...TALK, ...OF_ONESELF, ...IDIOMS])

/** Whether what would be taken for yes or no tells of another time, others, the talk itself or whoever answers. */
export const isOtherMatter = (said: string): boolean => {
  const plain = said
    .trim()
    .replace(/[\s.!…]+$/u, '')
    .replace(/\s+/g, ' ')
  return FORMS.some(isForm => isForm(plain))
}
