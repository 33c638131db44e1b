import type { Operator } from '../spans/operators.ts'
import { bareToo, fold } from '../text.ts'
import {
  CONFIRMS,
  FEELS,
  FORGOTTEN,
  IN_TIME,
  LACKS_ONE,
  LEFT_ALONE,
  NONE_LATE,
  NOT_MUCH,
  OF_ITS_OWN,
  OF_SENDER,
  OF_TALK,
  ONLY_LACKS,
  STILL,
  WAS_WRONG,
} from './harmless.ts'

/** A clause without a figure of the kind that is asked for, beside one that has it. */
export interface SideClause {
  /** In small letters. */
  readonly said: string
  /** The clause of the answer ends with a particle. */
  readonly isClosed: boolean
  /** Nothing but days, periods and marks follows the operator. */
  readonly isLast: boolean
  readonly hasNumeral: boolean
  /** The operator itself. */
  readonly operatorSaid: string
  readonly answer: 'share' | 'day' | 'period' | 'other'
  readonly isSum: boolean
  /** The clause as it stands, days and figures with it. */
  readonly whole: string
  /** It stands before the answer. */
  readonly isBefore: boolean
  /** «vì …»: it says why the answer is so. */
  readonly isReason: boolean
  /** «6 mô hình, muốn làm thêm nhưng chưa có kinh phí»: a «but» to another clause than that of the answer. */
  readonly isAfterElse: boolean
  /** «vì … nên …», before the answer. */
  readonly isCause: boolean
}

/**
 * Whether an operator in a side clause speaks of the answer («12, chưa chốt», «850 triệu, em không chắc») or of something else («12, bản giấy
 * chưa ký», «85%, còn chờ kho bạc», «11 người, ngoài ra chưa thấy ai nữa»). Undefined: nothing is known of it here. A clause of
 * nothing but function words always speaks of the answer.
 */
export function objects(
  operator: Operator,
  {
    said,
    isClosed,
    isLast,
    hasNumeral,
    operatorSaid,
    answer,
    isSum,
    whole,
    isBefore,
    isReason,
    isCause,
    isAfterElse,
  }: SideClause,
): boolean | undefined {
  if ((isBefore && (OF_TALK.test(whole) || NOT_MUCH.test(whole))) || OF_SENDER.test(whole)) return false
  if (CONFIRMS.test(whole) || NONE_LATE.test(whole)) return false
  if (operator === 'denial' && LEFT_ALONE.test(whole)) return false
  if (isSum && operator === 'negation' && NO_COST.test(said)) return true
  const isWithout = LEFT_OUT.test(said) && (operator === 'rest' || operator === 'negation')
  if (isWithout && hasContent((isClosed ? whole : said).replace(LEFT_OUT, ''))) return false
  // A day is not counted, and nothing is added to it where no figure is said.
  if (answer === 'day' && !hasNumeral && OF_COUNTS.has(operator)) return false
  if (!hasContent(operatorSaid === '' ? said : said.replace(operatorSaid, ' '))) return undefined
  if (/^trong đó /u.test(said.trim()) && operator === 'negation') return false
  if (OF_ANOTHER.test(said) || (OF_ITS_OWN.test(whole) && OF_REST.has(operator)))
    return AGAINST_ALL.has(operator) ? undefined : false
  if (
    ONLY_LACKS.test(whole) &&
    (operator === 'rest' || operator === 'each') &&
    (answer !== 'other' || isSum || !LACKS_ONE.test(whole))
  )
    return false
  if (operator === 'doubt' && FEELS.test(whole)) return false
  if (answer === 'share' && operator === 'correction' && OF_THE_REST.test(whole)) return false
  switch (operator) {
    case 'negation':
    case 'notYet':
      // «ngày mốt, tại cúp điện không kịp»: why it is that day.
      if (answer === 'day' && IN_TIME.test(said)) return false
      // «file em gửi sau không»: what closes a clause is the answer, or a question.
      if (isLast) return true
      if (answer === 'period' || (isCause && !isOfAnswer(said) && !deniesAll(said))) return false
      // «không ngân sách», «không, theo báo cáo»: likelier the answer itself.
      if (!isClosed && !isAfterElse && OPENS.test(said) && contentOf(said) < 4 && !FAULT.test(said)) return true
      return isOfAnswer(said) || deniesAll(said)
    case 'denial':
      if (isCause && HAD_NOT_TO.test(said)) return false
      if (answer === 'period') return !LATE.test(operatorSaid) && !/không phải (?:là )?(?:của|số)/u.test(said)
      return !LATE.test(said) || (answer === 'other' && !/(?:không|ko|chưa) /u.test(said)) || isOfAnswer(said)
    case 'correction':
      return !((isReason && answer === 'period') || MOVES.test(said) || NO_SLIP.test(said) || WAS_WRONG.test(whole))
    case 'future':
      return !(LATER.test(said) || AIMS_ON.test(said))
    case 'rest':
      if (STILL.test(whole)) return false
      if (answer !== 'share' && FORGOTTEN.test(said)) return true
      return isOfAnswer(said) || UNCOUNTED.test(said) || NEXT.test(said) || !(answer === 'share' || OTHERS.test(said))
    // «3 đợt, mỗi đợt 50 người»; «còn mỗi chữ ký», «đi từng nhà» say nothing of the figure.
    case 'each':
      return hasNumeral ? undefined : false
    case 'change':
      return WISHED.test(said) ? false : undefined
    case 'over':
    case 'bound':
      // «chưa được xác nhận»
      if (NOT_YET.test(operatorSaid) && isOfAnswer(said) && !GIVEN.test(said)) return true
      return answer === 'share' && OF_ALL.test(said) ? false : undefined
    default:
      return undefined
  }
}

const OF_REST: ReadonlySet<Operator> = new Set(['rest', 'negation', 'notYet'])
const OF_COUNTS: ReadonlySet<Operator> = new Set(['rest', 'change', 'each', 'vague'])

/** A word that says something of its own. */
const hasContent = (said: string): boolean => contentOf(said) > 0
const contentOf = (said: string): number =>
  said.split(/[^\p{L}\p{M}]+/u).filter(word => word.length > 1 && !FUNCTION.has(word)).length

const FUNCTION: ReadonlySet<string> = new Set(
  'thưa kính xin chào gửi thua kinh chao gui đến tới từ trước sau theo tại trong den toi tu truoc theo tai tháng quý năm ngày kỳ tuần hôm thang quy nam ngay ky tuan hom dạ vâng nhé nha nhá em anh chị tôi mình bên là có được thì rồi đâu nữa cả hết thôi đó đấy này kia luôn lắm và mà nhưng vì do nên để còn đã đang sẽ chưa không ko thế vậy ra vào lại cũng nhiều hơn ít trên dưới gần chắc phải cái con số cơ chứ nào gì sao sửa nhầm lộn sai đúng thiếu thừa dư thêm bớt tăng giảm dự kiến phấn đấu tạm khoảng da vang nhe nha em toi minh ben la co duoc thi roi nua ca het thoi do day nay luon lam chua khong cung nhieu hon chac phai'.split(
    ' ',
  ),
)

const OPENS =
  /^[^\p{L}]*(?:không|ko|k|chưa|khong|chua)(?= )(?! (?:ai|thấy|còn|bị|phải|cần|đi|đợi|lấy|xin|gửi|in|mất|tốn)(?: |$))/u

/** «chưa chốt», «không chính xác», «chưa gửi hết»: whether the answer is right, whole and done. Compared without accents: in doubt it is asked. */
function isOfAnswer(said: string): boolean {
  const bare = fold(said)
  return NOT_YET_SO.test(bare) || NOT_SO.test(bare) || NO_FIGURES.test(bare)
}

/** «số mới chưa có» */
const NO_FIGURES =
  /(?:^| )so(?: lieu)?(?: (?:moi|chinh thuc|cuoi|chot|that))?(?: van| thi)? (?:chua|chx|khong|ko) (?:co|ra|ve)(?: |$)/

const NOT_YET_SO =
  /(?:chua|chx) (?:ai |duoc |co |kip |he |the |bi )*(?:dung|chuan|chac|chinh xac|cho y kien|du|day du|khop|het|xong|chot|chinh thuc|duyet|phe duyet|doi chieu|kiem tra|kiem dem|ra|tong hop|cap nhat|thong ke|gui|bao|nop|tinh|ke|gom|bao gom|quyet toan|tham dinh|xac nhan|cong nhan|thuc hien|trien khai|lam|dat|hoan thanh|giai ngan|chi|thanh toan|giao|ky|ban hanh|cong bo|trinh|ban giao|nghiem thu|nhap|dem|cong(?! vao| nhan| an)|ap dung|hieu luc|so|ket qua|quyet dinh|ro|biet|nho|nam)(?:$|[^a-z])/
const NOT_SO =
  /(?<!(?:nghe|nhin|xem|doc) )(?:khong|ko|chang|cha|hong) (?:duoc |co |he |the |bi )?(?:dung|chuan|chac|chinh xac|du|day du|khop|phai|dat|duoc|lam|thuc hien|trien khai|chi|giai ngan|cong nhan|duyet|ro|biet|nho|nam|het|kip)(?:$|[^a-z])/

/** «12 mô hình, chưa làm mô hình nào», «85%, chưa có hồ sơ nào»; not «100%, không có hồ sơ nào trễ hạn». */
function deniesAll(said: string): boolean {
  const [, noun, rest] = NONE.exec(said) ?? []
  return noun !== undefined && !FAULT.test(`${noun} ${rest}`) && !MORE.test(said)
}

const NONE =
  /(?:chưa|không|ko|k|chẳng|chả|chua|khong)((?: (?!chưa|không|ko|chua|khong)\p{L}+){0,7}?) (?:nào|gì|nao|gi)(?=$|[^\p{L}])(.*)/u
const FAULT = bareToo(
  /trễ|chậm|quá hạn|muộn|sai|thiếu|sót|vướng|trùng|lỗi|khiếu nại|phản ánh|kiến nghị|thắc mắc|tồn|đọng|tranh chấp|vi phạm|thay đổi|điều chỉnh|ý kiến|đơn thư|khó khăn/u,
)
const MORE = bareToo(/ngoài ra|thêm|khác|nữa|tốn|đồng nào/u)
const LATE = bareToo(/trễ|chậm|quá hạn/u)

/** «20 triệu, không tốn kinh phí» */
const NO_COST = bareToo(
  /(?:không|ko|chưa|chẳng) (?:tốn|mất|dùng|sử dụng|chi)(?: đến| hết)? (?:kinh phí|tiền|chi phí)(?: nào| gì)?(?: ạ| nhé| đâu)*$/u,
)
/** «không phải thuê ngoài» */
const HAD_NOT_TO = bareToo(/(?:không|ko|chẳng) phải (?!là|của|số|do|cái|như|chỉ)\p{L}+/u)

/** «không tính 5 hồ sơ đã rút», «đã trừ các hồ sơ rút»: the figure stands without them. */
const LEFT_OUT = bareToo(
  /(?:không|ko) (?:tính|kể|gồm|bao gồm|cộng|đưa|thống kê)|(?:đã|có) trừ|khong (?:tinh|ke|gom|bao gom|cong)/u,
)
/** «nhờ chuyển sang văn bản điện tử», «năm ngoái chuyển sang» */
const MOVES = bareToo(
  /(?:chuyển|đổi|dời|lùi|chuyen|doi) (?:sang|qua|từ|tu)|hoãn|gia hạn|thay đổi|điều chỉnh|dieu chinh|sửa (?:xong|chữa|nốt|(?:lại )?(?:cái|chiếc|ngôi|con đường) (?!này|đó|kia|số|câu|mục))/u,
)
const NO_SLIP = bareToo(/(?:khỏi|tránh|không|chẳng|đỡ|sợ) (?:bị )?(?:nhầm|lộn)/u)
/** «bản giấy sẽ gửi sau», «cuộc thứ tư dự kiến tháng 5»: another thing that will come. */
const LATER = bareToo(
  /(?:sẽ|định|dự kiến|chuẩn bị|sắp) (?:\p{L}+ )?(?:nộp|gửi|chuyển|trình|mang|đưa|in|họp|photo|scan)|(?:bản|giấy tờ|hồ sơ|văn bản|biên bản|quyết định|tờ trình|cuộc|đợt|lần|cờ|phòng họp)(?: \p{L}+){0,4} (?:sẽ|dự kiến|chuẩn bị|sắp)/u,
)
/** «còn chờ kho bạc», «còn bạn Tú ốm nên không đi», «còn mấy ý tưởng khác năm sau mới đăng ký» */
const OTHERS = bareToo(/còn \p{L}+ \p{L}+|còn (?:chờ|đợi|đang)|(?:thiếu|hụt|bớt|dư|thừa)[^,;.]* so với/u)
const NEXT =
  /nữa|chưa (?:kể|tính|gồm|bao gồm)|cần|phải|bổ sung|nợ|(?:^|\s)nua(?:\s|$)|chua (?:ke|tinh|gom|bao gom)|bo sung/u
/** «sang quý sau phường phấn đấu thêm» */
const AIMS_ON = bareToo(
  /(?:quý|năm|tháng|kỳ) (?:sau|tới|này)? ?[^,;.]*(?:phấn đấu|cố gắng|đặt mục tiêu)|(?:phấn đấu|mục tiêu|cố gắng)[^,;.]*(?:thêm|cả năm|cuối năm|năm sau|quý sau|tới)/u,
)
/** «cái thứ tư chưa làm xong», «phường khác chưa có»: said of another one. */
const OF_ANOTHER = bareToo(
  /(?:^|\s)(?:cái|việc|mục|mô hình|sáng kiến|giải pháp|hồ sơ|phường|đơn vị|tổ|khu|trường|cuộc|bài) (?:thứ|kia|khác)(?:\s|$)/u,
)
/** «6/9, mấy nơi kia xin lùi» */
const OF_THE_REST = bareToo(/^[\s,;.]*(?:còn )?(?:mấy|các|những) (?:\p{L}+ ){1,2}(?:kia|khác|còn lại|chưa làm) /u)
const AGAINST_ALL: ReadonlySet<Operator> = new Set(['doubt', 'dontKnow', 'correction', 'or'])
const NOT_YET = bareToo(/^(?:chưa|không) /u)
/** «0 đồng, nguồn này chưa được giao» */
const GIVEN = bareToo(/chưa được (?:giao|cấp)/u)
/** «muốn làm thêm nhưng chưa có kinh phí» */
const WISHED = bareToo(/(?:^|\s)(?:muốn|mong|định|xin|sẽ)\s/u)
/** «tức 12,5 tỷ trong tổng 20 tỷ» */
const OF_ALL = bareToo(/(?:trong|trên) tổng/u)
/** «còn nơi khác chưa gửi»: the share itself is not whole. */
const UNCOUNTED = bareToo(
  /khác chưa|chưa (?:gửi|báo|có số|tổng hợp|nộp|kể|tính|gồm|bao gồm)|thiếu (?:số|báo cáo|của|phường|tổ|đơn vị|khu)/u,
)
