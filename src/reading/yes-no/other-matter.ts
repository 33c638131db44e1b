import { orBare } from '../without-accents.ts'
import { asForms, OF_THE_TALK, SAID_TO, WHO } from './of-the-talk.ts'

/** «năm ngoái thì có», «hôm qua chưa», «năm 2023 có», «có hồi năm ngoái»: so it was then. */
const THEN = [
  `^${WHO}(?:hồi |từ hồi )?(?:(?:năm|kỳ|đợt|quý|lần) (?:ngoái|trước|kia)|hồi (?:trước|xưa)|trước đây|trước kia|ngày xưa|xưa|trước) ${WHO}(?:có|không|chưa|ko|k)(?: \\S+)?$`,
  `^${WHO}(?:hôm qua|hôm kia|lúc nãy|hồi nãy|tuần trước|tháng trước|sáng nay) (?:thì )?(?:chưa|không)${SAID_TO}$`,
  `^năm (?:19|20)\\d\\d (?:thì )?(?:có|không|chưa)${SAID_TO}$`,
  `^${WHO}có (?:hồi |đợt |từ hồi )?(?:năm|kỳ|đợt) (?:ngoái|trước)${SAID_TO}$`,
]
/** «năm rồi có»: the last one. «có năm»: some. */
const LAST =
  /^(?:vừa|hôm|bữa|tuần|tháng|quý|năm|đợt|kỳ|lần|hồi) rồi(?: (?:thì )?(?:có|không|chưa))?$|^có (?:lúc|dạo|thời|năm|tháng|hôm|bữa|đợt)(?: có)?$/iu
/** «có tiền thì làm», «không có thì thôi», «có kết quả em báo», «có càng tốt»: if it were so. */
const IF =
  /^(?:(?:không|chưa|ko) )?(?:có|được)(?: [^\s,;.]+){0,3} thì [^,;.]+$|^có(?: [^\s,;.]+){0,2} (?:là làm|(?:em|sẽ|mới) (?:sẽ )?(?:báo|gửi|làm|nộp|trả lời|triển khai))(?: [^\s,;.]+){0,2}$|^có (?:nhiều )?(?:vẫn hơn|càng)(?: |$)/iu
/** «chiều có», «hết năm thì có», «bao giờ có em gửi», «khi nào xong em báo» */
const WHEN = new RegExp(
  [
    `^(?:(?:chiều|tối|chiều nay|tối nay|hết|sau|cuối|đến|bao giờ|khi nào|lúc nào)(?: (?:năm|tháng|quý|tuần|tết|hè|lễ))?(?: (?:này|nay|sau|tới))?) (?:thì )?có(?: \\S+){0,3}$`,
    '^(?:bao giờ|khi nào|lúc nào|chừng nào) (?:\\S+ ){0,3}(?:xong|có|được|rồi) (?:thì )?(?:em|anh|chị|tôi|mình|tui|bác|cô|bên em) (?:sẽ )?(?:báo|nhắn|gửi|gọi|trả lời)(?: \\S+){0,3}$',
  ].join('|'),
  'iu',
)
/** «phường bên có», «người ta bảo có», «2 người nói không», «có ở một số thôn» */
const OF_OTHERS = [
  '^(?:(?:các|mấy|mọi|những|nhiều) )?(?:phường|xã|trường|phòng|đơn vị|cơ quan|chỗ|nơi|khu|bên) (?:bên|bạn|khác|kia|nọ)(?: cạnh)?(?= ).* (?:có|không|chưa|rồi)(?: (?:ạ|nhé|mà))*$',
  '^riêng (?:khu|tổ|thôn|phường|xã|phòng|trường|mục|phần|bên) (?!em|mình|tôi|chị|anh|này)\\S+(?: \\S+)? (?:thì )?(?:có|không|chưa|xong)(?: rồi)?$',
  '^(?:người ta|thiên hạ|(?:\\d+|một|hai|vài|mấy) người) (?:nói|bảo|kêu|đồn)(?: \\S+){1,3}$',
  '^(?:\\S+ ){1,4}(?:thấy|nghe|biết|hỏi) (?:\\S+ ){0,3}(?:khác|người ta)(?: \\S+){0,3}$',
  '^(?:có )?(?:ai|(?:đơn vị|phường|xã|phòng|trường|bên|nơi|chỗ) nào) (?!cũng|mà|chẳng|chả)(?:đã |chưa )?(?:có|làm|chưa|không|xong)(?: (?:có|rồi|chưa|xong|không))*$',
  '^(?:có ở )?(?:một số|1 số|vài|mấy)(?: \\S+){0,2} (?:có|không)$|^có ở (?:một số|1 số|vài|mấy) ',
]
/** «mong là có», «trên giấy thì có», «coi như có»: hoped, or so in a manner. */
const IN_A_MANNER =
  /^(?:\S+ )?(?:mong(?: là| rằng)|hi vọng|dường như|trên (?:lý thuyết|giấy tờ|giấy)|về nguyên tắc|về cơ bản|nhìn chung|coi như|xem như|đúng ra|đáng ra)(?: là| thì)? /iu
/** «đồng ý là khó», «đúng giờ em gửi», «được cái này mất cái kia» */
const OF_THE_CASE =
  /^(?:đồng ý|đúng|công nhận) (?:là|rằng) (?!có|vậy|thế|rồi|đã|không|chưa|như|đúng|cần|phải)|^đúng (?:giờ|hẹn|lúc|quy trình|quy định)(?: thì)? (?:em|tôi|mình|phải|là)(?: |$)|^được (?:cái (?:này|nọ)|voi|chăng)/iu

/** Whether a clause tells when it will be so. */
export const isWhen = orBare(WHEN)

const FORMS = [...asForms([...THEN, LAST, IF, WHEN, ...OF_OTHERS, IN_A_MANNER, OF_THE_CASE]), ...OF_THE_TALK]

/** Whether what would be taken for yes or no tells of another time, others, the talk itself or whoever answers. */
export const isOtherMatter = (said: string): boolean => {
  const plain = said
    .trim()
    .replace(/[\s.!…]+$/u, '')
    .replace(/\s+/g, ' ')
  return FORMS.some(isForm => isForm(plain))
}
