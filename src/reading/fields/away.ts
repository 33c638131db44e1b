import { bareToo } from '../text.ts'

/** Whether the words behind a day tell what befalls whoever writes on it, or what is left open until then, and nothing of the work: «em cưới», «sếp mới về», «trời mưa», «mới chốt», «chị gọi lại». */
export const isAway = (behind: string): boolean => AWAY.test(behind)

const WHO =
  '(?:(?:thì|sẽ|là|còn|mà|em|e|tôi|mình|anh|chị|cháu|con|con em|bên em|sếp|chủ tịch|trưởng phòng|lãnh đạo|cả nhà) )*'
const BEFALLS = [
  '(?:mới |đi )?về(?: quê| hưu| phép)?|mới đi làm|đi làm lại|bận|nghỉ(?: phép| đẻ| sinh| hưu| mát| ốm| lễ)?|ốm|(?:đi )?cưới|sinh nhật(?: em| con| sếp| chị| anh)?|đám (?:cưới|giỗ)|giỗ',
  'đi (?:chơi|học|thi|viện|khám|du lịch|vắng|trực|ăn cưới|nghỉ mát|tỉnh|hà nội|hạ long|nước ngoài)|trực|thi|(?:có|lĩnh|nhận) lương|(?:trời )?mưa|trời (?:nóng|lạnh|nắng)|mệt|mới có (?:sếp|lãnh đạo)|là ngày (?:gì|mấy)|hỏi(?: sếp| lại| lãnh đạo)?',
  '(?:hỏi|gọi|nhắc|nhắn)(?: lại)?(?: em| giúp em)?|rồi biết|xem sao|thế nào (?:em )?báo|(?:họp |xong )?mới (?:rõ|có|chốt|biết)(?: ngày| lịch)?|hỏi sếp(?: đã)?',
  'làm gì|đâu|chứ gì|hết hạn|(?:kẹt|vướng)(?: họp| lịch)?|trùng (?:lễ|họp|lịch)|(?:đổ|trở) (?:đi|về trước|lại)|sớm|muộn|kìa|chúc \\p{L}+(?: \\p{L}+)?|tặng hoa|thăm thầy cô',
].join('|')
const AWAY = bareToo(
  new RegExp(`^,? ${WHO}(?:${BEFALLS})(?: (?:quá|lắm|rồi|ạ|nhé|nha|mà|đó|đấy|chị|anh|em))*[ .!]*$`, 'iu'),
)
