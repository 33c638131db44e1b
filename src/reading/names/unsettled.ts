import { textOf } from '../clauses.ts'
import { tokenise } from '../tokens.ts'
import { orBare } from '../without-accents.ts'
import { POSTS, UNITS } from './around-a-name.ts'
import { DOES } from './does.ts'
import type { Words } from './name-part.ts'

/** Somebody who is gone, goes, or stands in; a time that is over; a name that is to be taken out or has to be looked at again. */
const UNSETTLED =
  /(?:^|\s)(?:nghỉ|hưu|từ chối|rút|xin thôi|chuyển(?! đổi)|luân|điều động|điều chuyển|miễn|thôi (?:việc|giữ|không|làm)|lại thôi|mất|bận(?= (?:rồi|lắm|quá)|$)|đang (?:đề xuất|xin ý kiến|trình)(?=$)|ốm|bệnh(?! viện)|đi học|bị|(?<!(?:nắm|lo|làm|biết|gánh) )hết|đến|sắp|cũ|ngoái|(?<!hôm |tuần |tháng |giờ )trước|thay|hộ(?! tịch| khẩu)|đổi(?! mới| số)|sửa|xóa|xoá|gạch|bỏ|nhầm|lộn|sai|chờ|đợi|cần|tạm|chốt|dự thảo|xác minh|kiểm tra (?:lại|giúp|hộ)|hỏi lại|báo lại|xem lại|chính thức|nhớ|đoán|nghĩ|tưởng|góp ý|sẽ|sau|tới|mai|sang (?:năm|tháng|quý)|khác|nữa|ngoài)(?:\s|[,.!]|$)/iu
/** «… nên nhờ chị nhắn»: the same. */
const SO_WRITES =
  / nên (?:nhờ |phiền |để )?(?:em|chị|anh|cháu|tôi|mình)(?: nhờ (?:em|chị|anh|cháu))? (?:nhắn|báo|gửi|ghi|nhập|điền|gõ|trả lời)(?: (?:hộ|giúp|thay|lại))*$/iu

/** «trưởng thôn nói thế», «kế toán giữ số liệu»: what somebody said or did in a matter of others. */
const ACTS =
  /^(?:vừa |đã |mới |thì |có )*(?:nói|bảo(?! (?:hiểm|vệ|đảm|trì|tàng))|hỏi|gọi|nhắn|báo(?! cáo)|kể|nhờ|yêu cầu|cho biết|biết|giữ|cầm|duyệt|nhận|trả|đi|ra|về)(?:\s|$)/iu

/** Whether what is said of somebody is that they are gone, go, or stand in, or, behind their post, what they did. */
export const isUnsettled = (words: Words): boolean => goes(saidBy(outsidePhrases(words))) || actsInPost(words)

export const actsInPost = (words: Words): boolean => {
  const rest = outsidePhrases(words)
  return rest.length < words.length && ACTS.test(saidBy(rest))
}

/** «theo doi», «can bo tu phap»: a word of a post, an office or of what people do is none by itself. */
function outsidePhrases(words: Words): Words {
  for (let at = 0; at < words.length; at += 1) {
    const length = Math.max(...[DOES, POSTS, UNITS].map(list => list.find(words, at)?.length ?? 0))
    if (length > 1) return [...words.slice(0, at), ...outsidePhrases(words.slice(at + length))]
  }
  return words
}

const goes = orBare(UNSETTLED)

/** The words of a clause as they were typed, without who writes for whom. */
export const saidBy = (words: Words): string =>
  textOf(tokenise(words.map(({ raw }) => raw).join(' ')))
    .replace(/[.!]+$/, '')
    // «dạy ở trường Phương Đông B ấy mà»
    .replace(/ ấy mà$/u, '')
    .replace(SO_WRITES, '')
    // «công chức từ 2019»
    .replace(/(?<= từ )(?=\d{4}$)/iu, 'năm ')
