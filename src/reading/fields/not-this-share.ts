import type { Line } from '../line.ts'

/** «pin 20%», «vat 10%»: a percent of something else; «chắc chắn 100%», «sao mà 100% được»: a way to speak. */
export const isOtherShare = ({ text }: Line): boolean =>
  [OF_ELSE, WHOLLY, BROKEN, LIKELY].some(other => other.test(text))

const OF_ELSE =
  /^(?:bị |máy |chịu |tính |hàng |còn )?(?:pin|mưa|độ ẩm|thương tật|thương binh|sức khỏe|đang tải|đang upload|cập nhật win|hưởng(?! ứng)|nghỉ hưởng|vay|sale|giảm giá|lãi suất|thuế|vat|phạt|sai số|quân số)(?: \p{L}+){0,2} [±~]?[\d.,]+ ?(?:%|phần trăm)/iu
/** «phần mềm lỗi hiện 0%» */
const BROKEN = /(?:lỗi|treo|đen thui)[^,;.]* 0 ?%|0 ?% (?:do|vì|bị) (?:máy |phần mềm |hệ thống )?lỗi/iu
const LIKELY = /\d ?% (?:cơ hội|là (?:xong|kịp|không))/iu
const WHOLLY =
  /^(?:\p{L}+ ){0,3}(?:chắc chắn|cam đoan|tin|đồng ý|ủng hộ|nhất trí|tán thành) (?:100 ?%|(?:100|một trăm|trăm) phần trăm)[ ạ.!]*$|^100 ?% (?:là \p{L}+|luôn á)|^100 ?% \p{L}+(?: \p{L}+)? (?:đồng ý|đi họp|nhất trí)[ ạ.!]*$/iu
