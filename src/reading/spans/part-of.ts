import { compare } from '../numerals/decimal.ts'
import { fold } from '../text.ts'
import { type Figure, saidOf } from './figures.ts'
import type { Span } from './span.ts'

export function isPartOf(
  some: Figure,
  all: Figure,
  part: Span | undefined,
  whole: Span | undefined,
  text: string,
): boolean {
  const [less, more] = [some.quantity.values[0], all.quantity.values[0]]
  if (less === undefined || more === undefined || compare(less, more) > 0) return false
  const [noun, ofWhole] = [nounOf(part, text), nounOf(whole, text)]
  return noun === '' || ofWhole === '' || isOneThing(noun, ofWhole)
}

/** «14 khu phố thì 11 khu», «52 cán bộ … 48 người» */
export const isOneThing = (one: string, other: string): boolean =>
  one === other ||
  one.startsWith(`${other} `) ||
  other.startsWith(`${one} `) ||
  one === 'cai' ||
  other === 'cai' ||
  (PEOPLE.test(one) && PEOPLE.test(other))

const PEOPLE = /^(?:nguoi|can bo|cong chuc|vien chuc|cbcc|ccvc|cb|dang vien|dong chi)$/

/** What stands behind the figure: «22 hồ sơ» → «ho so». */
export const nounOf = (span: Span | undefined, text: string): string =>
  fold(saidOf(span, text).toLowerCase())
    .replace(/^(?:[\d.,\s]+|(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|chuc|tram|le|linh)(?: |$))+/, '')
    .replace(/^(?:cai|chiec|ban) (?=\S)/, '')
    .replace(/^hs$/, 'ho so')

export const isPassed = ({ readings }: Span): boolean =>
  readings.every(meaning =>
    meaning.is === 'sign'
      ? /^[,;:|]$/.test(meaning.sign)
      : (meaning.is === 'operator' && meaning.operator === 'part') ||
        ['word', 'noun', 'filler', 'polarity'].includes(meaning.is),
  )

/** «9 cái, trong đó 2 của trường mầm non», «… 2 cái đã nhân rộng»: some of them, and not how many were done. */
export const isOnlySome = (text: string): boolean => {
  const at = text.search(/trong đó|trong do/iu)
  return at >= 0 && !DONE_OF.test(text.slice(at))
}

const DONE_OF =
  /đúng hạn|trước hạn|đạt|xong|hoàn thành|giải quyết|xử lý|hài lòng|số hóa|trực tuyến|toàn trình|thực hiện|công nhận|duyệt|áp dụng|nộp|ký số|tham gia|cung cấp|dung han|dat|hoan thanh|giai quyet|truc tuyen|cong nhan/iu

export const IS_DONE =
  /(?:^|[\s,])(?:đã|xong|hoàn thành|giải quyết|xử lý|đúng hạn|đạt|làm|thực hiện|duyệt|hoan thanh|giai quyet|xu ly|dung han|dat|lam|thuc hien)(?: được| xong| duoc){0,2}\s$/iu

export const UNLIKE =
  /từ chối|trả lại|gửi trả|nhầm|quá hạn|trễ|hủy|huỷ|rút|tồn|đang|chờ|lỗi|sai|hỏng|chậm|bổ sung|nghỉ|vắng|bị |chỉ tiêu|kế hoạch|giao|kỳ trước|nữa|nốt|(?:bản|gửi|nộp) giấy|trực tiếp|tu choi|tra lai|cho bo sung/iu

/** «…, số còn lại đang vận động»: what is left over may be anything. */
export const LEFT_OVER = /[,;] ?(?:số |so )?(?:còn lại|con lai) [^\d]*$/iu

/** «theo Kế hoạch số 12», «trong số 18 thủ tục được giao», «giao 45 việc, xong 39» */
export const PLANS =
  /kế hoạch (?:số )?(?=\d)|(?<=(?:^|\s)tổng (?:số )?[\d.]{1,7}(?: \p{L}{1,9}){1,3} )được giao(?=,? (?!\d))|(?<=^|\s)(?:được )?giao (?=(?:[\d.]{1,7}|(?:\p{L}{2,5} ){2,5})[^,;]{0,30},? (?:đã )?xong )|(?<=(?:trong|trên)(?: tổng)? số [\d.]{1,7}(?: \p{L}{1,9}){1,3} )được giao(?=,? (?!\d))/giu
