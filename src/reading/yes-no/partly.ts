import { textOf } from '../clauses.ts'
import { isPercent } from '../fields/other-meanings.ts'
import { readLine } from '../line.ts'
import { onlyWhole, whole } from '../numerals/decimal.ts'
import { reading, type Span } from '../spans/span.ts'
import { fold } from '../text.ts'
import type { Words } from './says.ts'

/** «còn 2 khu», «mới 3 phường», «được 80%», «riêng khu 3»: a part of what was asked about, or what is left of it. */
export function isPartly(words: Words): boolean {
  const text = textOf(words).replace(MOREOVER, ' ')
  if (LEFT.test(text) || (LEFT_BARE.test(text) && fold(text) === text.toLowerCase())) return true
  if (MORE.test(text)) return false
  const { spans } = readLine(text)
  return (
    spans.some(span => isShare(span, text)) ||
    spans.some(span => isCounted(span) && isOnly(text.slice(0, span.start), text.slice(span.end)))
  )
}

/** «cao hơn chỉ tiêu 2%» */
const MORE = /(?:^|\s)(?:cao hơn|vượt|hơn|tăng|giảm|tiết kiệm)\s[^?]*\d/iu

/** «năm nay còn có cả ảnh chụp»: moreover. */
const MOREOVER =
  /(?<=^|\s)còn (?=(?:có cả|có thêm|được|làm thêm|tổ chức thêm|mở thêm|in thêm) [^\d]*$|(?:chụp|quay|ghi|lưu)(?: cả| lại)?(?: \p{L}+){0,3} (?:lại|đây|làm minh chứng)$|(?:\p{L}+ ){1,4}(?:cơ|nữa cơ|nữa kia)(?: mà)?$)/giu
const LEFT =
  /(?:^|\s)(?:còn|riêng|chỉ(?! (?:tiêu|đạo|thị|số|định|huy|dẫn))|trừ|ngoại trừ|hầu hết|một số|vài|phần còn lại|phần \d+)(?:\s|$)/iu
/** «con 2 khu», «chi co khu 3»: «con» and «chi» are «con» and «chị» as often. */
const LEFT_BARE =
  /(?:^|\s)(?:con (?=\d|mot |hai |ba |bon |may |vai |thieu|lai|cac |nua|phan|so |khu |to )|chi (?=co |o |duoc |moi )|(?:rieng|tru|ngoai tru|hau het|mot so|phan con lai)(?:\s|$))/iu
/** «được hai khu», «hai khu thôi» */
const isOnly = (before: string, after: string): boolean =>
  /(?:^|\s)(?:mới|chỉ|được|ngoài)(?: (?:có|được|đạt|làm))? $/iu.test(before) || /^.{0,20}\s(?:thôi|thoi)$/iu.test(after)

/** «8/10 khu», «80%» */
const isShare = (span: Span, text: string): boolean => {
  const ratio = /[/t]/iu.test(text.slice(span.start, span.end)) ? reading(span, 'ratio') : undefined
  const isDay = span.readings.some(
    meaning => (meaning.is === 'day' && meaning.isFirm) || meaning.is === 'period' || meaning.is === 'paper',
  )
  if (ratio && !isDay) return onlyWhole(ratio.numerator.values) !== onlyWhole(ratio.denominator.values)
  return span.readings.some(
    meaning =>
      isPercent(meaning) && meaning.is === 'number' && !meaning.quantity.values.every(value => whole(value) === 100n),
  )
}

const isCounted = (span: Span): boolean =>
  reading(span, 'number')?.unit === 'noun' || reading(span, 'label') !== undefined
