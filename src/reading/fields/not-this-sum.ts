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
    EACH.test(text.slice(sum.end)) ||
    COUNTED.test(text.slice(sum.start, sum.end)) ||
    A_FEW.test(text.slice(sum.start, sum.end)) ||
    (at === 1 &&
      before !== undefined &&
      reading(before, 'number')?.unit === 'noun' &&
      GIVEN.test(text.slice(0, sum.start)))
  )
}

const PRICE = new RegExp(
  `^(?:(?:dạ|bị|mua|tiền|đơn|giá|em|phí|nộp|đi) )*(?:${[
    'lương|lương cơ sở|phụ cấp|học phí|viện phí|đảng phí|công đoàn phí|phí|lệ phí|báo giá|chào giá|đặt cọc|cọc|giá|vé|thưởng|mức thưởng|thưởng tết|tiền thưởng|phạt|nạp thẻ|trúng số|mừng cưới|phúng|viếng',
    'ăn|ăn trưa|ăn sáng|cà phê|phở|ship|gửi xe|xăng|xăng xe|tàu xe|đổ xăng hết|điện|nước|nhà|điện thoại|internet|chuyển khoản|tiền điện|tiền nước',
    'xe|mua xe|mua nhà|máy in|vay|vay ngân hàng|nhà em vay|góp|đóng góp|ủng hộ(?: bão lũ| bão| lũ lụt)?|em chuyển khoản|chuyển cho em|(?:chị|anh|cho) (?:cho )?em vay|em vay',
    'vốn điều lệ|hạn mức|mức khoán|định mức|mức trần|trần|xin|xin cấp|xin thêm|giấy phép|giấy phép số|mất|mất ví|rơi|nhặt được|biếu|đóng học|đóng tiền học|quỹ|quỹ lớp|quỹ phòng|thuê nhà|nhà trọ|karaoke|taxi|grab|ăn nhậu|khám bệnh|thuốc|sổ tiết kiệm|gửi tiết kiệm|trúng lô|giải thưởng|giải nhất|thưởng nóng|sếp thưởng|bồi thường|đền|đám cưới|bia|quyết định số|mã qhns|mã số|mã',
  ].join('|')})(?: (?:em|vàng|tiền|vé|hết|mất|là|theo qđ|theo quyết định))* $`,
  'iu',
)
const PER_ONE = /\p{L} (?:một|mot)$/iu
const OF_ELSE = /^ (?:view|like|lượt|dân|won|yên|tệ|nhân dân tệ|bảng anh|đô la)(?: \p{L}+)?[ ạ.!]*$/iu
/** «2 triệu 1 tháng» */
const EACH = /^ 1 (?:tháng|năm|quý|ngày|người|hộ|suất|lần)(?!\p{L}| đầu)/iu
/** «1,2 triệu lượt», «2 triệu hồ sơ» */
const COUNTED =
  /(?:nghìn|ngàn|triệu|tr|tỷ|tỉ) (?:lượt|lượt người|hồ sơ|hs|người|hộ|hộ gia đình|tờ|tờ rơi|bản|phiếu|tin|cuộc|học sinh|cái|chiếc|cuốn|quyển)$/iu
/** «năm bảy triệu»: a few, or fifty-seven. */
const A_FEW = /^(?:năm (?:bảy|bẩy|ba)|ba bảy) \p{L}/iu
const GIVEN = /(?:suất|phần quà|cuốn|bộ|chiếc|cái|cây|lần|đợt|buổi|hộ|người) $/iu
