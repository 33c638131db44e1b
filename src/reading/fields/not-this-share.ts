import type { Line } from '../line.ts'

/** «pin 20%», «vat 10%»: a percent of something else; «chắc chắn 100%», «sao mà 100% được»: a way to speak. */
export const isOtherShare = ({ text }: Line): boolean => OF_ELSE.test(text) || WHOLLY.test(text)

const OF_ELSE =
  /^(?:bị |máy |chịu |tính |hàng |còn )?(?:pin|sale|giảm giá|lãi suất|thuế|vat|phạt|sai số|quân số)(?: \p{L}+){0,2} [±~]?[\d.,]+ ?(?:%|phần trăm)/iu
const WHOLLY =
  /^(?:\p{L}+ ){0,3}(?:chắc chắn|cam đoan|tin|đồng ý|ủng hộ|nhất trí|tán thành) (?:100 ?%|(?:100|một trăm|trăm) phần trăm)[ ạ.!]*$|^100 ?% (?:là \p{L}+|luôn á)|^100 ?% \p{L}+(?: \p{L}+)? (?:đồng ý|đi họp|nhất trí)[ ạ.!]*$/iu
