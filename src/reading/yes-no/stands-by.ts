import { textOf } from '../clauses.ts'
import { fold } from '../text.ts'
import { orBare } from '../without-accents.ts'
import { isWhen } from './other-matter.ts'
import type { Words } from './says.ts'

/** Whether a clause with words of yes and no in it stands by the answer: why there is none any more, what more there will be, how it would be otherwise. */
export function standsBy(words: Words, answer: boolean): boolean {
  const said = textOf(words)
  if (isTakenBack(words) || isOtherwise(said)) return true
  return answer
    ? isWithoutTrouble(words) || MORE_TO_COME.test(said) || isSince(said) || isDoneThen(said)
    : STOPPED.test(said) || STOPPED_BARE.test(said) || isWhen(said) || hasNoMeans(said)
}

/** Whether a clause says the other answer in words of its own: «có, khi nào xong em báo», «chưa, tháng trước mới làm xong». */
export const saysOther = (words: Words, answer: boolean): boolean => {
  const said = textOf(words)
  return answer ? isWhen(said) || (hasNoMeans(said) && !isOtherwise(said)) : isDoneThen(said) || isSince(said)
}

/** «chưa đâu, sang quý sau may ra»: not before then. */
export const isNotBefore = (words: Words): boolean => NOT_BEFORE.test(textOf(words))

const NOT_BEFORE =
  /^(?:(?:sang|đến|chắc|phải|có khi|may ra|dự kiến) )*(?:tuần|tháng|quý|năm|đợt|kỳ) (?:sau|tới)(?: \S+){0,4}$/iu

/** «không có thì lấy gì mà báo cáo», «có thì đã gửi rồi»: how it would be if it were not so. */
const isOtherwise = (said: string): boolean =>
  /^(?:nếu )?(?:không|ko|k|chưa|chẳng)(?: (?:có|làm|xong|được|phải|gửi|triển khai|thực hiện))*(?: thì (?!thôi|để|báo|nói|hỏi|bỏ|kệ|ghi|em|tôi|anh|chị)\S+| (?:sao|làm sao|lấy gì|lấy đâu)(?= (?:được|mà|có|lên|dám|ra) ))(?: \S+)+$|^nếu có (?:gì )?(?:thì )?(?:\S+ ){0,2}(?:báo|nhắn|bổ sung)(?: \S+){0,3}$|^(?:nếu )?có thì (?:em |chị |anh |bên em |tôi |mình )?(?:đã|phải)(?: \S+)+ rồi$/iu.test(
    said,
  )
/** «tháng sau còn nâng cấp tiếp», «mà làm tốt nữa là khác» */
const MORE_TO_COME =
  /^(?:(?:sang |đến )?(?:tháng|quý|năm|tuần|kỳ|đợt) (?:sau|tới) )?còn (?:\S+ ){1,4}(?:tiếp|thêm)$|^(?:mà )?(?:còn )?(?!chưa|không)(?:\S+ ){1,4}nữa (?:là khác|chứ|cơ)$/iu
/** «tuần trước mới lập xong» */
const isDoneThen = orBare(
  /^(?:hôm qua|hôm kia|sáng nay|vừa rồi|(?:sáng|trưa|chiều|tối|đêm) qua|(?:tuần|tháng|quý|năm|hôm|đợt) (?:trước|rồi|ngoái|vừa rồi)) (?:\S+ ){0,2}mới (?:\S+ )*(?:xong|rồi)(?: (?!một|nửa|vài|\d)\S+){0,3}$/iu,
)
/** «mới làm từ tháng trước thôi»: since when it is there. */
const isSince = orBare(
  /^(?:nhưng |mà )*(?:chỉ |cũng )?mới (?:\S+ ){0,2}từ (?:đầu |giữa |cuối )?(?:hôm|ngày|tuần|tháng|quý|năm|hồi) (?!\S* ?(?:sau|tới)(?: |$))\S+(?: \S+){0,3}$/iu,
)
/** «mà nhớ gửi lại biên bản cho cô», «mà quên chụp ảnh»: of what is handed over beside it. */
export const isRequest = orBare(
  /^(?:(?:anh|chị|em|bác) )*(?:làm|gửi|in|chụp|nhắn|duyệt|ký|trả|cho)(?: (?!lại|thêm|khác|sửa)\S+){1,4} (?:giùm|giúp|hộ|dùm)(?: (?:em|anh|chị|tôi|mình|cái|với|nhé|ạ))*$|^(?:(?:mà|nhưng|thì|anh|chị|em|cháu) )*(?:(?:nhớ|nhờ|phiền|mong|làm ơn|quên)(?: (?:anh|chị|em|cháu|không|chưa|là|mất))* (?:gửi|nhắn|chuyển|in|chụp|gọi|nộp|trả|lưu|quay)|cho (?:em|cô|bác|anh|chị|tôi|mình) xin)(?= )(?!.* (?:nếu|sau khi|khi|lại cho đúng|đã|chưa|không|mới)(?: |$))/iu,
)
/** Beside a «no»: there is none any more («năm nay bỏ rồi»), or another one was meant («nhầm với phường bên rồi»). */
const STOPPED =
  /^(?:(?!không |chưa |ko |có |làm |khỏi )\S+ ){0,4}(?:bỏ|dừng|nghỉ|hủy|huỷ|thôi|ngừng|giải thể|tạm dừng)(?: (?:hẳn|làm|triển khai|tổ chức|luôn))* rồi$|^(?:\S+ ){0,3}(?:nhầm|lộn) (?:với|sang) (?!có |không |chưa )/iu
/** «dung roi» may be «đúng rồi». */
const STOPPED_BARE =
  /^(?:(?!khong |chua |ko |co |lam |khoi )[a-z]+ ){0,4}(?:bo|huy|ngung|giai the|tam dung)(?: (?:han|lam|trien khai|to chuc|luon))* roi$/i

/** «không vướng gì», «chưa ai thắc mắc», «không cần họp thêm»: nothing stands in the way, and nothing is left to do. */
export const isWithoutTrouble = (words: Words): boolean => NO_TROUBLE.test(fold(textOf(words)))

const NO_TROUBLE =
  /^(?:\S+ ){0,5}(?:khong|ko|k|chua|chang|cha)(?: \S+){0,3} (?:vuong|vuong mac|kho khan|tro ngai|thac mac|phan anh|kien nghi|phan doi|khieu nai|sot|thieu|tre|cham|sai sot|qua han|khac|van de)(?: (?:gi|nao|ai|han|ca|het|nua|dau|them|khac|truoc|a|nhe|em|anh|chi))*$|^(?:\S+ ){0,3}(?:khong|ko|k|khoi) (?:can|phai)(?: \S+){1,3} (?:lai|them|nua)$/iu

/** «xã nghèo lấy chi mà mua», «tiền đâu mà làm» */
const hasNoMeans = orBare(
  /(?:^|\s)(?:(?:lấy|có|kiếm) (?:gì|chi|đâu|ai|tiền đâu)(?: ra)?|(?:tiền|người|kinh phí) (?:đâu|mô)(?: ra)?) (?:mà|để) \S+(?: \S+){0,3}$/iu,
)

/** «hôm trước em nhìn nhầm sang trường khác»: why something else was said before. */
const SAID_ELSEWHERE =
  /(?:^|\s)(?:ghi|báo|viết|điền|bấm) (?:là )?(?:có|không|chưa|rồi) (?:là|bị) (?:sai|nhầm)(?:\s|$)/iu
const TOOK_FOR =
  /(?:^|\s)(?:hôm trước|bữa trước|lần trước|lúc nãy|hồi nãy|khi nãy|nãy|hôm qua|lúc đầu|năm ngoái|năm trước|kỳ trước|đợt trước)\s(?:.*\s)?(?:nhầm|lộn|sai)(?:\s|$)/iu

export const isTakenBack = (words: Words): boolean => TOOK_FOR.test(textOf(words)) || SAID_ELSEWHERE.test(textOf(words))
