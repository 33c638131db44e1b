import { reading, type Span } from '../spans/span.ts'

/**
 * Whether a sum is plainly not the whole that is asked for: the price of something («vé 30 nghìn», «lương em 5 triệu»), a few («năm bảy triệu»), so much each («10 suất 500
 * nghìn», «80 triệu một lượng»), or a great number of something else («5 triệu view»).
 */
export function isOtherSum(spans: readonly Span[], sum: Span, text: string): boolean {
  const at = spans.indexOf(sum)
  const before = spans[at - 1]
  return (
    PRICE.test(text.slice(0, sum.start)) ||
    (PER_ONE.test(text.slice(sum.start, sum.end)) && /^ \p{L}/u.test(text.slice(sum.end))) ||
    OF_ELSE.test(text.slice(sum.end)) ||
    A_FEW.test(text.slice(sum.start, sum.end)) ||
    (at === 1 &&
      before !== undefined &&
      reading(before, 'number')?.unit === 'noun' &&
      GIVEN.test(text.slice(0, sum.start)))
  )
}

const PRICE =
  /^(?:bị |mua |tiền |đơn |giá |em )?(?:lương|lương cơ sở|báo giá|chào giá|đặt cọc|cọc|mừng cưới|phúng|đảng phí|thưởng tết|nạp thẻ|trúng số|đổ xăng hết|giá|vé|xăng|phạt|thưởng|cà phê|tiền điện|tiền nước)(?: (?:em|vàng|tiền|vé))? $/iu
const PER_ONE = /\p{L} (?:một|mot)$/iu
const OF_ELSE = /^ (?:view|like|lượt|dân)(?: \p{L}+)?[ ạ.!]*$/iu
/** «năm bảy triệu»: a few, or fifty-seven. */
const A_FEW = /^(?:năm (?:bảy|bẩy|ba)|ba bảy) \p{L}/iu
const GIVEN = /(?:suất|phần quà|cuốn|bộ|chiếc|cái|cây|lần|đợt|buổi|hộ|người) $/iu
