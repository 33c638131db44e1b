import { orBare } from '../without-accents.ts'

/** «ốm rồi», «ngập hết rồi», «sếp đi họp rồi», «mất điện rồi», «biết rồi»: what befell people, weather and machines, or was heard; no form asks for it. */
export const onlyHappened = (said: string): boolean => happened(said) && !otherwise(said)

const happened = orBare(
  /(?:^|\s)(?:ốm|mệt|bận|ngập|lụt|tắc|tắc đường|mưa|bão|sập|cháy|vỡ|gãy|đứt|treo máy|ngủ|khuya|trưa|biết|hiểu|nhớ ra|mất (?:điện|mạng|sóng|nước|máy|điện thoại)|cúp điện|hết (?:pin|giờ|điện|mạng|sóng)|về (?:quê|nhà|hưu|sớm)|đi (?:họp|vắng|học|viện|chợ|nghỉ mát|nước ngoài|hà nội|hạ long|đâu)|ra ngoài|nghỉ (?:hưu|phép|ốm|đẻ|lễ|trưa|hè)|(?:nhận được|thấy|đọc|nghe) (?:tin|tin nhắn))(?: (?:hết|cả|luôn|sạch|hết cả|mất|máy))* (?:rồi|rùi|roi|r)(?: (?:ạ|em|anh|chị|nhé|đấy|đó))*[.!]*$/iu,
)

/** «đã đi họp rồi», «phổ biến cho ai cũng hiểu rồi»: it may be what was asked for. */
const otherwise = orBare(/(?:^|\s)(?:đã|có|xong|vâng|ừ|đều|ai cũng|cả tổ|mọi người)(?:\s|$)/iu)
