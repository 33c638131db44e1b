import { bareToo } from '../text.ts'

/** Whether the words behind a day tell what befalls whoever writes on it, and nothing of the work: «em cưới», «em nghỉ», «sếp mới về», «trời mưa». */
export const isAway = (behind: string): boolean => AWAY.test(behind)

const WHO = '(?:(?:thì|sẽ|là|còn|em|e|tôi|mình|cháu|con|con em|bên em|sếp|chủ tịch|trưởng phòng|lãnh đạo|cả nhà) )*'
const BEFALLS = [
  '(?:mới |đi )?về(?: quê| hưu| phép)?|mới đi làm|đi làm lại|bận|nghỉ(?: phép| đẻ| sinh| hưu| mát| ốm| lễ)?|ốm|(?:đi )?cưới|sinh nhật(?: em| con| sếp| chị| anh)?|đám (?:cưới|giỗ)|giỗ',
  'đi (?:chơi|học|thi|viện|khám|du lịch|vắng|trực|ăn cưới|nghỉ mát|tỉnh|hà nội|hạ long|nước ngoài)|trực|thi|(?:có|lĩnh|nhận) lương|(?:trời )?mưa|trời (?:nóng|lạnh|nắng)|mệt|mới có (?:sếp|lãnh đạo)|là ngày (?:gì|mấy)|hỏi(?: sếp| lại| lãnh đạo)?',
].join('|')
const AWAY = bareToo(
  new RegExp(`^,? ${WHO}(?:${BEFALLS})(?: (?:quá|lắm|rồi|ạ|nhé|nha|mà|đó|đấy|chị|anh|em))*[ .!]*$`, 'iu'),
)
