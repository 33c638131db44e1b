import type { Operator } from '../spans/operators.ts'

/** A clause without a figure of the kind that is asked for, beside one that has it. */
export interface SideClause {
  /** In small letters. */
  readonly said: string
  readonly answer: 'share' | 'day' | 'period' | 'other'
}

/**
 * Whether an operator in a side clause speaks of the answer («12, chưa chốt», «850 triệu, em không chắc») or of something else («12, bản giấy
 * chưa ký», «85%, còn chờ kho bạc», «11 người, ngoài ra chưa thấy ai nữa»). Undefined: nothing is known of it here. A clause of
 * nothing but function words always speaks of the answer.
 */
export function objects(operator: Operator, { said, answer }: SideClause): boolean | undefined {
  if (!hasContent(said)) return undefined
  if (LEFT_OUT.test(said) && (operator === 'rest' || operator === 'negation')) return false
  switch (operator) {
    case 'negation':
    case 'notYet':
      if (answer === 'period') return false
      return isOfAnswer(said) || deniesAll(said)
    case 'denial':
      if (answer === 'period') return !/không phải (?:là )?(?:của|số)/u.test(said)
      return answer === 'other' || !LATE.test(said) || isOfAnswer(said)
    case 'correction':
      return !(MOVES.test(said) || NO_SLIP.test(said))
    case 'future':
      return !LATER.test(said)
    case 'rest':
      return !(WAITS.test(said) || (answer === 'share' && MISSING.test(said) && !UNCOUNTED.test(said)))
    case 'each':
      return false
    case 'change':
      return WISHED.test(said) ? false : undefined
    case 'over':
    case 'bound':
      return answer === 'share' && OF_ALL.test(said) ? false : undefined
    default:
      return undefined
  }
}

/** A word that says something of its own. */
const hasContent = (said: string): boolean =>
  said.split(/[^\p{L}\p{M}]+/u).some(word => word.length > 1 && !FUNCTION.has(word))

const FUNCTION: ReadonlySet<string> = new Set(
  'thưa kính xin chào gửi thua kinh chao gui đến tới từ trước sau theo tại trong den toi tu truoc theo tai tháng quý năm ngày kỳ tuần hôm thang quy nam ngay ky tuan hom dạ vâng nhé nha nhá em anh chị tôi mình bên là có được thì rồi đâu nữa cả hết thôi đó đấy này kia luôn lắm và mà nhưng vì do nên để còn đã đang sẽ chưa không ko thế vậy ra vào lại cũng nhiều hơn ít trên dưới gần chắc phải cái con số cơ chứ nào gì sao sửa nhầm lộn sai đúng thiếu thừa dư thêm bớt tăng giảm dự kiến phấn đấu tạm khoảng da vang nhe nha em toi minh ben la co duoc thi roi nua ca het thoi do day nay luon lam chua khong cung nhieu hon chac phai'.split(
    ' ',
  ),
)

/** «chưa chốt», «không chính xác», «chưa gửi hết»: whether the answer is right, whole and done. */
const isOfAnswer = (said: string): boolean => NOT_YET_SO.test(said) || NOT_SO.test(said)

const NOT_YET_SO =
  /(?:chưa|chx|chua) (?:\p{L}+ )??(?:đúng|chuẩn|chắc|chính xác|đủ|đầy đủ|khớp|hết|xong|chốt|chính thức|duyệt|phê duyệt|đối chiếu|kiểm tra|kiểm đếm|rà|tổng hợp|cập nhật|thống kê|gửi|báo|nộp|tính|kể|gồm|bao gồm|quyết toán|thẩm định|xác nhận|công nhận|thực hiện|triển khai|làm|đạt|hoàn thành|giải ngân|chi|thanh toán|giao|ký|ban hành|công bố|trình|bàn giao|nghiệm thu|áp dụng|hiệu lực|số|kết quả|quyết định|rõ|biết|nhớ|nắm)(?:$|[^\p{L}])/u
const NOT_SO =
  /(?:không|ko|chẳng|chả|hông|hổng|khong) (?:\p{L}+ )??(?:đúng|chuẩn|chắc|chính xác|đủ|đầy đủ|khớp|phải|đạt|được|làm|thực hiện|triển khai|chi|giải ngân|công nhận|duyệt|rõ|biết|nhớ|nắm|hết|kịp)(?:$|[^\p{L}])/u

/** «12 mô hình, chưa làm mô hình nào», «85%, chưa có hồ sơ nào»; not «100%, không có hồ sơ nào trễ hạn». */
const deniesAll = (said: string): boolean => NONE.test(said) && !FAULT.test(said) && !MORE.test(said)

const NONE = /(?:chưa|không|ko|k|chẳng|chả|chua|khong)(?: \p{L}+){0,7}? (?:nào|gì|nao|gi)(?:$|[^\p{L}])/u
const FAULT =
  /trễ|chậm|quá hạn|muộn|sai|thiếu|sót|vướng|trùng|lỗi|khiếu nại|phản ánh|kiến nghị|thắc mắc|tồn|đọng|tranh chấp|vi phạm|thay đổi|điều chỉnh|ý kiến|đơn thư|khó khăn/u
const MORE = /ngoài ra|thêm|khác|nữa|tốn|đồng nào/u
const LATE = /trễ|chậm|quá hạn/u

/** «không tính 5 hồ sơ đã rút», «đã trừ các hồ sơ rút»: the figure stands without them. */
const LEFT_OUT =
  /(?:không|ko) (?:tính|kể|gồm|bao gồm|cộng|đưa|thống kê)|(?:đã|có) trừ|khong (?:tinh|ke|gom|bao gom|cong)/u
/** «nhờ chuyển sang văn bản điện tử», «năm ngoái chuyển sang» */
const MOVES =
  /(?:chuyển|đổi|dời|lùi|chuyen|doi) (?:sang|qua|từ|tu)|hoãn|gia hạn|thay đổi|điều chỉnh|dieu chinh|sửa (?:xong|chữa)/u
const NO_SLIP = /(?:khỏi|tránh|không|chẳng|đỡ|sợ) (?:bị )?(?:nhầm|lộn)/u
/** «bản giấy sẽ gửi sau», «cuộc thứ tư dự kiến tháng 5»: another thing that will come. */
const LATER =
  /(?:sẽ|định|dự kiến|chuẩn bị|sắp) (?:\p{L}+ )?(?:nộp|gửi|chuyển|trình|mang|đưa|in|họp|photo|scan)|(?:bản|giấy tờ|hồ sơ|văn bản|biên bản|quyết định|tờ trình|cuộc|đợt|lần|cờ|phòng họp)(?: \p{L}+){0,4} (?:sẽ|dự kiến|chuẩn bị|sắp)/u
/** «còn chờ kho bạc», «còn đang trình ký» */
const WAITS = /còn (?:\p{L}+ )??(?:chờ|đợi|đang|vướng|phải|mỗi|bản|thì)/u
/** «muốn làm thêm nhưng chưa có kinh phí» */
const WISHED = /(?:^|\s)(?:muốn|mong|định|xin|sẽ)\s/u
/** «tức 12,5 tỷ trong tổng 20 tỷ» */
const OF_ALL = /(?:trong|trên) tổng/u
/** What a share lacks to the whole. */
const MISSING = /còn|thiếu|hụt|trễ|chậm/u
/** «còn nơi khác chưa gửi»: the share itself is not whole. */
const UNCOUNTED = /khác chưa|chưa (?:gửi|báo|có số|tổng hợp|nộp)/u
